// Contacts: who is told by mail, of what, in which language, and whether their mails arrive.
import { useState } from "preact/hooks";
import { useKeys } from "../keys";
import { useLoad } from "../load";
import { StateTag } from "../order/mails";
import { Button } from "../parts/button";
import { Tag } from "../parts/chip";
import { SecretDialog } from "../parts/copy";
import { Empty } from "../parts/empty";
import { Isolate } from "../parts/isolate";
import { ProblemNote } from "../parts/problem";
import { RoleNote } from "../parts/role-note";
import "../parts/rows.css";
import { Time } from "../parts/time";
import { say, sayProblem } from "../parts/toast";
import { ifMay } from "../roles";
import { said } from "../format";
import { t } from "../text";
import type { Mail } from "../types";
import { ContactDialog, languageName } from "./edit";
import { formOf, listContacts, putContact, removeContact, testMail, type Contact } from "./store";

export function ContactsView() {
  const { data, problem, busy, reload } = useLoad("contacts", listContacts);
  const [edited, edit] = useState<Contact | "new" | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  useKeys({ r: reload, n: ifMay("change-contacts", () => edit("new")) });
  const saved = (contact: Contact): void => {
    reload();
    setSecret(contact.webhook?.secret ?? null);
  };
  const remove = (contact: Contact): void => {
    const back = (): void => void putContact(formOf(contact), null).then(saved, sayProblem);
    removeContact(contact.id).then(() => {
      reload();
      say(t("contact-removed", { name: said(contact.name) }), { act: { label: t("undo"), run: back } });
    }, sayProblem);
  };
  return (
    <>
      <div class="view-head">
        <h1 tabIndex={-1}>{t("contacts-title")}</h1>
        <div class="view-tools">
          <Button icon="refresh" label={t("refresh")} shortcut="r" busy={busy} onClick={reload} />
          <Button needs="change-contacts" look="main" icon="plus" shortcut="n" onClick={() => edit("new")}>{t("contact-add")}</Button>
        </div>
      </div>
      <RoleNote deed="change-contacts" />
      {problem && <ProblemNote problem={problem} onRetry={reload} />}
      {data?.some(({ bounced }) => bounced) && <p class="notice">{t("contacts-bounced")}</p>}
      <div key={data ? "there" : "coming"} class={data ? "card" : undefined} aria-busy={!data && !problem}>
        {data?.length === 0 && (
          <Empty icon="contact" title={t("contacts-none-title")}>
            <p>{t("contacts-none-text")}</p>
            <Button needs="change-contacts" look="main" icon="plus" onClick={() => edit("new")}>{t("contact-add")}</Button>
          </Empty>
        )}
        <ul class="rows">{data?.map((contact) => <ContactRow key={contact.id} contact={contact} onEdit={() => edit(contact)} onRemove={() => remove(contact)} />)}</ul>
      </div>
      {edited && <ContactDialog contact={edited === "new" ? null : edited} onClose={() => edit(null)} onSaved={saved} />}
      {secret && <SecretDialog title={t("contact-secret-title")} about={t("contact-secret-about")} secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}

function ContactRow({ contact, onEdit, onRemove }: { contact: Contact; onEdit: () => void; onRemove: () => void }) {
  const { events, bounced, webhook } = contact;
  const [mail, setMail] = useState<Mail | null>(null);
  const [sending, setSending] = useState(false);
  const test = (): void => {
    setSending(true);
    void testMail(contact.id, setMail).catch(sayProblem).finally(() => setSending(false));
  };
  const hears = [events.holds && t("hears-holds"), events.cases && t("hears-cases"), events.marks !== "off" && t(`hears-marks-${events.marks}`)].filter((one) => one !== false);
  return (
    <li data-contact={contact.email}>
      <div class="row-main">
        <span><Isolate text={contact.name} /></span>
        <span class="quiet"><Isolate text={contact.email} /></span>
        {bounced && <span class="row-bad">{t("contact-bounced")} <Time at={bounced.at} />{bounced.reason && <>: <Isolate text={bounced.reason} /></>}</span>}
        {mail && <span role="status">{t("contact-test")} <StateTag mail={mail} /> {mail.last_error && <span class="row-bad"><Isolate text={mail.last_error} /></span>}</span>}
      </div>
      <div class="row-part chips">{hears.length > 0 ? hears.map((one) => <Tag>{one}</Tag>) : <span class="quiet">{t("hears-nothing")}</span>}</div>
      <div class="row-part">
        {languageName(contact.language)}
        {webhook && <span class="quiet cut" title={webhook.url}><br />{t("contact-channel-to", { host: said(hostOf(webhook.url)) })}</span>}
      </div>
      <div class="row-acts">
        <Button needs="test-contact" icon="mail" busy={sending} disabled={sending} onClick={test}>{t("contact-send-test")}</Button>
        <Button needs="change-contacts" onClick={onEdit}>{t("edit")}</Button>
        <Button needs="change-contacts" look="bare" icon="trash" label={t("contact-remove", { name: said(contact.name) })} onClick={onRemove} />
      </div>
    </li>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
