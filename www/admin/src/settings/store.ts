// What a shop sets beside its draft, in force at once, and how its platforms are reached.
import { call } from "../api";
import type { List } from "../types";

export type ShopSettings = {
  id: string; name: string; stop_window_hours: number | null; hold_codes: { automatic: string; manual: string }; review_hours: number | null;
  list_fields: string[]; fraud_fields: string[]; retention_days: number | null; delivery_body_days: number | null;
};
export const readShop = (signal?: AbortSignal): Promise<ShopSettings> => call("GET", "/v1/shop", undefined, signal);
export const putShop = ({ id: _, ...rest }: ShopSettings): Promise<ShopSettings> => call("PUT", "/v1/shop", rest);

export type Platform = "woocommerce" | "shopify";
export type Connection = {
  platform: Platform; address: string; hold: "note" | "status"; key_ends: string; created_at: string;
  polled_at: string | null; poll_error: string | null; webhook: string | null; warning?: string;
};
export const listConnections = (signal?: AbortSignal): Promise<Connection[]> =>
  call<List<Connection>>("GET", "/v1/connections", undefined, signal).then(({ data }) => data);
export const putConnection = (platform: Platform, body: object): Promise<Connection> => call("PUT", `/v1/connections/${platform}`, body);
export const removeConnection = (platform: Platform): Promise<void> => call("DELETE", `/v1/connections/${platform}`);
