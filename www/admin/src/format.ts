// The one way to format money, time, points, countries and names of fields.
import { signal } from "@preact/signals";
import { locale, t, tOr } from "./text";

export { locale };

/** The shop's zone; all absolute times are shown in it. */
export const zone = signal("UTC");

export function setZone(name: string | null): void {
  try {
    new Intl.DateTimeFormat(locale, { timeZone: name ?? "UTC" });
    zone.value = name ?? "UTC";
  } catch {
    zone.value = "UTC"; // a zone this browser does not know
  }
}

/** A clock that moves twice a minute, so that relative times stay true. */
export const now = signal(Date.now());
setInterval(() => (now.value = Date.now()), 30_000);

const moneyFormats = new Map<string, Intl.NumberFormat>();

/** A decimal string with its currency; never through a float. */
export function money(amount: string | null, currency: string | null): string {
  if (amount === null || currency === null) return "–";
  try {
    let format = moneyFormats.get(currency);
    if (!format) {
      format = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "code" });
      moneyFormats.set(currency, format);
    }
    return format.format(amount as Intl.StringNumericLiteral);
  } catch {
    return `${currency} ${amount}`; // not a currency code
  }
}

export const count = (n: number): string => new Intl.NumberFormat(locale).format(n);
export const signed = (n: number): string => new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }).format(n);

/** "24 Nov 2026, 11:00:00 CET" */
export function moment(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone.value, year: "numeric", month: "short", day: "numeric",
    hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZoneName: "short",
  }).format(date);
}

/** "24 Nov 2026" */
export function day(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone.value, year: "numeric", month: "short", day: "numeric",
  }).format(date);
}

/** What the shop's clocks show at a moment, as if it were UTC: "2026-11-24 11:00:00". */
export const wall = (at: number): string =>
  new Intl.DateTimeFormat("sv", { timeZone: zone.value, dateStyle: "short", timeStyle: "medium" }).format(at);

/** The moment at which a day of the shop's zone begins, or one some days later; undefined for what is no day. */
export function dayBegins(day: string, later = 0): string | undefined {
  const utc = Date.parse(`${day}T00:00:00Z`) + later * 86_400_000;
  if (Number.isNaN(utc)) return undefined;
  const ahead = (at: number): number => Date.parse(`${wall(at).replace(" ", "T")}Z`) - at;
  // Twice: the clocks may change between midnight in UTC and in the zone.
  return new Date(utc - ahead(utc - ahead(utc))).toISOString().replace(".000", "");
}

/** "Tuesday, 24 November" */
export const today = (at: number): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone.value, weekday: "long", day: "numeric", month: "long" }).format(at);

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_557_600], ["month", 2_629_800], ["week", 604_800], ["day", 86_400], ["hour", 3_600], ["minute", 60],
];
const relative = new Intl.RelativeTimeFormat(locale, { numeric: "always", style: "short" });

/** "5 min ago", "in 11 mo" */
export function ago(at: string): string {
  const seconds = (new Date(at).getTime() - now.value) / 1000;
  if (Number.isNaN(seconds)) return at;
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return t("time-now");
}

const regions = new Intl.DisplayNames([locale], { type: "region", fallback: "code" });
export function country(code: string): string {
  try {
    return regions.of(code.toUpperCase()) ?? code;
  } catch {
    return code; // not a country code
  }
}

export const fieldName = (field: string): string => tOr(`field-${field}`, field);
export const platformName = (platform: string): string => tOr(`platform-${platform}`, platform);

/** Who did something: a contact who answered by a link has an id of their own. */
export const actorName = (actor: string): string => (actor.startsWith("contact:") ? t("actor-contact") : tOr(`actor-${actor}`, actor));

/** "billing" or "lines[2]" in words; lines are counted from one for people. */
export function placeName(place: string): string {
  const line = /^lines\[(\d+)\]$/.exec(place);
  return line ? t("place-line", { n: Number(line[1]) + 1 }) : tOr(`place-${place}`, place);
}

/** Characters that draw nothing or turn the direction of what follows: a reviewer has to see them. */
export const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u;

/** Text for attributes and titles, where no element can isolate it. */
export const plain = (text: string): string => text.replace(new RegExp(HIDDEN, "gu"), "");

/** Somebody else's words inside one of our sentences: they cannot turn the rest of it around. */
export const said = (text: string): string => `\u2068${plain(text)}\u2069`;

/** Made ids are long; their beginning tells two of one order apart. */
export const short = (id: string): string => (id.length > 12 ? `${id.slice(0, 10)}…` : id);
