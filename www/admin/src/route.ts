// The router: the fragment holds the view and all its filters, so every view can be shared and nothing of it reaches a server.
//
//   #/cases?state=resolved   a view with its filters
//   #/cases/01JD…            one thing of a view, by its id
import { signal } from "@preact/signals";

type Place = { at: string; item?: true; filters: readonly string[] };

/** Where each view is: its word, whether an id follows, and the filters it knows. A new view is a line here, one in shell/nav.ts and one in views.tsx. */
const PLACES = {
  today: { at: "today", filters: [] },
  cases: { at: "cases", filters: ["show"] },
  case: { at: "cases", item: true, filters: [] },
  holds: { at: "holds", filters: ["show", "code"] },
  orders: { at: "orders", filters: ["state", "marked", "decision", "points", "from", "to", "number"] },
  order: { at: "orders", item: true, filters: [] },
  customers: { at: "customers", filters: [] },
  customer: { at: "customers", item: true, filters: [] },
  blacklist: { at: "blacklist", filters: ["list", "find", "entry"] },
  contacts: { at: "contacts", filters: [] },
  install: { at: "install", filters: ["platform"] },
  outbox: { at: "outbox", filters: ["state"] },
  settings: { at: "settings", filters: ["tab"] },
  rules: { at: "rules", filters: ["edit"] },
} as const satisfies Record<string, Place>;

type Places = typeof PLACES;
export type View = keyof Places;
/** A view as the fragment names it; a filter that is absent, or empty, is not set. */
export type RouteOf<V extends View> =
  & { view: V }
  & (Places[V] extends { item: true } ? { id: string } : unknown)
  & { [F in Places[V]["filters"][number]]?: string | undefined };
export type Route = { [V in View]: RouteOf<V> }[View] | { view: "unknown" };

/** What a bare address shows. */
export const FIRST: Route = { view: "today" };

export function parse(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#/, "").split("?", 2);
  const [, at = "", rest = ""] = path.split("/", 3);
  if (at === "") return FIRST;
  const found = Object.entries<Place>(PLACES).find(([, place]) => place.at === at && (place.item ?? false) === (rest !== ""));
  if (!found) return { view: "unknown" };
  const [view, { filters, item }] = found;
  const params = new URLSearchParams(search);
  const set = filters.map((name) => [name, params.get(name)]).filter(([, value]) => value);
  try {
    return { view, ...(item ? { id: decodeURIComponent(rest) } : {}), ...Object.fromEntries(set) } as Route;
  } catch {
    return { view: "unknown" }; // a broken percent sign
  }
}

export function href(route: Route): string {
  if (route.view === "unknown") return "#/";
  const { at, filters }: Place = PLACES[route.view];
  const values = route as Record<string, string | undefined>;
  const set = filters.filter((name) => values[name]).map((name) => [name, values[name] ?? ""]);
  const search = new URLSearchParams(set).toString();
  return `#/${at}${values["id"] ? `/${encodeURIComponent(values["id"])}` : ""}${search ? `?${search}` : ""}`;
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
