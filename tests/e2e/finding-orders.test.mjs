// How one order is found among many: by its number, by what the check said, by its points.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, newShop, wooOrder } from "./shop.mjs";

let worker, shop;
before(async () => {
  worker = await startWorker();
  shop = await newShop(worker, { contacts: [] });
  await shop.add({ fields: { email: "sixty@example.com" }, effect: "points", points: 60, reason: "chargeback" });
  await shop.add({ fields: { email: "ten@example.com" }, effect: "points", points: 10, reason: "moved often" });
  await shop.add({ fields: { email: "good@example.com" }, effect: "points", points: -20, reason: "buys for years" });
  const at = (minute) => ({ placed_at: `2026-11-24T10:0${minute}:00Z`, updated_at: `2026-11-24T10:0${minute}:00Z` });
  await shop.post("/v1/orders", apiOrder({ id: "a", number: "#2001", ...at(1), email: "sixty@example.com" }));
  await shop.post("/v1/orders", apiOrder({ id: "b", number: "2002", ...at(2), email: "ten@example.com" }));
  await shop.post("/v1/orders", apiOrder({ id: "2001", number: "#2001", ...at(3), email: "good@example.com" }));
  await shop.post("/v1/orders", apiOrder({ id: "d", number: undefined, ...at(4), email: "none@example.com" }));
  await shop.taken("woocommerce", wooOrder({ id: 3001, number: "3001", billing: { email: "woo@example.com" }, date_created_gmt: "2026-11-24T10:05:00" }));
});
after(() => worker?.stop());

const ids = async (query) => {
  const { status, text, json } = await shop.get(`/v1/orders?${query}`);
  assert.equal(status, 200, text);
  return json.data.map(({ id }) => id);
};

test("an order is found by its number, with # or without, and by its id", async () => {
  for (const spelling of ["2001", "%232001", "%20%232001%20"]) assert.deepEqual(await ids(`number=${spelling}`), ["2001", "a"], spelling);
  assert.deepEqual(await ids("number=2002"), ["b"]);
  assert.deepEqual(await ids("number=%232002"), ["b"]);
  assert.deepEqual(await ids("number=d"), ["d"]);
  assert.deepEqual(await ids("number=3001"), ["3001"]);
  assert.deepEqual(await ids("number=200"), [], "a number is whole");
  const other = await newShop(worker, { contacts: [] });
  assert.deepEqual((await other.get("/v1/orders?number=2001")).json, { data: [], next: null });
});

test("orders are narrowed by what their newest check decided and by its points, together with the rest", async () => {
  assert.deepEqual(await ids("decision=review"), ["a"]);
  assert.deepEqual(await ids("decision=decline"), []);
  assert.deepEqual(await ids("decision=approve"), ["3001", "d", "2001", "b"]);
  assert.deepEqual(await ids("points=10"), ["b", "a"]);
  assert.deepEqual(await ids("points=11"), ["a"]);
  assert.deepEqual(await ids("points=-20&before=2026-11-24T10:05:00Z"), ["d", "2001", "b", "a"]);
  assert.deepEqual(await ids("points=0&decision=approve&state=approved&from=2026-11-24T10:01:30Z&before=2026-11-24T10:04:30Z"), ["d", "b"]);
  await shop.post("/v1/orders/a/release", { comment: "called" });
  assert.deepEqual([await ids("decision=review&state=held"), await ids("decision=review&state=released")], [[], ["a"]]);
});

test("what cannot be asked for says what can be", async () => {
  for (const query of ["decision=maybe", "points=many", "points=1.5", "points=99999999999", "number=", "number=%20", "number=1&state=held", "number=1&number=2"]) {
    const { status, json } = await shop.get(`/v1/orders?${query}`);
    assert.deepEqual([status, json.detail.split(":")[0]], [400, query.split("=")[0]], query);
  }
});
