// Single-key shortcuts. Each does what a visible button does; they sleep while someone types and while a dialog is open.
import { effect, signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

const KEY = "ordergate.keys";

function stored(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

/** People who dictate or use switches can turn single keys off. */
export const keysOn = signal(stored());
effect(() => {
  try {
    localStorage.setItem(KEY, keysOn.value ? "on" : "off");
  } catch {
    // storage switched off: the choice lasts as long as the page
  }
});

export function useKeys(actions: Record<string, () => void>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!keysOn.value || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      if (target.closest("input, textarea, select, dialog") || document.querySelector("dialog[open]")) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}
