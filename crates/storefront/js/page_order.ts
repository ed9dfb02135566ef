// The order as far as the page knows it: what the shop's code says, and what is typed into the form.
import type { PageOrder } from "./types/index";

/** The names of WooCommerce's own fields, for what stands behind `billing_` and `shipping_`. */
const WOO: Record<string, string> = { address_1: "street", address_2: "street2", state: "region" };

/** Autocomplete tokens (HTML, "autofill field name"), for what stands behind `billing` and `shipping`. */
const AUTOFILL: Record<string, string> = {
  "given-name": "first_name", "family-name": "last_name", organization: "company", "street-address": "street", "address-line1": "street",
  "address-line2": "street2", "postal-code": "postcode", "address-level2": "city", "address-level1": "region", country: "country", tel: "phone",
};

/** The path of a form field, if it is one of the order's: by `data-ordergate`, by name, or by its autocomplete tokens. */
function pathOf(field: HTMLInputElement): string | undefined {
  const own = field.dataset["ordergate"];
  if (own) return own;
  if (field.name === "payment_method") return "payment.method";
  const [, place, name] = /^(billing|shipping)_(\w+)$/.exec(field.name) ?? [];
  if (place && name) return name === "email" ? "email" : `${place}.${WOO[name] ?? name}`;
  const tokens = (field.getAttribute("autocomplete") ?? "").split(/\s+/);
  const last = tokens.at(-1) ?? "";
  if (last === "email") return "email";
  const path = AUTOFILL[last];
  return path && `${tokens.includes("shipping") ? "shipping" : "billing"}.${path}`;
}

/** Paths and values, in the order's names. */
export function fieldsOf(order: PageOrder, form: HTMLFormElement | null): Map<string, string> {
  const fields = new Map<string, string>();
  const add = (path: string, value: unknown): void => {
    if (value === null || value === undefined || value === "") return;
    if (value instanceof Date) fields.set(path, String(value.getTime()));
    else if (Array.isArray(value)) value.forEach((one, index) => add(`${path}.${index}`, one));
    else if (typeof value === "object") for (const [key, one] of Object.entries(value)) add(path ? `${path}.${key}` : key, one);
    else fields.set(path, String(value).replaceAll("\0", ""));
  };
  add("", order);
  for (const field of form?.elements ?? []) {
    const input = field as HTMLInputElement;
    const path = input.name !== undefined && pathOf(input);
    if (path && !((input.type === "radio" || input.type === "checkbox") && !input.checked)) add(path, input.value);
  }
  return fields;
}

/** What a token binds: e-mail address and cart. */
export function bound(fields: Map<string, string>): { email?: string; lines: { sku?: string; product?: string; quantity: number }[] } {
  const lines = [];
  for (let at = 0; ; at++) {
    const [sku, product] = [fields.get(`lines.${at}.sku`), fields.get(`lines.${at}.product`)];
    if (sku === undefined && product === undefined) break;
    lines.push({ ...(sku && { sku }), ...(product && { product }), quantity: Number(fields.get(`lines.${at}.quantity`) ?? 1) });
  }
  const email = fields.get("email");
  return { ...(email && { email }), lines };
}
