// Which of the newest orders an entry would have matched, before it is saved; the blacklist and the allow list apart (B13, B14).
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, counts, newShop } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

const preview = (shop, entry) => shop.post("/v1/entries/preview", entry);

test("an entry is tried over the stored orders as it would be checked, and nothing is written", async () => {
  const shop = await newShop(worker);
  await shop.add({ fields: { email: "bad@example.com" }, effect: "hold" });
  for (let n = 0; n < 7; n += 1) {
    await shop.post("/v1/orders", apiOrder({ id: `o${n}`, number: `#${n}`, email: "Ja.n+x@gmail.com", placed_at: `2026-11-20T10:0${n}:00Z`, updated_at: `2026-11-20T10:0${n}:00Z` }));
  }
  await shop.post("/v1/orders", apiOrder({ id: "held", email: "bad@example.com", ip: "9.9.9.9", placed_at: "2026-11-21T10:00:00Z", updated_at: "2026-11-21T10:00:00Z" }));
  const before = await counts(worker);
  const one = await preview(shop, { fields: { email: "jan@gmail.com" } });
  assert.equal(one.status, 200, one.text);
  assert.deepEqual([one.json.checked, one.json.matched, one.json.free], [8, 7, 7], "canonical e-mails are compared");
  assert.deepEqual(one.json.orders.map(({ id }) => id), ["o6", "o5", "o4", "o3", "o2"], "the newest are named");
  assert.deepEqual(Object.keys(one.json.orders[0]), ["id", "number", "state", "placed_at", "name"]);
  const held = await preview(shop, { fields: { ip: "9.9.0.0/16" }, effect: "hold", reason: "", expires_at: "2020-01-01T00:00:00Z" });
  assert.deepEqual([held.json.matched, held.json.free, held.json.orders[0].state], [1, 0, "held"]);
  assert.equal((await preview(shop, { fields: { email: "jan@gmail.com", ip: "9.9.9.9" } })).json.matched, 0, "all fields must match");
  assert.equal((await preview(shop, { fields: { customer_id: "nobody" }, effect: "allow" })).json.matched, 0);
  assert.deepEqual(await counts(worker), before);
});

test("what is no entry is refused with its pointer, unknown fields too; another shop's orders are not looked at", async () => {
  const [ours, theirs] = [await newShop(worker), await newShop(worker)];
  await ours.post("/v1/orders", apiOrder({ email: "jan@example.com" }));
  for (const [body, pointer] of [
    [{ fields: {} }, "/fields"],
    [{ fields: { ip: "nonsense" } }, "/fields/ip"],
    [{ fields: { email: "a@b.example" }, points: 2000 }, "/points"],
    [{ fields: { email: "a@b.example" }, effekt: "hold" }, "/effekt"],
    [{ fields: { city: "Łódź" }, effect: "hold" }, "/effect"],
  ]) {
    const answer = await preview(ours, body);
    assert.deepEqual([answer.status, answer.json.errors[0].pointer], [400, pointer], answer.text);
  }
  assert.equal((await preview(theirs, { fields: { email: "jan@example.com" } })).json.checked, 0);
  assert.equal((await ours.get("/v1/entries/preview")).status, 404, "no entry has this id");
  assert.equal((await ours.send("PATCH", "/v1/entries/preview")).status, 405);
  assert.equal((await ours.post("/v1/entries/preview", { fields: { email: "a@b.example" } }, { authorization: `Bearer ${ours.pk}` })).status, 403);
});

test("at most the newest 200 orders are looked at", async () => {
  const shop = await newShop(worker);
  const at = (n) => new Date(Date.UTC(2026, 10, 1) + n * 60_000).toISOString().replace(".000", "");
  for (let n = 0; n < 203; n += 20) {
    await Promise.all(Array.from({ length: Math.min(20, 203 - n) }, (_, k) => shop.post("/v1/orders", apiOrder({ id: `n${n + k}`, email: n + k < 3 ? "old@example.com" : "new@example.com", placed_at: at(n + k), updated_at: at(n + k) }))));
  }
  assert.deepEqual((({ checked, matched }) => [checked, matched])((await preview(shop, { fields: { email: "old@example.com" } })).json), [200, 0]);
  assert.equal((await preview(shop, { fields: { email: "new@example.com" } })).json.matched, 200);
});

test("the blacklist and the allow list are listed apart, page by page", async () => {
  const shop = await newShop(worker);
  for (let n = 0; n < 5; n += 1) {
    await shop.add({ id: `b${n}`, fields: { email: `b${n}@example.com` } });
    await shop.add({ id: `a${n}`, fields: { customer_id: `c${n}` }, effect: "allow" });
  }
  for (const [list, letter] of [["blacklist", "b"], ["allow_list", "a"]]) {
    const first = (await shop.get(`/v1/entries?list=${list}&limit=3`)).json;
    const rest = (await shop.get(`/v1/entries?list=${list}&limit=3&cursor=${encodeURIComponent(first.next)}`)).json;
    assert.deepEqual([...first.data, ...rest.data].map(({ id }) => id).sort(), Array.from({ length: 5 }, (_, n) => `${letter}${n}`));
    assert.equal(rest.next, null);
  }
  assert.equal((await shop.get("/v1/entries")).json.data.length, 10);
  const refused = await shop.get("/v1/entries?list=white");
  assert.deepEqual([refused.status, refused.json.detail.includes("allow_list")], [400, true]);
});
