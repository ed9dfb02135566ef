// Hours of orders as days of the shop: a day begins at another hour in every time zone.
import type { Today } from "../types";

export type Day = {
  /** YYYY-MM-DD in the shop's zone. */
  key: string;
  orders: number;
  held: number;
  marked: number;
};

const DAYS = 14;

/** The last fourteen days, the newest last; a day without orders is there too. */
export function days(hours: Today["hours"], zone: string, now: number): Day[] {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  const newest = Date.parse(format.format(now));
  const all = Array.from({ length: DAYS }, (_, at) => new Date(newest - (DAYS - 1 - at) * 86_400_000).toISOString().slice(0, 10));
  const counted = new Map<string, Day>(all.map((key) => [key, { key, orders: 0, held: 0, marked: 0 }]));
  for (const { at, orders, held, marked } of hours) {
    const day = counted.get(format.format(Date.parse(at)));
    if (!day) continue;
    day.orders += orders;
    day.held += held;
    day.marked += marked;
  }
  return [...counted.values()];
}
