// What each view of the fragment shows: one line a view. Its script, and the words that the first view does not need, are loaded
// when the view is gone to for the first time, or before that, while the browser has nothing else to do.
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { FIRST, type RouteOf, type View } from "./route";
import { allWords } from "./text";

type Drawn<V extends View> = (route: RouteOf<V>) => JSX.Element;

const SCRIPTS: { [V in View]: () => Promise<Drawn<V>> } = {
  today: () => import("./today/view").then(({ TodayView }) => () => <TodayView />),
  cases: () => import("./cases/view").then(({ CasesView }) => (route) => <CasesView route={route} />),
  case: () => import("./case/view").then(({ CaseView }) => ({ id }) => <CaseView key={id} id={id} />),
  holds: () => import("./holds/view").then(({ HoldsView }) => (route) => <HoldsView route={route} />),
  orders: () => import("./orders/view").then(({ OrdersView }) => (route) => <OrdersView route={route} />),
  order: () => import("./order/view").then(({ OrderView }) => ({ id }) => <OrderView key={id} id={id} />),
  customers: () => import("./customers/view").then(({ CustomersView }) => (route) => <CustomersView route={route} />),
  customer: () => import("./customer/view").then(({ CustomerView }) => ({ id }) => <CustomerView key={id} id={id} />),
  blacklist: () => import("./blacklist/view").then(({ BlacklistView }) => ({ list, find, entry }) => (
    <BlacklistView list={list === "allow_list" ? list : "blacklist"} find={find ?? ""} entry={entry ?? null} />
  )),
  contacts: () => import("./contacts/view").then(({ ContactsView }) => () => <ContactsView />),
  install: () => import("./install/view").then(({ InstallView }) => ({ platform }) => <InstallView platform={platform ?? ""} />),
  outbox: () => import("./outbox/view").then(({ OutboxView }) => ({ state }) => <OutboxView state={state ?? ""} />),
  settings: () => import("./settings/view").then(({ SettingsView }) => ({ tab }) => <SettingsView tab={tab ?? ""} />),
  rules: () => import("./rules/view").then(({ RulesView }) => ({ edit }) => <RulesView edited={edit ?? ""} />),
};

/** The views whose scripts are there. */
const there = signal<{ [V in View]?: Drawn<V> }>({});
/** The views whose scripts did not come when they were gone to: a browser may refuse to ask again, so the page is loaded anew. */
const failed = signal<ReadonlySet<View>>(new Set());
const asked = new Map<View, Promise<boolean>>();

/** Loads the script of a view unless it is there or on the way; whether it came. */
function script(view: View): Promise<boolean> {
  const coming = asked.get(view) ?? Promise.all([SCRIPTS[view](), view === FIRST.view || allWords()]).then(
    ([drawn]) => {
      there.value = { ...there.value, [view]: drawn };
      return true;
    },
    () => {
      asked.delete(view);
      return false;
    },
  );
  asked.set(view, coming);
  return coming;
}

/** Loads the script of a view that is gone to. */
export async function fetchView(view: View): Promise<void> {
  if (!(await script(view))) failed.value = new Set(failed.value).add(view);
}

/** Loads the script of a view that may be gone to next. */
export const fetchAhead = (view: View): void => void script(view);

export const viewFailed = (view: View): boolean => failed.value.has(view);

/** Draws the view of a route; nothing while its script is on the way. */
export const drawView = <V extends View>(route: RouteOf<V>): JSX.Element | undefined =>
  (there.value[route.view] as Drawn<V> | undefined)?.(route);

/** One script after the other while the browser is idle: the next view is there before it is gone to. Ends with the first that does not come. */
export function fetchTheRest(): void {
  const next = (Object.keys(SCRIPTS) as View[]).find((view) => !asked.has(view));
  if (next === undefined || (navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return;
  const whenIdle = globalThis.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 200));
  whenIdle(() => void script(next).then((came) => came && fetchTheRest()));
}
