// The name a reviewer works under: cases are assigned to it and holds are locked by it. It is asked for once and kept in this browser.
import { signal } from "@preact/signals";

const KEY = "ordergate.me";

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage switched off
  }
}

export const me = signal<string | null>(stored());
/** What waits for a name. */
export const waiting = signal<((name: string) => void) | null>(null);

export function setMe(name: string): void {
  me.value = name;
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // storage switched off: the name lasts as long as the page
  }
}

/** Does something under the reviewer's name; asks for the name first when nobody has said it. */
export function asMe(act: (name: string) => void): void {
  if (me.value) act(me.value);
  else waiting.value = act;
}
