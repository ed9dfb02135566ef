// The loaded part of the orders list.
import { listed } from "../api";
import { paged } from "../list";
import type { RouteOf } from "../route";
import type { OrderRow } from "../types";
import { apiFilter } from "./filter";

export const orders = paged<RouteOf<"orders">, OrderRow>(
  ({ id }) => id,
  (route, cursor, signal) => listed<OrderRow>("/v1/orders", apiFilter(route), cursor, signal),
);
