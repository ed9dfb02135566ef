// The loaded part of the blacklist; it outlives the view.
import { batch, signal } from "@preact/signals";
import { api, problemOf } from "../api";
import { fieldName } from "../format";
import { tOr } from "../text";
import type { Entry, NewEntry, Problem } from "../types";

export const LISTS = ["blacklist", "allow_list"] as const;
export type ListName = (typeof LISTS)[number];

export const entries = {
  /** What the rows are of; null: both lists. */
  list: signal<ListName | null>("blacklist"),
  rows: signal<Entry[] | null>(null),
  next: signal<string | null>(null),
  busy: signal<"first" | "more" | null>(null),
  problem: signal<Problem | null>(null),
};

export async function loadEntries(more = false): Promise<void> {
  if (entries.busy.peek()) return;
  const cursor = more ? entries.next.peek() : null;
  batch(() => {
    entries.busy.value = more ? "more" : "first";
    entries.problem.value = null;
  });
  try {
    const list = entries.list.peek();
    const page = await api.entries(list, cursor);
    if (list !== entries.list.peek()) return;
    batch(() => {
      const before = more ? (entries.rows.value ?? []) : [];
      const seen = new Set(before.map((entry) => entry.id));
      entries.rows.value = [...before, ...page.data.filter((entry) => !seen.has(entry.id))];
      entries.next.value = page.next;
    });
  } catch (error) {
    entries.problem.value = problemOf(error);
  } finally {
    entries.busy.value = null;
  }
}

/** Shows another list; what was loaded of the one before goes. */
export async function showList(list: ListName | null): Promise<void> {
  if (entries.list.peek() !== list) {
    batch(() => {
      entries.list.value = list;
      entries.rows.value = null;
      entries.next.value = null;
      entries.busy.value = null;
    });
  }
  await loadEntries();
}

/** Loads on until the entry is there or the list ends. */
export async function loadUntil(id: string): Promise<void> {
  if (entries.rows.peek() === null) await loadEntries();
  while (!entries.rows.peek()?.some((entry) => entry.id === id) && entries.next.peek() && !entries.problem.peek()) {
    await loadEntries(true);
  }
}

export async function addEntry(entry: NewEntry): Promise<Entry> {
  const added = await api.addEntry(entry);
  if (entries.rows.value && isOf(added)) entries.rows.value = [added, ...entries.rows.value.filter((other) => other.id !== added.id)];
  return added;
}

/** A changed entry stays where it is, or leaves the list that it is no longer of. */
export async function replaceEntry(id: string, entry: NewEntry): Promise<void> {
  const changed = await api.replaceEntry(id, entry);
  entries.rows.value = entries.rows.value?.flatMap((other) => (other.id !== id ? [other] : isOf(changed) ? [changed] : [])) ?? null;
}

const isOf = ({ effect }: Entry): boolean => entries.list.peek() === null || (effect === "allow") === (entries.list.peek() === "allow_list");

export async function removeEntry(id: string): Promise<void> {
  await api.removeEntry(id);
  if (entries.rows.value) entries.rows.value = entries.rows.value.filter((entry) => entry.id !== id);
}

/** What to post to have a removed entry again. */
export function again(entry: Entry): NewEntry {
  return {
    fields: entry.fields,
    effect: entry.effect,
    ...(entry.match === "exact" ? {} : { match: entry.match }),
    ...(entry.effect === "points" && entry.points !== null ? { points: entry.points } : {}),
    reason: entry.reason,
    expires_at: entry.expires_at,
  };
}

/** Every word of `find` stands somewhere in the entry. */
export function matches(entry: Entry, find: string): boolean {
  const text = [
    ...Object.entries(entry.fields).flatMap(([field, value]) => [fieldName(field), value]),
    entry.reason, entry.actor, tOr(`effect-${entry.effect}`, entry.effect), entry.id,
  ].join("\n").toLowerCase();
  return find.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
