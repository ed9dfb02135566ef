// Orders as a CSV file for spreadsheets: a byte order mark, the separator that the reader's region expects, and no cell that runs.
import { country, locale, platformName, wall } from "../format";
import { t, tOr } from "../text";
import type { OrderRow } from "../types";

const when = (at: string | null): string => (at === null ? "" : wall(Date.parse(at)));

/** Each column: its word, and its cell of an order. Numbers are numbers, everything else is text. */
const COLUMNS: readonly (readonly [string, (row: OrderRow) => string | number | null])[] = [
  ["column-number", ({ number }) => number],
  ["export-id", ({ id }) => id],
  ["column-platform", ({ platform }) => platformName(platform)],
  ["column-placed", ({ placed_at, received_at }) => when(placed_at ?? received_at)],
  ["column-buyer", ({ name }) => name],
  ["column-city", ({ city }) => city],
  ["field-country", (row) => row.country && country(row.country)],
  ["column-total", ({ total }) => (total === null ? null : decimal(total))],
  ["export-currency", ({ currency }) => currency],
  ["column-state", ({ state }) => tOr(`state-${state}`, state)],
  ["flag-marked", ({ marked }) => t(marked ? "export-yes" : "export-no")],
  ["check-decision", ({ decision }) => decision && tOr(`verdict-${decision}`, decision)],
  ["column-points", ({ score }) => score],
  ["minimum", ({ minimum }) => minimum],
  ["flag-not_checked", ({ not_checked }) => not_checked],
];

export const columns = (): string[] => COLUMNS.map(([word]) => t(word));

/** Where a comma parts the decimals a semicolon parts the cells. */
const comma = (1.5).toLocaleString(locale).includes(",");
const SEPARATOR = comma ? ";" : ",";
const AMOUNT = /^-?\d+([.,]\d+)?$/;
const decimal = (amount: string): string => (comma ? amount.replace(".", ",") : amount);

/** A text that a spreadsheet would run, or that begins like a guarded one, begins with an apostrophe. */
function cell(value: string | number | null): string {
  const text = String(value ?? "");
  const inert = /^[=+\-@\t\r']/.test(text) && typeof value !== "number" && !AMOUNT.test(text) ? `'${text}` : text;
  return inert.includes(SEPARATOR) || /["\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

export function csv(rows: readonly OrderRow[]): string {
  const lines = [columns(), ...rows.map((row) => COLUMNS.map(([, of]) => of(row)))];
  return `\uFEFF${lines.map((line) => line.map(cell).join(SEPARATOR)).join("\r\n")}\r\n`;
}
