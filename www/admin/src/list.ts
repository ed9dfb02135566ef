// A list that is loaded in pages. It outlives its view, so that coming back from one of its rows is instant and in place.
import { batch, signal, type Signal } from "@preact/signals";
import { problemOf, wasAborted } from "./api";
import { href, type Route } from "./route";
import type { List, Problem } from "./types";

export type Paged<R extends Route, T> = {
  /** The fragment whose rows are loaded; null before anything is. */
  at: Signal<string | null>;
  rows: Signal<T[]>;
  next: Signal<string | null>;
  busy: Signal<"first" | "refresh" | "more" | null>;
  problem: Signal<Problem | null>;
  /** The row last looked at: the list opens there. */
  current: Signal<string | null>;
  /** Rows that are selected for an action on many. */
  chosen: Signal<ReadonlySet<string>>;
  id: (row: T) => string;
  /** Loads the first page; `refresh` keeps what is shown until the answer is there. */
  load: (route: R, refresh?: boolean) => Promise<void>;
  more: () => Promise<void>;
  /** What is newly known of a row, where the list shows it; it keeps its place until the list is refreshed. */
  put: (row: T) => void;
  drop: (id: string) => void;
  /** Selects a row or takes it out; with `through` all rows from the one before it. */
  toggle: (id: string, through?: boolean) => void;
  around: (id: string) => { previous: string | null; next: string | null; row: T | null };
};

type Fetch<R, T> = (route: R, cursor: string | null, signal: AbortSignal) => Promise<List<T>>;

export function paged<R extends Route, T>(id: (row: T) => string, fetch: Fetch<R, T>): Paged<R, T> {
  const [at, next, current] = [signal<string | null>(null), signal<string | null>(null), signal<string | null>(null)];
  const rows = signal<T[]>([]);
  const busy = signal<"first" | "refresh" | "more" | null>(null);
  const problem = signal<Problem | null>(null);
  const chosen = signal<ReadonlySet<string>>(new Set());
  let toggled = "";
  let running: AbortController | null = null;
  let shown: R | null = null;

  const page = async (route: R, cursor: string | null): Promise<void> => {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    try {
      const answer = await fetch(route, cursor, controller.signal);
      if (controller.signal.aborted) return;
      batch(() => {
        // A row that moved between two pages is listed once.
        const before = cursor ? rows.value : [];
        const seen = new Set(before.map(id));
        rows.value = [...before, ...answer.data.filter((row) => !seen.has(id(row)))];
        next.value = answer.next;
        busy.value = null;
        const there = new Set(rows.value.map(id));
        chosen.value = new Set([...chosen.value].filter((one) => there.has(one)));
      });
    } catch (error) {
      if (controller.signal.aborted || wasAborted(error)) return;
      batch(() => {
        problem.value = problemOf(error);
        busy.value = null;
      });
    }
  };
  return {
    at, rows, next, busy, problem, current, chosen, id,
    load: async (route, refresh = false) => {
      const same = at.peek() === href(route);
      if (!refresh && same && (busy.peek() || rows.peek().length > 0)) return;
      const keep = refresh && same;
      shown = route;
      batch(() => {
        at.value = href(route);
        busy.value = keep ? "refresh" : "first";
        problem.value = null;
        if (keep) return;
        rows.value = [];
        next.value = null;
        chosen.value = new Set();
      });
      await page(route, null);
    },
    more: async () => {
      const cursor = next.peek();
      if (shown === null || cursor === null || busy.peek()) return;
      batch(() => {
        busy.value = "more";
        problem.value = null;
      });
      await page(shown, cursor);
    },
    put: (row) => (rows.value = rows.value.map((other) => (id(other) === id(row) ? row : other))),
    drop: (gone) => (rows.value = rows.value.filter((row) => id(row) !== gone)),
    toggle: (one, through = false) => {
      const ids = rows.value.map(id);
      const [from, to] = [ids.indexOf(toggled), ids.indexOf(one)].sort((a, b) => a - b) as [number, number];
      const changed = new Set(chosen.value);
      const on = !changed.has(one);
      for (const other of through && from >= 0 ? ids.slice(from, to + 1) : [one]) on ? changed.add(other) : changed.delete(other);
      toggled = one;
      chosen.value = changed;
    },
    around: (one) => {
      const where = rows.value.findIndex((row) => id(row) === one);
      const beside = (by: number): string | null => {
        const row = where < 0 ? undefined : rows.value[where + by];
        return row === undefined ? null : id(row);
      };
      return { previous: beside(-1), next: beside(1), row: rows.value[where] ?? null };
    },
  };
}
