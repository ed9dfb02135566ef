// A form and its fields. What is refused stands at the field that its pointer names, and what has no field stands on top.
import { createContext, type ComponentChildren } from "preact";
import { useContext, useId, useRef, useState } from "preact/hooks";
import { problemOf } from "../api";
import { t } from "../text";
import { may, type Deed } from "../roles";
import type { Problem } from "../types";
import { Button } from "./button";
import { Dialog } from "./dialog";
import "./form.css";
import { ProblemNote } from "./problem";
import { RoleNote } from "./role-note";

type Problems = Record<string, string>;
const Wrong = createContext<Problems>({});

/** Everything that is wrong in the form around; another object after every try. */
export const useAllWrong = (): Problems => useContext(Wrong);
/** What is wrong at a pointer of the form around. */
export const useWrong = (pointer: string): string | undefined => useContext(Wrong)[pointer];

type FormProps = {
  class?: string;
  /** Those whose role may not do this read the form and cannot change it. */
  needs?: Deed;
  /** Problems found before anything is sent, by pointer. */
  check?: () => Problems;
  send: () => Promise<void>;
  /** Called with what was refused, when something around the form has to know. */
  onRefused?: (problem: Problem) => void;
  children: (busy: boolean) => ComponentChildren;
};

export function Form({ class: name = "", needs, check, send, onRefused, children }: FormProps) {
  const [wrong, setWrong] = useState<Problems>({});
  const [refused, setRefused] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const show = (found: Problems): void => {
    setWrong(found);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setRefused(null);
    const found = check?.() ?? {};
    show(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await send();
    } catch (error) {
      const problem = problemOf(error);
      const placed = problem.errors.filter(({ pointer }) => form.current?.querySelector(`[data-pointer="${CSS.escape(pointer)}"]`));
      const rest = problem.errors.filter((one) => !placed.includes(one));
      if (placed.length === 0 || rest.length > 0) setRefused({ ...problem, errors: rest });
      const found: Problems = {};
      for (const { pointer, detail } of placed) found[pointer] = found[pointer] ? `${found[pointer]}\n${detail}` : detail;
      show(found);
      onRefused?.(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form ref={form} class={name} noValidate onSubmit={(event) => void submit(event)}>
      <Wrong.Provider value={wrong}>
        {refused && <ProblemNote problem={refused} />}
        {!needs || may(needs) ? children(busy) : <><RoleNote deed={needs} /><fieldset class="form-read" disabled>{children(busy)}</fieldset></>}
      </Wrong.Provider>
    </form>
  );
}

type FormDialogProps = Omit<FormProps, "children" | "class"> & {
  title: string; action: string; danger?: boolean; onClose: () => void; children: ComponentChildren;
  /** Buttons beside those that every dialog has. */
  more?: ComponentChildren;
};

export function FormDialog({ title, action, danger, onClose, more, children, ...form }: FormDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <Form class="dialog-form form-dialog" {...form}>
        {(busy) => (
          <>
            <div class="dialog-body form-fields">{children}</div>
            <div class="dialog-foot">
              {more && <span class="form-more">{more}</span>}
              <Button onClick={onClose}>{t("cancel")}</Button>
              <Button look={danger ? "danger" : "main"} type="submit" busy={busy} disabled={busy}>{action}</Button>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  );
}

type FieldProps = {
  pointer: string; label: string; value: string; help?: ComponentChildren; required?: boolean; disabled?: boolean; first?: boolean;
  /** Only these, with their words. */
  options?: readonly (readonly [string, string])[];
  type?: "text" | "number" | "email" | "url" | "password";
  rows?: number;
  onInput: (value: string) => void;
};

export function Field({ pointer, label, value, help, required, disabled, first, options, type = "text", rows, onInput }: FieldProps) {
  const id = useId();
  const wrong = useWrong(pointer);
  const note = wrong ?? help;
  const same = {
    id, disabled, required, "data-pointer": pointer, "data-first": first ? "true" : undefined,
    "aria-invalid": wrong ? "true" as const : undefined, "aria-describedby": note ? `${id}-help` : undefined,
  };
  const take = (event: { currentTarget: { value: string } }): void => onInput(event.currentTarget.value);
  return (
    <div class="input">
      <label for={id}>{label}{required && <span class="quiet"> {t("required")}</span>}</label>
      {options ? (
        <select {...same} value={value} onChange={take}>{options.map(([one, word]) => <option value={one} selected={one === value}>{word}</option>)}</select>
      ) : rows ? (
        <textarea {...same} rows={rows} dir="auto" value={value} spellcheck={false} onInput={take} />
      ) : (
        <input
          {...same} value={value} type={(type === "number" ? "text" : type) as "text"} inputMode={type === "number" ? "numeric" : undefined}
          autocomplete={type === "password" ? "new-password" : "off"} spellcheck={false} dir="auto" onInput={take}
        />
      )}
      {note && <p id={`${id}-help`} class={wrong ? "form-problem" : "quiet"}>{note}</p>}
    </div>
  );
}

type CheckProps = { pointer?: string; label: string; help?: string; checked: boolean; disabled?: boolean; look?: "check" | "switch"; onChange: (checked: boolean) => void };

/** A box to tick, or a switch that acts at once. */
export function Check({ pointer, label, help, checked, disabled, look = "check", onChange }: CheckProps) {
  const wrong = useWrong(pointer ?? "");
  const note = pointer && wrong ? wrong : help;
  return (
    <label class="check">
      <input
        type="checkbox" class={look === "switch" ? "switch" : undefined} role={look === "switch" ? "switch" : undefined} checked={checked} disabled={disabled} data-pointer={pointer}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class="check-words"><span>{label}</span>{note && <span class={wrong && pointer ? "form-problem" : "quiet"}>{note}</span>}</span>
    </label>
  );
}

/** What a person reads as a whole number; null for nothing, undefined for anything else. */
export function wholeNumber(text: string): number | null | undefined {
  const read = text.trim().replace("−", "-");
  return read === "" ? null : /^[+-]?\d{1,9}$/.test(read) ? Number(read) : undefined;
}
