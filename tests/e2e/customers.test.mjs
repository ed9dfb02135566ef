// People seen in orders: joined by what they share; would they pass now, why not, and until when (X7).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, newShop, wooOrder } from "./shop.mjs";

let worker;
before(async () => (worker = await startWorker()));
after(() => worker?.stop());

const placed = (minute) => ({ placed_at: `2026-11-24T10:${String(minute).padStart(2, "0")}:00Z`, updated_at: `2026-11-24T10:${String(minute).padStart(2, "0")}:00Z` });

async function threePeople() {
  const shop = await newShop(worker, { contacts: [] });
  const anna = { email: "anna@example.com", phone: "+48 500 100 200" };
  await shop.post("/v1/orders", apiOrder({ id: "a1", ...placed(1), ...anna }));
  await shop.post("/v1/orders", apiOrder({ id: "a2", ...placed(2), email: "ANNA+shop@example.com", phone: "" }));
  // Another address of hers, joined by the phone.
  await shop.post("/v1/orders", apiOrder({ id: "a3", ...placed(3), email: "anna.nowak@example.com", phone: "0048500100200" }));
  await shop.post("/v1/orders", apiOrder({ id: "b1", ...placed(4), email: "bob@example.com", phone: "+48 600 700 800" }));
  await shop.post("/v1/orders", apiOrder({ id: "c1", ...placed(5), email: "", phone: "", customer: { id: "c7", first_name: "Cem" } }));
  return shop;
}

test("the list shows each person once, at their newest order, newest first, in pages; no address holds personal data", async () => {
  const shop = await threePeople();
  const seen = [];
  let cursor = "";
  do {
    const { data, next } = (await shop.get(`/v1/customers?limit=2${cursor}`)).json;
    seen.push(...data);
    cursor = next && `&cursor=${next}`;
  } while (cursor);
  assert.deepEqual(seen.map(({ last_order, orders }) => [last_order.id, orders]), [["c1", 1], ["b1", 1], ["a3", 1], ["a2", 2]]);
  for (const { key } of seen) assert.match(key, /^(email|customer|phone):[0-9a-f]{16}$/);
  assert.equal((await shop.get("/v1/customers?email=anna@example.com")).status, 400);
});

test("a person is found by what they wrote, in any spelling, and joined over phone and e-mail", async () => {
  const shop = await threePeople();
  const [found] = (await shop.post("/v1/customers/search", { email: " Anna@Example.com " })).json.data;
  assert.equal(found.last_order.id, "a2");
  assert.equal((await shop.order("a2")).order.customer, found.key, "an order names its buyer");
  const byPhone = (await shop.post("/v1/customers/search", { phone: "500100200" })).json.data;
  assert.equal(byPhone[0].last_order.id, "a3");
  const page = (await shop.get(`/v1/customers/${found.key}`)).json;
  assert.deepEqual(page.orders.map(({ id }) => id), ["a3", "a2", "a1"]);
  assert.deepEqual((await shop.post("/v1/customers/search", { email: "nobody@example.com" })).json.data, []);
  for (const body of [{}, { email: "" }, { name: " " }, { nickname: "Anna" }]) assert.equal((await shop.post("/v1/customers/search", body)).status, 400);
  const other = await newShop(worker, { contacts: [] });
  assert.equal((await other.get(`/v1/customers/${found.key}`)).status, 404);
  assert.equal((await shop.get("/v1/customers/email:0000000000000000")).status, 404);
});

test("would this buyer pass now: every reason with the time it lapses, and nothing is stored", async () => {
  const shop = await newShop(worker, { contacts: [] });
  await shop.post("/v1/rules", { id: "many", name: "Many orders", when: "velocity.email.count_24h >= 3", points: 20, effect: "points", active: true });
  assert.equal((await shop.post("/v1/snapshots", { expected: 1 })).status, 201);
  const soon = new Date(Date.now() + 86_400_000).toISOString().replace(/\.\d+/, "");
  const now = new Date(Date.now() - 60_000).toISOString().replace(/\.\d+/, "");
  const earlier = new Date(Date.now() - 23 * 3_600_000).toISOString().replace(/\.\d+/, "");
  for (let n = 0; n < 3; n += 1) await shop.post("/v1/orders", apiOrder({ id: `o${n}`, placed_at: now, updated_at: now }));
  const [{ key }] = (await shop.post("/v1/customers/search", { email: "jan@example.com" })).json.data;
  const calm = (await shop.get(`/v1/customers/${key}`)).json.would_pass;
  assert.deepEqual([calm.passes, calm.reasons.map(({ source }) => source)], [true, ["rule:many"]], "the fourth order would have three before it");
  // The oldest of the three leaves the window first, and the rule with it.
  await shop.post("/v1/orders", apiOrder({ id: "o0", placed_at: earlier, updated_at: "2099-01-01T00:00:00Z" }));
  await shop.add({ id: "e1", fields: { email: "jan@example.com" }, effect: "points", points: 45, reason: "refused twice", expires_at: soon });
  await shop.add({ id: "e2", fields: { phone: "600100200" }, effect: "mark", reason: "loud on the phone", expires_at: null });
  const before = await shop.rows("checks");
  const { would_pass: held } = (await shop.get(`/v1/customers/${key}`)).json;
  assert.deepEqual([held.passes, held.check.score, held.check.minimum], [false, 65, 50]);
  const reasons = Object.fromEntries(held.reasons.map(({ source, points, lapses_at }) => [source, [points, lapses_at]]));
  assert.deepEqual([reasons["entry:e1"], reasons["entry:e2"]], [[45, soon], [0, null]]);
  const [points, lapses] = reasons["rule:many"];
  assert.ok(points === 20 && Math.abs(Date.parse(lapses) - Date.now() - 3_600_000) < 60_000, lapses);
  assert.equal((await shop.rows("checks")).length, before.length);
});

test("an order whose buyer or time changes is theirs no more, and hides nobody", async () => {
  const shop = await newShop(worker, { contacts: [] });
  await shop.post("/v1/orders", apiOrder({ id: "one", ...placed(1), email: "anna@example.com", phone: "" }));
  await shop.post("/v1/orders", apiOrder({ id: "two", ...placed(2), email: "anna@example.com", phone: "" }));
  await shop.post("/v1/orders", apiOrder({ id: "two", ...placed(2), updated_at: "2026-11-24T11:00:00Z", email: "bob@example.com", phone: "" }));
  const people = async () => (await shop.get("/v1/customers")).json.data.map(({ email, orders, last_order }) => [email, orders, last_order.id]);
  assert.deepEqual(await people(), [["bob@example.com", 1, "two"], ["anna@example.com", 1, "one"]]);
  await shop.post("/v1/orders", apiOrder({ id: "one", placed_at: "2026-11-24T09:00:00Z", updated_at: "2026-11-24T12:00:00Z", email: "anna@example.com", phone: "" }));
  assert.deepEqual(await people(), [["bob@example.com", 1, "two"], ["anna@example.com", 1, "one"]]);
});

test("people are added to the blacklist in bulk, by the fields the shop has chosen", async () => {
  const shop = await threePeople();
  const { data } = (await shop.get("/v1/customers")).json;
  const keys = [...data.map(({ key }) => key), "email:0000000000000000"];
  const done = (await shop.post("/v1/customers/bulk", { action: "add_to_blacklist", keys, comment: "parcels come back" })).json.data;
  assert.deepEqual(done.map(({ entry, error }) => [typeof entry, error?.slice(0, 36)]), [
    ["undefined", "the order has nothing that can be li"],
    ["string", undefined],
    ["string", undefined],
    ["string", undefined],
    ["undefined", "there is no such customer"],
  ]);
  const again = (await shop.post("/v1/customers/bulk", { action: "add_to_blacklist", keys: keys.slice(1, 2), comment: "again" })).json.data;
  assert.equal(again[0].entry, done[1].entry, "nobody is listed twice");
  await shop.put("/v1/shop", { list_fields: ["last_name", "city", "street"] });
  const [{ entry }] = (await shop.post("/v1/orders/bulk", { action: "add_to_blacklist", ids: ["c1"], comment: "unpaid" })).json.data;
  const listed = (await shop.get(`/v1/entries/${entry}`)).json;
  assert.deepEqual([listed.fields, listed.effect, listed.reason], [{ last_name: "Kowalski", street: "ul. Długa 12/4", city: "Wrocław" }, "mark", "unpaid"]);
  for (const [body, pointer] of [[{ action: "erase", keys, comment: "x" }, "/action"], [{ action: "add_to_blacklist", keys: [], comment: "x" }, "/keys"], [{ action: "add_to_blacklist", keys, comment: " " }, "/comment"]]) {
    const answer = await shop.post("/v1/customers/bulk", body);
    assert.deepEqual([answer.status, answer.json.errors[0].pointer], [400, pointer]);
  }
});

test("a person's page has the cases of all their orders and counts the parcels that nobody collected", async () => {
  const shop = await newShop(worker, { contacts: [] });
  const buyer = { billing: { ...wooOrder().billing, email: "jan@example.com", phone: "" } };
  const cancelled = { topic: "order.updated" };
  for (const [id, payment_method] of [[1, "cod"], [2, "cod"], [3, "card"]]) await shop.taken("woocommerce", wooOrder({ id, payment_method, ...buyer }));
  await shop.taken("woocommerce", wooOrder({ id: 4, payment_method: "cod", billing: { email: "else@example.com" } }));
  for (const [id, payment_method, billing] of [[1, "cod", buyer.billing], [3, "card", buyer.billing], [4, "cod", { email: "else@example.com" }]]) {
    await shop.taken("woocommerce", wooOrder({ id, payment_method, billing, status: "cancelled", date_modified_gmt: "2026-11-24T12:00:00" }), cancelled);
  }
  assert.equal((await shop.post("/v1/orders/2/status", { status: "fraud", comment: "chargeback" })).status, 200);
  const key = (await shop.order("3")).order.customer;
  const page = (await shop.get(`/v1/customers/${key}`)).json;
  assert.deepEqual([page.orders.length, page.joined, page.unclaimed], [3, 3, 1]);
  assert.deepEqual(page.cases.map(({ order, state, cause }) => [order.id, state, cause]), [["2", "open", "fraud"]]);
});

test("a person is found by the beginning of their names, in any order, case and with or without marks", async () => {
  const shop = await newShop(worker, { contacts: [] });
  const named = (first_name, last_name) => ({ billing: { ...apiOrder().billing, first_name, last_name }, shipping: undefined, customer: undefined });
  await shop.post("/v1/orders", apiOrder({ id: "z1", ...placed(1), email: "zofia@example.com", phone: "", ...named("Zofia", "Łęcka-Wójcik") }));
  await shop.post("/v1/orders", apiOrder({ id: "z2", ...placed(2), email: "zofia@example.com", phone: "", ...named("Zofia", "Łęcka") }));
  await shop.post("/v1/orders", apiOrder({ id: "i1", ...placed(3), email: "izmir@example.com", phone: "", ...named("İpek", "Yıldız") }));
  const found = async (name) => (await shop.post("/v1/customers/search", { name })).json.data.map(({ email, orders }) => `${email} ${orders}`);
  for (const name of ["zofia łęcka", "LECKA zof", "wojcik", "Łęc"]) assert.deepEqual(await found(name), ["zofia@example.com 2"], name);
  assert.deepEqual(await found("ipek yildiz"), ["izmir@example.com 1"]);
  for (const name of ["ofia", "zofia nowak", "%", "zofia@example.com"]) assert.deepEqual(await found(name), [], name);
  const other = await newShop(worker, { contacts: [] });
  assert.deepEqual((await other.post("/v1/customers/search", { name: "zofia" })).json.data, []);
  assert.deepEqual((await shop.post("/v1/customers/search", { name: "ipek", email: "zofia@example.com" })).json.data.length, 2, "what is named finds each");
});
