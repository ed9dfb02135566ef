// One entry, new or changed: the fields that must all match, what a match does, why, and until when.
import { useState } from "preact/hooks";
import { day, fieldName } from "../format";
import { Field, FormDialog, useWrong } from "../parts/form";
import { say } from "../parts/toast";
import { t } from "../text";
import type { Effect, Entry } from "../types";
import "./add.css";
import { effectOf, EFFECTS, emptyForm, EXPIRIES, FIRST_FIELDS, formOf, missing, MORE_FIELDS, toEntry, type Expiry, type Form } from "./fields";
import { Preview } from "./preview";
import { addEntry, replaceEntry } from "./store";

type Props = {
  /** What is filled in to begin with. */
  fields: Record<string, string>;
  /** The order that the entry is added from. */
  about?: string | undefined;
  /** The entry that is changed. */
  entry?: Entry | undefined;
  /** An entry of the allow list. */
  allow?: boolean;
  onClose: () => void;
  onAdded?: () => void;
};

export function AddEntry({ fields, about, entry, allow, onClose, onAdded }: Props) {
  const [form, setForm] = useState<Form>(() => (entry ? formOf(entry) : { ...emptyForm(fields), effect: allow ? "allow" : null }));
  const change = (part: Partial<Form>): void => setForm((before) => ({ ...before, ...part }));
  const effect = effectOf(form);
  const expiries = [...(form.kept === undefined ? [] : ["kept" as const]), ...EXPIRIES];
  const input = (field: string, first = false) => (
    <Field key={field} pointer={`/fields/${field}`} label={fieldName(field)} value={form.fields[field] ?? ""} first={first} onInput={(value) => change({ fields: { ...form.fields, [field]: value } })} />
  );
  const title = entry ? t("edit-title") : about ? t("add-title-order", { number: about }) : t(allow ? "allow-title" : "add-title");
  return (
    <FormDialog
      title={title} action={t(entry ? "save" : "entry-add")} onClose={onClose} check={() => missing(form)}
      send={async () => {
        const asked = toEntry(form, Date.now());
        await (entry ? replaceEntry(entry.id, asked) : addEntry(asked));
        say(t(entry ? "entry-changed" : "entry-added"));
        onAdded?.();
        onClose();
      }}
    >
      <fieldset class="add" aria-describedby="fields-help">
        <legend>{t("add-fields")}</legend>
        <p id="fields-help" class="quiet">{t("add-fields-help")}</p>
        <FieldsWrong />
        <div class="add-fields">{FIRST_FIELDS.map((field) => input(field, field === "first_name" && !fields["email"]))}</div>
        <details class="add-more" open={MORE_FIELDS.some((field) => form.fields[field]) || undefined}>
          <summary>{t("add-more")}</summary>
          <div class="add-fields">{MORE_FIELDS.map((field) => input(field))}</div>
        </details>
      </fieldset>
      <div class="form-pair">
        <Field pointer="/effect" label={t("add-effect")} value={effect} options={EFFECTS.map((one) => [one, t(`effect-${one}`)])} help={t(`effect-${effect}-help`)}
          onInput={(value) => change({ effect: value as Effect })} />
        <Field pointer="/points" label={t("add-points")} type="number" value={effect === "points" ? form.points : ""} disabled={effect !== "points"}
          help={t(effect === "points" ? "add-points-help" : "add-points-off")} onInput={(points) => change({ points })} />
      </div>
      <Field pointer="/reason" label={t("add-reason")} value={form.reason} required help={t("add-reason-help")} first={!!fields["email"]} onInput={(reason) => change({ reason })} />
      <Field pointer="/expires_at" label={t("add-expires")} value={form.expiry} options={expiries.map((one) => [one, expiryWord(one, form.kept)])}
        help={t(form.expiry === "never" ? "add-never-help" : "add-expires-help")} onInput={(value) => change({ expiry: value as Expiry })} />
      <Preview form={form} />
    </FormDialog>
  );
}

function expiryWord(expiry: Expiry, kept: string | undefined): string {
  if (expiry === "kept") return t("add-kept", { day: day(kept ?? "") });
  return expiry === "never" ? t("never") : t("add-months", { n: Number(expiry) });
}

/** What is wrong with the fields as a whole stands above them. */
function FieldsWrong() {
  const wrong = useWrong("/fields");
  return <p class="form-problem" data-pointer="/fields" role="alert" tabIndex={-1} aria-invalid={wrong ? "true" : undefined} hidden={!wrong}>{wrong}</p>;
}
