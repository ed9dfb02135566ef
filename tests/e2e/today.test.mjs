// What a day's work begins with: what is open, what went wrong, what is not set up, and how many orders came.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, holdsJan, newShop } from "./shop.mjs";

let worker;
before(async () => (worker = await startWorker()));
after(() => worker?.stop());

const HOUR = 3_600_000;
const ago = (hours) => new Date(Date.now() - hours * HOUR).toISOString().replace(/\.\d+/, "");
const today = async (shop) => {
  const answer = await shop.get("/v1/today");
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
};

test("a new shop has nothing to do, and is told what is not set up", async () => {
  const shop = await newShop(worker, { contacts: [] });
  assert.deepEqual(await today(shop), {
    cases: { open: 0, unassigned: 0, window_over: 0 },
    holds: { open: 0, overdue: 0 },
    alerts: { contacts_bouncing: 0, mails_dead: 0, commands_dead: 0, polls_failing: 0, not_checked: 0 },
    set_up: { contacts: false, deliveries: false, orders: false, entries: false, rules: false, stop_window: false },
    hours: [],
  });
  assert.equal((await shop.post("/v1/today", {})).status, 405);
});

test("it counts what is there, each shop by itself", async () => {
  const shop = await newShop(worker);
  const other = await newShop(worker, { contacts: [] });
  await shop.add(holdsJan);
  await shop.post("/v1/rules", { id: "big", name: "Big order", when: "order.total > 500", points: 20, effect: "points", active: true });
  await shop.post("/v1/rules", { id: "off", name: "Off", when: "order.total > 900", points: 20, effect: "points", active: false });
  assert.equal((await shop.post("/v1/snapshots", { expected: 1 })).status, 201);
  await shop.put("/v1/shop", { stop_window_hours: 12, review_hours: 1 });
  const placed = (hours) => ({ placed_at: ago(hours), updated_at: ago(hours) });
  await shop.post("/v1/orders", apiOrder({ id: "held", ...placed(1) }));
  await shop.post("/v1/orders", apiOrder({ id: "overdue", ...placed(30) }));
  await worker.d1("UPDATE hold SET placed_at = ?2 WHERE shop_id = ?1 AND order_id = 'overdue'", shop.id, Date.now() - 2 * HOUR);
  for (const id of ["open", "mine", "over"]) {
    await shop.post("/v1/orders", apiOrder({ id, email: `${id}@example.com`, phone: "", ...placed(30) }));
    await shop.post(`/v1/orders/${id}/status`, { status: "declined", comment: "the bank called" });
  }
  await worker.d1("UPDATE cases SET deadline_at = ?2 WHERE shop_id = ?1 AND order_id = 'over'", shop.id, Date.now() - HOUR);
  await worker.d1("UPDATE cases SET assignee = 'Ola' WHERE shop_id = ?1 AND order_id = 'mine'", shop.id);
  await shop.post("/v1/orders", apiOrder({ id: "old", email: "old@example.com", ...placed(24 * 20) }));
  await shop.taken("woocommerce", JSON.stringify({ id: 77, total: "oops" }));
  await shop.mailsSettled();
  await worker.d1("UPDATE outbox SET state = 'dead' WHERE shop_id = ?1 AND order_id = 'held'", shop.id);
  await worker.d1("UPDATE contact SET bounced_at = 1 WHERE shop_id = ?1 AND email LIKE 'ola%'", shop.id);
  const { hours, ...counted } = await today(shop);
  assert.deepEqual(counted, {
    cases: { open: 2, unassigned: 1, window_over: 1 },
    holds: { open: 5, overdue: 1 },
    alerts: { contacts_bouncing: 1, mails_dead: 2, commands_dead: 0, polls_failing: 0, not_checked: 1 },
    set_up: { contacts: true, deliveries: true, orders: true, entries: true, rules: true, stop_window: true },
  });
  const sum = (name) => hours.reduce((total, hour) => total + hour[name], 0);
  assert.deepEqual([sum("orders"), sum("held"), sum("marked")], [6, 2, 0], "an order of 20 days ago is not drawn");
  assert.ok(hours.every(({ at }, index) => /T\d\d:00:00Z$/.test(at) && (index === 0 || at > hours[index - 1].at)));
  assert.equal((await today(other)).set_up.orders, false);
  assert.deepEqual((await today(other)).hours, []);
});

test("orders are listed by the time they were placed", async () => {
  const shop = await newShop(worker, { contacts: [] });
  for (const hours of [1, 30, 60]) await shop.post("/v1/orders", apiOrder({ id: `o${hours}`, placed_at: ago(hours), updated_at: ago(hours) }));
  const ids = async (query) => (await shop.get(`/v1/orders?${query}`)).json.data.map(({ id }) => id);
  assert.deepEqual(await ids(`from=${ago(40)}`), ["o1", "o30"]);
  assert.deepEqual(await ids(`before=${ago(40)}`), ["o60"]);
  assert.deepEqual(await ids(`from=${ago(40)}&before=${ago(20)}&state=approved`), ["o30"]);
  const bad = await shop.get("/v1/orders?from=yesterday");
  assert.deepEqual([bad.status, bad.json.detail], [400, "from: use a time like 2026-11-24T10:00:00Z"]);
});

test("the blacklist takes the fields that are asked for, instead of those the shop has chosen", async () => {
  const shop = await newShop(worker, { contacts: [] });
  await shop.post("/v1/orders", apiOrder({ id: "one" }));
  const bulk = (body) => shop.post("/v1/orders/bulk", { action: "add_to_blacklist", ids: ["one"], comment: "unpaid", ...body });
  const { data } = (await bulk({ fields: ["phone", "city"] })).json;
  assert.deepEqual((await shop.get(`/v1/entries/${data[0].entry}`)).json.fields, { city: "Wrocław", phone: "+48 600 100 200" });
  for (const [body, pointer] of [[{ fields: [] }, "/fields"], [{ fields: ["email", "shoe"] }, "/fields/1"], [{ action: "hold", fields: ["email"] }, "/fields"]]) {
    const answer = await bulk(body);
    assert.deepEqual([answer.status, answer.json.errors[0].pointer], [400, pointer], JSON.stringify(body));
  }
  const [{ key }] = (await shop.get("/v1/customers")).json.data;
  const people = (await shop.post("/v1/customers/bulk", { action: "add_to_blacklist", keys: [key], comment: "unpaid", fields: ["ip"] })).json.data;
  assert.deepEqual((await shop.get(`/v1/entries/${people[0].entry}`)).json.fields, { ip: "1.1.1.1" });
});
