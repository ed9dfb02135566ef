// The loaded part of the case list, and what the list can be narrowed to.
import { listed } from "../api";
import { now } from "../format";
import { paged } from "../list";
import { me } from "../me";
import type { RouteOf } from "../route";
import type { Case } from "../types";

export const CASE_FILTERS = ["open", "mine", "unassigned", "snoozed", "over", "closed"] as const;
export type CaseFilter = (typeof CASE_FILTERS)[number];

export const filterOf = ({ show }: RouteOf<"cases">): CaseFilter => CASE_FILTERS.find((known) => known === show) ?? "open";

/** The filter as the API spells it. What cannot be stopped any more stands by itself, so that it never hides what can. */
function apiFilter(filter: CaseFilter): Record<string, string> {
  switch (filter) {
    case "open":
      return { window: "open", snoozed: "false" };
    case "mine":
      return { assignee: me.peek() ?? "", snoozed: "false" };
    case "unassigned":
      return { unassigned: "true", window: "open", snoozed: "false" };
    case "snoozed":
      return { snoozed: "only" };
    case "over":
      return { window: "over" };
    case "closed":
      return { state: "resolved" };
  }
}

export const cases = paged<RouteOf<"cases">, Case>(
  ({ id }) => id,
  async (route, cursor, signal) => {
    const filter = filterOf(route);
    if (filter === "mine" && me.peek() === null) return { data: [], next: null };
    return listed<Case>("/v1/cases", apiFilter(filter), cursor, signal);
  },
);

/** What is newly known of a case: an answered one leaves the lists of open ones. */
export function caseChanged(one: Case): void {
  const route = cases.at.peek();
  if (one.state === "resolved" && route !== null && !route.includes("show=closed")) cases.drop(one.id);
  else cases.put(one);
}

export const isAsleep = ({ snoozed_until }: Case): boolean => snoozed_until !== null && Date.parse(snoozed_until) > now.value;
