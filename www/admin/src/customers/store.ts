// The loaded part of the customers, and who is looked for. What is looked for stays in this page: no address and no log has it.
import { signal } from "@preact/signals";
import { at, listed, post } from "../api";
import { paged } from "../list";
import type { RouteOf } from "../route";
import type { List, Person } from "../types";

/** What a person is found by; empty: everybody, newest order first. */
export const asked = signal("");

/** How the server is asked for it: a number may be a phone or the shop's own id, a word that id or a name. */
export function wanted(text: string): Record<string, string> {
  if (text.includes("@")) return { email: text };
  return /^[\d\s+()./-]{6,}$/.test(text) ? { phone: text, customer_id: text } : { customer_id: text, name: text };
}

export const customers = paged<RouteOf<"customers">, Person>(
  ({ key }) => key,
  (_, cursor, signal) => {
    const text = asked.peek();
    return text ? post<List<Person>>(at("customers", "search"), wanted(text), signal) : listed<Person>("/v1/customers", {}, cursor, signal);
  },
);
