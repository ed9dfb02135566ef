// The draft that is edited and the snapshot that is in force: what they hold, and where they differ.
import { batch, computed, signal } from "@preact/signals";
import { ApiError, call, callTagged, problemOf } from "../api";
import { refreshSession, session } from "../session";
import type { Effect, List, Problem } from "../types";

export type Rule = {
  id: string; name: string; when: string; points?: number | null; effect?: Effect | null; active: boolean; visibility: "private" | "public";
};
export type Variable = { name: string; is: string };
export type NamedList = { name: string; values: string[] };
export type DraftSettings = {
  minimum_points: number | null; decline_points: number | null; default_points: Record<string, number>;
  default_country: string | null; time_zone?: string | null; active: boolean;
};
export type Parts = { rule: Rule; variable: Variable; list: NamedList };
export type Kind = keyof Parts;
export const KINDS = ["rule", "variable", "list"] as const;
type Draft = { settings: DraftSettings; rules: Rule[]; variables: Variable[]; lists: NamedList[] };
type Snapshot = { number: number; created_at: string; actor: string; draft: Draft };
/** What is right in the rules but seldom meant. */
type Published = Snapshot & { warnings: { pointer: string; detail: string }[] };
/** How an entry or rule did in the last 30 days. */
export type Source = { source: string; hits: number; last_hit_at: string; precision: number | null };

export const draft = signal<Draft | null>(null);
export const inForce = signal<Snapshot | null>(null);
export const draftProblem = signal<Problem | null>(null);
export const draftBusy = signal(false);

/** Which draft was read last: an edit names it, so that nobody's is overwritten unseen. */
let version = "";

const FIELD = { rule: "rules", variable: "variables", list: "lists" } as const;
const address = (kind: Kind, key = ""): string => `/v1/${FIELD[kind]}${key && `/${encodeURIComponent(key)}`}`;
export const keyOf = (part: Parts[Kind]): string => ("id" in part ? part.id : part.name);
export const partsOf = <K extends Kind>(kind: K, of: Draft | null | undefined): Parts[K][] => (of?.[FIELD[kind]] ?? []) as Parts[K][];
export const partOf = <K extends Kind>(kind: K, key: string, of: Draft | null | undefined): Parts[K] | undefined =>
  partsOf(kind, of).find((part) => keyOf(part) === key);

export async function loadDraft(tries = 3): Promise<void> {
  draftBusy.value = true;
  try {
    const tags = new Set<string>();
    const read = <T>(path: string) => callTagged<T>("GET", path).then(({ data, tag }) => {
      tags.add(tag);
      return data;
    });
    const all = <T>(path: string) => read<List<T>>(path).then(({ data }) => data);
    const [settings, rules, variables, lists] = await Promise.all([
      read<DraftSettings>("/v1/settings"), all<Rule>("/v1/rules"), all<Variable>("/v1/variables"), all<NamedList>("/v1/lists"), refreshSession(),
    ]);
    const number = session.value?.shop.snapshot;
    const snapshot = inForce.peek()?.number === number ? inForce.peek() : await call<Snapshot>("GET", `/v1/snapshots/${number}`);
    if (tags.size > 1 && tries > 0) return await loadDraft(tries - 1); // somebody changed it between two of the answers
    version = [...tags][0] ?? "";
    batch(() => {
      draft.value = { settings, rules, variables, lists };
      inForce.value = snapshot;
      draftProblem.value = null;
    });
  } catch (error) {
    draftProblem.value = problemOf(error);
  } finally {
    draftBusy.value = false;
  }
}

/** True when an edit was refused because somebody changed the same thing in the meantime. */
export const isConflict = (error: unknown): boolean => error instanceof ApiError && error.problem.status === 412;

/** Sends an edit of what `part` reads. When somebody else changed something else of the draft, it is sent again on top of that. */
async function edit<T>(part: () => unknown, before: unknown, method: string, path: string, body?: unknown): Promise<T> {
  for (let tries = 4; ; tries -= 1) {
    try {
      const { data, tag } = await callTagged<T>(method, path, body, undefined, version);
      version = tag;
      return data;
    } catch (error) {
      if (!isConflict(error) || tries === 0) throw error;
      await loadDraft();
      if (!isSame(part(), before)) throw error;
    }
  }
}

/** Puts a part of the draft where its key says, or adds it when there was none. `before` is what it is to replace. */
export async function putPart<K extends Kind>(kind: K, part: Parts[K], isNew: boolean, key = keyOf(part), before = isNew ? undefined : partOf(kind, key, draft.value)): Promise<void> {
  const there = () => partOf(kind, key, draft.value);
  const stored = await (isNew ? edit<Parts[K]>(there, before, "POST", address(kind), part) : edit<Parts[K]>(there, before, "PUT", address(kind, key), part));
  const others = partsOf(kind, draft.value);
  const at = others.findIndex((other) => keyOf(other) === key);
  set(kind, isNew || at < 0 ? [...others, stored] : others.with(at, stored));
}

export async function removePart(kind: Kind, key: string, before = partOf(kind, key, draft.value)): Promise<void> {
  await edit(() => partOf(kind, key, draft.value), before, "DELETE", address(kind, key));
  set(kind, partsOf(kind, draft.value).filter((part) => keyOf(part) !== key));
}

export async function putSettings(settings: DraftSettings, before = draft.value?.settings): Promise<void> {
  const stored = await edit<DraftSettings>(() => draft.value?.settings, before, "PUT", "/v1/settings", settings);
  if (draft.value) draft.value = { ...draft.value, settings: stored };
}

function set(kind: Kind, parts: Parts[Kind][]): void {
  if (draft.value) draft.value = { ...draft.value, [FIELD[kind]]: parts };
}

export type Change =
  | { kind: Kind; key: string; before: Parts[Kind] | undefined; after: Parts[Kind] | undefined }
  | { kind: "settings"; key: ""; before: DraftSettings; after: DraftSettings };

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** Absent and null say the same, and the order of names says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value) || value === null || typeof value !== "object") return value;
  return Object.entries(value).filter(([, one]) => one !== null && one !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, sorted(one)]);
}

/** What publishing would put in force. */
export const changes = computed<Change[]>(() => {
  const [now, then] = [draft.value, inForce.value?.draft];
  if (!now || !then) return [];
  const found: Change[] = isSame(now.settings, then.settings) ? [] : [{ kind: "settings", key: "", before: then.settings, after: now.settings }];
  for (const kind of KINDS) {
    const keys = new Set([...partsOf(kind, then), ...partsOf(kind, now)].map(keyOf));
    for (const key of keys) {
      const [before, after] = [partOf(kind, key, then), partOf(kind, key, now)];
      if (!isSame(before, after)) found.push({ kind, key, before, after });
    }
  }
  return found;
});

/** Makes a part of the draft again what it is in the snapshot in force. */
export async function takeBack(change: Change): Promise<void> {
  if (change.kind === "settings") return putSettings(change.before);
  if (!change.before) return removePart(change.kind, change.key);
  return putPart(change.kind, change.before, !change.after);
}

export async function publish(): Promise<Published> {
  const { data: made } = await callTagged<Published>("POST", "/v1/snapshots", { expected: inForce.value?.number }, undefined, version);
  await loadDraft();
  return made;
}

/** Hits and precision by source, such as `rule:big`. */
export async function loadSources(kind: "rule" | "entry", signal?: AbortSignal): Promise<Map<string, Source>> {
  const found = new Map<string, Source>();
  for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
    const page: List<Source> = await call("GET", `/v1/statistics?days=30&limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`, undefined, signal);
    for (const one of page.data) if (one.source.startsWith(`${kind}:`)) found.set(one.source.slice(kind.length + 1), one);
    cursor = page.next;
  }
  return found;
}
