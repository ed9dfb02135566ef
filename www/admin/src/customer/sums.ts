// What a person's orders come to, and when their next one would pass.
import type { CustomerAnswer, OrderRow, Reason } from "../types";

/** More decimals than any currency has. */
const DECIMALS = 4;

/** The totals of orders by currency, added without a float; orders whose total is unknown are left out. */
export function sums(orders: readonly OrderRow[]): [currency: string, amount: string][] {
  const all = new Map<string, bigint>();
  for (const { currency, total } of orders) {
    const read = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(total ?? "");
    if (!currency || !read) continue;
    const [, sign = "", whole = "", part = ""] = read;
    all.set(currency, (all.get(currency) ?? 0n) + BigInt(`${sign}${whole}${part.padEnd(DECIMALS, "0")}`));
  }
  return [...all].sort().map(([currency, minor]) => {
    const digits = String(minor < 0n ? -minor : minor).padStart(DECIMALS + 1, "0");
    return [currency, `${minor < 0n ? "-" : ""}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`];
  });
}

const LOST: readonly string[] = ["cancelled", "declined", "fraud"];
/** Whether an order brought nothing: it was cancelled or refused. */
export const isLost = ({ state }: OrderRow): boolean => LOST.includes(state);

/** From when on the next order would pass if nothing happens until then; null when what holds it stays. */
export function passesFrom({ check, reasons }: NonNullable<CustomerAnswer["would_pass"]>): string | null {
  const passes = (left: readonly Reason[]): boolean => {
    const has = (effect: string): boolean => left.some((one) => one.effect === effect);
    const score = left.reduce((sum, { points }) => sum + points, 0);
    return !has("hold_always") && (has("allow") || (!has("hold") && (check.minimum === null || score <= check.minimum)));
  };
  const ends = reasons.flatMap(({ lapses_at }) => lapses_at ?? []).sort((a, b) => Date.parse(a) - Date.parse(b));
  return ends.find((end) => passes(reasons.filter(({ lapses_at }) => lapses_at === null || Date.parse(lapses_at) > Date.parse(end)))) ?? null;
}
