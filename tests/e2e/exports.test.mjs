// Whoever takes buyers' data away as a file is noted: who, how many, by which filters, and nothing personal.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, newShop, read } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

const ask = async (headers, method, target, body) => read(await worker.fetch(target, { method, headers, body: body && JSON.stringify(body) }));
const noted = async (shop) => (await shop.get("/v1/audit")).json.data.filter(({ action }) => action.endsWith(".exported")).map(({ actor, subject, action, detail }) => [actor, subject, action, detail]);

test("an export of orders is noted with its number and filters; of a number only that there was one", async () => {
  const shop = await newShop(worker);
  const admin = await shop.signIn();
  await shop.post("/v1/orders", apiOrder());
  const viewer = await shop.signIn((await ask(admin, "POST", "/v1/users", { name: "Vera", role: "viewer" })).json.link.url);
  for (const body of [
    { orders: 2 },
    { orders: 120, filters: { state: "held", marked: "true", decision: "review", points: "-20", from: "2026-11-01T00:00:00Z", before: "2026-11-24T00:00:00Z" } },
    { orders: 1, filters: { number: "1001" } },
    { orders: 0, filters: {} },
  ]) {
    const answer = await ask(viewer, "POST", "/v1/orders/exports", body);
    assert.deepEqual([answer.status, answer.text], [204, ""], JSON.stringify(body));
  }
  assert.deepEqual((await noted(shop)).toSorted(), [
    ["Vera", "orders", "orders.exported", "orders: 0"],
    ["Vera", "orders", "orders.exported", "orders: 120; before: 2026-11-24T00:00:00Z; decision: review; from: 2026-11-01T00:00:00Z; marked: true; points: -20; state: held"],
    ["Vera", "orders", "orders.exported", "orders: 1; by a number"],
    ["Vera", "orders", "orders.exported", "orders: 2; selected"],
  ]);
});

test("what is no filter of orders is refused and noted nowhere, so that no text of anybody stands there", async () => {
  const shop = await newShop(worker);
  for (const [body, pointer] of [
    [{ orders: 1, filters: { name: "Jan Kowalski" } }, "/filters/name"], [{ orders: 1, filters: { state: "jan@example.com" } }, "/filters/state"],
    [{ orders: 1, filters: { from: "yesterday" } }, "/filters/from"], [{ orders: -1 }, "/orders"], [{ orders: "many" }, "/orders"], [{ orders: 1, ids: ["1001"] }, "/ids"],
  ]) {
    const { status, json, text } = await shop.post("/v1/orders/exports", body);
    assert.deepEqual([status, json.errors?.[0].pointer], [400, pointer], text);
  }
  assert.deepEqual(await noted(shop), []);
});

test("an export of entries is noted with their number, and another shop's audit has none of it", async () => {
  const [shop, other] = [await newShop(worker), await newShop(worker)];
  await shop.add({ fields: { email: "bad@example.com" } });
  await shop.add({ fields: { email: "worse@example.com" } });
  const { status, text } = await ask(await shop.signIn(), "GET", "/v1/entries/export");
  assert.deepEqual([status, text.match(/@example\.com/g).length], [200, 2]);
  assert.deepEqual(await noted(shop), [["Admin", "entries", "entries.exported", "entries: 2"]]);
  assert.deepEqual(await noted(other), []);
});
