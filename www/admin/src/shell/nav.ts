// The navigation: its groups in order, and one line for each view that has a place in it.
import type { IconName } from "../parts/icon";
import type { Route, View } from "../route";

export type NavItem = {
  /** Its word is `nav-` with this name, its address `#/` with it. */
  name: View;
  /** The letter after g that goes there. */
  key: string;
  icon: IconName;
  /** The views it is shown as current for, beside its own. */
  covers?: readonly View[];
};

export const NAV: readonly { group: string; items: readonly NavItem[] }[] = [
  {
    group: "work",
    items: [
      { name: "today", key: "t", icon: "today" },
      { name: "cases", key: "c", icon: "clock", covers: ["case"] },
      { name: "holds", key: "h", icon: "held" },
      { name: "orders", key: "o", icon: "order", covers: ["order"] },
      { name: "customers", key: "u", icon: "customers", covers: ["customer"] },
    ],
  },
  {
    group: "lists",
    items: [
      { name: "blacklist", key: "b", icon: "list" },
      { name: "rules", key: "r", icon: "rules" },
    ],
  },
  {
    group: "setup",
    items: [
      { name: "contacts", key: "p", icon: "contact" },
      { name: "outbox", key: "m", icon: "mail" },
      { name: "settings", key: "s", icon: "settings" },
      { name: "install", key: "i", icon: "install" },
    ],
  },
];

export const ITEMS: readonly NavItem[] = NAV.flatMap(({ items }) => items);

export const home = ({ name }: NavItem): Route => ({ view: name }) as Route;
export const isCurrent = ({ name, covers = [] }: NavItem, view: Route["view"]): boolean => view === name || covers.some((one) => one === view);
