// What the shop's own history says of an order: counted from earlier orders with the same keys, stored with the check.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, newShop, wooOrder } from "./shop.mjs";

let worker;
before(async () => (worker = await startWorker()));
after(() => worker?.stop());

const facts = async (shop, id) => JSON.parse((await worker.d1("SELECT facts FROM checks WHERE shop_id = ?1 AND order_id = ?2 ORDER BY at DESC LIMIT 1", shop.id, id))[0].facts);
const at = (minute, fields) => apiOrder({ placed_at: `2026-11-24T10:${String(minute).padStart(2, "0")}:00Z`, updated_at: `2026-11-24T10:${String(minute).padStart(2, "0")}:00Z`, ...fields });

async function publish(shop, ...rules) {
  for (const rule of rules) assert.equal((await shop.post("/v1/rules", { effect: "hold", active: true, visibility: "private", points: null, ...rule })).status, 201);
  const answer = await shop.post("/v1/snapshots", { expected: 1 });
  assert.equal(answer.status, 201, answer.text);
}

test("the fourth order of one buyer within an hour is held by a rule, however they spell themselves", async () => {
  const shop = await newShop(worker, { contacts: [] });
  const rule = await shop.post("/v1/rules", { id: "many", name: "Many orders", when: "velocity.email.count_1h >= 3", effect: "hold", active: true });
  assert.equal(rule.status, 201, rule.text);
  assert.equal((await shop.post("/v1/snapshots", { expected: 1 })).status, 201);
  const spellings = ["jan.kowalski@gmail.com", "JanKowalski@gmail.com", "jankowalski+x@googlemail.com", "j.a.n.kowalski@gmail.com"];
  const states = [];
  for (const [n, email] of spellings.entries()) states.push((await shop.post("/v1/orders", at(n, { id: `o${n}`, email }))).json.order.state);
  assert.deepEqual(states, ["approved", "approved", "approved", "held"]);
  const { velocity } = await facts(shop, "o3");
  assert.deepEqual([velocity.email.count_1h, velocity.email.sum_1h, velocity.ip.count_1h, velocity.address.count_24h, velocity.email.decayed > 2.9], [3, "361.50", 3, 3, true]);
  const dry = await shop.post("/v1/checks", at(5, { id: "o5", email: "jankowalski@gmail.com" }));
  assert.deepEqual([dry.json.decision, dry.json.matches.map(({ source }) => source)], ["review", ["rule:many"]], "a check that stores nothing sees the same facts");
});

test("an update does not count the order itself, another shop's orders do not count, and sent facts win", async () => {
  const shop = await newShop(worker, { contacts: [] });
  const other = await newShop(worker, { contacts: [] });
  await other.post("/v1/orders", at(0, { id: "theirs" }));
  await shop.post("/v1/orders", at(1, { id: "a" }));
  await shop.post("/v1/orders", at(1, { id: "a", updated_at: "2026-11-24T10:30:00Z", total: "99.00" }));
  assert.equal((await facts(shop, "a")).velocity.email.count_24h, 0);
  await shop.post("/v1/orders", { ...at(2, { id: "b" }), facts: { velocity: { email: { count_24h: 7 } }, ip: { country: "PL" } } });
  const seen = await facts(shop, "b");
  assert.deepEqual([seen.velocity.email.count_24h, seen.velocity.email.sum_24h, seen.velocity.phone.count_24h, seen.ip.country], [7, "99.00", 1, "PL"]);
  const [ours] = await worker.d1("SELECT fingerprint FROM order_key WHERE shop_id = ?1 AND field = 'email'", shop.id);
  const [theirs] = await worker.d1("SELECT fingerprint FROM order_key WHERE shop_id = ?1 AND field = 'email'", other.id);
  assert.notEqual(ours.fingerprint, theirs.fingerprint, "the same address in two shops has unrelated keys");
});

test("parcels that came back, from webhooks; the shop's clock in its own zone", async () => {
  const shop = await newShop(worker, { contacts: [] });
  await shop.put("/v1/settings", { ...(await shop.get("/v1/settings")).json, time_zone: "Europe/Warsaw" });
  assert.equal((await shop.post("/v1/snapshots", { expected: 1 })).status, 201);
  await shop.taken("woocommerce", wooOrder({ id: 1, status: "cancelled", date_created_gmt: "2026-11-20T10:00:00" }));
  await shop.taken("woocommerce", wooOrder({ id: 2, status: "failed", payment_method: "stripe", date_created_gmt: "2026-11-21T10:00:00" }));
  await shop.taken("woocommerce", wooOrder({ id: 3, date_created_gmt: "2026-11-24T23:30:00", date_modified_gmt: "2026-11-24T23:30:00" }));
  const seen = await facts(shop, "3");
  assert.deepEqual([seen.velocity.email.unclaimed_cod, seen.velocity.email.failed_payments, seen.velocity.email.count_7d], [1, 1, 2]);
  assert.deepEqual(seen.order, { hour: 0, weekday: 3 }, "half past midnight on a Wednesday in Warsaw");
  await shop.taken("woocommerce", wooOrder({ id: 4, date_created_gmt: "2026-07-24T10:30:00", date_modified_gmt: "2026-11-24T23:30:00" }));
  assert.deepEqual((await facts(shop, "4")).order, { hour: 12, weekday: 5 }, "in July the clocks of Warsaw are two hours ahead");
});

test("150 earlier orders of one key: what is read is bounded, and so is the count", async () => {
  const shop = await newShop(worker, { contacts: [] });
  await shop.post("/v1/orders", at(0, { id: "first" }));
  await worker.d1(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 149)
     INSERT INTO orders (shop_id, id, revision, source, version, placed_at, received_at, listed_at, currency, total, state, standing, marked, digest, material, details, notes)
     SELECT shop_id, 'copy' || i, 1, source, version, placed_at - i * 1000, received_at, listed_at, currency, total, state, standing, marked, digest, material, details, notes FROM orders, n WHERE shop_id = ?1 AND id = 'first'`,
    shop.id,
  );
  await worker.d1(
    "INSERT INTO order_key SELECT k.shop_id, k.field, k.fingerprint, orders.placed_at, orders.id, k.identities FROM order_key AS k JOIN orders ON orders.shop_id = k.shop_id AND orders.id LIKE 'copy%' WHERE k.shop_id = ?1",
    shop.id,
  );
  await shop.post("/v1/orders", at(5, { id: "last" }));
  assert.equal((await facts(shop, "last")).velocity.email.count_24h, 50);
});
