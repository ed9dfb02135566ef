// A list of one view that goes on page by page: its rows so far, and the button for more of them.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { get } from "../api";
import { useLoad, type Loaded } from "../load";
import { t } from "../text";
import type { List } from "../types";
import { Button } from "./button";
import { sayProblem } from "./toast";

type Pages<T> = Pick<Loaded<unknown>, "problem" | "busy" | "reload"> & { /** Null until the first page is there. */ rows: T[] | null; more: JSX.Element | null };

/** `path` is the list's address with its limit and filters. */
export function usePages<T>(path: string): Pages<T> {
  const page = (cursor: string | null, signal?: AbortSignal): Promise<List<T>> => get(cursor === null ? path : `${path}&cursor=${encodeURIComponent(cursor)}`, signal);
  const { data: first, ...loaded } = useLoad(path, (signal) => page(null, signal));
  // What came later is of one first page: read again, the list begins anew.
  const [later, setLater] = useState<List<T> & { of: List<T> | null }>({ of: null, data: [], next: null });
  const all = first && (later.of === first ? { data: [...first.data, ...later.data], next: later.next } : first);
  const load = (): void => {
    page(all?.next ?? null).then((found) => setLater({ of: first, data: [...(later.of === first ? later.data : []), ...found.data], next: found.next }), sayProblem);
  };
  return { ...loaded, rows: all?.data ?? null, more: all?.next ? <p class="orders-foot"><span /><Button onClick={load}>{t("load-more")}</Button></p> : null };
}
