// What the page knows, and what it does about it.
import { batch, computed, signal } from "@preact/signals";
import { ask, ready } from "./engine";
import { ownCountry } from "./format";
import { sample, sampleBlacklist } from "./sample";
import type { Finding, Header, Opened, Options, Tried } from "./types";

export const DEFAULT_MINIMUM = 50;

export const loaded = signal<"loading" | "ready" | "failed">("loading");
export const problem = signal<string | null>(null);
export const file = signal<{ name: string; size: number; blob: Blob } | null>(null);
export const opened = signal<Opened | null>(null);
export const blacklist = signal<{ name: string; text: string } | null>(null);
export const progress = signal<number | null>(null);
export const tried = signal<Tried | null>(null);
export const minimum = signal(DEFAULT_MINIMUM);
export const currency = signal<string | null>(null);
export const country = signal(ownCountry());
export const dates = signal<"day" | "month" | null>(null);
/** What the columns hold, where somebody changed it. */
export const columns = signal<(string | null)[] | null>(null);

ready.then(
  () => (loaded.value = "ready"),
  (error: Error) => batch(() => ((loaded.value = "failed"), (problem.value = `${error.message}. This browser or a policy of the site may forbid WebAssembly.`))),
);

/** What the columns hold now. */
export const targets = computed<(string | null)[]>(() => columns.value ?? opened.value?.header.columns.map((column) => column.target) ?? []);

/** Required fields that are still missing. */
export const missing = computed<string[]>(() => {
  const has = (field: string) => targets.value.includes(field);
  if (!opened.value) return [];
  return [
    ...(has("id") || has("number") ? [] : ["id"]),
    ...(has("placed_at") ? [] : ["placed_at"]),
    ...(has("currency") || currency.value ? [] : ["currency"]),
    ...(has("total") ? [] : ["total"]),
  ];
});

export const isHeld = (finding: Finding, over: number): boolean => finding.always || (!finding.allowed && finding.score > over);

const byPoints = (a: Finding, b: Finding): number => Number(b.always) - Number(a.always) || b.score - a.score || b.at - a.at;

/** Findings from the most points down; sorted once a trial, so that another minimum costs nothing. */
export const sorted = computed<Finding[]>(() => [...(tried.value?.findings ?? [])].sort(byPoints));
export const held = computed<Finding[]>(() => sorted.value.filter((finding) => isHeld(finding, minimum.value)));

/** The newest trial; an older one's answer comes too late. */
let newest = 0;

export async function openFile(chosen: Blob, name: string, encoding: string | null = null): Promise<void> {
  newest += 1;
  const mine = newest;
  batch(() => {
    problem.value = null;
    tried.value = null;
    opened.value = null;
    progress.value = 0;
    file.value = { name, size: chosen.size, blob: chosen };
    if (encoding === null) {
      columns.value = null;
      currency.value = null;
      dates.value = null;
    }
  });
  try {
    const answer = await ask<Opened>({ ask: "open", file: chosen, encoding });
    if (mine !== newest) return;
    batch(() => {
      opened.value = answer;
      dates.value ??= answer.header.dates;
      progress.value = null;
    });
    await check();
  } catch (error) {
    if (mine === newest) fail(error);
  }
}

/** Checks the file's orders with what is said about them now; does nothing while something is missing. */
export async function check(): Promise<void> {
  if (!opened.value || missing.value.length > 0) return;
  newest += 1;
  const mine = newest;
  batch(() => {
    problem.value = null;
    progress.value = 0;
  });
  const options: Options = {
    columns: columns.value, currency: currency.value, country: country.value || null, dates: dates.value, blacklist: blacklist.value?.text ?? null,
  };
  try {
    const answer = await ask<Tried | null>({ ask: "try", options }, (thousandths) => {
      if (mine === newest) progress.value = thousandths;
    });
    if (mine !== newest || !answer) return;
    batch(() => {
      tried.value = answer;
      progress.value = null;
    });
  } catch (error) {
    if (mine === newest) fail(error);
  }
}

function fail(error: unknown): void {
  batch(() => {
    progress.value = null;
    tried.value = null;
    problem.value = error instanceof Error ? error.message : String(error);
  });
}

export async function openBlacklist(chosen: Blob, name: string): Promise<void> {
  try {
    const text = await ask<string>({ ask: "text", file: chosen });
    blacklist.value = { name, text };
    await check();
  } catch (error) {
    fail(error);
  }
}

export async function removeBlacklist(): Promise<void> {
  blacklist.value = null;
  await check();
}

export function openSample(): Promise<void> {
  blacklist.value = { name: "made-up blacklist", text: sampleBlacklist };
  return openFile(new Blob([sample(2_000)]), "2,000 made-up orders");
}

export function startOver(): void {
  newest += 1;
  batch(() => {
    file.value = opened.value = tried.value = progress.value = problem.value = blacklist.value = columns.value = currency.value = dates.value = null;
    minimum.value = DEFAULT_MINIMUM;
  });
}

export const columnHeader = (): Header | undefined => opened.value?.header;

/** Gives the result to the reader as a file. */
export async function download(): Promise<void> {
  const bytes = await ask<Uint8Array<ArrayBuffer>>({ ask: "export", minimum: minimum.value });
  const address = URL.createObjectURL(new Blob([bytes], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "ordergate-trial.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
