// Single-key shortcuts, and two keys in a row such as "g o". Each does what a visible button or link does; they sleep while
// someone types and while a dialog is open.
import { effect, signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";

const KEY = "ordergate.keys";
/** How long the second key of two may take. */
const SECOND_MS = 1500;

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

/** What each key does; nothing for a key that does nothing now. */
type Actions = Record<string, (() => void) | false | null | undefined>;
/** What a key is for, where no button says it. */
type Names = Record<string, string>;
/** The keys of what is on the screen; no two parts of it use the same. */
const layers: { current: { actions: Actions; names: Names } }[] = [];
let first: { key: string; at: number } | null = null;

function listen(event: KeyboardEvent): void {
  if (!keysOn.value || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const target = event.target as HTMLElement;
  if (target.closest("input:not([type=checkbox]), textarea, select, dialog") || document.querySelector("dialog[open]")) return;
  const begun = first && event.timeStamp - first.at < SECOND_MS ? first.key : null;
  first = null;
  const name = begun ? `${begun} ${event.key}` : event.key;
  const act = layers.map(({ current }) => current.actions[name]).find((found) => found);
  if (act) {
    event.preventDefault();
    act();
  } else if (!begun && layers.some(({ current }) => Object.keys(current.actions).some((keys) => keys.startsWith(`${name} `)))) {
    first = { key: name, at: event.timeStamp };
  }
}
addEventListener("keydown", listen);

export function useKeys(actions: Actions, names: Names = {}): void {
  const latest = useRef({ actions, names });
  latest.current = { actions, names };
  // At once: what is on the screen answers to its keys.
  useLayoutEffect(() => {
    layers.push(latest);
    return () => void layers.splice(layers.indexOf(latest), 1);
  }, []);
}

/** Every single key that does something on the screen, and what: as its button, link or field says. */
export function keysShown(): [string, string][] {
  const found = new Map<string, string>();
  for (const element of document.querySelectorAll<HTMLElement>("[aria-keyshortcuts]:not([aria-keyshortcuts*=' '], :disabled)")) {
    found.set(element.getAttribute("aria-keyshortcuts") ?? "", nameOf(element));
  }
  for (const { current: { actions, names } } of layers) {
    for (const [key, act] of Object.entries(actions)) if (act && !key.includes(" ") && !found.has(key) && names[key]) found.set(key, names[key]);
  }
  return [...found].filter(([key, name]) => key && name).sort(([one], [other]) => one.localeCompare(other));
}

function nameOf(element: HTMLElement): string {
  const copy = ((element as HTMLInputElement).labels?.[0] ?? element).cloneNode(true) as HTMLElement;
  for (const key of copy.querySelectorAll("kbd, input")) key.remove();
  return element.ariaLabel ?? copy.textContent.trim();
}
