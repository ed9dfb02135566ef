// What the list of orders can be narrowed to; the fragment and the API use the same words, but for days: the fragment has the shop's days.
import { dayBegins } from "../format";
import { href, type RouteOf } from "../route";

/** The tabs; each is a state but for the first and the marked. */
export const ORDER_FILTERS = ["all", "held", "marked", "not_checked", "approved", "released"] as const;
export type OrderFilter = (typeof ORDER_FILTERS)[number];
export const STATES = ["approved", "held", "not_checked", "released", "declined", "fraud", "cancelled", "shipped"] as const;
export const DECISIONS = ["approve", "review", "decline"] as const;
/** What the panel has beside the tabs. */
export const NARROWER = ["decision", "points", "from", "to"] as const;

type Orders = RouteOf<"orders">;

/** The tab that is shown; null for a state without one, and for a number, which is found whatever its state. */
export function tabOf({ state = "all", marked, number }: Orders): OrderFilter | null {
  if (number) return null;
  return marked === "true" ? (state === "all" ? "marked" : null) : ORDER_FILTERS.find((tab) => tab === state && tab !== "marked") ?? null;
}

/** The list with this tab; what else it is narrowed to stays. */
export const listOf = (tab: OrderFilter, { decision, points, from, to }: Partial<Orders> = {}): Orders =>
  ({ view: "orders", decision, points, from, to, ...(tab === "all" ? {} : tab === "marked" ? { marked: "true" } : { state: tab }) });

export const narrowed = (route: Orders): number =>
  [...NARROWER, "state" as const].filter((name) => route[name]).length - (route.state && tabOf(route) ? 1 : 0);

export const isPlain = (route: Orders): boolean => href(route) === href({ view: "orders" });

/** The filter as the API spells it. */
export function apiFilter({ number, from, to, view: _, ...same }: Orders): Record<string, string> {
  if (number) return { number };
  const moments = { from: from && dayBegins(from), before: to && dayBegins(to, 1) };
  return Object.fromEntries(Object.entries({ ...same, ...moments }).filter((pair): pair is [string, string] => Boolean(pair[1])));
}
