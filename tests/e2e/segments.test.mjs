// Entries are folded into segments that lie sealed in KV; an isolate that knows nothing opens them. Whatever KV has lost, and however,
// nothing is checked with half a list.
import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { startBare } from "./bare/start.mjs";
import { newShop } from "./shop.mjs";

const ENTRIES = 1_200;
let folder;
let worker;
let shop;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ordergate-segments-"));
  worker = await startBare(folder);
  shop = await newShop(worker);
});
after(async () => {
  await worker.kill();
  await rm(folder, { recursive: true });
});

/** The same storage behind a Worker that knows nothing. */
async function restart() {
  await worker.kill();
  worker = await startBare(folder);
  shop.worker = worker;
}

/** Every value in KV, as its file. */
async function values() {
  const files = await readdir(path.join(folder, "kv"), { recursive: true, withFileTypes: true });
  return files.filter((file) => file.isFile() && file.parentPath.endsWith("blobs")).map((file) => path.join(file.parentPath, file.name));
}

async function imports(from, count) {
  const rows = Array.from({ length: count }, (_, index) => `e${from + index},listed${from + index}@example.com,bought and never paid ${from + index}`);
  const answer = await shop.post("/v1/entries/import", ["id,email,reason", ...rows].join("\r\n"), { "content-type": "text/csv" });
  assert.equal(answer.status, 200, answer.text);
}

let orders = 0;
async function matched(number) {
  orders += 1;
  const order = { id: `o${orders}`, placed_at: "2026-11-24T10:00:00Z", currency: "PLN", total: "10.00", email: `Listed${number}@example.com` };
  const answer = await shop.post("/v1/checks", { order });
  assert.equal(answer.status, 200, answer.text);
  return answer.json.matches.map((match) => match.source);
}

const segments = () => worker.d1("SELECT seq, entries, dropped_at FROM entry_segment ORDER BY seq");

test("a thousand changes are folded by the cron, and their bytes say nothing", async () => {
  await imports(0, ENTRIES);
  assert.deepEqual(await segments(), []);
  await worker.scheduled();
  const [segment, ...others] = await segments();
  assert.deepEqual([segment.entries, segment.dropped_at, others], [ENTRIES, null, []]);
  const stored = await Promise.all((await values()).map((file) => readFile(file)));
  assert.ok(stored.some((bytes) => bytes.length > ENTRIES * 20));
  for (const bytes of stored) for (const plain of ["OGSEGMNT", "never paid", "listed7@"]) assert.ok(!bytes.includes(plain), plain);
  await worker.scheduled();
  assert.equal((await segments()).length, 1, "nothing changed, nothing is folded");
});

test("a fresh isolate opens the segment and reads only what changed since", async () => {
  await restart();
  // What stands in the segment is not read from the database.
  await worker.d1("UPDATE entry SET draft = '{}' WHERE id = 'e7'");
  assert.deepEqual(await matched(7), ["entry:e7"]);
  await shop.delete("/v1/entries/e8");
  await restart();
  assert.deepEqual(await matched(8), []);
  assert.deepEqual(await matched(7), ["entry:e7"]);
  await worker.d1(`UPDATE entry SET draft = ? WHERE id = 'e7'`, JSON.stringify({ id: "e7", fields: { email: "listed7@example.com" }, reason: "x", effect: "mark" }));
});

test("bytes that were changed, or are another segment's, are not used", async () => {
  const [file] = await values();
  const bytes = await readFile(file);
  bytes[bytes.length >> 1] ^= 1;
  await writeFile(file, bytes);
  await restart();
  assert.deepEqual([await matched(7), await matched(8)], [["entry:e7"], []]);
});

test("the older segment serves where the newer one is missing", async () => {
  await imports(5_000, ENTRIES);
  await worker.scheduled();
  await imports(10_000, ENTRIES);
  await worker.scheduled();
  const keys = await worker.d1("SELECT key, dropped_at FROM entry_segment ORDER BY seq");
  assert.equal(keys.filter((row) => row.dropped_at === null).length, 2);
  await worker.d1("UPDATE entry_segment SET key = 'entries/nowhere' WHERE key = ?", keys.at(-1).key);
  // What the older one holds is not read from the database.
  await worker.d1("UPDATE entry SET draft = '{}' WHERE id = 'e9'");
  await restart();
  assert.deepEqual([await matched(9), await matched(5_001), await matched(10_001), await matched(8)], [["entry:e9"], ["entry:e5001"], ["entry:e10001"], []]);
  await worker.d1(`UPDATE entry SET draft = ? WHERE id = 'e9'`, JSON.stringify({ id: "e9", fields: { email: "listed9@example.com" }, reason: "x", effect: "mark" }));
});

test("KV wiped: every entry is still in force, and the cron folds anew", async () => {
  await worker.kill();
  await rm(path.join(folder, "kv"), { recursive: true });
  worker = await startBare(folder);
  shop.worker = worker;
  await worker.d1("UPDATE entry_segment SET created_at = created_at - 3600000");
  assert.deepEqual([await matched(1), await matched(9), await matched(10_001), await matched(8)], [["entry:e1"], ["entry:e9"], ["entry:e10001"], []]);
  assert.ok((await segments()).every((row) => row.dropped_at !== null), "what is lost is no longer named");
  await worker.scheduled();
  const standing = await segments();
  assert.deepEqual(standing.map((row) => [row.entries, row.dropped_at]), [[3 * ENTRIES - 1, null]], "the rows of lost bytes are gone");
  await restart();
  await worker.d1("UPDATE entry SET draft = '{}' WHERE id = 'e1'");
  assert.deepEqual(await matched(1), ["entry:e1"]);
  await worker.d1(`UPDATE entry SET draft = ? WHERE id = 'e1'`, JSON.stringify({ id: "e1", fields: { email: "listed1@example.com" }, reason: "x", effect: "mark" }));
});

test("another country reads the entries anew", async () => {
  await shop.put("/v1/settings", { ...(await shop.get("/v1/settings")).json, default_country: "TR" });
  assert.equal((await shop.post("/v1/snapshots", { expected: 1 })).status, 201);
  assert.deepEqual(await matched(10_001), ["entry:e10001"]);
  await restart();
  assert.deepEqual([await matched(10_001), await matched(8)], [["entry:e10001"], []]);
});

test("an erased person is in no segment", async () => {
  const erased = await shop.post("/v1/privacy/erase", { email: "listed1@example.com", comment: "asked to", entries: true });
  assert.equal(erased.status, 200, erased.text);
  assert.ok((await segments()).every((row) => row.dropped_at !== null));
  assert.deepEqual(await matched(1), []);
  await worker.scheduled();
  assert.deepEqual((await segments()).map((row) => [row.entries, row.dropped_at]), [[3 * ENTRIES - 2, null]]);
  assert.equal((await values()).length, 1, "the bytes of the others are deleted");
  await restart();
  assert.deepEqual([await matched(1), await matched(2)], [[], ["entry:e2"]]);
});
