// What each view of the fragment shows: one line a view.
import type { JSX } from "preact";
import { BlacklistView } from "./blacklist/view";
import { CaseView } from "./case/view";
import { CasesView } from "./cases/view";
import { ContactsView } from "./contacts/view";
import { HoldsView } from "./holds/view";
import { OrderView } from "./order/view";
import { OrdersView } from "./orders/view";
import { InstallView } from "./install/view";
import { OutboxView } from "./outbox/view";
import { RulesView } from "./rules/view";
import { SettingsView } from "./settings/view";
import { TodayView } from "./today/view";
import type { RouteOf, View } from "./route";

export const SHOWN: { [V in View]: (route: RouteOf<V>) => JSX.Element } = {
  today: () => <TodayView />,
  cases: (route) => <CasesView route={route} />,
  case: ({ id }) => <CaseView key={id} id={id} />,
  holds: (route) => <HoldsView route={route} />,
  orders: (route) => <OrdersView route={route} />,
  order: ({ id }) => <OrderView key={id} id={id} />,
  blacklist: ({ list, find, entry }) => <BlacklistView list={list === "allow_list" ? list : "blacklist"} find={find ?? ""} entry={entry ?? null} />,
  contacts: () => <ContactsView />,
  install: ({ platform }) => <InstallView platform={platform ?? ""} />,
  outbox: ({ state }) => <OutboxView state={state ?? ""} />,
  settings: ({ tab }) => <SettingsView tab={tab ?? ""} />,
  rules: ({ edit }) => <RulesView edited={edit ?? ""} />,
};
