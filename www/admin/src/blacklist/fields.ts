// What an entry may hold, and how a form for it is read. The server judges; the page only spares a round trip for what is missing.
import { t } from "../text";
import type { Effect, Entry, NewEntry } from "../types";

/** The nine fields of a customer blacklist, in its order. */
export const FIRST_FIELDS = ["first_name", "last_name", "street", "house_number", "postcode", "city", "email", "ip", "phone"] as const;
export const MORE_FIELDS = ["country", "company", "tax_id", "customer_id", "payment_fingerprint", "device", "email_domain"] as const;
export const EFFECTS: readonly Effect[] = ["points", "mark", "hold", "hold_always", "allow"];

/** Months until an entry lapses; 12 is what the server takes when nothing is said, 36 the most. */
export const EXPIRIES = ["1", "3", "6", "12", "24", "36", "never"] as const;
/** `kept`: an entry that is changed keeps the day it has. */
export type Expiry = (typeof EXPIRIES)[number] | "kept";

export type Form = {
  fields: Record<string, string>;
  /** null: as many fields as are filled decide, one adds points, several mark. */
  effect: Effect | null;
  points: string;
  reason: string;
  expiry: Expiry;
  /** The day that a changed entry has. */
  kept?: string | undefined;
};

export const emptyForm = (fields: Record<string, string>): Form => ({ fields, effect: null, points: "", reason: "", expiry: "12" });

/** The form of an entry that is changed. */
export const formOf = ({ fields, effect, points, reason, expires_at }: Entry): Form =>
  ({ fields, effect, points: points === null ? "" : String(points), reason, expiry: expires_at ? "kept" : "never", kept: expires_at ?? undefined });

const filled = (form: Form): [string, string][] => Object.entries(form.fields).filter(([, value]) => value.trim() !== "");

export function effectOf(form: Form): Effect {
  return form.effect ?? (filled(form).length > 1 ? "mark" : "points");
}

/** Problems by pointer, in the server's spelling, so that both kinds land at the same place. */
export function missing(form: Form): Record<string, string> {
  const problems: Record<string, string> = {};
  const count = filled(form).length;
  if (count === 0) problems["/fields"] = t("entry-no-field");
  if (form.reason.trim() === "") problems["/reason"] = t("entry-no-reason");
  if (effectOf(form) === "points") {
    const points = form.points.trim();
    if (points === "" && count > 1) problems["/points"] = t("entry-no-points");
    if (points !== "" && !/^[+-]?\d{1,4}$/.test(points)) problems["/points"] = t("entry-bad-points");
  }
  return problems;
}

export function toEntry(form: Form, now: number): NewEntry {
  const effect = effectOf(form);
  const entry: NewEntry = { fields: Object.fromEntries(filled(form)), effect, reason: form.reason.trim() };
  if (effect === "points" && form.points.trim() !== "") entry.points = Number(form.points.trim());
  if (form.expiry === "never") entry.expires_at = null;
  else if (form.expiry === "kept") entry.expires_at = form.kept ?? null;
  else if (form.expiry !== "12") entry.expires_at = inMonths(Number(form.expiry), now);
  return entry;
}

/** The same time of day some months on, an hour early: clocks that differ must not push 36 months over the limit. */
function inMonths(months: number, now: number): string {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return new Date(date.getTime() - 3_600_000).toISOString().replace(/\.\d{3}Z$/, "Z");
}
