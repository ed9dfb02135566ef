// POST /v1/orders and what can be asked about an order: a custom shop's own server at work.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, counts, holdsJan, newShop } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

const later = "2026-11-24T10:05:00Z";
const withoutNow = (text) => text.replaceAll(/"now":"[^"]+"/g, '"now":"…"');

test("an order is created with 201 and the same request again is 200 with the same bytes", async () => {
  const shop = await newShop(worker, { contacts: [] });
  await shop.add(holdsJan);
  const first = await shop.post("/v1/orders", apiOrder());
  assert.equal(first.status, 201, first.text);
  const { order, check, checks, timeline } = first.json;
  assert.deepEqual([order.id, order.state, order.held, order.marked, order.total, order.platform], ["1001", "held", true, true, "120.50", "api"]);
  assert.deepEqual([check.decision, check.held, check.matches[0].fields], ["review", true, ["email"]]);
  assert.deepEqual([checks.length, checks[0].kind, timeline.map(({ action }) => action)], [1, "placed", ["order.checked", "order.held"]]);

  const before = await counts(worker);
  const again = await shop.post("/v1/orders", apiOrder());
  assert.deepEqual([again.status, again.text], [200, first.text]);
  // Another spelling of the same order is the same order.
  const { billing, ...rest } = apiOrder();
  const respelled = await shop.post("/v1/orders", JSON.stringify({ billing, ...rest, total: "120.5", placed_at: "2026-11-24T11:00:00+01:00" }, null, 2));
  assert.deepEqual([respelled.status, respelled.text], [200, first.text]);
  assert.deepEqual(await counts(worker), before);
});

test("the same order sent 20 times at once is created once, and every answer tells the same check", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  const answers = await Promise.all(Array.from({ length: 20 }, () => shop.post("/v1/orders", apiOrder())));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array(19).fill(200), 201]);
  assert.equal(new Set(answers.map(({ json }) => JSON.stringify(json.check))).size, 1);
  assert.deepEqual([(await shop.rows("checks")).length, (await shop.rows("hold")).length, (await shop.rows("outbox")).length], [1, 1, 2]);
});

test("another body under the same id and updated_at is 409, an older one changes nothing, a newer one is taken", async () => {
  const shop = await newShop(worker);
  const first = await shop.post("/v1/orders", apiOrder());
  const before = await counts(worker);
  const conflict = await shop.post("/v1/orders", apiOrder({ total: "1.00" }));
  assert.equal(conflict.status, 409);
  assert.match(conflict.headers.get("content-type"), /^application\/problem\+json/);
  const older = await shop.post("/v1/orders", apiOrder({ total: "1.00", updated_at: "2026-11-24T09:59:59Z" }));
  assert.deepEqual([older.status, older.text], [200, first.text]);
  assert.deepEqual(await counts(worker), before);
  const newer = await shop.post("/v1/orders", apiOrder({ total: "1.00", updated_at: later }));
  assert.deepEqual([newer.status, newer.json.order.total, newer.json.checks.length], [200, "1.00", 2]);
});

test("a note changed makes no new check; an address changed makes one, which may raise the order and never lowers it", async () => {
  const shop = await newShop(worker);
  await shop.post("/v1/orders", apiOrder());
  const entry = await shop.add({ fields: { city: "Kraków", last_name: "Kowalski" }, effect: "hold", reason: "parcels come back" });
  const noted = await shop.post("/v1/orders", apiOrder({ updated_at: later, custom: { note: "ring twice" }, number: "#1001-b" }));
  assert.deepEqual([noted.json.checks.length, noted.json.order.state, noted.json.order.number], [1, "approved", "#1001-b"]);
  const billing = { ...apiOrder().billing, city: "Kraków" };
  const raised = await shop.post("/v1/orders", apiOrder({ updated_at: "2026-11-24T10:06:00Z", billing }));
  assert.deepEqual([raised.json.checks.map(({ kind }) => kind), raised.json.order.state, raised.json.mails.length], [["updated", "placed"], "held", 2]);
  await shop.delete(`/v1/entries/${entry.id}`);
  const back = await shop.post("/v1/orders", apiOrder({ updated_at: "2026-11-24T10:07:00Z" }));
  assert.deepEqual([back.json.check.decision, back.json.order.state, back.json.order.held, back.json.mails.length], ["approve", "held", true, 2]);
});

test("a hold asked for with the order holds it, under its own code and with its comment", async () => {
  const shop = await newShop(worker);
  const { json } = await shop.post("/v1/orders", { ...apiOrder(), hold: { comment: "the caller sounded odd" } });
  assert.deepEqual([json.order.state, json.check.decision], ["held", "approve"]);
  assert.deepEqual([json.order.hold.code, json.order.hold.comment, json.order.hold.placed_by], ["manual", "the caller sounded odd", "api"]);
  assert.deepEqual((await shop.get("/v1/orders/1001/fulfilment")).json, { release: false, why: "held" });
});

test("a hold is never dropped in silence: on an order that is stored without it, it is 409 or holds", async () => {
  const shop = await newShop(worker);
  await shop.post("/v1/orders", apiOrder());
  const same = await shop.post("/v1/orders", { ...apiOrder(), hold: { comment: "wait" } });
  assert.equal(same.status, 409, "the same updated_at with another body");
  const newer = await shop.post("/v1/orders", { ...apiOrder({ updated_at: later }), hold: { comment: "wait" } });
  assert.deepEqual([newer.status, newer.json.order.state, newer.json.order.hold.comment], [200, "held", "wait"]);
  const again = await shop.post("/v1/orders", { ...apiOrder({ updated_at: later }), hold: { comment: "wait" } });
  assert.equal(again.status, 200);
});

test("facts beside the order and the wrapped form are read and kept with the check", async () => {
  const shop = await newShop(worker);
  const facts = { velocity: { email: { count_24h: 3, sum_24h: "410.00" } }, ip: { country: "PL" } };
  const wrapped = await shop.post("/v1/orders", { order: apiOrder(), facts, hold: { comment: "wait" } });
  assert.deepEqual([wrapped.status, wrapped.json.order.state], [201, "held"]);
  const beside = await shop.post("/v1/orders", { ...apiOrder({ id: "1002" }), facts });
  assert.equal(beside.status, 201);
  for (const row of await shop.rows("checks")) {
    const { velocity, ip } = JSON.parse(row.facts);
    assert.deepEqual([velocity.email.count_24h, velocity.email.sum_24h, ip], [3, "410.00", { country: "PL" }], "what was sent is not counted anew");
  }
});

test("a facts-reading rule sees the facts of the request", async () => {
  const shop = await newShop(worker);
  const [{ draft }] = await worker.d1("SELECT draft FROM snapshot WHERE shop_id = ?1", shop.id);
  const published = JSON.parse(draft);
  published.rules = [{ id: "r1", name: "Four a day", when: "velocity.email.count_24h >= 4", effect: "hold", active: true, visibility: "private" }];
  await worker.d1("INSERT INTO snapshot (shop_id, number, draft, created_at, actor) VALUES (?1, 2, ?2, 0, 'test')", shop.id, JSON.stringify(published));
  await worker.d1("UPDATE shop SET snapshot = 2 WHERE id = ?1", shop.id);
  for (const [count, decision] of [[3, "approve"], [4, "review"]]) {
    const { json } = await shop.post("/v1/checks", { ...apiOrder(), facts: { velocity: { email: { count_24h: count } } } });
    assert.deepEqual([json.decision, json.snapshot], [decision, 2]);
  }
});

test("POST /v1/checks stores nothing and decides what POST /v1/orders decides", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  await shop.add({ fields: { phone: "600 100 200" }, effect: "points", points: 15, reason: "refused twice" });
  const before = await counts(worker);
  const checked = await shop.post("/v1/checks", apiOrder());
  assert.equal(checked.status, 200);
  assert.deepEqual(await counts(worker), before);
  const stored = await shop.post("/v1/orders", apiOrder());
  const [row] = await shop.rows("checks");
  assert.equal(withoutNow(row.body), withoutNow(checked.text), "the same bytes but for the time");
  assert.equal(JSON.stringify(stored.json.check), row.body);
});

test("the warehouse hears what it may do in every state, and of an order nobody knows", async () => {
  const shop = await newShop(worker);
  await shop.post("/v1/orders", apiOrder());
  const wanted = {
    not_checked: [false, "not_checked"],
    approved: [true, "approved"],
    held: [false, "held"],
    released: [true, "approved"],
    declined: [false, "held"],
    fraud: [false, "held"],
    cancelled: [false, "cancelled"],
    shipped: [false, "shipped"],
  };
  for (const [state, [release, why]] of Object.entries(wanted)) {
    await worker.d1("UPDATE orders SET state = ?1 WHERE shop_id = ?2", state, shop.id);
    assert.deepEqual((await shop.get("/v1/orders/1001/fulfilment")).json, { release, why }, state);
  }
  const unknown = await shop.get("/v1/orders/9999/fulfilment");
  assert.deepEqual([unknown.status, unknown.json], [200, { release: false, why: "unknown" }]);
  const stranger = await newShop(worker);
  assert.deepEqual((await stranger.get("/v1/orders/1001/fulfilment")).json, { release: false, why: "unknown" });
});

test("ids of any text are found by their encoded form", async () => {
  const shop = await newShop(worker);
  for (const id of ["a/b", "100%", "ż ó ł", "#1001", "a?b=c", "../x", "9007199254740993"]) {
    assert.equal((await shop.post("/v1/orders", apiOrder({ id }))).status, 201, id);
    assert.equal((await shop.order(id)).order.id, id);
    assert.equal((await shop.get(`/v1/orders/${encodeURIComponent(id)}/fulfilment`)).json.why, "approved", id);
  }
  assert.equal((await shop.get("/v1/orders/%FF")).status, 404);
  assert.equal((await shop.get("/v1/orders/%zz")).status, 404);
});

test("the list turns its pages by cursor, visits every order once, newest first, and can be narrowed", async () => {
  const shop = await newShop(worker);
  await shop.add({ fields: { email: "held@example.com" }, effect: "hold", reason: "x" });
  await shop.add({ fields: { email: "marked@example.com" }, effect: "mark", reason: "y" });
  const who = ["jan", "held", "marked"];
  for (let index = 0; index < 25; index += 1) {
    // Five orders share each minute, so that a page ends between equals.
    const placed = `2026-11-24T10:0${Math.floor(index / 5)}:00Z`;
    await shop.post("/v1/orders", apiOrder({ id: `o${String(index).padStart(2, "0")}`, placed_at: placed, updated_at: placed, email: `${who[index % 3]}@example.com` }));
  }
  const visit = async (query) => {
    const seen = [];
    for (let cursor = null; ; ) {
      const { status, json, text } = await shop.get(`/v1/orders?limit=4${query}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`);
      assert.equal(status, 200, text);
      assert.ok(json.data.length <= 4);
      seen.push(...json.data);
      if (json.next === null) return seen;
      assert.equal(json.data.length, 4);
      cursor = json.next;
    }
  };
  const all = await visit("");
  assert.deepEqual(all.map(({ id }) => id).toSorted(), Array.from({ length: 25 }, (_, index) => `o${String(index).padStart(2, "0")}`));
  assert.deepEqual(all.map(({ placed_at }) => placed_at), all.map(({ placed_at }) => placed_at).toSorted().toReversed());
  const held = await visit("&held=true");
  assert.deepEqual([held.length, held.every((order) => order.held)], [8, true]);
  assert.deepEqual(await visit("&state=held"), held);
  const free = await visit("&held=false");
  assert.deepEqual([free.length, free.some((order) => order.held)], [17, false]);
  const marked = await visit("&marked=true");
  assert.deepEqual([marked.length, marked.every((order) => order.marked)], [16, true]);
  const plain = await visit("&marked=false");
  assert.deepEqual([plain.length, plain.some((order) => order.marked)], [9, false]);
  assert.equal((await visit("&state=approved&marked=true")).length, 8);
  assert.deepEqual(await visit("&state=fraud"), []);
  assert.equal((await shop.post(`/v1/orders/${free[0].id}/status`, { status: "declined", comment: "not theirs" })).status, 200);
  const stopped = await visit("&held=true");
  assert.deepEqual([stopped.length, stopped.every((order) => order.held), (await visit("&held=false")).length], [9, true, 16], "a declined order is not to be processed either");
  assert.equal((await shop.get("/v1/orders?limit=200")).json.data.length, 25);
  assert.deepEqual((await (await newShop(worker)).get("/v1/orders")).json, { data: [], next: null });
  for (const query of ["page=2", "limit=0", "limit=201", "limit=x", "cursor=zzz", "cursor=", "state=lost", "held=maybe", "HELD=true", "shop_id=x"]) {
    const answer = await shop.get(`/v1/orders?${query}`);
    assert.equal(answer.status, 400, query);
    assert.ok(answer.json.detail.includes(query.split("=")[0]), answer.json.detail);
  }
});
