// One short notice at a time, with at most one thing to do about it. It waits while it is pointed at or focused.
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { problemOf } from "../api";
import { t } from "../text";
import { Button } from "./button";
import "./toast.css";

const STAYS_MS = 12_000;

type Toast = { id: number; text: string; tone: "good" | "bad"; act?: { label: string; run: () => void } };
const toast = signal<Toast | null>(null);
let last = 0;

export function say(text: string, more: { tone?: Toast["tone"]; act?: Toast["act"] } = {}): void {
  toast.value = { id: ++last, text, tone: more.tone ?? "good", ...(more.act ? { act: more.act } : {}) };
}

/** Says why something was not done. */
export function sayProblem(error: unknown): void {
  const { title, detail } = problemOf(error);
  say(detail ? `${title}: ${detail}` : title, { tone: "bad" });
}

export function Toasts() {
  const shown = toast.value;
  const [kept, setKept] = useState(false);
  useEffect(() => {
    if (!shown || kept) return;
    const timer = setTimeout(() => (toast.value = null), STAYS_MS);
    return () => clearTimeout(timer);
  }, [shown, kept]);
  useEffect(() => setKept(false), [shown]);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown && (
        <div
          key={shown.id} class={`toast toast-${shown.tone}`}
          onMouseEnter={() => setKept(true)} onMouseLeave={() => setKept(false)}
          onFocusIn={() => setKept(true)} onFocusOut={() => setKept(false)}
        >
          <p>{shown.text}</p>
          {shown.act && (
            <Button look="bare" onClick={() => {
              const run = shown.act?.run;
              toast.value = null;
              run?.();
            }}>{shown.act.label}</Button>
          )}
          <Button look="bare" icon="close" label={t("dismiss")} onClick={() => (toast.value = null)} />
        </div>
      )}
    </div>
  );
}
