// What of an order an entry is filled in with: of its places the shipping address counts, else the billing one, as where the Worker
// copies fields by itself (crates/casework/src/copied.rs).
import type { OrderDetails, Place } from "../types";

const PLACE = ["first_name", "last_name", "street", "house_number", "postcode", "city", "country", "company", "tax_id"] as const satisfies readonly (keyof Place)[];

/** The fields that the shop has chosen, as far as the order has them. */
export function listed(order: OrderDetails, chosen: readonly string[]): Record<string, string> {
  const place = Object.values(order.shipping ?? {}).some(Boolean) ? order.shipping : order.billing;
  const values: Record<string, string | null | undefined> = {
    ...Object.fromEntries(PLACE.map((field) => [field, place?.[field]])),
    first_name: place?.first_name || order.customer?.first_name,
    last_name: place?.last_name || order.customer?.last_name,
    email: order.email,
    email_domain: order.email?.split("@").at(-1)?.toLowerCase(),
    ip: order.ip,
    phone: order.phone || place?.phone,
    customer_id: order.customer?.id,
    payment_fingerprint: order.payment?.fingerprint,
    device: order.device,
  };
  return Object.fromEntries(chosen.flatMap((field) => (values[field]?.trim() ? [[field, values[field]]] : [])));
}
