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
  woo.ledger.length = woo.listed.length = woo.webhooks.length = shopify.listed.length = shopify.webhooks.length = 0;
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

/** The hourly look at the webhooks, now. */
async function look(shop) {
  await worker.d1("UPDATE connection SET watched_at = 0");
  return (await poll(shop)).webhook;
}
const noted = async (shop) => (await shop.rows("audit")).filter(({ action }) => action.startsWith("webhook.")).map(({ action, actor }) => `${actor} ${action}`);

test("a webhook that the shop switched off is switched on again", async () => {
  const shop = await connected();
  const hook = { id: 7, status: "disabled", delivery_url: `https://edge.example${shop.endpoints.woocommerce.url}`, topic: "order.updated" };
  woo.webhooks.push({ id: 3, status: "active", delivery_url: "https://x.example/hook" }, hook);
  assert.equal((await poll(shop)).webhook, "reactivated");
  assert.equal(hook.status, "active");
  assert.equal(await look(shop), "active");
  assert.deepEqual(await noted(shop), ["engine webhook.reactivated"]);
});

test("WooCommerce: a webhook that is gone is set up again, and delivers as before; a half-done set-up is finished", async () => {
  const shop = await connected();
  woo.fails("ok", "500");
  assert.equal(await look(shop), "retrying");
  assert.deepEqual(woo.webhooks.map(({ topic }) => topic), ["order.created"]);
  assert.equal(await look(shop), "recreated");
  assert.deepEqual(woo.webhooks.map(({ topic }) => topic), ["order.created", "order.updated"]);
  assert.equal(await look(shop), "active");
  assert.deepEqual(await noted(shop), ["engine webhook.retrying", "engine webhook.recreated"]);
  for (const { topic, delivery_url: url, secret } of woo.did("webhook")) {
    assert.equal(url, new URL(shop.endpoints.woocommerce.url, worker.url).href);
    assert.equal((await shop.deliver("woocommerce", wooOrder({ id: 900 }), { topic, url, secret })).status, 200);
  }
  assert.equal((await shop.order("900")).order.state, "approved");
  const { url, secret } = shop.endpoints.woocommerce;
  const token = url.split("/").at(-1);
  assert.ok(!JSON.stringify([await shop.rows("endpoint"), await shop.rows("audit"), worker.logs()]).match(new RegExp(`${token}|${secret}`)), "neither address nor secret is stored or logged as it is");
});

test("Shopify: what its app had is set up again when Shopify deleted it; what the app never had is not doubled", async () => {
  const shop = await connected("shopify");
  assert.equal(await look(shop), "missing", "the shop may have set it up by hand, which no app sees");
  assert.equal(await look(shop), "missing");
  assert.deepEqual(shopify.webhooks, []);
  const address = new URL(shop.endpoints.shopify.url, worker.url).href;
  shopify.webhooks.push({ id: 4, address, topic: "orders/create" });
  assert.equal(await look(shop), "active");
  shopify.webhooks.length = 0;
  assert.equal(await look(shop), "recreated");
  assert.deepEqual(shopify.webhooks.map(({ topic, address }) => [topic, address]), ["orders/create", "orders/updated", "orders/cancelled"].map((topic) => [topic, address]));
  assert.equal(await look(shop), "active");
});

test("an endpoint of which only the digest is known is said to be missing, hour by hour", async () => {
  const shop = await connected();
  await worker.d1("UPDATE endpoint SET sealed_token = NULL WHERE shop_id = ?1", shop.id);
  for (let hour = 0; hour < 2; hour += 1) assert.equal(await look(shop), "missing");
  assert.deepEqual([woo.webhooks, await noted(shop)], [[], ["engine webhook.missing", "engine webhook.missing"]]);
});
