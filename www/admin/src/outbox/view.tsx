// Outbox: what contacts were told and what is on its way, each mail as its reader sees it; and what the shop's platform was not told.
import { useState } from "preact/hooks";
import { call } from "../api";
import { useKeys } from "../keys";
import { useLoad } from "../load";
import { MailBody, StateTag, When } from "../order/mails";
import { Button } from "../parts/button";
import { Empty } from "../parts/empty";
import { Icon } from "../parts/icon";
import { Isolate } from "../parts/isolate";
import { usePages } from "../parts/pages";
import { ProblemNote } from "../parts/problem";
import "../parts/rows.css";
import { Time } from "../parts/time";
import { say, sayProblem } from "../parts/toast";
import { href } from "../route";
import { t, tOr } from "../text";
import type { Mail } from "../types";
import "./outbox.css";
import { loadStuck, Stuck } from "./stuck";

const STATES = ["all", "pending", "retry", "sent", "dead", "expired"] as const;
type Listed = Omit<Mail, "text" | "html"> & { kind: string; channel: string; order: string | null; created_at: string; bounced_at: string | null };

export function OutboxView({ state }: { state: string }) {
  const shown = STATES.find((one) => one === state) ?? "all";
  const list = usePages<Listed>(`/v1/outbox?limit=50${shown === "all" ? "" : `&state=${shown}`}`);
  const stuck = useLoad("commands", loadStuck);
  const refresh = (): void => {
    list.reload();
    stuck.reload();
  };
  useKeys({ r: refresh });
  // What stands above the list is there before it.
  const rows = stuck.data || stuck.problem ? list.rows : null;
  return (
    <>
      <div class="view-head">
        <h1 tabIndex={-1}>{t("outbox-title")}</h1>
        <div class="view-tools"><Button icon="refresh" label={t("refresh")} shortcut="r" busy={list.busy} onClick={refresh} /></div>
      </div>
      <Stuck {...stuck} />
      <nav class="tabs" aria-label={t("orders-filters")}>
        {STATES.map((one) => <a href={href({ view: "outbox", state: one === "all" ? "" : one })} aria-current={one === shown ? "true" : undefined}>{t(one === "all" ? "filter-all" : `outbox-${one}`)}</a>)}
      </nav>
      {list.problem && <ProblemNote problem={list.problem} onRetry={list.reload} />}
      <div class="card" aria-busy={!rows && !list.problem}>
        {rows?.length === 0 && <Empty icon="mail" title={t(shown === "all" ? "outbox-none-title" : "outbox-none-such")}><p>{t("outbox-none-text")}</p></Empty>}
        {rows?.map((mail) => <MailRow key={mail.id} mail={mail} onRetried={list.reload} />)}
      </div>
      {rows && list.more}
    </>
  );
}

function MailRow({ mail, onRetried }: { mail: Listed; onRetried: () => void }) {
  const [open, setOpen] = useState(false);
  const retry = (): void => {
    call("POST", `/v1/mails/${encodeURIComponent(mail.id)}/retry`).then(
      () => {
        say(t("mail-retried"));
        onRetried();
      },
      sayProblem,
    );
  };
  return (
    <details class="mail" data-mail={mail.id} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron" />
        <span class="mail-subject"><Isolate text={mail.subject} /></span>
        <StateTag mail={mail} />
        <span class="mail-to quiet">{tOr(`mail-kind-${mail.kind}`, mail.kind)} · <Isolate text={mail.contact ? `${mail.contact} <${mail.to}>` : mail.to} /></span>
        <span class="mail-at quiet"><When mail={mail} /></span>
      </summary>
      {mail.bounced_at && <p class="mail-error"><strong>{t("mail-bounced")}</strong> <Time at={mail.bounced_at} /></p>}
      {mail.last_error && <p class="mail-error"><strong>{t("mail-error")}</strong> <Isolate text={mail.last_error} /></p>}
      {open && <Body id={mail.id} />}
      {open && (
        <p class="mail-acts">
          {mail.order && <a class="button button-plain" href={href({ view: "order", id: mail.order })}>{t("mail-order")}</a>}
          {(mail.state === "dead" || mail.state === "retry") && <Button needs="retry-mail" icon="refresh" onClick={retry}>{t("mail-retry")}</Button>}
        </p>
      )}
    </details>
  );
}

function Body({ id }: { id: string }) {
  const { data, problem, reload } = useLoad(id, (signal) => call<Mail>("GET", `/v1/mails/${encodeURIComponent(id)}`, undefined, signal));
  if (problem) return <ProblemNote problem={problem} onRetry={reload} />;
  return data && <MailBody mail={data} />;
}
