// One contact: address, language, what they hear of, and where the shop is told when their mails fail.
import { useState } from "preact/hooks";
import { Check, Field, FormDialog } from "../parts/form";
import { say } from "../parts/toast";
import { locale, t } from "../text";
import { formOf, LANGUAGES, putContact, type Contact, type ContactForm, type Events } from "./store";

const names = new Intl.DisplayNames([locale], { type: "language" });
export const languageName = (code: string): string => names.of(code) ?? code;

const FRESH: ContactForm = { name: "", email: "", language: "en", events: { holds: true, cases: true, marks: "at_once" }, webhook: null };

export function ContactDialog({ contact, onClose, onSaved }: { contact: Contact | null; onClose: () => void; onSaved: (contact: Contact) => void }) {
  const [form, setForm] = useState<ContactForm>(contact ?? FRESH);
  const change = (part: Partial<ContactForm>): void => setForm((before) => ({ ...before, ...part }));
  const hear = (part: Partial<Events>): void => change({ events: { ...form.events, ...part } });
  return (
    <FormDialog
      title={t(contact ? "contact-edit" : "contact-add")} action={t("save")} onClose={onClose}
      check={() => ({
        ...(form.name.trim() ? {} : { "/name": t("contact-no-name") }),
        ...(form.email.includes("@") ? {} : { "/email": t("contact-no-email") }),
      })}
      send={async () => {
        const saved = await putContact(formOf(form), contact?.id ?? null);
        say(t("contact-saved"));
        onClose();
        onSaved(saved);
      }}
    >
      <div class="form-pair">
        <Field pointer="/name" label={t("column-name")} value={form.name} required first onInput={(name) => change({ name })} />
        <Field pointer="/email" label={t("field-email")} type="email" value={form.email} required onInput={(email) => change({ email })} />
      </div>
      <Field pointer="/language" label={t("contact-language")} value={form.language} options={LANGUAGES.map((code) => [code, languageName(code)])} help={t("contact-language-help")}
        onInput={(language) => change({ language })} />
      <fieldset>
        <legend>{t("contact-hears")}</legend>
        <Check label={t("hears-holds")} help={t("hears-holds-help")} checked={form.events.holds} onChange={(holds) => hear({ holds })} />
        <Check label={t("hears-cases")} help={t("hears-cases-help")} checked={form.events.cases} onChange={(cases) => hear({ cases })} />
        <Field pointer="/events/marks" label={t("hears-marks")} value={form.events.marks} help={t("hears-marks-help")}
          options={(["at_once", "digest", "off"] as const).map((one) => [one, t(`marks-${one}`)])} onInput={(marks) => hear({ marks: marks as Events["marks"] })} />
      </fieldset>
      <Field pointer="/webhook/url" label={t("contact-channel")} type="url" value={form.webhook?.url ?? ""} help={t("contact-channel-help")} onInput={(url) => change({ webhook: { url } })} />
    </FormDialog>
  );
}
