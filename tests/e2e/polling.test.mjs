// Deliveries get lost: connected shops are asked every five minutes what has changed, and every hour whether their webhook is still there.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { startShopifyDouble, startWooDouble } from "./shop-doubles.mjs";
import { holdsJan, newShop, shopifyOrder, wooOrder } from "./shop.mjs";

let worker, woo, shopify;
before(async () => {
  [woo, shopify] = await Promise.all([startWooDouble(), startShopifyDouble()]);
  worker = await startWorker({ vars: { EGRESS_LOOPBACK: "true" } });
});
after(async () => {
  await worker?.stop();
  await Promise.all([woo?.stop(), shopify?.stop()]);
});
beforeEach(async () => {
  await worker.d1("DELETE FROM connection");
  woo.listed.length = woo.webhooks.length = shopify.listed.length = shopify.webhooks.length = 0;
});

async function connected(platform = "woocommerce") {
  const shop = await newShop(worker, { contacts: [] });
  const body = platform === "shopify" ? { shop_domain: shopify.url, access_token: shopify.token } : { url: woo.url, consumer_key: woo.key, consumer_secret: woo.secret };
  assert.equal((await shop.put(`/v1/connections/${platform}`, body)).status, 200);
  return shop;
}
/** A run of the cron five minutes later. */
async function poll(shop) {
  await worker.d1("UPDATE connection SET polled_at = polled_at - 300000");
  await worker.scheduled();
  return (await shop.get("/v1/connections")).json.data[0];
}
const now = (seconds = 0) => new Date(Date.now() + seconds * 1000).toISOString().slice(0, 19);

test("an order whose delivery got lost is taken, checked and held; one that was delivered changes nothing", async () => {
  for (const platform of ["woocommerce", "shopify"]) {
    const shop = await connected(platform);
    await shop.add(holdsJan);
    const double = platform === "shopify" ? shopify : woo;
    const order = (id, seconds) => (platform === "shopify" ? shopifyOrder({ id, updated_at: `${now(seconds)}Z` }) : wooOrder({ id, date_modified_gmt: now(seconds) }));
    const [delivered, lost] = [order(1, 1), order(2, 2)];
    await shop.taken(platform, delivered);
    double.listed.push(delivered, lost);
    // What the shop was told meanwhile goes its own way.
    const decided = async (id) => {
      const { order, checks, holds, mails } = await shop.order(id);
      return { order, checks, holds, mails };
    };
    const before = await decided("1");
    const connection = await poll(shop);
    assert.deepEqual([connection.poll_error, (await shop.order("2")).order.state], [null, "held"]);
    assert.deepEqual(await decided("1"), before);
    const revisions = async () => (await shop.rows("orders")).map(({ revision }) => revision);
    const writes = await revisions();
    await poll(shop);
    assert.deepEqual(await revisions(), writes, "the overlap brings nothing twice");
    // A change that no webhook told of.
    double.listed[1] = platform === "shopify" ? { ...lost, cancelled_at: `${now(9)}Z`, updated_at: `${now(9)}Z` } : { ...lost, status: "cancelled", date_modified_gmt: now(9) };
    await poll(shop);
    assert.equal((await shop.order("2")).order.state, "cancelled");
    await worker.d1("DELETE FROM connection");
  }
});

test("130 orders come in pages, none is skipped; a failure leaves the watermark where it was", async () => {
  const shop = await connected();
  for (let n = 1; n <= 130; n += 1) woo.listed.push(wooOrder({ id: n, number: String(n), date_modified_gmt: now(n) }));
  woo.failsReading("500");
  const failed = await poll(shop);
  assert.match(failed.poll_error, /status 500/);
  for (let tries = 0; tries < 4; tries += 1) await poll(shop);
  assert.equal((await shop.rows("orders")).length, 130);
  assert.equal((await shop.get("/v1/connections")).json.data[0].poll_error, null);
});

test("70 orders of one second do not stop the poll; an order that cannot be read is shown, once", async () => {
  const shop = await connected();
  for (let n = 1; n <= 70; n += 1) woo.listed.push(wooOrder({ id: n, date_modified_gmt: now(5) }));
  woo.listed.push(wooOrder({ id: 500, date_modified_gmt: now(600), total: "oops" }), wooOrder({ id: 501, date_modified_gmt: now(601) }));
  for (let tries = 0; tries < 5; tries += 1) await poll(shop);
  assert.equal((await shop.order("501")).order.state, "approved");
  const bad = await shop.order("500");
  assert.deepEqual([bad.order.state, bad.timeline.length], ["not_checked", 1]);
});

test("answers that are no list, wrong credentials and silence are written at the connection", async () => {
  for (const [what, reason] of [["401", /status 401/], ["no-json", /no list of orders/], ["429", /status 429/]]) {
    const shop = await connected();
    woo.failsReading(what);
    assert.match((await poll(shop)).poll_error, reason);
    woo.failsReading();
    assert.equal((await poll(shop)).poll_error, null);
    await worker.d1("DELETE FROM connection");
  }
});

test("a webhook that the shop switched off is switched on again; one that is gone is said to be", async () => {
  const shop = await connected();
  const hook = { id: 7, status: "disabled", delivery_url: `https://edge.example${shop.endpoints.woocommerce.url}`, topic: "order.updated" };
  woo.webhooks.push({ id: 3, status: "active", delivery_url: "https://x.example/hook" }, hook);
  assert.equal((await poll(shop)).webhook, "reactivated");
  assert.equal(hook.status, "active");
  await worker.d1("UPDATE connection SET watched_at = 0");
  assert.equal((await poll(shop)).webhook, "active");
  woo.webhooks.pop();
  await worker.d1("UPDATE connection SET watched_at = 0");
  assert.equal((await poll(shop)).webhook, "missing");
  assert.deepEqual((await shop.rows("audit")).filter(({ action }) => action.startsWith("webhook.")).map(({ action }) => action).sort(), ["webhook.missing", "webhook.reactivated"]);
});
