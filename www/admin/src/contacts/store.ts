// The shop's contacts as the API has them.
import { call } from "../api";
import type { List, Mail } from "../types";

export type Events = { holds: boolean; cases: boolean; marks: "at_once" | "digest" | "off" };
export type Contact = {
  id: string; name: string; email: string; language: string; events: Events;
  bounced: { at: string; reason: string | null } | null;
  /** The address of the shop's own that is posted to when mails fail; its secret comes with the answer that makes it. */
  webhook: { url: string; secret?: string } | null;
  created_at: string;
};
export type ContactForm = Pick<Contact, "name" | "email" | "language" | "events"> & { webhook: { url: string } | null };

export const LANGUAGES = ["en", "pt-BR", "pl", "tr", "it"] as const;
/** What is sent to have this contact, or to have it again. */
export const formOf = ({ name, email, language, events, webhook }: ContactForm): ContactForm =>
  ({ name, email, language, events, webhook: webhook?.url.trim() ? { url: webhook.url.trim() } : null });

const at = (id: string): string => `/v1/contacts/${encodeURIComponent(id)}`;

export const listContacts = (signal: AbortSignal): Promise<Contact[]> => call<List<Contact>>("GET", "/v1/contacts", undefined, signal).then(({ data }) => data);
export const putContact = (form: ContactForm, id: string | null): Promise<Contact> => (id ? call("PUT", at(id), form) : call("POST", "/v1/contacts", form));
export const removeContact = (id: string): Promise<void> => call("DELETE", at(id));

const LOOK_EVERY_MS = 700;
const LOOKS = 20;

/** Sends a test mail and looks after it until something has become of it. */
export async function testMail(id: string, seen: (mail: Mail) => void): Promise<void> {
  let mail = await call<Mail>("POST", `${at(id)}/test`);
  seen(mail);
  for (let look = 0; look < LOOKS && (mail.state === "pending" || mail.state === "leased"); look += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    mail = await call<Mail>("GET", `/v1/mails/${encodeURIComponent(mail.id)}`);
    seen(mail);
  }
}
