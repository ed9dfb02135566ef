// Webhook endpoints: made, rotated, removed; what arrived at them, and sending it through again.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { counts, newShop, shopifyOrder, sign, wooOrder } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

const endpointOf = async (shop, platform) => (await shop.get("/v1/endpoints")).json.data.find((one) => one.platform === platform);
const deliveries = async (shop, endpoint, query = "") => {
  const answer = await shop.get(`/v1/endpoints/${endpoint.id}/deliveries${query}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
};

test("an endpoint is made once a platform; its address and secret are shown once and work", async () => {
  const shop = await newShop(worker);
  const old = await endpointOf(shop, "woocommerce");
  assert.equal((await shop.post("/v1/endpoints", { platform: "woocommerce" })).status, 409);
  assert.equal((await shop.delete(`/v1/endpoints/${old.id}`)).status, 204);
  assert.equal((await shop.deliver("woocommerce", wooOrder())).status, 404, "its address leads nowhere");
  const made = await shop.post("/v1/endpoints", { platform: "woocommerce" });
  assert.equal(made.status, 201, made.text);
  assert.match(made.json.url, new RegExp(`^${worker.url}/v1/webhooks/[0-9a-f]{48}$`));
  assert.match(made.json.secret, /^[0-9a-f]{64}$/);
  shop.endpoints.woocommerce = made.json;
  await shop.taken("woocommerce", wooOrder());
  const listed = await shop.get("/v1/endpoints");
  assert.deepEqual(listed.json.data.map(({ platform }) => platform), ["shopify", "woocommerce"]);
  assert.ok(Date.now() - Date.parse((await endpointOf(shop, "woocommerce")).last_delivery_at) < 60_000);
  assert.ok(!listed.text.includes(made.json.secret) && !listed.text.includes(made.json.url.split("/").pop()));
  for (const [body, pointer] of [[{ platform: "prestashop" }, "/platform"], [{}, ""], [{ platform: "shopify", secret: "short" }, "/secret"], [{ platform: "shopify", token: "x" }, "/token"]]) {
    const refused = await shop.post("/v1/endpoints", body);
    assert.deepEqual([refused.status, refused.json.errors[0].pointer], [400, pointer]);
  }
});

test("the secret that Shopify shows is taken as it is, and is in no answer", async () => {
  const shop = await newShop(worker);
  const old = await endpointOf(shop, "shopify");
  await shop.delete(`/v1/endpoints/${old.id}`);
  const secret = "0123456789abcdef-of-shopify";
  const made = await shop.post("/v1/endpoints", { platform: "shopify", secret });
  assert.deepEqual([made.status, made.json.secret], [201, undefined]);
  shop.endpoints.shopify = { url: made.json.url, secret };
  await shop.taken("shopify", shopifyOrder());
  assert.ok(!JSON.stringify(await shop.rows("endpoint")).includes(secret), "it is sealed at rest");
});

test("after a rotation deliveries signed with either secret are believed, until the time is over", async () => {
  const shop = await newShop(worker);
  const endpoint = await endpointOf(shop, "woocommerce");
  const before = shop.endpoints.woocommerce.secret;
  const rotated = await shop.post(`/v1/endpoints/${endpoint.id}/rotate`, { previous_hours: 2 });
  assert.equal(rotated.status, 200, rotated.text);
  assert.ok(Math.abs(Date.parse(rotated.json.previous_until) - Date.now() - 2 * 3_600_000) < 60_000);
  assert.equal(rotated.json.url, undefined, "the address stays");
  const deliver = async (secret, id) => (await shop.deliver("woocommerce", wooOrder({ id }), { secret })).status;
  assert.deepEqual([await deliver(before, 1), await deliver(rotated.json.secret, 2), await deliver("wrong", 3)], [200, 200, 401]);
  await worker.d1("UPDATE endpoint SET previous_until = ?1 WHERE shop_id = ?2", Date.now(), shop.id);
  assert.deepEqual([await deliver(before, 4), await deliver(rotated.json.secret, 5)], [401, 200]);
  assert.equal((await endpointOf(shop, "woocommerce")).previous_until, null);
  const again = await shop.post(`/v1/endpoints/${endpoint.id}/rotate`, { previous_hours: 0, secret: "a secret given by hand".replaceAll(" ", "-") });
  assert.equal(again.json.secret, undefined);
  assert.deepEqual([await deliver(rotated.json.secret, 6), await deliver("a-secret-given-by-hand", 7)], [401, 200]);
  assert.equal((await shop.post(`/v1/endpoints/${endpoint.id}/rotate`, { previous_hours: 1000 })).json.errors[0].pointer, "/previous_hours");
});

test("deliveries are listed with what became of them, newest first, page by page", async () => {
  const shop = await newShop(worker);
  const endpoint = await endpointOf(shop, "woocommerce");
  await shop.taken("woocommerce", wooOrder({ id: 1 }));
  await shop.taken("woocommerce", wooOrder({ id: 2, total: "many" }));
  await shop.taken("woocommerce", { id: 9 }, { topic: "customer.created" });
  await shop.taken("woocommerce", wooOrder({ id: 1 }), { topic: "order.updated" });
  const all = await deliveries(shop, endpoint);
  assert.deepEqual(all.data.map(({ topic, order, outcome, body }) => [topic, order, outcome, body]).toSorted(), [
    ["customer.created", null, "ignored", true], ["order.created", "1", "taken", true], ["order.created", "2", "unreadable", true], ["order.updated", "1", "same", true],
  ]);
  assert.deepEqual(all.data.map(({ received_at }) => received_at), all.data.map(({ received_at }) => received_at).toSorted().toReversed());
  assert.deepEqual((await deliveries(shop, endpoint, "?outcome=unreadable")).data.map(({ order }) => order), ["2"]);
  const pages = [];
  for (let cursor = ""; cursor !== null;) {
    const page = await deliveries(shop, endpoint, `?limit=1${cursor && `&cursor=${cursor}`}`);
    pages.push(...page.data);
    cursor = page.next;
  }
  assert.deepEqual(pages, all.data);
  assert.deepEqual((await deliveries(shop, await endpointOf(shop, "shopify"))).data, []);
  assert.equal((await shop.get(`/v1/endpoints/${endpoint.id}/deliveries?colour=red`)).status, 400);
});

test("a replay sends the stored body through the intake again: a new version is taken, a known one changes nothing", async () => {
  const shop = await newShop(worker);
  const endpoint = await endpointOf(shop, "woocommerce");
  await shop.taken("woocommerce", wooOrder({ id: 1 }));
  const [first] = (await deliveries(shop, endpoint)).data;
  const replay = (id) => shop.post(`/v1/endpoints/${endpoint.id}/deliveries/${encodeURIComponent(id)}/replay`);
  const before = await shop.order("1");
  const same = await replay(first.id);
  assert.deepEqual([same.status, same.json.outcome], [200, "same"], same.text);
  const { timeline, ...unchanged } = await shop.order("1");
  assert.deepEqual(unchanged, Object.fromEntries(Object.entries(before).filter(([name]) => name !== "timeline")));

  await worker.d1("DELETE FROM orders WHERE shop_id = ?1", shop.id);
  const taken = await replay(first.id);
  assert.equal(taken.json.outcome, "taken", "an order that was lost is there again");
  assert.equal((await shop.order("1")).order.total, "120.50");
  const listed = (await deliveries(shop, endpoint)).data;
  assert.deepEqual(listed.map(({ id, outcome, body }) => [id, outcome, body]).filter(([id]) => id.startsWith("replay-")).map(([, ...rest]) => rest).toSorted(), [["same", false], ["taken", false]]);
  const audited = (await shop.get(`/v1/audit?subject=${encodeURIComponent(`endpoint:${endpoint.id}`)}`)).json.data;
  assert.deepEqual(audited.map(({ actor, action, detail }) => [actor, action, detail]), Array(2).fill(["api", "delivery.replayed", first.id]));

  await shop.taken("woocommerce", "no order at all");
  const unread = (await deliveries(shop, endpoint, "?outcome=unreadable")).data[0];
  const orders = (await counts(worker)).orders;
  assert.equal((await replay(unread.id)).status, 200);
  assert.equal((await counts(worker)).orders, orders, "what cannot be read is the same order as before");
  await worker.d1("DELETE FROM delivery_body WHERE shop_id = ?1", shop.id);
  assert.equal((await replay(first.id)).status, 404, "its body is not kept any more");
  assert.equal((await replay("nothing")).status, 404);
});

test("a body of several parts is replayed whole", async () => {
  const shop = await newShop(worker);
  const endpoint = await endpointOf(shop, "woocommerce");
  const large = wooOrder({ id: 5, meta_data: [{ id: 1, key: "_long", value: "ż".repeat(700_000) }] });
  await shop.taken("woocommerce", large);
  const [one] = (await deliveries(shop, endpoint)).data;
  assert.equal((await shop.rows("delivery_body")).length, 2);
  await worker.d1("DELETE FROM orders WHERE shop_id = ?1", shop.id);
  assert.equal((await shop.post(`/v1/endpoints/${endpoint.id}/deliveries/${one.id}/replay`)).json.outcome, "taken");
});

test("no shop sees or touches another's endpoints and deliveries", async () => {
  const [shop, other] = [await newShop(worker), await newShop(worker)];
  await shop.taken("woocommerce", wooOrder());
  const endpoint = await endpointOf(shop, "woocommerce");
  const [one] = (await deliveries(shop, endpoint)).data;
  const before = await counts(worker);
  for (const [method, target] of [["GET", "/deliveries"], ["POST", `/deliveries/${one.id}/replay`], ["POST", "/rotate"], ["DELETE", ""]]) {
    assert.equal((await other.send(method, `/v1/endpoints/${endpoint.id}${target}`)).status, 404, `${method} ${target}`);
  }
  const own = await endpointOf(other, "woocommerce");
  assert.equal((await other.post(`/v1/endpoints/${own.id}/deliveries/${one.id}/replay`)).status, 404);
  assert.deepEqual(await counts(worker), before);
  assert.equal((await shop.deliver("woocommerce", wooOrder({ id: 2 }), { signature: sign("{}", "x") })).status, 401);
});
