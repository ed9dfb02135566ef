// Adding an entry: the fields that must all match, what a match does, why, and until when.
import { useRef, useState } from "preact/hooks";
import { problemOf } from "../api";
import { fieldName } from "../format";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { ProblemNote } from "../parts/problem";
import { say } from "../parts/toast";
import { t } from "../text";
import type { Effect, Problem } from "../types";
import "./add.css";
import { effectOf, EFFECTS, emptyForm, EXPIRIES, FIRST_FIELDS, missing, MORE_FIELDS, toEntry, type Expiry, type Form } from "./fields";
import { Input } from "./input";
import { addEntry } from "./store";

type Props = {
  /** What is filled in to begin with. */
  fields: Record<string, string>;
  /** The order that the entry is added from. */
  about?: string | undefined;
  onClose: () => void;
  onAdded?: () => void;
};

export function AddEntry({ fields, about, onClose, onAdded }: Props) {
  const [form, setForm] = useState<Form>(() => emptyForm(fields));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const change = (part: Partial<Form>): void => setForm((before) => ({ ...before, ...part }));
  const effect = effectOf(form);

  const show = (found: Record<string, string>): void => {
    setProblems(found);
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>("[aria-invalid=true], .form-problem")?.focus());
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setRefused(null);
    const found = missing(form);
    if (Object.keys(found).length > 0) return show(found);
    setBusy(true);
    try {
      await addEntry(toEntry(form, Date.now()));
      say(t("entry-added"));
      onAdded?.();
      onClose();
    } catch (error) {
      const problem = problemOf(error);
      const { placed, rest } = place(problem);
      setBusy(false);
      setRefused(rest ? problem : null);
      show(placed);
    }
  };
  const input = (field: string, first = false) => (
    <Input
      key={field} name={field} label={fieldName(field)} value={form.fields[field] ?? ""} problem={problems[`/fields/${field}`]} first={first}
      onInput={(value) => change({ fields: { ...form.fields, [field]: value } })}
    />
  );
  const moreFilled = MORE_FIELDS.some((field) => form.fields[field] || problems[`/fields/${field}`]);

  return (
    <Dialog title={about ? t("add-title-order", { number: about }) : t("add-title")} onClose={onClose}>
      <form ref={element} class="add dialog-form" noValidate onSubmit={(event) => void submit(event)}>
        <div class="dialog-body">
          {refused && <ProblemNote problem={refused} />}
          <fieldset aria-describedby="fields-help">
            <legend>{t("add-fields")}</legend>
            <p id="fields-help" class="quiet">{t("add-fields-help")}</p>
            {problems["/fields"] && <p class="form-problem" role="alert" tabIndex={-1}>{problems["/fields"]}</p>}
            <div class="add-fields">{FIRST_FIELDS.map((field) => input(field, field === "first_name" && !fields["email"]))}</div>
            <details class="add-more" open={moreFilled || undefined}>
              <summary>{t("add-more")}</summary>
              <div class="add-fields">{MORE_FIELDS.map((field) => input(field))}</div>
            </details>
          </fieldset>
          <div class="add-what">
            <Choice name="effect" label={t("add-effect")} value={effect} options={EFFECTS} word={(one) => t(`effect-${one}`)} help={t(`effect-${effect}-help`)}
              problem={problems["/effect"]} onChange={(value) => change({ effect: value as Effect })} />
            <Input name="points" label={t("add-points")} value={effect === "points" ? form.points : ""} problem={problems["/points"]} disabled={effect !== "points"} numeric
              help={t(effect === "points" ? "add-points-help" : "add-points-off")} onInput={(points) => change({ points })} />
          </div>
          <Input name="reason" label={t("add-reason")} value={form.reason} problem={problems["/reason"]} required help={t("add-reason-help")} first={!!fields["email"]}
            onInput={(reason) => change({ reason })} />
          <Choice name="expires_at" label={t("add-expires")} value={form.expiry} options={EXPIRIES} word={(one) => (one === "never" ? t("never") : t("add-months", { n: Number(one) }))}
            help={t(form.expiry === "never" ? "add-never-help" : "add-expires-help")} problem={problems["/expires_at"]} onChange={(value) => change({ expiry: value as Expiry })} />
        </div>
        <div class="dialog-foot">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="main" type="submit" busy={busy} disabled={busy}>{t("entry-add")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

const PLACED = /^\/(fields(\/[a-z_]+)?|points|reason|effect|expires_at)$/;

/** The problems that have a place in the form, and whether something is left to say above it. */
function place(problem: Problem): { placed: Record<string, string>; rest: boolean } {
  const placed = Object.fromEntries(problem.errors.filter(({ pointer }) => PLACED.test(pointer)).map(({ pointer, detail }) => [pointer, detail]));
  return { placed, rest: Object.keys(placed).length === 0 || Object.keys(placed).length < problem.errors.length };
}

type ChoiceProps = {
  name: string; label: string; value: string; options: readonly string[]; word: (option: string) => string;
  help: string; problem: string | undefined; onChange: (value: string) => void;
};

function Choice({ name, label, value, options, word, help, problem, onChange }: ChoiceProps) {
  return (
    <div class="input">
      <label for={`add-${name}`}>{label}</label>
      <select id={`add-${name}`} name={name} value={value} aria-invalid={problem ? "true" : undefined} aria-describedby={`add-${name}-help`} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => <option value={option}>{word(option)}</option>)}
      </select>
      <p id={`add-${name}-help`} class={problem ? "form-problem" : "quiet"}>{problem ?? help}</p>
    </div>
  );
}
