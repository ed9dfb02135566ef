// One order arrives more than once: repeated, changed, out of order, and all at the same time.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { counts, holdsJan, newShop, shopifyOrder, wooOrder } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

const at = (seconds) => new Date(Date.UTC(2026, 10, 24, 10, 0, seconds)).toISOString().slice(0, 19);
const times = (count, make) => Promise.all(Array.from({ length: count }, (_, index) => make(index)));

test("an older version after a newer one changes nothing, whatever it says", async () => {
  const shop = await newShop(worker);
  await shop.taken("woocommerce", wooOrder({ date_modified_gmt: at(20), total: "99.00" }));
  const before = await shop.order("7001");
  await shop.taken("woocommerce", wooOrder({ date_modified_gmt: at(10), status: "cancelled", total: "1.00" }), { topic: "order.updated" });
  await shop.taken("woocommerce", JSON.stringify(wooOrder({ date_modified_gmt: at(15), total: "oops" })), { topic: "order.updated" });
  assert.deepEqual(await shop.order("7001"), before);
  assert.deepEqual((await shop.rows("delivery")).map(({ outcome }) => outcome).sort(), ["stale", "stale", "taken"]);
});

test("a newer version updates the order; it is checked again only when something a check depends on changed", async () => {
  const shop = await newShop(worker);
  await shop.taken("woocommerce", wooOrder());
  await shop.add({ fields: { email: "jan@example.com", city: "Kraków" }, effect: "hold", reason: "parcels come back" });
  await shop.taken("woocommerce", wooOrder({ date_modified_gmt: at(1), customer_note: "please ring twice", status: "on-hold" }), { topic: "order.updated" });
  const noted = await shop.order("7001");
  assert.deepEqual([noted.order.state, noted.checks.length, noted.order.updated_at], ["approved", 1, "2026-11-24T10:00:01Z"]);
  assert.ok(JSON.stringify(noted.order.details).includes("please ring twice"));
  const moved = wooOrder({ date_modified_gmt: at(2) });
  moved.shipping = { ...moved.shipping, city: "Kraków" };
  await shop.taken("woocommerce", moved, { topic: "order.updated" });
  const { order, checks, mails } = await shop.order("7001");
  assert.deepEqual([order.state, checks.map(({ kind }) => kind), mails.length], ["held", ["updated", "placed"], 2]);
});

test("a held order stays held whatever is delivered later, and its contacts are not mailed again", async () => {
  const shop = await newShop(worker);
  const entry = await shop.add(holdsJan);
  await shop.taken("woocommerce", wooOrder());
  assert.equal((await shop.delete(`/v1/entries/${entry.id}`)).status, 204);
  const changes = [{ status: "completed" }, { status: "processing", total: "5.00" }, { customer_note: "x" }, { line_items: [] }];
  for (const [index, change] of changes.entries()) {
    await shop.taken("woocommerce", wooOrder({ ...change, date_modified_gmt: at(index + 1) }), { topic: "order.updated" });
    const { order, mails } = await shop.order("7001");
    assert.deepEqual([order.state, order.held, order.hold.code, mails.length], ["held", true, "automatic", 2], JSON.stringify(change));
  }
  const { check, checks } = await shop.order("7001");
  assert.equal(check.held, false, "later checks say what they found; they do not lower the order");
  assert.equal(checks.length, 4);
});

test("a cancellation in the shop ends order and hold, on both platforms; taken back, the order is held again", async () => {
  for (const [platform, order, cancelled] of [
    ["woocommerce", wooOrder(), wooOrder({ status: "cancelled", date_modified_gmt: at(5) })],
    ["shopify", shopifyOrder({ id: 7001 }), shopifyOrder({ id: 7001, cancelled_at: "2026-11-24T11:00:05+01:00", updated_at: "2026-11-24T11:00:05+01:00" })],
  ]) {
    const shop = await newShop(worker);
    await shop.add(holdsJan);
    await shop.taken(platform, order);
    assert.equal((await shop.order("7001")).order.state, "held");
    await shop.taken(platform, cancelled, { topic: platform === "shopify" ? "orders/cancelled" : "order.updated" });
    const page = await shop.order("7001");
    assert.deepEqual([page.order.state, page.order.held, page.order.hold], ["cancelled", false, null]);
    assert.deepEqual((await shop.rows("hold")).map(({ resolution }) => resolution), ["cancelled"]);
    assert.deepEqual((await shop.get("/v1/orders/7001/fulfilment")).json, { release: false, why: "cancelled" });
    const revived = platform === "shopify" ? { ...order, updated_at: "2026-11-24T11:00:09+01:00", note: "?" } : { ...order, date_modified_gmt: at(9), customer_note: "?" };
    await shop.taken(platform, revived, { topic: platform === "shopify" ? "orders/updated" : "order.updated" });
    const again = await shop.order("7001");
    assert.deepEqual([again.order.state, again.holds.map(({ resolution }) => resolution?.resolution)], ["held", [undefined, "cancelled"]]);
    assert.deepEqual(again.timeline.filter(({ action }) => action === "order.reopened").map(({ detail }) => detail), ["in the shop"]);
  }
});

for (const [platform, body] of [["woocommerce", wooOrder()], ["shopify", shopifyOrder({ id: 7001 })]]) {
  test(`${platform}: the same delivery 50 times at once is one order, one check, one hold and one mail a contact`, async () => {
    const shop = await newShop(worker);
    await shop.add(holdsJan);
    const answers = await times(50, () => shop.deliver(platform, body, { id: "the-same" }));
    assert.deepEqual(answers.map(({ status }) => status), Array(50).fill(200));
    await shop.mailsSettled();
    const found = {};
    for (const table of ["orders", "checks", "matches", "hold", "outbox", "delivery", "delivery_body"]) found[table] = (await shop.rows(table)).length;
    assert.deepEqual(found, { orders: 1, checks: 1, matches: 1, hold: 1, outbox: 2, delivery: 1, delivery_body: 1 });
    const { order, mails, timeline } = await shop.order("7001");
    assert.equal(order.state, "held");
    assert.deepEqual(mails.map(({ to, attempts }) => [to, attempts]).sort(), [["martin@shop.example", 1], ["ola@shop.example", 1]]);
    assert.equal(new Set(timeline.map(({ action }) => action)).size, timeline.length, "nothing happened twice");
    const before = await counts(worker);
    await shop.taken(platform, body, { id: "the-same" });
    assert.deepEqual(await counts(worker), before);
  });
}

test("one version under 20 delivery ids at once is 20 deliveries of one order with one check", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  const answers = await times(20, (index) => shop.deliver("shopify", shopifyOrder({ id: 7001 }), { id: `delivery-${index}` }));
  assert.deepEqual(answers.map(({ status }) => status), Array(20).fill(200));
  assert.equal((await shop.rows("delivery")).length, 20);
  assert.deepEqual([(await shop.rows("checks")).length, (await shop.rows("hold")).length, (await shop.rows("outbox")).length], [1, 1, 2]);
});

test("30 versions of one order at once end in the newest, with every accepted write counted and one open hold", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  const body = (index) => wooOrder({ date_modified_gmt: at(index), total: `${100 + index}.00` });
  let left = Array.from({ length: 30 }, (_, index) => index);
  // Whatever is answered with 503 is sent again, as a platform would.
  for (let round = 0; left.length > 0; round += 1) {
    assert.ok(round < 5, `still refused: ${left}`);
    const answers = await Promise.all(left.map((index) => shop.deliver("woocommerce", body(index), { topic: "order.updated" })));
    for (const answer of answers) {
      assert.ok([200, 503].includes(answer.status), answer.text);
      if (answer.status === 503) assert.ok(Number(answer.headers.get("retry-after")) > 0);
    }
    if (round === 0) assert.ok(answers.filter(({ status }) => status === 503).length <= 3, "WooCommerce does not send again, so hardly any may be turned away");
    left = left.filter((_, index) => answers[index].status !== 200);
  }
  const { order, checks, mails } = await shop.order("7001");
  assert.deepEqual([order.updated_at, order.total, order.state], ["2026-11-24T10:00:29Z", "129.00", "held"]);
  const deliveries = await shop.rows("delivery");
  const taken = deliveries.filter(({ outcome }) => outcome === "taken").length;
  assert.equal(deliveries.length, 30);
  assert.equal(deliveries.filter(({ outcome }) => outcome === "stale").length, 30 - taken);
  const [row] = await shop.rows("orders");
  assert.equal(row.revision, taken);
  assert.equal(checks.length, taken, "every version taken changed the total, so each was checked");
  assert.equal(checks.filter(({ kind }) => kind === "placed").length, 1);
  assert.deepEqual([(await shop.rows("hold")).length, mails.length], [1, 2]);
});
