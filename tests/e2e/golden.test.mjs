// The golden cases over HTTP: each draft is put together and published in a shop of its own, and POST /v1/checks answers the check.
//
// What the Worker sets itself is left out: now, snapshot, entries_seq. An entry that is in force at the case's `now` is so for an hour more of
// the real clock, one that has ended ends two seconds after it was added; no case is given up for its expiry. When the native runner left
// build/golden-native.ndjson every other byte of the check is compared with it, otherwise the keys of `want`.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { parse } from "smol-toml";
import { root, startWorker } from "./harness.mjs";
import { newShop } from "./shop.mjs";

const NOW = "2026-11-24T10:00:00Z";
const OWN = ["now", "snapshot", "entries_seq"];
const AT_ONCE = 8;

/** Cases that cannot be said over HTTP, with the reason. */
const skipped = {
  "draft-with-unknown-field": "a draft has no route of its own, and another part would be another path",
  "path-hour-unknown-in-another-zone": "the Worker knows every time zone and supplies the hour",
  "refused-variable-cycle": "a variable that uses one that is not there yet is refused first",
};

const worker = await startWorker();
after(() => worker.stop());

const folder = path.join(root, "tests/golden");
const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".toml"))
  .sort()
  .map((file) => ({ stem: path.basename(file, ".toml"), ...parse(readFileSync(path.join(folder, file), "utf8")) }));
const native = new Map();
const nativeFile = path.join(root, "build/golden-native.ndjson");
if (existsSync(nativeFile)) {
  for (const line of readFileSync(nativeFile, "utf8").split("\n").filter(Boolean)) {
    const { name, check } = JSON.parse(line);
    native.set(name, check);
  }
}

class Refused extends Error {
  constructor(where, answer) {
    super(`${where}: ${answer.status} ${answer.text}`);
    this.answer = answer;
  }
}

const taken = (where, answer, ...statuses) => {
  if (!statuses.includes(answer.status)) throw new Refused(where, answer);
  return answer;
};

/** The expiry of an entry on the real clock. */
function moved(entry, now) {
  if (!entry.expires_at) return { ...entry, expires_at: null };
  const left = Date.parse(entry.expires_at) - now;
  return { ...entry, expires_at: new Date(Date.now() + (left > 0 ? left + 3_600_000 : 2_000)).toISOString() };
}

/** Variables in an order in which none uses a later one, where there is one. */
function usedFirst(variables) {
  const [left, sorted] = [[...variables], []];
  while (left.length > 0) {
    const uses = ({ is }, other) => new RegExp(`\\b${other.name}\\b`).test(is);
    const next = left.findIndex((one) => !left.some((other) => other !== one && uses(one, other)));
    sorted.push(...left.splice(Math.max(next, 0), 1));
  }
  return sorted;
}

/** Publishes a draft in a fresh shop, part by part as a merchant would. */
async function published(draft, now) {
  const shop = await newShop(worker, { contacts: ["ola@shop.example"] });
  const { settings = {}, lists = [], variables = [], rules = [], entries = [], ...unknown } = JSON.parse(draft);
  assert.deepEqual(unknown, {}, "a part that no route takes");
  let wait = 0;
  taken("settings", await shop.put("/v1/settings", settings), 200);
  for (const [kind, key, parts] of [["lists", "name", lists], ["variables", "name", usedFirst(variables)], ["rules", "id", rules]]) {
    for (const part of parts) {
      const answer = await shop.post(`/v1/${kind}`, part);
      // The starter draft has one of this name.
      if (answer.status === 409 && !parts.some((other) => other !== part && other[key] === part[key])) {
        taken(kind, await shop.put(`/v1/${kind}/${encodeURIComponent(part[key])}`, part), 200);
      } else {
        taken(kind, answer, 201);
      }
    }
  }
  taken("snapshots", await shop.post("/v1/snapshots", { expected: 1 }), 201);
  for (const entry of entries) {
    const ended = entry.expires_at && Date.parse(entry.expires_at) <= now;
    taken("entries", await shop.post("/v1/entries", moved(entry, now)), 201);
    if (ended) wait = 2_100;
  }
  await new Promise((resolve) => setTimeout(resolve, wait));
  return shop;
}

async function run({ name, draft, order, facts = "{}", now = NOW, want, refused }) {
  let check;
  try {
    const shop = await published(draft, Date.parse(now));
    check = taken("checks", await shop.post("/v1/checks", `{"order":${order},"facts":${facts}}`), 200).json;
  } catch (error) {
    if (!(error instanceof Refused) || refused === undefined) throw error;
    const { status, json } = error.answer;
    assert.ok([400, 409, 422].includes(status), error.message);
    // Each part is refused alone: its problems stand in the refusal of the draft, under longer pointers.
    for (const { detail } of json.errors ?? []) assert.ok(refused.includes(detail), `refused with\n  ${detail}\nwanted\n  ${refused}`);
    return;
  }
  assert.equal(refused, undefined, `accepted: ${JSON.stringify(check)}`);
  for (const key of OWN) assert.ok(key in check, `no ${key}`);
  const whole = native.get(name) ?? JSON.parse(want);
  for (const [key, value] of Object.entries(whole).filter(([key]) => !OWN.includes(key))) assert.deepEqual(check[key], value, key);
  if (native.has(name)) assert.deepEqual(Object.keys(check), Object.keys(whole));
}

test(`${cases.length} golden cases over HTTP`, { concurrency: AT_ONCE }, async (context) => {
  assert.deepEqual(Object.keys(skipped).filter((stem) => !cases.some((golden) => golden.stem === stem)), [], "skips of cases that are gone");
  await Promise.all(cases.map((golden) => context.test(golden.stem, { skip: skipped[golden.stem] }, () => run(golden))));
});
