// The mails about the order, as the outbox holds them.
import { useState } from "preact/hooks";
import { Tag } from "../parts/chip";
import { Icon } from "../parts/icon";
import { Isolate } from "../parts/isolate";
import { Time } from "../parts/time";
import { t, tOr } from "../text";
import type { Mail } from "../types";
import "./mails.css";

const TONES: Record<Mail["state"], string> = { pending: "away", leased: "away", sent: "good", retry: "marked", dead: "bad", expired: "quiet" };

export function Mails({ mails }: { mails: Mail[] }) {
  return (
    <section class="card mails-card" aria-labelledby="mails-title">
      <div class="card-head"><h2 id="mails-title">{t("mails-title")}</h2><span class="quiet">{t("mails-count", { n: mails.length })}</span></div>
      {mails.length === 0 ? <p class="mails-none">{t("mails-none")}</p> : mails.map((mail) => <MailItem key={mail.id} mail={mail} />)}
    </section>
  );
}

function MailItem({ mail }: { mail: Mail }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="mail" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron" />
        <span class="mail-subject"><Isolate text={mail.subject} /></span>
        <StateTag mail={mail} />
        <span class="mail-to quiet"><Isolate text={mail.contact ? `${mail.contact} <${mail.to}>` : mail.to} /></span>
        <span class="mail-at quiet"><When mail={mail} /></span>
      </summary>
      {mail.last_error && <p class="mail-error"><strong>{t("mail-error")}</strong> <Isolate text={mail.last_error} /></p>}
      {open && <MailBody mail={mail} />}
    </details>
  );
}

/** Without a mail service a mail goes no further than the outbox, and must not be called sent. */
const onlyWritten = (mail: Pick<Mail, "state" | "transport">): boolean => mail.state === "sent" && mail.transport === "outbox";

export function StateTag({ mail }: { mail: Pick<Mail, "state" | "transport"> }) {
  if (onlyWritten(mail)) return <Tag>{t("mail-state-written")}</Tag>;
  return <Tag tone={TONES[mail.state] ?? "quiet"}>{tOr(`mail-state-${mail.state}`, mail.state)}</Tag>;
}

export function When({ mail }: { mail: Pick<Mail, "state" | "attempts" | "sent_at" | "due_at"> }) {
  if (mail.sent_at) return <Time at={mail.sent_at} />;
  if (mail.state === "dead") return <>{t("mail-gave-up", { attempts: mail.attempts })}</>;
  if (mail.due_at) return <>{t(mail.attempts > 0 ? "mail-again" : "mail-due")} <Time at={mail.due_at} /></>;
  return null;
}

/** The text by default; the page's policy forbids a mail's own styles, so its HTML is shown plain, in a frame that can do nothing. */
export function MailBody({ mail }: { mail: Mail }) {
  const [html, setHtml] = useState(false);
  return (
    <div class="mail-body">
      {onlyWritten(mail) && <p class="mail-written quiet">{t("mail-written-help")}</p>}
      {mail.html && (
        <div class="mail-tabs" role="group" aria-label={t("mail-as")}>
          <button type="button" aria-pressed={!html} onClick={() => setHtml(false)}>{t("mail-text")}</button>
          <button type="button" aria-pressed={html} onClick={() => setHtml(true)}>{t("mail-html")}</button>
        </div>
      )}
      {html && mail.html
        ? <iframe class="mail-frame" sandbox="" title={t("mail-frame")} srcdoc={mail.html} />
        : <pre class="mail-text"><Isolate text={mail.text} /></pre>}
    </div>
  );
}
