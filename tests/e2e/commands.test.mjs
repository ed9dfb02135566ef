// Acting back on WooCommerce and Shopify: holds, releases, cancellations and refunds reach the shop exactly once, whatever goes wrong between.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { startShopifyDouble, startWooDouble } from "./shop-doubles.mjs";
import { apiOrder, holdsJan, newShop, shopifyOrder, wooOrder } from "./shop.mjs";

let worker, woo, shopify;
before(async () => {
  [woo, shopify] = await Promise.all([startWooDouble(), startShopifyDouble()]);
  worker = await startWorker({ vars: { EGRESS_LOOPBACK: "true" } });
});
after(async () => {
  await worker?.stop();
  await Promise.all([woo?.stop(), shopify?.stop()]);
});

let next = 7000;
async function connected({ hold } = {}) {
  const shop = await newShop(worker, { contacts: [] });
  const first = await shop.put("/v1/connections/woocommerce", { url: woo.url, consumer_key: woo.key, consumer_secret: woo.secret, ...(hold ? { hold } : {}) });
  assert.equal(first.status, 200, first.text);
  const second = await shop.put("/v1/connections/shopify", { shop_domain: shopify.url, access_token: shopify.token });
  assert.equal(second.status, 200, second.text);
  return shop;
}
/** An approved order at WooCommerce. */
async function wooShop(options, fields = {}) {
  const shop = await connected(options);
  const id = (next += 1);
  woo.orders.set(String(id), { status: "processing", total: "120.50" });
  await shop.taken("woocommerce", wooOrder({ id, ...fields }));
  return { shop, id: String(id), order: woo.orders.get(String(id)) };
}
async function shopifyShop() {
  const shop = await connected();
  const id = (next += 1);
  const order = shopify.add(id);
  await shop.taken("shopify", shopifyOrder({ id }));
  return { shop, id: String(id), order };
}
const settled = async (shop, id) => {
  for (let tries = 0; tries < 600; tries += 1) {
    const { commands } = await shop.order(id);
    if (commands.every(({ state }) => state !== "pending" && state !== "leased")) return commands;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("commands are still pending after 12 s");
};
/** As if the wait were over. */
const again = async (shop, id) => {
  await worker.d1("UPDATE command SET due_at = 0 WHERE shop_id = ?1", shop.id);
  await worker.scheduled();
  return settled(shop, id);
};
const states = (commands) => commands.map(({ kind, state }) => `${kind} ${state}`).reverse();

test("connections: sealed, never shown, checked before they are kept", async () => {
  const shop = await connected();
  const { json, text } = await shop.get("/v1/connections");
  assert.deepEqual(json.data.map(({ platform, hold, key_ends }) => [platform, hold, key_ends]), [["shopify", "note", "6789"], ["woocommerce", "note", "6789"]]);
  const rows = JSON.stringify(await shop.rows("connection"));
  for (const secret of [woo.key, woo.secret, shopify.token]) assert.ok(!text.includes(secret) && !rows.includes(secret));
  assert.match((await shop.put("/v1/connections/woocommerce", { url: woo.url, consumer_key: woo.key, consumer_secret: woo.secret, hold: "status" })).json.warning, /mails the buyer/);
  const good = { url: "https://shop.example.com", consumer_key: woo.key, consumer_secret: woo.secret };
  for (const [platform, body, pointer] of [
    ["woocommerce", { ...good, url: "https://169.254.169.254" }, "/url"],
    ["woocommerce", { ...good, url: "https://user:x@shop.example.com" }, "/url"],
    ["woocommerce", { ...good, url: "http://shop.example.com" }, "/url"],
    ["woocommerce", { ...good, consumer_key: "short" }, "/consumer_key"],
    ["woocommerce", { ...good, hold: "freeze" }, "/hold"],
    ["woocommerce", { ...good, more: 1 }, "/more"],
    ["shopify", { shop_domain: "my-shop.example.com", access_token: shopify.token }, "/shop_domain"],
    ["shopify", { shop_domain: "a/b.myshopify.com", access_token: shopify.token }, "/shop_domain"],
  ]) {
    const answer = await shop.put(`/v1/connections/${platform}`, body);
    assert.deepEqual([answer.status, answer.json.errors[0].pointer], [400, pointer], JSON.stringify(body));
  }
  assert.equal((await shop.put("/v1/connections/magento", {})).status, 404);
  assert.equal((await shop.delete("/v1/connections/shopify")).status, 204);
  assert.equal((await shop.delete("/v1/connections/shopify")).status, 404);
  const production = await startWorker({ vars: { EGRESS_LOOPBACK: "true", DEPLOYMENT: "production" } });
  try {
    const strict = await newShop(production, { contacts: [] });
    assert.equal((await strict.put("/v1/connections/woocommerce", { ...good, url: woo.url })).status, 400, "production never calls this machine");
  } finally {
    await production.stop();
  }
});

test("WooCommerce: a hold is metadata and a private note, a release says so; a shop without connection is told nothing", async () => {
  const { shop, id, order } = await wooShop();
  assert.deepEqual((await shop.order(id)).commands, [], "an approved order needs nothing");
  await shop.post(`/v1/orders/${id}/hold`, { comment: "odd voice" });
  assert.deepEqual(states(await settled(shop, id)), ["hold confirmed"]);
  assert.deepEqual([order.status, order.meta_data, order.notes.length], ["processing", [{ key: "_ordergate", value: "held" }], 1]);
  assert.match(order.notes[0].note, /^Ordergate holds this order: do not ship it\. odd voice \[ordergate [0-9a-f]+\]$/);
  await shop.post(`/v1/orders/${id}/release`, { comment: "called back" });
  assert.deepEqual(states(await settled(shop, id)), ["hold confirmed", "release confirmed"]);
  assert.deepEqual([order.status, order.meta_data, order.notes.length], ["processing", [{ key: "_ordergate", value: "released" }], 2]);
  assert.ok((await shop.order(id)).timeline.some(({ action, actor }) => action === "command.hold_confirmed" && actor === "woocommerce"));
  const alone = await newShop(worker, { contacts: [] });
  await alone.add(holdsJan);
  await alone.taken("woocommerce", wooOrder({ id: 1 }));
  assert.deepEqual((await alone.order("1")).commands, []);
});

test("WooCommerce by status: on-hold and back, but only what is still ours is taken back", async () => {
  const { shop, id, order } = await wooShop({ hold: "status" });
  await shop.post(`/v1/orders/${id}/hold`, { comment: "odd voice" });
  await settled(shop, id);
  assert.equal(order.status, "on-hold");
  await shop.post(`/v1/orders/${id}/release`, { comment: "fine" });
  await settled(shop, id);
  assert.equal(order.status, "processing");
  await shop.post(`/v1/orders/${id}/hold`, { comment: "again" });
  await settled(shop, id);
  order.status = "completed";
  await shop.post(`/v1/orders/${id}/release`, { comment: "fine" });
  await settled(shop, id);
  assert.equal(order.status, "completed", "somebody in the shop was faster");
});

test("an order that the engine holds is held in the shop too, and our own writes come back without effect", async () => {
  const shop = await connected();
  await shop.add(holdsJan);
  woo.orders.set("6001", { status: "processing", total: "120.50" });
  await shop.taken("woocommerce", wooOrder({ id: 6001 }));
  assert.deepEqual(states(await settled(shop, "6001")), ["hold confirmed"]);
  const before = await shop.order("6001");
  await shop.taken("woocommerce", wooOrder({ id: 6001, date_modified_gmt: "2026-11-24T10:10:00", meta_data: [{ key: "_ordergate", value: "held" }] }), { topic: "order.updated" });
  const after = await shop.order("6001");
  assert.deepEqual([after.checks.length, after.commands], [before.checks.length, before.commands]);
});

test("Shopify: every open fulfilment order is held under our handle, page by page; only our holds are released", async () => {
  const { shop, id, order } = await shopifyShop();
  order.fulfilmentOrders[0].holds.push({ id: "gid://shopify/FulfillmentHold/theirs", handle: "another-app" });
  await shop.post(`/v1/orders/${id}/hold`, { comment: "odd voice" });
  assert.deepEqual(states(await settled(shop, id)), ["hold confirmed"]);
  assert.deepEqual(order.fulfilmentOrders.map(({ holds }) => holds.map(({ handle }) => handle)), [["another-app", "ordergate"], ["ordergate"], []]);
  assert.deepEqual([order.tags, shopify.did("risk", id).map(({ level }) => level)], [["vip", "ordergate-held"], ["HIGH"]]);
  await shop.post(`/v1/orders/${id}/release`, { comment: "fine" });
  await settled(shop, id);
  assert.deepEqual(order.fulfilmentOrders.map(({ holds }) => holds.map(({ handle }) => handle)), [["another-app"], [], []]);
  assert.deepEqual(order.tags, ["vip"]);
});

test("a hold that is released before the shop could be told is taken back, and nothing is told", async () => {
  const { shop, id } = await wooShop();
  await worker.d1("UPDATE connection SET address = 'https://nobody.invalid' WHERE shop_id = ?1", shop.id);
  await shop.post("/v1/orders/bulk", { action: "hold", ids: [id], comment: "wait" });
  await settled(shop, id);
  await worker.d1("UPDATE command SET state = 'pending', attempts = 0, due_at = ?2 WHERE shop_id = ?1", shop.id, Date.now() + 3_600_000);
  await shop.post(`/v1/orders/${id}/release`, { comment: "fine" });
  assert.deepEqual(states((await shop.order(id)).commands), ["hold cancelled"]);
});

test("whatever goes wrong, a hold is placed once and tried again; the release waits for it", async () => {
  for (const [what, reason] of [
    ["500", /did not answer|failed \(status 500\)/], ["503", /status 503/], ["429 retry-after=600", /slow down/], ["401", /credentials/],
    ["close", /did not answer|status 500/], ["commit-and-close", /did not answer|status 500/], ["commit-and-500", /status 500/], ["no-json", /no JSON/],
  ]) {
    for (const start of [wooShop, shopifyShop]) {
      const { shop, id } = await start();
      const double = start === wooShop ? woo : shopify;
      double.fails(what);
      await shop.post(`/v1/orders/${id}/hold`, { comment: "wait" });
      const [failed] = await settled(shop, id);
      assert.deepEqual([failed.state, failed.attempts], ["retry", 1], `${what} ${failed.last_error}`);
      assert.match(failed.last_error, reason, what);
      assert.ok(!failed.last_error.includes("secret words"), failed.last_error);
      if (what.includes("600")) assert.ok(Date.parse(failed.due_at) - Date.now() > 500_000, failed.due_at);
      await shop.post(`/v1/orders/${id}/release`, { comment: "fine" });
      assert.deepEqual(states(await again(shop, id)), ["hold confirmed", "release confirmed"], what);
      const held = double.did(start === wooShop ? "meta held" : "hold", id).length;
      assert.equal(held, start === wooShop ? 1 : 2, `${what}: once at WooCommerce, once for each open fulfilment order at Shopify`);
      if (start === wooShop) assert.equal(double.did("note", id).length, 2, what);
    }
  }
});

test("a cancellation and a refund happen exactly once, though the shop's answer is lost again and again", async () => {
  for (const start of [wooShop, shopifyShop]) {
    const double = start === wooShop ? woo : shopify;
    for (const [kind, done] of [["cancel", start === wooShop ? "cancelled" : "cancel"], ["refund", "refund"]]) {
      for (const lost of [["commit-and-close"], ["commit-and-500"], ["close", "commit-and-close"], ["500", "close", "commit-and-close"]]) {
        const { shop, id } = await start();
        double.fails(...lost);
        const asked = await shop.post(`/v1/orders/${id}/${kind}`, { comment: "the buyer did not order it" });
        assert.equal(asked.status, 202, asked.text);
        let [command] = await settled(shop, id);
        assert.equal(command.state, "unknown", `${kind} ${lost}: ${command.last_error}`);
        for (let tries = 0; tries < 4 && command.state === "unknown"; tries += 1) [command] = await again(shop, id);
        assert.equal(command.state, "confirmed", `${kind} ${lost}: ${command.last_error}`);
        assert.equal(double.did(done, id).length, 1, `${kind} ${lost}`);
      }
    }
  }
});

test("a request is one request under its key, bounded by the order's total, and only where it can be done", async () => {
  const { shop, id } = await wooShop();
  for (let n = 0; n < 3; n += 1) assert.ok([200, 202].includes((await shop.post(`/v1/orders/${id}/refund`, { comment: "half", amount: "60.00", idempotency_key: "refund-1" })).status));
  await settled(shop, id);
  assert.deepEqual(woo.did("refund", id).map(({ amount }) => amount), ["60.00"]);
  for (const [body, pointer] of [
    [{ comment: "x", amount: "120.51" }, "/amount"],
    [{ comment: "x", amount: "0.00" }, "/amount"],
    [{ comment: "x", amount: "-1.00" }, "/amount"],
    [{ comment: "x", amount: "1.234" }, "/amount"],
    [{ comment: " " }, "/comment"],
    [{ comment: "x", idempotency_key: "a b" }, "/idempotency_key"],
  ]) {
    const answer = await shop.post(`/v1/orders/${id}/refund`, body);
    assert.deepEqual([answer.status, answer.json.errors?.[0].pointer], [400, pointer], JSON.stringify(body));
  }
  assert.equal((await shop.post(`/v1/orders/${id}/cancel`, { comment: "x", amount: "1.00" })).status, 400);
  assert.equal((await shop.post("/v1/orders/nobody/cancel", { comment: "x" })).status, 404);
  const alone = await newShop(worker, { contacts: [] });
  await alone.post("/v1/orders", apiOrder());
  assert.equal((await alone.post("/v1/orders/1001/refund", { comment: "x" })).status, 409);
  const cancelled = await shop.post(`/v1/orders/${id}/cancel`, { comment: "called off" });
  assert.deepEqual([cancelled.json.order.state, (await shop.get(`/v1/orders/${id}/fulfilment`)).json.why], ["cancelled", "cancelled"]);
});

test("what the shop refuses for good is given up in sight, and a person can have it tried again", async () => {
  const { shop, id, order } = await wooShop();
  woo.orders.delete(id);
  await shop.post(`/v1/orders/${id}/hold`, { comment: "wait" });
  const [dead] = await settled(shop, id);
  assert.deepEqual([dead.state, dead.last_error], ["dead", "the shop does not know this order (status 404)"]);
  assert.ok((await shop.order(id)).timeline.some(({ action }) => action === "command.hold_given_up"));
  woo.orders.set(id, order);
  assert.equal((await shop.post(`/v1/orders/${id}/commands/${dead.id}/retry`)).status, 200);
  assert.deepEqual(states(await settled(shop, id)), ["hold confirmed"]);
  assert.equal((await shop.post(`/v1/orders/${id}/commands/${dead.id}/retry`)).status, 404);
});

// The test harness follows redirects on its own, so this one runs in wrangler's processes.
test("a redirect is not followed: the credentials stay with the address they are for", async () => {
  const persist = await mkdtemp(path.join(tmpdir(), "ordergate-"));
  const process = await startWorker({ persist, vars: { EGRESS_LOOPBACK: "true" } });
  try {
    const shop = await newShop(process, { contacts: [] });
    await shop.put("/v1/connections/woocommerce", { url: woo.url, consumer_key: woo.key, consumer_secret: woo.secret });
    woo.orders.set("6100", { status: "processing", total: "120.50" });
    await shop.taken("woocommerce", wooOrder({ id: 6100 }));
    const before = woo.requests.length;
    woo.failsReading("redirect");
    await shop.post("/v1/orders/6100/hold", { comment: "wait" });
    const [command] = await settled(shop, "6100");
    assert.deepEqual([command.state, command.last_error, woo.requests.length - before], ["retry", "the shop failed (status 302)", 1]);
  } finally {
    await process.stop();
    await rm(persist, { recursive: true, force: true });
  }
});
