// Entries as CSV: a dry run tells what every line would be, an import takes all lines or none, an export comes back the same.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, newShop } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

const csv = { "content-type": "text/csv" };
const file = "id,email,city,last_name,effect,points,reason,expires_at\nx1,bad@example.com,,,points,60,chargeback,\n,,Wrocław,Kowalski,,,unpaid parcels,never\n";
const send = (shop, text, dry = false) => shop.post(`/v1/entries/import${dry ? "?dry_run=true" : ""}`, text, csv);
const counted = ({ written, new: fresh, changed, same, invalid }) => [written, fresh, changed, same, invalid];

test("a dry run tells and writes nothing; the import is in force at the next check; again it is all the same", async () => {
  const shop = await newShop(worker);
  const dry = await send(shop, file, true);
  assert.equal(dry.status, 200, dry.text);
  assert.deepEqual(counted(dry.json), [false, 2, 0, 0, 0]);
  assert.deepEqual(dry.json.lines.map(({ line, status }) => [line, status]), [[2, "new"], [3, "new"]]);
  assert.equal((await shop.get("/v1/entries")).json.data.length, 0);

  assert.deepEqual(counted((await send(shop, file)).json), [true, 2, 0, 0, 0]);
  const check = await shop.post("/v1/checks", apiOrder({ email: "Bad+x@example.com" }));
  assert.deepEqual(check.json.matches.map(({ reason, points }) => [reason, points]).sort(), [["chargeback", 60], ["unpaid parcels", 0]]);
  const { data } = (await shop.get("/v1/entries")).json;
  const named = data.find(({ id }) => id === "x1");
  assert.ok(Math.abs(Date.parse(named.expires_at) - Date.now() - 365 * 864e5) < 864e5, "twelve months when the line does not say");
  assert.equal(data.find(({ id }) => id !== "x1").expires_at, null);
  assert.deepEqual(counted((await send(shop, file)).json), [true, 0, 0, 2, 0]);

  assert.deepEqual(counted((await send(shop, file.replace(",60,", ",70,"))).json), [true, 0, 1, 1, 0]);
  assert.equal((await shop.post("/v1/checks", apiOrder({ email: "bad@example.com" }))).json.score, 70);
});

test("one bad line keeps all of them out, and every bad line is named by its column", async () => {
  const shop = await newShop(worker);
  const bad = `${file},,,,,,nothing filled,\n,no-address,,,,,why,\nx1,a@b.example,,,points,60,twice,\n,c@d.example,,,,,why,2001-01-01T00:00:00Z\n`;
  const answer = await send(shop, bad);
  assert.equal(answer.status, 422);
  assert.deepEqual(counted(answer.json), [false, 2, 0, 0, 4]);
  assert.deepEqual(answer.json.lines.filter(({ status }) => status === "invalid").map(({ line, errors }) => [line, errors[0].pointer]), [[4, "/fields"], [5, "/email"], [6, "/id"], [7, "/expires_at"]]);
  assert.equal((await shop.get("/v1/entries")).json.data.length, 0);
  assert.match(answer.headers.get("content-type"), /^application\/problem\+json/);
  assert.equal(answer.json.detail, "nothing was taken; 4 of 6 lines are not valid");
  assert.deepEqual(answer.json.errors[1], { pointer: "/lines/3/email", detail: "line 5: `no-address` is not an e-mail address" });
});

test("a line renews an entry that has expired, by its id or without", async () => {
  const shop = await newShop(worker);
  await shop.add({ id: "over", fields: { email: "over@example.com" }, reason: "spam" });
  await shop.add({ id: "too", fields: { email: "too@example.com" }, reason: "spam" });
  const lines = "id,email,reason\n,over@example.com,spam\ntoo,too@example.com,spam\n";
  assert.deepEqual(counted((await send(shop, lines)).json), [true, 0, 0, 2, 0]);
  // Nobody waits twelve months, so the stored entries are made older.
  await worker.d1("UPDATE entry SET draft = json_set(draft, '$.expires_at', '2026-01-01T00:00:00Z') WHERE shop_id = ?1", shop.id);
  assert.deepEqual(counted((await send(shop, lines)).json), [true, 1, 1, 0, 0]);
  const { data } = (await shop.get("/v1/entries")).json;
  const lasting = data.filter(({ expires_at }) => Date.parse(expires_at) > Date.now()).map(({ fields }) => fields.email);
  assert.deepEqual(lasting.toSorted(), ["over@example.com", "too@example.com"]);
});

test("an export is guarded against spreadsheets and comes back as all the same", async () => {
  const shop = await newShop(worker);
  await shop.add({ id: "f", fields: { phone: "+48600100200" }, effect: "points", points: 5, reason: "=cmd()" });
  await send(shop, file);
  const exported = await shop.get("/v1/entries/export");
  assert.equal(exported.headers.get("content-type"), "text/csv; charset=utf-8");
  assert.ok(exported.text.includes("'=cmd()") && exported.text.includes("'+48600100200"));
  assert.deepEqual(counted((await send(shop, exported.text)).json), [true, 0, 0, 3, 0]);
});

test("files that are none, and whose file it is", async () => {
  const [ours, theirs] = [await newShop(worker), await newShop(worker)];
  for (const [text, detail] of [["emial,reason\na@b.example,x\n", /line 1: unknown column `emial`, did you mean `email`/], ["email,email\n", /twice/]]) {
    const answer = await send(ours, text);
    assert.equal(answer.status, 400);
    assert.match(answer.json.detail, detail);
  }
  assert.equal((await send(ours, "x".repeat(1_000_001))).status, 413);
  assert.equal((await ours.post("/v1/entries/import?dryrun=1", file, csv)).status, 400);
  await send(ours, file);
  assert.equal((await theirs.get("/v1/entries/export")).text.split("\n").length, 2);
  assert.equal((await theirs.post("/v1/checks", apiOrder({ email: "bad@example.com" }))).json.matches.length, 0);
});

test("a list of many pages is exported whole, and imported again it is all the same", async () => {
  const shop = await newShop(worker);
  for (const part of [0, 1, 2]) {
    const lines = Array.from({ length: 4000 }, (_, index) => `p${part}-${index},p${part}.${index}@example.com,chargeback`);
    assert.equal((await send(shop, `id,email,reason\n${lines.join("\n")}\n`)).status, 200);
  }
  await shop.delete("/v1/entries/p1-7");
  const exported = await shop.get("/v1/entries/export");
  assert.equal(exported.headers.get("content-disposition"), "attachment; filename=\"entries.csv\"");
  const rows = exported.text.trim().split(/\r?\n/);
  assert.deepEqual([rows.length, new Set(rows).size, exported.text.includes("p1-7,")], [12_000, 12_000, false]);
  // A few of the lines, with what is changed, known by its meaning, and new among them.
  const some = [rows[0], ...rows.filter((row) => /^p[012]-39\d\d,/.test(row))];
  assert.deepEqual(counted((await send(shop, some.join("\n"))).json), [true, 0, 0, 300, 0]);
  const mixed = "id,email,reason\np0-1,p0.1@example.com,never paid\n,P2.5@example.com,another word\n,p1.7@example.com,chargeback\n";
  const told = (await send(shop, mixed, true)).json;
  assert.deepEqual(told.lines.map(({ status, id }) => [status, status === "new" || id]), [["changed", "p0-1"], ["same", "p2-5"], ["new", true]]);
});

test("4,000 lines are taken in one transaction", async () => {
  const shop = await newShop(worker);
  const lines = Array.from({ length: 4000 }, (_, index) => `m${index}@example.com,chargeback ${index}`);
  assert.deepEqual(counted((await send(shop, `email,reason\n${lines.join("\n")}\n`)).json), [true, 4000, 0, 0, 0]);
  const check = await shop.post("/v1/checks", apiOrder({ email: "m3999@example.com" }));
  assert.deepEqual([check.json.matches.length, check.json.score, check.json.entries_seq], [1, 40, 1]);
});

test("beyond its limit a shop's list takes no more, and says what to do; what is there can be changed", async () => {
  const small = await startWorker({ vars: { ENTRY_LIMIT: "3" } });
  try {
    const shop = await newShop(small);
    const entry = (name) => ({ fields: { email: `${name}@example.com` }, reason: "unpaid parcels" });
    const [one] = [await shop.add(entry("one")), await shop.add({ ...entry("two"), fields: { phone: "+48600100200" } })];
    const full = { status: 422, type: "urn:ordergate:problem:too-many-entries", detail: /^a shop may have 3 entries; this one has 2, and 2 more were sent; remove some/ };
    const refused = (answer, { status, type, detail }) => {
      assert.deepEqual([answer.status, answer.json.type], [status, type], answer.text);
      assert.match(answer.json.detail, detail);
    };
    const lines = "email,reason\nthree@example.com,x\nfour@example.com,x\n";
    assert.equal((await send(shop, lines, true)).status, 200, "a dry run tells what the lines are");
    refused(await send(shop, lines), full);
    await shop.add(entry("three"));
    refused(await shop.post("/v1/entries", entry("four")), { ...full, detail: /^a shop may have 3 entries; this one has 3, and 1 more was sent/ });
    await shop.post("/v1/orders", apiOrder({ id: "a", email: "four@example.com" }));
    refused(await shop.post("/v1/orders/bulk", { action: "add_to_blacklist", ids: ["a"], comment: "unpaid" }), { ...full, detail: /this one has 3/ });
    assert.equal((await shop.put(`/v1/entries/${one.id}`, { ...entry("one"), reason: "never paid" })).status, 200);
    await shop.delete(`/v1/entries/${one.id}`);
    await shop.add(entry("four"));
    assert.equal((await shop.get("/v1/entries")).json.data.length, 3);
  } finally {
    await small.stop();
  }
});
