// One person across all tables: what is known of them goes out in one answer, and is taken away; and what was kept long enough goes by itself.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, newShop, wooOrder } from "./shop.mjs";

const DAY = 86_400_000;
let worker;
before(async () => (worker = await startWorker()));
after(() => worker.stop());

const EVA = { email: "eva.nowak@example.com", phone: "+48 611 222 333" };
const EVAS = { first_name: "Eva", last_name: "Nowakowska", street: "ul. Cicha 7", postcode: "31-001", city: "Niepołomice", country: "PL" };
/** Anything that names Eva, as it may stand in a row. */
const NAMES = [/eva\.nowak/i, /611.?222.?333/, /Nowakowska/, /Cicha 7/, /Niepo/];
const evasWoo = (fields) => {
  const place = { first_name: "Eva", last_name: "Nowakowska", address_1: "ul. Cicha 7", city: "Niepołomice", postcode: "31-001", country: "PL" };
  return wooOrder({ customer_ip_address: "5.5.5.5", customer_note: "for Nowakowska, please ring twice", billing: { ...place, ...EVA }, shipping: place, ...fields });
};

/** Every row of every table that names her: table and row. */
async function mentions(shop) {
  const tables = await worker.d1("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%shop_id%' ORDER BY name");
  const found = [];
  for (const { name } of tables) {
    for (const row of await worker.d1(`SELECT * FROM ${name} WHERE shop_id = ?1`, shop.id)) {
      const text = JSON.stringify(row, (_, value) => (Array.isArray(value) && value.every(Number.isInteger) ? Buffer.from(value).toString() : value));
      if (NAMES.some((name) => name.test(text))) found.push([name, row]);
    }
  }
  return found;
}
const tablesOf = (found) => [...new Set(found.map(([table]) => table))];

/** A shop that knows Eva by five orders, a mail, three entries and a delivery nobody could read; and Jan, who must stay. */
async function knownShop() {
  const shop = await newShop(worker);
  const live = (await shop.add({ fields: { email: "Eva.Nowak@example.com" }, effect: "hold", reason: "two parcels came back" })).id;
  const narrow = (await shop.add({ fields: { phone: "611 222 333", country: "PL", city: "Niepołomice" }, effect: "mark", reason: "a phone" })).id;
  const gone = (await shop.add({ fields: { email: EVA.email }, reason: "once" })).id;
  assert.equal((await shop.delete(`/v1/entries/${gone}`)).status, 204);
  await shop.taken("woocommerce", evasWoo({ id: 1 }));
  await shop.taken("woocommerce", evasWoo({ id: 2 }));
  await shop.post("/v1/orders", apiOrder({ id: "3", ...EVA, billing: EVAS }));
  await shop.post("/v1/orders", apiOrder({ id: "4", ...EVA, billing: EVAS, email: undefined }));
  await shop.post("/v1/orders", apiOrder({ id: "jan" }));
  await shop.deliver("woocommerce", JSON.stringify({ id: 9, billing: { email: EVA.email } }));
  await shop.deliver("woocommerce", { id: 77, email: EVA.email, last_name: "Nowakowska" }, { topic: "customer.updated" });
  await shop.taken("woocommerce", wooOrder({ id: 8 }));
  await shop.mailsSettled();
  return { shop, live, narrow, gone };
}
const erase = async (shop, body) => {
  const answer = await shop.post("/v1/privacy/erase", body);
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
};

test("an export holds the orders with all that belongs to them, deliveries as they came, and the entries that name the person", async () => {
  const { shop, live, narrow, gone } = await knownShop();
  const answer = await shop.post("/v1/privacy/export", { email: " EVA.nowak@example.com ", phone: "+48611222333" });
  assert.equal(answer.status, 200, answer.text);
  const { orders, deliveries, entries, contacts, next } = answer.json;
  assert.deepEqual(orders.map(({ order }) => order.id), ["1", "2", "3", "4"]);
  assert.equal(orders[0].order.details.billing.last_name, "Nowakowska");
  assert.ok(orders[0].checks.length === 1 && orders[0].mails.length === 2 && orders[0].timeline.length > 0);
  assert.equal(JSON.parse(orders[0].deliveries[0].body).billing.email, EVA.email);
  assert.deepEqual(orders.map(({ deliveries }) => deliveries.length), [1, 1, 0, 0]);
  assert.deepEqual(deliveries.map(({ topic }) => topic).toSorted(), ["customer.updated", "order.created"]);
  assert.deepEqual(entries.map(({ id, in_force: inForce }) => [id, inForce]).toSorted(), [[live, true], [narrow, true], [gone, false]].toSorted());
  assert.deepEqual([contacts, next], [[], null]);
  assert.ok(!/jan@example/.test(answer.text), "nobody else's");
  assert.deepEqual((await shop.post("/v1/privacy/export", { email: EVA.email })).json.orders.map(({ order }) => order.id), ["1", "2", "3"]);
  const [row] = await worker.d1("SELECT actor, detail FROM audit WHERE shop_id = ?1 AND action = 'privacy.exported' ORDER BY at", shop.id);
  assert.deepEqual(row, { actor: "api", detail: "4 orders, 3 entries" });
});

test("an erasure reaches every table: only entries in force and the words of people still name the person", async () => {
  const { shop, live, narrow } = await knownShop();
  assert.equal((await shop.post("/v1/orders/1/release", { comment: "called Nowakowska, it is fine" })).status, 200);
  const before = await mentions(shop);
  assert.deepEqual(tablesOf(before).filter((table) => !["audit", "hold", "order_key"].includes(table)), ["delivery_body", "entry", "orders", "outbox"], "the test looks where she stands");
  const shown = async (id) => (({ order, check }) => ({ id: order.id, number: order.number, state: order.state, total: order.total, currency: order.currency, country: order.country, check }))(await shop.order(id));
  const kept = await Promise.all(["1", "2", "3", "4"].map(shown));
  const jan = await shop.order("jan");

  const done = await erase(shop, { email: EVA.email, phone: EVA.phone, comment: "asked by letter of 20 November" });
  const { entries, stays, ...rest } = done;
  assert.deepEqual(rest, { orders: 4, delivery_bodies: 4, mails: 0, contacts: [], complete: true });
  assert.deepEqual(entries.map(({ id, in_force: inForce }) => [id, inForce]).toSorted(), [[live, true], [narrow, true]].toSorted());
  assert.ok(stays.some((text) => text.includes("comments")) && stays.some((text) => text.includes("audit")));

  const left = await mentions(shop);
  const words = left.filter(([table, row]) => (table === "hold" && row.resolution_comment) || (table === "audit" && /Nowakowska/.test(row.detail)));
  const inForce = left.filter(([table, row]) => table === "entry" && row.removed_at === null);
  assert.equal(inForce.length, 2);
  assert.deepEqual(left.filter((one) => !words.includes(one) && !inForce.includes(one)), []);

  assert.deepEqual(await Promise.all(["1", "2", "3", "4"].map(shown)), kept, "id, number, state, total and check stay");
  const page = await shop.order("2");
  assert.deepEqual([page.order.details, page.order.name, page.order.city, page.order.notes], [null, null, null, []]);
  assert.ok(page.timeline.some(({ action, detail, actor }) => action === "order.erased" && actor === "api" && detail === "asked by letter of 20 November"));
  assert.deepEqual((await shop.get("/v1/orders/2/fulfilment")).json, { release: false, why: "held" }, "a hold stays a hold");
  assert.deepEqual(await shop.order("jan"), jan, "nobody else's order is touched");
  assert.ok((await shop.rows("delivery_body")).length === 1, "Jan's delivery stays");
  const keys = await worker.d1("SELECT DISTINCT order_id FROM order_key WHERE shop_id = ?1 ORDER BY order_id", shop.id);
  assert.deepEqual(keys.map((row) => row.order_id), ["8", "jan"]);
  assert.deepEqual((await shop.post("/v1/customers/search", { email: EVA.email })).json.data, []);
  const [audited] = await worker.d1("SELECT detail FROM audit WHERE shop_id = ?1 AND action = 'privacy.erased'", shop.id);
  assert.equal(audited.detail, "asked by letter of 20 November (4 orders, 4 bodies of deliveries)");

  assert.equal((await erase(shop, { email: EVA.email, comment: "again" })).orders, 0, "done once");
  const held = await shop.post("/v1/checks", apiOrder({ ...EVA, billing: EVAS }));
  assert.equal(held.json.held, true, "the entry that holds her is in force");
});

test("a later delivery of an erased order moves its state and brings nothing back; a recheck of it changes nothing", async () => {
  const { shop } = await knownShop();
  await erase(shop, { email: EVA.email, phone: EVA.phone, comment: "asked" });
  await shop.taken("woocommerce", evasWoo({ id: 1, status: "cancelled", date_modified_gmt: "2026-11-24T11:00:00" }), { topic: "order.updated" });
  const { order } = await shop.order("1");
  assert.deepEqual([order.state, order.details, order.name, order.city, order.notes], ["cancelled", null, null, null, []]);
  const recheck = await shop.post("/v1/orders/2/recheck", {});
  assert.ok([200, 409].includes(recheck.status), recheck.text);
  assert.equal((await shop.order("2")).order.state, "held");
  assert.equal((await erase(shop, { email: EVA.email, comment: "what came since" })).delivery_bodies, 1);
});

test("with entries: true those that name the person lose their force and their content; others stay in force", async () => {
  const { shop, live, narrow } = await knownShop();
  const jans = (await shop.add({ fields: { email: "jan@example.com" }, effect: "hold", reason: "Jan" })).id;
  const done = await erase(shop, { email: EVA.email, phone: EVA.phone, comment: "a mistake of ours", entries: true });
  assert.deepEqual(done.entries.map(({ id, in_force: inForce }) => [id, inForce]).toSorted(), [[live, false], [narrow, false]].toSorted());
  const listed = (await shop.get("/v1/entries")).json.data.map(({ id }) => id);
  assert.deepEqual(listed, [jans]);
  assert.equal((await shop.get(`/v1/entries/${live}`)).status, 404);
  assert.deepEqual(tablesOf(await mentions(shop)).filter((table) => table !== "audit"), []);
  const free = await shop.post("/v1/checks", apiOrder({ ...EVA, billing: EVAS, ip: "6.6.6.6" }));
  assert.deepEqual([free.json.held, free.json.matches], [false, []]);
  assert.equal((await shop.post("/v1/checks", apiOrder({ ip: "6.6.6.6" }))).json.held, true);
});

test("a customer id names a person as well, a hundred orders and more are erased, and another shop's never", async () => {
  const [shop, other] = [await newShop(worker, { contacts: [] }), await newShop(worker, { contacts: [EVA.email] })];
  const mine = (index) => apiOrder({ id: `c${index}`, email: undefined, phone: undefined, customer: { id: "C-7" }, billing: EVAS });
  for (let begin = 0; begin < 130; begin += 26) {
    await Promise.all(Array.from({ length: 26 }, (_, index) => shop.post("/v1/orders", mine(begin + index))));
  }
  await other.post("/v1/orders", { ...mine(1), ...EVA });
  const pages = [];
  for (let cursor; ; ) {
    const { json } = await shop.post("/v1/privacy/export", { customer_id: "C-7", ...(cursor && { cursor }) });
    pages.push(...json.orders.map(({ order }) => order.id));
    if (!(cursor = json.next)) break;
  }
  assert.deepEqual([pages.length, new Set(pages).size], [130, 130]);
  const done = await erase(shop, { customer_id: "C-7", comment: "asked" });
  assert.deepEqual([done.orders, done.complete], [130, true]);
  assert.deepEqual(await mentions(shop), []);
  assert.equal((await other.order("c1")).order.details.billing.last_name, "Nowakowska");
  assert.equal((await erase(other, { email: EVA.email, comment: "asked" })).contacts.length, 1, "a contact is the shop's own");
});

test("nobody, no comment, and what is no address are refused with a pointer; the person stands in no log", async () => {
  const shop = await newShop(worker);
  worker.clearLogs();
  for (const [route, body, pointer] of [
    ["export", {}, ""], ["export", { email: "eva.nowak" }, "/email"], ["export", { phone: "12" }, "/phone"], ["export", { name: "Eva" }, "/name"],
    ["erase", { email: EVA.email }, "/comment"], ["erase", { email: EVA.email, comment: " " }, "/comment"], ["erase", { comment: "x" }, ""],
    ["erase", { email: EVA.email, comment: "x", entries: "yes" }, "/entries"],
  ]) {
    const answer = await shop.post(`/v1/privacy/${route}`, body);
    assert.deepEqual([answer.status, answer.json.errors?.[0].pointer], [400, pointer], `${route} ${JSON.stringify(body)}: ${answer.text}`);
  }
  await shop.post("/v1/orders", apiOrder({ id: "1", ...EVA, billing: EVAS }));
  await shop.post("/v1/privacy/export", EVA);
  await erase(shop, { ...EVA, comment: "asked" });
  assert.ok(!NAMES.some((name) => name.test(JSON.stringify(worker.logs()))));
  assert.equal((await shop.get("/v1/privacy/export")).status, 405);
  assert.equal((await worker.fetch("/v1/privacy/erase", { method: "POST", body: "{}" })).status, 401);
});

test("the cron erases orders kept for two years and deletes bodies of a month, as each shop has set it, and begins anew a day later", async () => {
  const [shop, strict] = [await newShop(worker), await newShop(worker)];
  assert.equal((await strict.put("/v1/shop", { retention_days: 30, delivery_body_days: 1 })).status, 200);
  for (const one of [shop, strict]) {
    for (const [id, days] of [["1", 800], ["2", 40], ["3", 0]]) {
      await one.taken("woocommerce", evasWoo({ id }));
      await worker.d1("UPDATE orders SET placed_at = placed_at - ?3, listed_at = listed_at - ?3 WHERE shop_id = ?1 AND id = ?2", one.id, id, days * DAY);
      await worker.d1("UPDATE order_key SET placed_at = placed_at - ?3 WHERE shop_id = ?1 AND order_id = ?2", one.id, id, days * DAY);
      await worker.d1("UPDATE delivery SET received_at = received_at - ?3 WHERE shop_id = ?1 AND order_id = ?2", one.id, id, days * DAY);
    }
  }
  const cron = async () => assert.equal((await worker.scheduled()).outcome, "ok");
  const due = "SELECT COUNT(*) AS due FROM shop WHERE retention_due_at <= ?1";
  for (let runs = 0; (await worker.d1(due, Date.now()))[0].due > 0; runs += 1) {
    assert.ok(runs < 20, "the walks end");
    await cron();
  }
  const erased = async (one) => (await worker.d1("SELECT id FROM orders WHERE shop_id = ?1 AND details IS NULL AND erased_at IS NOT NULL ORDER BY id", one.id)).map(({ id }) => id);
  const bodies = async (one) => (await worker.d1("SELECT order_id FROM delivery_body AS b JOIN delivery AS d ON d.shop_id = b.shop_id AND d.id = b.delivery_id WHERE b.shop_id = ?1 ORDER BY order_id", one.id)).map((row) => row.order_id);
  assert.deepEqual([await erased(shop), await bodies(shop)], [["1"], ["3"]]);
  assert.deepEqual([await erased(strict), await bodies(strict)], [["1", "2"], ["3"]]);
  assert.deepEqual((await worker.d1("SELECT DISTINCT order_id FROM order_key WHERE shop_id = ?1", strict.id)).map((row) => row.order_id), ["3"]);
  const page = await shop.order("1");
  assert.deepEqual(page.timeline.filter(({ action }) => action === "order.erased").map(({ actor, detail }) => [actor, detail]), [["engine", "kept for 730 days"]]);
  assert.ok(page.check && page.order.total && page.mails.every(({ text }) => !/Nowak/.test(text)));

  await worker.d1("UPDATE orders SET listed_at = listed_at - ?2 WHERE shop_id = ?1 AND id = '2'", shop.id, 800 * DAY);
  await cron();
  assert.deepEqual(await erased(shop), ["1"], "the next walk is a day away");
  const [{ next, walk }] = await worker.d1("SELECT retention_due_at AS next, retention_walk AS walk FROM shop WHERE id = ?1", shop.id);
  assert.ok(Math.abs(next - Date.now() - DAY) < 60_000 && JSON.parse(walk).order === null);
  await worker.d1("UPDATE shop SET retention_due_at = 0 WHERE id = ?1", shop.id);
  await cron();
  assert.deepEqual(await erased(shop), ["1", "2"]);
});

test("a walk takes many orders and bodies in steps, each of a bounded size, and erases each once", async () => {
  const shop = await newShop(worker, { contacts: [] });
  const many = (sql) => worker.d1(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) ${sql}`, shop.id, Date.now() - 900 * DAY);
  await many(`INSERT INTO orders (shop_id, id, revision, source, placed_at, received_at, listed_at, state, marked, digest, material, notes, details, name)
    SELECT ?1, 'o' || i, 1, 'custom', ?2, ?2, ?2 - (i / 500), 'approved', 0, '', '', '[]', '{"email": "eva.nowak@example.com"}', 'Eva Nowakowska' FROM n`);
  await many("INSERT INTO delivery (shop_id, platform, id, topic, order_id, outcome, received_at) SELECT ?1, 'shopify', 'd' || i, 'x', 'o' || i, 'taken', ?2 FROM n");
  await many("INSERT INTO delivery_body (shop_id, platform, delivery_id, part, bytes) SELECT ?1, 'shopify', 'd' || i, 0, CAST('eva.nowak@example.com' AS BLOB) FROM n WHERE ?2 > 0");
  await worker.d1("UPDATE shop SET retention_due_at = 0 WHERE id = ?1", shop.id);
  const left = async () => (await mentions(shop)).length;
  const steps = [await left()];
  for (let runs = 0; (await worker.d1("SELECT 1 FROM shop WHERE id = ?1 AND retention_due_at <= ?2", shop.id, Date.now())).length > 0; runs += 1) {
    assert.ok(runs < 5, "the walk ends");
    await worker.scheduled();
    steps.push(await left());
  }
  assert.deepEqual([steps[0], steps.at(-1)], [2400, 0]);
  assert.ok(steps.length === 3 && steps[1] > 0, `five steps a run: ${steps}`);
  const [{ audited }] = await worker.d1("SELECT COUNT(*) AS audited FROM audit WHERE shop_id = ?1 AND action = 'order.erased'", shop.id);
  assert.equal(audited, 1200);
});
