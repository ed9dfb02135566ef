// The router: the fragment holds the view and all its filters, so every view can be shared and nothing of it reaches a server.
import { signal } from "@preact/signals";

export const ORDER_FILTERS = ["all", "held", "marked", "not_checked", "approved", "released"] as const;
export type OrderFilter = (typeof ORDER_FILTERS)[number];

export type Route =
  | { view: "orders"; filter: OrderFilter }
  | { view: "order"; id: string }
  | { view: "blacklist"; find: string; entry: string | null }
  | { view: "unknown" };

export function parse(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#/, "").split("?", 2);
  const params = new URLSearchParams(search);
  const [, view = "", rest] = path.split("/", 3);
  if (view === "" || (view === "orders" && !rest)) {
    const state = params.get("marked") === "true" ? "marked" : params.get("state");
    return { view: "orders", filter: ORDER_FILTERS.find((known) => known === state) ?? "all" };
  }
  if (view === "orders" && rest) {
    try {
      return { view: "order", id: decodeURIComponent(rest) };
    } catch {
      return { view: "unknown" }; // a broken percent sign
    }
  }
  if (view === "blacklist") return { view: "blacklist", find: params.get("find") ?? "", entry: params.get("entry") };
  return { view: "unknown" };
}

export function href(route: Route): string {
  switch (route.view) {
    case "orders":
      return `#/orders${query(apiFilter(route.filter))}`;
    case "order":
      return `#/orders/${encodeURIComponent(route.id)}`;
    case "blacklist":
      return `#/blacklist${query({ find: route.find, entry: route.entry ?? "" })}`;
    case "unknown":
      return "#/";
  }
}

/** The filter as the API spells it; the fragment uses the same words. */
export function apiFilter(filter: OrderFilter): Record<string, string> {
  if (filter === "all") return {};
  return filter === "marked" ? { marked: "true" } : { state: filter };
}

function query(params: Record<string, string>): string {
  const search = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== "")).toString();
  return search ? `?${search}` : "";
}

export const route = signal<Route>(parse(location.hash));
addEventListener("hashchange", () => (route.value = parse(location.hash)));

export function go(to: Route): void {
  location.hash = href(to);
}

/** Changes a filter without a step in the history: for every letter typed. */
export function adjust(to: Route): void {
  history.replaceState(null, "", href(to));
  route.value = to;
}
