// What the list of orders can be narrowed to; the fragment and the API use the same words.
import type { RouteOf } from "../route";

export const ORDER_FILTERS = ["all", "held", "marked", "not_checked", "approved", "released"] as const;
export type OrderFilter = (typeof ORDER_FILTERS)[number];

export function filterOf(route: RouteOf<"orders">): OrderFilter {
  const state = route.marked === "true" ? "marked" : route.state;
  return ORDER_FILTERS.find((known) => known === state) ?? "all";
}

/** The filter as the API spells it. */
export function apiFilter(filter: OrderFilter): Record<string, string> {
  if (filter === "all") return {};
  return filter === "marked" ? { marked: "true" } : { state: filter };
}

/** The list with this filter. */
export const listOf = (filter: OrderFilter): RouteOf<"orders"> => ({ view: "orders", ...apiFilter(filter) });
