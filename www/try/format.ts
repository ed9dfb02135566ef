// The one way this page writes numbers, money, times and the names of fields.
import { regionOf } from "./places";

const locale = "en-GB";

export const count = (n: number): string => new Intl.NumberFormat(locale).format(n);
export const signed = (n: number): string => new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }).format(n);
export const share = (part: number, whole: number): string =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(whole === 0 ? 0 : part / whole);
export const many = (n: number, one: string, several = `${one}s`): string => `${count(n)} ${n === 1 ? one : several}`;

/** Minor units as an amount, never through a fraction of a float. */
export function money(minor: number, currency: string, decimals: number): string {
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const text = `${minor < 0 ? "-" : ""}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ""}`;
  return `${new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(text as Intl.StringNumericLiteral)}\u00a0${currency}`;
}

/** Sums by currency, the largest first. */
export function moneys(sums: Map<string, number> | Record<string, number>, decimals: Record<string, number>): string {
  const all = [...(sums instanceof Map ? sums : Object.entries(sums))].filter(([, minor]) => minor !== 0);
  return all.sort((a, b) => b[1] - a[1]).map(([currency, minor]) => money(minor, currency, decimals[currency] ?? 2)).join(" + ") || "0";
}

const dayFormat = new Intl.DateTimeFormat(locale, { timeZone: "UTC", year: "numeric", month: "short", day: "numeric" });
const momentFormat = new Intl.DateTimeFormat(locale, { timeZone: "UTC", year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
export const day = (at: number): string => dayFormat.format(at);
export const moment = (at: number): string => momentFormat.format(at);

const FIELDS: Record<string, string> = {
  id: "Order id", number: "Order number", placed_at: "Placed at", updated_at: "Changed at", currency: "Currency", total: "Total", email: "E-mail", phone: "Phone",
  ip: "IP address", user_agent: "Browser", device: "Device", token: "Checkout token", channel: "Channel", status: "Status", cancelled_at: "Cancelled at",
  customer: "Customer", billing: "Billing", shipping: "Shipping", payment: "Payment", line: "Line", name: "name", first_name: "first name", last_name: "last name",
  company: "company", tax_id: "tax id", street: "street", house_number: "house number", street2: "street, second line", postcode: "postcode", city: "city",
  region: "region", country: "country", group: "group", orders_count: "number of orders", created_at: "since", method: "method", provider: "provider",
  fingerprint: "fingerprint", bin: "card BIN", last4: "last four digits", sku: "SKU", product: "product", category: "category", quantity: "quantity", price: "price",
  address: "Address", email_domain: "E-mail domain", customer_id: "Customer id", payment_fingerprint: "Payment fingerprint", postcode_extended: "Postcode",
};

/** Names that mean something else inside an object. */
const INNER: Record<string, string> = { id: "number" };

/** `billing.city` as "Billing city". */
export function fieldName(path: string): string {
  const [first = "", ...rest] = path.split(".");
  const words = [FIELDS[first] ?? first, ...rest.map((part) => (INNER[part] ?? FIELDS[part] ?? part).toLowerCase())].join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const EFFECTS: Record<string, string> = { mark: "marks", hold: "holds", allow: "lets through", hold_always: "always holds", points: "points" };

/** The country that somebody's browser is set to. */
export const ownCountry = (): string => regionOf(navigator.language);
