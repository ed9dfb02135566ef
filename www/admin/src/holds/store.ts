// The loaded part of the held orders, and what the list can be narrowed to.
import { listed } from "../api";
import { paged } from "../list";
import type { RouteOf } from "../route";
import type { OpenHold } from "../types";

/** Each is a tab; all but the first are filters of the API, by name and value. */
export const HOLD_FILTERS = { all: {}, automatic: { kind: "automatic" }, manual: { kind: "manual" }, overdue: { overdue: "true" }, free: { locked: "false" }, locked: { locked: "true" } } as const;
export type HoldFilter = keyof typeof HOLD_FILTERS;
export const HOLD_TABS = Object.keys(HOLD_FILTERS) as HoldFilter[];

export const filterOf = ({ show }: RouteOf<"holds">): HoldFilter => HOLD_TABS.find((known) => known === show) ?? "all";

export const holds = paged<RouteOf<"holds">, OpenHold>(
  ({ order }) => order.id,
  (route, cursor, signal) => listed<OpenHold>("/v1/holds", { ...HOLD_FILTERS[filterOf(route)], ...(route.code ? { code: route.code } : {}) }, cursor, signal),
);

export const nameOf = ({ order }: OpenHold): string => order.number ?? order.id;
