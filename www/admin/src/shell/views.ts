// The views in the order of the navigation. A new view is a row here, a case in route.ts and a folder.
import type { Route } from "../route";

type View = { name: string; home: Route; covers: readonly Route["view"][] };

export const VIEWS: readonly View[] = [
  { name: "orders", home: { view: "orders", filter: "all" }, covers: ["orders", "order"] },
  { name: "blacklist", home: { view: "blacklist", find: "", entry: null }, covers: ["blacklist"] },
];
