// A dialog with one text to write: a comment, a note, a name. What is refused is said at the text, and nothing typed is lost.
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { problemOf } from "../api";
import { t } from "../text";
import type { Problem } from "../types";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { ProblemNote } from "./problem";
import "./say.css";

type Props = {
  title: string;
  /** What will happen. */
  text?: ComponentChildren;
  label: string;
  help?: string | undefined;
  /** What an empty text is answered with; without it the text may stay empty. */
  missing?: string;
  /** Where the server says that the text is wrong. */
  pointer: string;
  /** One line instead of several. */
  short?: boolean;
  value?: string;
  /** The word on the button that does it. */
  act: string;
  look?: "main" | "danger";
  /** Does it; what it throws is shown. */
  onSay: (text: string) => Promise<void>;
  /** Another thing that can be done with the same words. */
  other?: { act: string; onSay: (text: string) => Promise<void> };
  /** Somebody was faster: what is behind the dialog is no longer true. */
  onConflict?: () => void;
  onClose: () => void;
};

export function Say({ title, text, label, help, missing, pointer, short, value = "", act, look = "main", onSay, other, onConflict, onClose }: Props) {
  const [typed, setTyped] = useState(value);
  const [wrong, setWrong] = useState<string | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  const [busy, setBusy] = useState<Props["onSay"] | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const show = (what: string): void => {
    setWrong(what);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[data-first]")?.focus());
  };
  const submit = async (act: Props["onSay"]): Promise<void> => {
    if (busy) return;
    setRefused(null);
    setWrong(null);
    if (missing && typed.trim() === "") return show(missing);
    setBusy(() => act);
    try {
      await act(typed);
      onClose();
    } catch (error) {
      const problem = problemOf(error);
      const placed = problem.errors.find((one) => one.pointer === pointer);
      setBusy(null);
      if (placed) return show(placed.detail);
      setRefused(problem);
      if (problem.status === 409) onConflict?.();
    }
  };
  const typing = (event: { currentTarget: { value: string } }): void => {
    setTyped(event.currentTarget.value);
    setWrong(null);
  };
  const field = {
    id: "say-text", required: missing !== undefined, dir: "auto", "data-first": "true", value: typed, "aria-invalid": wrong ? "true" : undefined,
    "aria-describedby": wrong || help ? "say-help" : undefined,
  } as const;
  return (
    <Dialog title={title} onClose={onClose}>
      <form ref={form} class="say dialog-form" noValidate onSubmit={(event) => (event.preventDefault(), void submit(onSay))}>
        <div class="dialog-body">
          {refused && <ProblemNote problem={refused} />}
          {typeof text === "string" ? <p>{text}</p> : text}
          <div class="input">
            <label for="say-text">{label} {missing && <span class="quiet">{t("required")}</span>}</label>
            {short
              ? <input {...field} autocomplete="off" onInput={typing} />
              : <textarea {...field} rows={4} onInput={typing} />}
            {(wrong || help) && <p id="say-help" class={wrong ? "form-problem" : "quiet"}>{wrong ?? help}</p>}
          </div>
        </div>
        <div class="dialog-foot">
          <Button onClick={onClose}>{t("cancel")}</Button>
          {other && <Button busy={busy === other.onSay} disabled={busy !== null} onClick={() => void submit(other.onSay)}>{other.act}</Button>}
          <Button look={look} type="submit" busy={busy === onSay} disabled={busy !== null}>{act}</Button>
        </div>
      </form>
    </Dialog>
  );
}
