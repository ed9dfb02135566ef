// The loaded part of the orders list. It outlives the view, so that coming back from an order is instant and in place.
import { batch, signal } from "@preact/signals";
import { api, problemOf, wasAborted } from "../api";
import type { OrderRow, Problem } from "../types";
import { apiFilter, type OrderFilter } from "./filter";

export const orders = {
  filter: signal<OrderFilter | null>(null),
  rows: signal<OrderRow[]>([]),
  next: signal<string | null>(null),
  busy: signal<"first" | "refresh" | "more" | null>(null),
  problem: signal<Problem | null>(null),
  /** The order last looked at: the list opens there. */
  current: signal<string | null>(null),
};

let running: AbortController | null = null;

/** Loads the first page for `filter`; `refresh` keeps what is shown until the answer is there. */
export async function loadOrders(filter: OrderFilter, refresh = false): Promise<void> {
  if (!refresh && orders.filter.peek() === filter && (orders.busy.peek() || orders.rows.peek().length > 0)) return;
  const keep = refresh && orders.filter.peek() === filter;
  batch(() => {
    orders.filter.value = filter;
    orders.busy.value = keep ? "refresh" : "first";
    orders.problem.value = null;
    if (!keep) orders.rows.value = [];
    orders.next.value = keep ? orders.next.value : null;
  });
  await fetchPage(filter, null);
}

export async function loadMoreOrders(): Promise<void> {
  const filter = orders.filter.peek();
  const cursor = orders.next.peek();
  if (filter === null || cursor === null || orders.busy.peek()) return;
  batch(() => {
    orders.busy.value = "more";
    orders.problem.value = null;
  });
  await fetchPage(filter, cursor);
}

async function fetchPage(filter: OrderFilter, cursor: string | null): Promise<void> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  try {
    const page = await api.orders(apiFilter(filter), cursor, controller.signal);
    if (controller.signal.aborted) return;
    batch(() => {
      // An order that moved between two pages is listed once.
      const seen = new Set(cursor ? orders.rows.value.map((row) => row.id) : []);
      orders.rows.value = [...(cursor ? orders.rows.value : []), ...page.data.filter((row) => !seen.has(row.id))];
      orders.next.value = page.next;
      orders.busy.value = null;
    });
  } catch (error) {
    if (controller.signal.aborted || wasAborted(error)) return;
    batch(() => {
      orders.problem.value = problemOf(error);
      orders.busy.value = null;
    });
  }
}

/** What is newly known of an order, where the list shows it; it keeps its place until the list is refreshed. */
export function putOrder(changed: OrderRow): void {
  orders.rows.value = orders.rows.value.map((row) => (row.id === changed.id ? changed : row));
}

/** The neighbours of an order in the loaded list. */
export function around(id: string): { previous: string | null; next: string | null; row: OrderRow | null } {
  const rows = orders.rows.value;
  const at = rows.findIndex((row) => row.id === id);
  if (at < 0) return { previous: null, next: null, row: null };
  return { previous: rows[at - 1]?.id ?? null, next: rows[at + 1]?.id ?? null, row: rows[at] ?? null };
}
