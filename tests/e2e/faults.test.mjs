// The database fails: nothing is acknowledged that was not committed, and what is sent again is taken once.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startFaulty } from "./faulty-entry/start.mjs";
import { apiOrder, counts, holdsJan, newShop, shopifyOrder, wooOrder } from "./shop.mjs";

const worker = await startFaulty();
after(() => worker.stop());

const refusedFor = (answer) => {
  assert.equal(answer.status, 503, answer.text);
  assert.match(answer.headers.get("content-type"), /^application\/problem\+json/);
  assert.ok(Number(answer.headers.get("retry-after")) >= 1);
  assert.ok(!/D1|Network|SQL/.test(answer.text), answer.text);
};

/** What one held order with two contacts leaves, however often it was sent. */
const once = async (shop, deliveries) => {
  const found = {};
  for (const table of ["orders", "checks", "matches", "hold", "outbox", "delivery", "delivery_body"]) found[table] = (await shop.rows(table)).length;
  assert.deepEqual(found, { orders: 1, checks: 1, matches: 1, hold: 1, outbox: 2, delivery: deliveries, delivery_body: deliveries });
};

for (const [platform, body] of [["woocommerce", wooOrder()], ["shopify", shopifyOrder()]]) {
  test(`${platform}: a commit that fails is 503 and leaves nothing; the delivery sent again is taken`, async () => {
    const shop = await newShop(worker);
    await shop.add(holdsJan);
    const before = await counts(worker);
    await worker.fail({ when: "before", sql: "INSERT INTO orders", times: 2 });
    for (let time = 0; time < 2; time += 1) refusedFor(await shop.deliver(platform, body, { id: "d1" }));
    assert.deepEqual(await counts(worker), before);
    await shop.taken(platform, body, { id: "d1" });
    await once(shop, 1);
  });

  test(`${platform}: a commit whose answer is lost is 503 too; the delivery sent again finds itself stored`, async () => {
    const shop = await newShop(worker);
    await shop.add(holdsJan);
    await worker.fail({ when: "after", sql: "INSERT INTO orders" });
    refusedFor(await shop.deliver(platform, body, { id: "d1" }));
    await once(shop, 1);
    await shop.taken(platform, body, { id: "d1" });
    await once(shop, 1);
    // The mails were queued with the order; the cron sends what no request drained.
    assert.deepEqual((await shop.rows("outbox")).map(({ state }) => state), ["pending", "pending"]);
    await worker.scheduled({ cron: "* * * * *" });
    assert.deepEqual((await shop.rows("outbox")).map(({ state, attempts }) => [state, attempts]), [["sent", 1], ["sent", 1]]);
  });

  test(`${platform}: a database that cannot be read is 503, at the endpoint and before the decision`, async () => {
    const shop = await newShop(worker);
    const before = await counts(worker);
    for (const sql of ["FROM endpoint", "FROM contact"]) {
      await worker.fail({ when: "before", sql });
      refusedFor(await shop.deliver(platform, body, { id: "d1" }));
    }
    assert.deepEqual(await counts(worker), before);
    await shop.taken(platform, body, { id: "d1" });
  });
}

test("an unreadable and an ignored delivery are not acknowledged either before they are stored", async () => {
  const shop = await newShop(worker);
  for (const [body, topic] of [["no JSON", "order.created"], ["{}", "customer.created"]]) {
    for (const when of ["before", "after"]) {
      await worker.fail({ when, sql: "INSERT INTO delivery " });
      refusedFor(await shop.deliver("woocommerce", body, { topic }));
    }
    await shop.taken("woocommerce", body, { topic });
  }
  assert.deepEqual((await shop.rows("delivery")).map(({ outcome }) => outcome).toSorted(), ["ignored", "unreadable"]);
});

test("an order over the API: a commit that fails or whose answer is lost is 503, and the repeated request answers the one check", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  await worker.fail({ when: "before", sql: "INSERT INTO orders" });
  refusedFor(await shop.post("/v1/orders", apiOrder()));
  assert.equal((await shop.get("/v1/orders/1001")).status, 404);
  await worker.fail({ when: "after", sql: "INSERT INTO orders" });
  refusedFor(await shop.post("/v1/orders", apiOrder()));
  const again = await shop.post("/v1/orders", apiOrder());
  assert.deepEqual([again.status, again.json.order.state, again.json.checks.length], [200, "held", 1]);
  await once(shop, 0);
});

test("an entry is added once, whatever happened to the first answer", async () => {
  const shop = await newShop(worker);
  const entry = { id: "e1", fields: { email: "jan@example.com" }, effect: "hold", reason: "x" };
  await worker.fail({ when: "before", sql: "INSERT INTO entry" });
  refusedFor(await shop.post("/v1/entries", entry));
  assert.equal((await shop.get("/v1/entries/e1")).status, 404);
  await worker.fail({ when: "after", sql: "INSERT INTO entry" });
  refusedFor(await shop.post("/v1/entries", entry));
  assert.equal((await shop.post("/v1/entries", entry)).status, 409);
  assert.equal((await shop.post("/v1/checks", apiOrder())).json.decision, "review");
});

test("every other route says 503 while the database is away, and works again afterwards", async () => {
  const shop = await newShop(worker);
  const { id } = await shop.add({ fields: { email: "x@example.com" } });
  const routes = [["GET", "/v1/orders"], ["GET", "/v1/orders/1"], ["GET", "/v1/orders/1/fulfilment"], ["POST", "/v1/checks", apiOrder()], ["GET", "/v1/entries"],
    ["GET", `/v1/entries/${id}`], ["DELETE", `/v1/entries/${id}`], ["GET", "/v1/session"], ["GET", "/healthz"]];
  await worker.fail({ when: "before", sql: "", times: routes.length });
  for (const [method, target, body] of routes) refusedFor(await shop.send(method, target, body));
  await worker.fail(null);
  assert.equal((await shop.get("/healthz")).status, 200);
  assert.equal((await shop.get(`/v1/entries/${id}`)).status, 200);
});

test("50 deliveries while every other commit fails end, sent again, in one of each", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  await worker.fail({ when: "after", sql: "INSERT INTO orders", times: 3 });
  const send = () => Promise.all(Array.from({ length: 50 }, () => shop.deliver("woocommerce", wooOrder())));
  const first = await send();
  assert.ok(first.some(({ status }) => status === 503));
  assert.ok(first.every(({ status }) => status === 200 || status === 503));
  await worker.fail(null);
  assert.ok((await send()).every(({ status }) => status === 200));
  await once(shop, 1);
});

test("the audit can neither be changed nor deleted", async () => {
  const shop = await newShop(worker);
  await shop.post("/v1/orders", apiOrder());
  const before = await shop.rows("audit");
  assert.ok(before.length > 0);
  for (const sql of ["UPDATE audit SET detail = 'x'", "DELETE FROM audit", "REPLACE INTO audit SELECT shop_id, subject, at, id, 'x', action, detail FROM audit"]) {
    await assert.rejects(worker.d1(sql), /audit entries are never/, sql);
  }
  assert.deepEqual(await shop.rows("audit"), before);
});
