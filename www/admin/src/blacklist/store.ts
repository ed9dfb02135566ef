// The loaded part of the blacklist; it outlives the view.
import { batch, signal } from "@preact/signals";
import { api, problemOf } from "../api";
import { fieldName } from "../format";
import { tOr } from "../text";
import type { Entry, NewEntry, Problem } from "../types";

export const entries = {
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
    const page = await api.entries(cursor);
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

/** Loads on until the entry is there or the list ends. */
export async function loadUntil(id: string): Promise<void> {
  if (entries.rows.peek() === null) await loadEntries();
  while (!entries.rows.peek()?.some((entry) => entry.id === id) && entries.next.peek() && !entries.problem.peek()) {
    await loadEntries(true);
  }
}

export async function addEntry(entry: NewEntry): Promise<Entry> {
  const added = await api.addEntry(entry);
  if (entries.rows.value) entries.rows.value = [added, ...entries.rows.value.filter((other) => other.id !== added.id)];
  return added;
}

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
