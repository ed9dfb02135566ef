// An approved order turns: it is held, a case opens in the same transaction, the contacts are mailed while the window is open, and people work on
// the case over HTTP and by the signed link (C1 to C8).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, newShop, shopifyOrder } from "./shop.mjs";

let worker;
before(async () => (worker = await startWorker()));
after(() => worker?.stop());

const HOUR = 3_600_000;
const status = (shop, id, said, comment = "the bank called") => shop.post(`/v1/orders/${id}/status`, { status: said, comment });
const age = (shop, id, hours) => worker.d1("UPDATE orders SET first_checked_at = first_checked_at - ?3 WHERE shop_id = ?1 AND id = ?2", shop.id, id, hours * HOUR);

/** Waits until no sweep of the shop is on its way. */
async function swept(shop) {
  for (let tries = 0; tries < 400; tries += 1) {
    if ((await shop.rows("sweep")).every(({ done_at }) => done_at !== null)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("a sweep is still on its way after 10 s");
}

/** An approved order that a person confirms as fraud. */
async function turned(options, order = apiOrder()) {
  const shop = await newShop(worker, options);
  await shop.post("/v1/orders", order);
  const answer = await status(shop, order.id, "fraud");
  assert.equal(answer.status, 200, answer.text);
  await shop.mailsSettled();
  return { shop, page: await shop.order(order.id) };
}

test("an approved order that a person confirms as fraud is held, and its case carries what they said", async () => {
  const { shop, page } = await turned();
  assert.deepEqual([page.order.state, page.order.held, page.order.hold.kind, page.order.hold.comment], ["fraud", true, "manual", "the bank called"]);
  assert.deepEqual((await shop.get("/v1/orders/1001/fulfilment")).json, { release: false, why: "held" });
  assert.deepEqual([page.case.state, page.case.cause, page.case.detail, page.case.opened_by, page.case.window_over], ["open", "fraud", "the bank called", "api", false]);
  assert.ok(page.case.minutes_left > 23 * 60 && page.case.minutes_left < 24 * 60, String(page.case.minutes_left));
  assert.deepEqual(page.labels.map(({ label, actor }) => [label, actor]), [["fraud", "api"]]);
  const { case: one, timeline } = (await shop.get(`/v1/cases/${page.case.id}`)).json;
  assert.equal(one.order.id, "1001");
  assert.deepEqual(timeline[0].kind, "opened");
});

test("what turns an order and what does not: every status on every state", async () => {
  const wanted = {
    // status: [approved, declined, fraud, cancelled]; "!" opens a case, 409 leaves the order, "=" changes nothing.
    not_checked: ["approved", "declined", "fraud", "cancelled"],
    approved: ["approved=", "declined!", "fraud!", "cancelled"],
    held: ["released", "declined", "fraud", "cancelled"],
    released: ["released=", "declined!", "fraud!", "cancelled"],
    declined: ["released", "declined=", "fraud", "cancelled"],
    fraud: ["released", "declined", "fraud=", "cancelled"],
    cancelled: ["released", "409", "fraud", "cancelled="],
    shipped: ["shipped=", "409", "fraud", "409"],
  };
  const shop = await newShop(worker, { contacts: [] });
  for (const [state, outcomes] of Object.entries(wanted)) {
    for (const [index, said] of ["approved", "declined", "fraud", "cancelled"].entries()) {
      const id = `${state}-${said}`;
      await shop.post("/v1/orders", { ...apiOrder({ id, email: `${id}@example.com` }), ...(state === "held" ? { hold: { comment: "wait" } } : {}) });
      if (["released", "declined", "fraud", "cancelled"].includes(state)) {
        // By the same hands as in a shop.
        if (state === "released") await shop.post(`/v1/orders/${id}/hold`, { comment: "wait" });
        assert.equal((await status(shop, id, state === "released" ? "approved" : state)).status, 200);
        await worker.d1("DELETE FROM cases WHERE shop_id = ?1 AND order_id = ?2", shop.id, id);
      }
      if (state === "shipped") await worker.d1("UPDATE orders SET platform_status = 'shipped', state = 'shipped' WHERE shop_id = ?1 AND id = ?2", shop.id, id);
      if (state === "not_checked") await worker.d1("UPDATE orders SET standing = 'not_checked', state = 'not_checked' WHERE shop_id = ?1 AND id = ?2", shop.id, id);
      const before = await shop.order(id);
      assert.equal(before.order.state, state);
      const answer = await status(shop, id, said);
      const after = await shop.order(id);
      const came = answer.status === 409 ? "409" : `${after.order.state}${after.case ? "!" : ""}${JSON.stringify(after) === JSON.stringify(before) ? "=" : ""}`;
      assert.equal(came, outcomes[index], id);
      if (answer.status === 409) assert.ok(answer.json.detail.startsWith(`the order is ${state}: `), answer.json.detail);
      const open = (await shop.rows("hold")).filter((hold) => hold.order_id === id && hold.resolution === null).length;
      assert.equal(open, after.order.held ? 1 : 0, `${id}: a held order has one open hold`);
    }
  }
});

test("a status that is not one, or without a comment, is refused with the pointer", async () => {
  const shop = await newShop(worker);
  await shop.post("/v1/orders", apiOrder());
  for (const [body, pointer] of [
    [{ status: "shipped", comment: "x" }, "/status"],
    [{ status: "fraud" }, "/comment"],
    [{ status: "fraud", comment: " " }, "/comment"],
  ]) {
    const answer = await shop.post("/v1/orders/1001/status", body);
    assert.deepEqual([answer.status, answer.json.errors[0].pointer], [400, pointer]);
  }
  assert.equal((await shop.post("/v1/orders/1001/status", { status: "fraud", comment: "x", extra: 1 })).status, 400);
  assert.equal((await status(shop, "nobody", "fraud")).status, 404);
  assert.equal((await shop.order("1001")).order.state, "approved");
});

test("a new check that says review turns an approved order; one that says nothing new changes nothing", async () => {
  const shop = await newShop(worker);
  await shop.post("/v1/orders", apiOrder());
  // The blacklist grows while no sweep runs: the entry is written behind the API's back.
  const calm = await shop.post("/v1/orders/1001/recheck", { comment: "to be sure" });
  assert.deepEqual([calm.json.order.state, calm.json.checks.map(({ kind }) => kind), calm.json.case], ["approved", ["recheck", "placed"], null]);
  await shop.add({ fields: { email: "somebody@else.example" }, effect: "hold" });
  await swept(shop);
  await worker.d1("UPDATE entry SET draft = json_set(draft, '$.fields.email', ?2), seq = seq + 1 WHERE shop_id = ?1", shop.id, apiOrder().email);
  await worker.d1("UPDATE shop SET entries_seq = entries_seq + 1 WHERE id = ?1", shop.id);
  const raised = await shop.post("/v1/orders/1001/recheck");
  assert.equal(raised.status, 200, raised.text);
  assert.deepEqual([raised.json.order.state, raised.json.case.cause, raised.json.checks.length, raised.json.order.decision], ["held", "check", 3, "review"]);
  assert.equal(raised.json.mails.length, 2);
  await shop.delete(`/v1/entries/${(await shop.get("/v1/entries")).json.data[0].id}`);
  const lower = await shop.post("/v1/orders/1001/recheck");
  assert.deepEqual([lower.json.order.state, lower.json.check.decision, lower.json.order.decision, lower.json.checks.length], ["held", "approve", "review", 4]);
});

test("bulk recheck: each order by itself, and an order nobody could read says so", async () => {
  const shop = await newShop(worker, { contacts: [] });
  for (let n = 1; n <= 60; n += 1) await shop.post("/v1/orders", apiOrder({ id: `o${n}`, email: n % 2 ? `buyer${n}@example.com` : "listed@example.com" }));
  await shop.taken("woocommerce", JSON.stringify({ id: 77, total: "oops" }));
  await worker.d1("INSERT INTO entry (shop_id, id, seq, draft, actor, created_at) VALUES (?1, 'e1', 1, ?2, 'test', 0)", shop.id, JSON.stringify({ id: "e1", fields: { email: "listed@example.com" }, effect: "hold", reason: "unpaid" }));
  await worker.d1("UPDATE shop SET entries_seq = 1 WHERE id = ?1", shop.id);
  const ids = [...Array.from({ length: 60 }, (_, n) => `o${n + 1}`), "77", "nobody"];
  const { status: code, json } = await shop.post("/v1/orders/bulk", { action: "recheck", ids });
  assert.equal(code, 200);
  assert.deepEqual(json.data.slice(0, 60).map(({ state }) => state), Array.from({ length: 60 }, (_, n) => ((n + 1) % 2 ? "approved" : "held")));
  assert.match(json.data[60].error, /could not be read/);
  assert.match(json.data[61].error, /no such order/);
  assert.equal((await shop.rows("cases")).length, 30);
});

test("the sweep: a new entry turns every approved order inside its window, and no other", async () => {
  const shop = await newShop(worker);
  const listed = { email: "listed@example.com" };
  await shop.post("/v1/orders", apiOrder({ id: "inside", ...listed }));
  await shop.post("/v1/orders", apiOrder({ id: "outside", ...listed }));
  await shop.post("/v1/orders", apiOrder({ id: "other", email: "fine@example.com" }));
  await shop.post("/v1/orders", { ...apiOrder({ id: "held", ...listed }), hold: { comment: "wait" } });
  await shop.post("/v1/orders", apiOrder({ id: "cancelled", ...listed }));
  await status(shop, "cancelled", "cancelled");
  await age(shop, "outside", 25);
  await shop.add({ fields: listed, effect: "hold", reason: "chargeback in May" });
  await swept(shop);
  const state = async (id) => (await shop.order(id)).order.state;
  assert.deepEqual([await state("inside"), await state("outside"), await state("other"), await state("held"), await state("cancelled")], ["held", "approved", "approved", "held", "cancelled"]);
  const inside = await shop.order("inside");
  assert.deepEqual([inside.checks.map(({ kind }) => kind), inside.case.cause, inside.mails.length], [["sweep", "placed"], "check", 2]);
  assert.equal((await shop.order("other")).checks.length, 1, "a check that changes nothing is not written");
  assert.ok(inside.timeline.some(({ action, detail }) => action === "order.rechecked" && detail.startsWith("entry:")));
  const [{ checked, raised }] = await shop.rows("sweep");
  assert.deepEqual([checked, raised], [1, 1], "only the approved orders inside the window that carry the key are looked at");
});

test("the sweep walks 450 orders 200 at a run, the ones with fewest minutes left first, and the cron goes on with it", async () => {
  const shop = await newShop(worker, { contacts: [] });
  await shop.post("/v1/orders", apiOrder({ id: "first" }));
  // Copies of one order, each a minute younger than the last.
  await worker.d1(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 449)
     INSERT INTO orders (shop_id, id, revision, source, version, placed_at, received_at, listed_at, currency, total, state, standing, marked, digest, material, details, notes, first_checked_at)
     SELECT shop_id, printf('copy%03d', i), 1, source, version, placed_at, received_at, listed_at, currency, total, state, standing, marked, digest, material, details, notes, first_checked_at - i * 60000
     FROM orders, n WHERE shop_id = ?1 AND id = 'first'`,
    shop.id,
  );
  // A city is no key of an order, so that all are walked.
  await shop.add({ fields: { city: apiOrder().billing.city, last_name: apiOrder().billing.last_name }, effect: "hold" });
  const raised = async () => (await worker.d1("SELECT COUNT(*) AS n, MIN(order_id) AS least FROM cases WHERE shop_id = ?1", shop.id))[0];
  for (let tries = 0; tries < 400 && (await shop.rows("sweep"))[0].checked < 200; tries += 1) await new Promise((resolve) => setTimeout(resolve, 25));
  assert.deepEqual(await raised(), { n: 200, least: "copy250" });
  await worker.scheduled();
  assert.equal((await raised()).n, 400);
  await worker.scheduled();
  assert.equal((await raised()).n, 450);
  assert.deepEqual((await shop.rows("sweep")).map(({ checked, raised, done_at }) => [checked, raised, done_at !== null]), [[450, 450, true]]);
});

test("what one entry lists is looked up, ranges and combinations are walked: both find the same orders", async () => {
  const seen = {};
  for (const [name, fields] of Object.entries({
    email: { email: "LISTED@example.com" }, ip: { ip: "1.1.1.1" }, range: { ip: "1.1.0.0/16" }, device: { device: "d-1" }, customer: { customer_id: "c7" },
    payment: { payment_fingerprint: "p-1" }, phone: { phone: "600 100 200" }, both: { email: "listed@example.com", ip: "1.1.1.1" },
    somewhere: { ip: "1.1.1.1", city: "Wrocław" }, anywhere: { street: "Długa", city: "Wrocław" }, domain: { email_domain: "example.com", first_name: "Jan" },
  })) {
    const shop = await newShop(worker, { contacts: [] });
    const listed = { email: "listed@example.com", device: "d-1", customer: { id: "c7" }, payment: { fingerprint: "p-1" } };
    await shop.post("/v1/orders", apiOrder({ id: "mine", ...listed }));
    await shop.post("/v1/orders", apiOrder({ id: "other", email: "x@example.com", phone: "+48 500 100 100", ip: "9.9.9.9", billing: {} }));
    await shop.add({ fields, effect: "hold" });
    await swept(shop);
    const [{ checked, raised }] = await shop.rows("sweep");
    assert.deepEqual([(await shop.order("mine")).order.state, (await shop.order("other")).order.state, raised], ["held", "approved", 1], name);
    seen[name] = checked;
  }
  assert.deepEqual(seen, { email: 1, ip: 1, range: 2, device: 1, customer: 1, payment: 1, phone: 1, both: 1, somewhere: 1, anywhere: 2, domain: 2 });
});

test("the sweep for one phone finds it wherever an order carries it, and reads no order that cannot", async () => {
  const shop = await newShop(worker, { contacts: [] });
  const place = (phone) => ({ city: "Opole", country: "PL", phone });
  const line = (phone) => ({ sku: "A", quantity: 1, price: "1.00", shipping: place(phone) });
  const [listed, others] = ["0048 600-100-200", ["+48500100101", "+48500100102", "+48500100103"]];
  for (const [id, fields] of Object.entries({
    own: { phone: listed }, shipping: { phone: others[0], shipping: place(listed) }, third: { phone: others[0], billing: place(others[1]), shipping: place(listed) },
    line: { phone: others[0], lines: [line(others[0]), line(listed)] }, abroad: { phone: null, billing: { city: "McMurdo", country: "AQ", phone: "600100200" } },
    other: { phone: others[0], shipping: place(others[1]) }, others: { phone: others[0], lines: [line(others[2])] }, silent: { phone: null },
  })) {
    await shop.post("/v1/orders", apiOrder({ id, email: null, ip: null, billing: {}, ...fields }));
  }
  await shop.add({ fields: { phone: "600 100 200" }, effect: "hold" });
  await swept(shop);
  const orders = (await shop.get("/v1/orders?limit=50")).json.data;
  assert.deepEqual(orders.filter(({ state }) => state === "held").map(({ id }) => id).sort(), ["abroad", "line", "own", "shipping", "third"]);
  const [{ checked, raised, identities }] = await shop.rows("sweep");
  assert.deepEqual([checked, raised], [6, 5], "and one more whose phones are not all keys");
  const [sql] = (await import("node:fs")).readFileSync(new URL("../../crates/store/src/order.rs", import.meta.url), "utf8").match(/WITH carried[^"]*/);
  const plan = (await worker.d1(`EXPLAIN QUERY PLAN ${sql.replaceAll("\\\n", " ")}`, shop.id, 0, 0, "", 200, identities)).map(({ detail }) => detail);
  const reads = plan.filter((detail) => /^(SCAN|SEARCH) (orders|o|k)\b/.test(detail)).map((detail) => detail.replace("COVERING ", ""));
  for (const read of reads) assert.match(read, / k USING PRIMARY KEY \(shop_id=\? AND field=\? AND fingerprint=\?| USING INDEX orders_(in_window|with_more_phones) | orders USING PRIMARY KEY \(shop_id=\? AND id=\?\)/, plan.join("\n"));
  assert.equal(reads.length, 6, plan.join("\n"));
});

test("listing buyers of many orders sweeps for their keys only", async () => {
  const shop = await newShop(worker, { contacts: [] });
  for (const [id, email] of Object.entries({ a: "a@example.com", a2: "A@example.com", b: "b@example.com", c: "c@example.com" })) await shop.post("/v1/orders", apiOrder({ id, email }));
  assert.equal((await shop.post("/v1/orders/bulk", { action: "add_to_blacklist", ids: ["a", "b"], comment: "unpaid" })).status, 200);
  await swept(shop);
  assert.equal((await shop.rows("sweep"))[0].checked, 3);
});

test("a confirmed fraud lists its buyer and turns their other approved orders", async () => {
  const shop = await newShop(worker);
  await shop.post("/v1/orders", apiOrder({ id: "a", email: "Thief@Example.com" }));
  await shop.post("/v1/orders", apiOrder({ id: "b", email: "thief@example.com" }));
  await shop.post("/v1/orders", apiOrder({ id: "c", email: "honest@example.com" }));
  await status(shop, "a", "fraud");
  await swept(shop);
  assert.deepEqual([(await shop.order("b")).order.state, (await shop.order("b")).case.cause, (await shop.order("c")).order.state], ["held", "check", "approved"]);
  const { data } = (await shop.get("/v1/entries")).json;
  assert.deepEqual(data.map(({ fields, effect, reason }) => ({ fields, effect, reason })), [{ fields: { email: "Thief@Example.com" }, effect: "hold", reason: "confirmed fraud: order #1001" }]);
  await shop.put("/v1/shop", { fraud_fields: [] });
  await status(shop, "c", "fraud");
  assert.equal((await shop.get("/v1/entries")).json.data.length, 1, "a shop can switch that off");
});

test("after the window the case still opens, labelled, and no mail goes out", async () => {
  const shop = await newShop(worker);
  await shop.put("/v1/shop", { stop_window_hours: 2 });
  await shop.post("/v1/orders", apiOrder());
  await age(shop, "1001", 3);
  await status(shop, "1001", "declined");
  const page = await shop.order("1001");
  assert.deepEqual([page.order.state, page.case.window_over, page.case.minutes_left, page.mails.length], ["declined", true, 0, 0]);
});

test("a mail says the deadline on the clock that the shop will then have, not on today's", async () => {
  const shop = await newShop(worker);
  const hours = 720;
  const clock = (timeZone, at) => new Intl.DateTimeFormat("en-GB", { timeZone, year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
  const offset = (timeZone, at) => new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "longOffset" }).format(at).split("GMT")[1];
  // A zone that changes its clocks inside the window, if any does at this time of the year.
  const zone = Intl.supportedValuesOf("timeZone").find((name) => offset(name, Date.now()) !== offset(name, Date.now() + hours * 3_600_000)) ?? "Europe/Warsaw";
  await shop.put("/v1/shop", { stop_window_hours: hours });
  await shop.put("/v1/settings", { ...(await shop.get("/v1/settings")).json, time_zone: zone });
  assert.equal((await shop.post("/v1/snapshots", { expected: 1 })).status, 201);
  await shop.post("/v1/orders", apiOrder());
  await status(shop, "1001", "declined");
  const { case: open, mails } = await shop.order("1001");
  const [date, time] = clock(zone, new Date(open.deadline_at)).split(", ");
  const [, said] = mails[0].text.match(/To be stopped before: (.*) \(\d+ h/);
  assert.equal(said, `${date.replace("Sept", "Sep")}, ${time} (${zone})`);
});

test("an order has one open case: a second turn is told to it, and a new one opens once it was answered", async () => {
  const { shop, page } = await turned();
  await status(shop, "1001", "approved", "the bank was wrong");
  await status(shop, "1001", "declined", "the bank was right");
  const again = await shop.order("1001");
  assert.equal(again.case.id, page.case.id);
  const { timeline } = (await shop.get(`/v1/cases/${page.case.id}`)).json;
  assert.deepEqual(timeline.filter(({ kind }) => !kind.startsWith("mail")).map(({ kind, detail }) => [kind, detail]), [["opened", "fraud: the bank called"], ["turned", "declined: the bank was right"]]);
  assert.equal((await shop.post(`/v1/cases/${page.case.id}/resolution`, { resolution: "not_blocked", comment: "it was gone" })).status, 200);
  await status(shop, "1001", "approved");
  await status(shop, "1001", "declined");
  const third = await shop.order("1001");
  assert.notEqual(third.case.id, page.case.id);
  assert.equal((await shop.rows("cases")).length, 2);
});

test("people work on a case: notes, assignment, snooze, the next one, and one final answer that is a label", async () => {
  const { shop, page } = await turned();
  const at = `/v1/cases/${page.case.id}`;
  assert.equal((await shop.post(`${at}/notes`, { text: "called the warehouse" })).status, 200);
  const assigned = await shop.post(`${at}/assign`, { assignee: "Ola" });
  assert.equal(assigned.json.case.assignee, "Ola");
  assert.equal((await shop.post(`${at}/assign`, {})).status, 400);
  assert.equal((await shop.post(`${at}/assign`, { assignee: null })).json.case.assignee, null);
  const until = new Date(Date.now() + HOUR).toISOString().replace(/\.\d+/, "");
  assert.equal((await shop.post(`${at}/snooze`, { until })).json.case.snoozed_until, until);
  assert.deepEqual((await shop.get("/v1/cases?snoozed=false")).json.data, []);
  assert.equal((await shop.post("/v1/cases/next", { assignee: "Ola" })).status, 404, "a sleeping case is nobody's next");
  assert.deepEqual((await shop.get("/v1/cases?snoozed=only")).json.data.map(({ id }) => id), [page.case.id]);
  assert.equal((await shop.get("/v1/cases?snoozed=maybe")).status, 400);
  assert.equal((await shop.post(`${at}/snooze`, { until: "2020-01-01T00:00:00Z" })).status, 409);
  assert.equal((await shop.post(`${at}/snooze`, { until: "soon" })).status, 400);
  assert.equal((await shop.post(`${at}/snooze`, { until: null })).json.case.snoozed_until, null);
  assert.equal((await shop.post("/v1/cases/next", { assignee: "Ola" })).json.case.assignee, "Ola");
  assert.equal((await shop.post("/v1/cases/next", { assignee: "Jan" })).status, 404);
  assert.deepEqual((await shop.get("/v1/cases?assignee=Ola")).json.data.map(({ id }) => id), [page.case.id]);
  assert.deepEqual((await shop.get("/v1/cases?unassigned=true")).json.data, []);
  assert.equal((await shop.post(`${at}/resolution`, { resolution: "maybe" })).status, 400);
  const answered = await shop.post(`${at}/resolution`, { resolution: "blocked", comment: "stopped at the dock" });
  assert.deepEqual([answered.json.case.state, answered.json.case.resolution.resolution, answered.json.case.resolution.comment], ["resolved", "blocked", "stopped at the dock"]);
  const second = await shop.post(`${at}/resolution`, { resolution: "not_blocked" });
  assert.deepEqual([second.status, second.json.detail.startsWith("the case was answered already: blocked, by api at ")], [409, true]);
  assert.deepEqual(answered.json.labels.map(({ label }) => label), ["blocked", "fraud"]);
  assert.deepEqual(answered.json.timeline.filter(({ kind }) => !kind.startsWith("mail")).map(({ kind }) => kind), ["opened", "note", "assigned", "assigned", "snoozed", "snoozed", "assigned", "resolved"]);
  assert.deepEqual((await shop.get("/v1/cases")).json.data, []);
  assert.equal((await shop.get("/v1/cases?state=resolved")).json.data.length, 1);
});

test("the list stands by minutes left and turns its pages; a foreign case is not there", async () => {
  const shop = await newShop(worker, { contacts: [] });
  const other = await newShop(worker, { contacts: [] });
  for (let n = 0; n < 7; n += 1) {
    await shop.post("/v1/orders", apiOrder({ id: `o${n}`, email: `o${n}@example.com` }));
    await age(shop, `o${n}`, n * 2);
    await status(shop, `o${n}`, "declined");
  }
  const seen = [];
  let cursor = "";
  do {
    const { data, next } = (await shop.get(`/v1/cases?limit=3${cursor}`)).json;
    seen.push(...data);
    cursor = next && `&cursor=${next}`;
  } while (cursor);
  assert.deepEqual(seen.map(({ order }) => order.id), ["o6", "o5", "o4", "o3", "o2", "o1", "o0"]);
  assert.ok(seen.every((one, index) => index === 0 || one.minutes_left >= seen[index - 1].minutes_left));
  assert.equal((await other.get(`/v1/cases/${seen[0].id}`)).status, 404);
  assert.equal((await other.post(`/v1/cases/${seen[0].id}/notes`, { text: "hm" })).status, 404);
  assert.deepEqual((await other.get("/v1/cases")).json.data, []);
  await worker.d1("UPDATE cases SET deadline_at = ?2 WHERE shop_id = ?1 AND order_id = 'o6'", shop.id, Date.now() - HOUR);
  const next = [];
  for (let n = 0; n < 7; n += 1) next.push((await shop.post("/v1/cases/next", { assignee: "Ola" })).json.case.order.id);
  assert.deepEqual(next, ["o5", "o4", "o3", "o2", "o1", "o0", "o6"], "what can still be stopped comes before what cannot");
  assert.equal((await shop.get("/v1/cases?state=sleeping")).status, 400);
});

test("ten answers at once: one wins, and the case has one answer", async () => {
  const { shop, page } = await turned();
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => shop.post(`/v1/cases/${page.case.id}/resolution`, { resolution: n % 2 ? "blocked" : "not_blocked" })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(9).fill(409)]);
  assert.equal((await shop.rows("case_event")).filter(({ kind }) => kind === "resolved").length, 1);
});

test("holds: the desk lists what held each order, the lock keeps two people apart, a supervisor takes it over", async () => {
  const shop = await newShop(worker, { contacts: [] });
  await shop.add({ fields: { email: "listed@example.com" }, effect: "points", points: 60, reason: "chargeback in May" });
  await shop.post("/v1/orders", apiOrder({ id: "auto", email: "listed@example.com" }));
  await shop.put("/v1/shop", { hold_codes: { automatic: "FRAUD", manual: "CALL" }, review_hours: 1 });
  await shop.post("/v1/orders", { ...apiOrder({ id: "hand" }), hold: { comment: "odd voice" } });
  await worker.d1("UPDATE hold SET placed_at = placed_at - ?2 WHERE shop_id = ?1 AND order_id = 'auto'", shop.id, 50 * HOUR);
  const { data } = (await shop.get("/v1/holds")).json;
  assert.deepEqual(data.map(({ order, kind, code, comment, days, overdue }) => [order.id, kind, code, comment, days, overdue]), [
    ["auto", "automatic", "automatic", null, 2, true],
    ["hand", "manual", "CALL", "odd voice", 0, false],
  ]);
  assert.deepEqual(data[0].matches.map(({ reason, points }) => [reason, points]), [["chargeback in May", 60]]);
  assert.deepEqual((await shop.get("/v1/holds?code=CALL")).json.data.map(({ order }) => order.id), ["hand"]);
  assert.deepEqual((await shop.get("/v1/holds?overdue=true")).json.data.map(({ order }) => order.id), ["auto"]);
  assert.equal((await shop.post("/v1/orders/auto/lock", { by: "Ola" })).json.order.hold.lock.by, "Ola");
  const second = await shop.post("/v1/orders/auto/lock", { by: "Jan" });
  assert.deepEqual([second.status, second.json.detail], [409, "Ola works on this hold; a supervisor takes it over with `override`"]);
  const refused = await shop.post("/v1/orders/auto/release", { comment: "fine", by: "Jan" });
  assert.deepEqual([refused.status, refused.json.title], [409, "Somebody works on it"]);
  assert.equal((await shop.post("/v1/orders/auto/lock", { by: "Jan", override: true })).json.order.hold.lock.by, "Jan");
  assert.deepEqual((await shop.get("/v1/holds?locked=true")).json.data.map(({ order }) => order.id), ["auto"]);
  assert.equal((await shop.post("/v1/orders/auto/release", { comment: "fine", by: "Jan" })).json.order.state, "released");
  assert.equal((await shop.post("/v1/orders/auto/lock", { by: "Jan" })).status, 409);
  await shop.post("/v1/orders/hand/lock", { by: "Ola" });
  assert.equal((await shop.delete("/v1/orders/hand/lock")).status, 204);
  assert.equal((await shop.delete("/v1/orders/hand/lock")).status, 404);
});

test("a shop's settings: what is wrong is refused with the pointer, what is not named goes back to its default", async () => {
  const shop = await newShop(worker);
  const { id, ...defaults } = (await shop.get("/v1/shop")).json;
  assert.deepEqual([id, defaults], [shop.id, { name: "Test shop", stop_window_hours: null, hold_codes: { automatic: "automatic", manual: "manual" }, review_hours: null, list_fields: ["email"], fraud_fields: ["email"], retention_days: null, delivery_body_days: null }]);
  for (const [body, pointer] of [
    [{ stop_window_hours: 0 }, "/stop_window_hours"],
    [{ stop_window_hours: 721 }, "/stop_window_hours"],
    [{ review_hours: 0 }, "/review_hours"],
    [{ hold_codes: { automatic: "x", manual: "x" } }, "/hold_codes/manual"],
    [{ hold_codes: { automatic: "" } }, "/hold_codes/automatic"],
    [{ list_fields: [] }, "/list_fields"],
    [{ list_fields: ["shoe_size"] }, "/list_fields/0"],
    [{ fraud_fields: ["city"] }, "/fraud_fields/0"],
    [{ retention_days: 29 }, "/retention_days"],
    [{ delivery_body_days: 0 }, "/delivery_body_days"],
    [{ name: " " }, "/name"],
    [{ window: 3 }, "/window"],
  ]) {
    const answer = await shop.put("/v1/shop", body);
    assert.deepEqual([answer.status, answer.json.errors[0].pointer], [400, pointer], JSON.stringify(body));
  }
  assert.equal((await shop.put("/v1/shop", { name: "New name", stop_window_hours: 48 })).json.stop_window_hours, 48);
  assert.equal((await shop.put("/v1/shop", {})).json.stop_window_hours, null);
  assert.equal((await shop.get("/v1/shop")).json.name, "New name");
});

const dispute = (fields = {}) => ({ id: 598735659, order_id: 9001, type: "chargeback", amount: "11.50", currency: "USD", reason: "fraudulent", status: "needs_response", ...fields });

test("a dispute of Shopify turns an order that has not left, and labels every one", async () => {
  const shop = await newShop(worker);
  await shop.taken("shopify", shopifyOrder({ id: 9001 }));
  await shop.taken("shopify", shopifyOrder({ id: 9002, email: "other@example.com", fulfillment_status: "fulfilled" }));
  await shop.taken("shopify", dispute(), { topic: "disputes/create", id: "d1" });
  await shop.taken("shopify", dispute(), { topic: "disputes/create", id: "d1" });
  const page = await shop.order("9001");
  assert.deepEqual([page.order.state, page.case.cause, page.case.detail, page.case.opened_by], ["held", "dispute", "chargeback, fraudulent, 11.50 USD, needs_response", "shopify"]);
  assert.deepEqual(page.labels.map(({ label }) => label), ["chargeback"]);
  await shop.taken("shopify", dispute({ status: "won" }), { topic: "disputes/update", id: "d2" });
  assert.deepEqual([(await shop.order("9001")).order.state, (await shop.rows("label")).length], ["held", 1]);
  await shop.taken("shopify", dispute({ order_id: 9002 }), { topic: "disputes/create", id: "d3" });
  const gone = await shop.order("9002");
  assert.deepEqual([gone.order.state, gone.case, gone.labels.map(({ label }) => label)], ["shipped", null, ["chargeback"]]);
  await shop.taken("shopify", dispute({ order_id: 1 }), { topic: "disputes/create", id: "d4" });
  await shop.taken("shopify", "{}", { topic: "disputes/create", id: "d5" });
  const outcomes = Object.fromEntries((await shop.rows("delivery")).map(({ id, outcome }) => [id, outcome]));
  assert.deepEqual([outcomes.d1, outcomes.d3, outcomes.d4, outcomes.d5], ["taken", "taken", "unknown_order", "ignored"]);
});
