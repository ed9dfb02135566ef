// Walking a list by keys: j and k move the focus from row to row, and the list opens where it was left.
import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

/** The links of the rows: each has its row's id in `data-row`. */
const links = (box: HTMLElement | null): HTMLAnchorElement[] => [...(box?.querySelectorAll<HTMLAnchorElement>("a[data-row]") ?? [])];

export function useWalk(current: Signal<string | null>, onEnd: () => void) {
  const box = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const at = current.peek();
    if (at) links(box.current).find((link) => link.dataset["row"] === at)?.focus();
  }, []);
  const step = (by: 1 | -1): void => {
    const all = links(box.current);
    const at = all.findIndex((link) => link.dataset["row"] === current.peek());
    const to = at < 0 ? 0 : at + by;
    if (by === 1 && to >= all.length - 1) onEnd();
    all[Math.max(0, Math.min(all.length - 1, to))]?.focus();
  };
  return { box, step };
}
