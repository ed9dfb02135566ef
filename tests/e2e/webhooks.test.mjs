// Deliveries of both platforms reach POST /v1/webhooks/{endpoint}: who is believed, what is mapped, how large it may be.
import assert from "node:assert/strict";
import { request } from "node:http";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { FIRST_TOPIC, counts, fixture, holdsJan, needsFixtures, newShop, read, shopifyOrder, sign, wooOrder } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

test("WooCommerce's documented order arrives, is mapped, checked, listed and shown", needsFixtures, async () => {
  const shop = await newShop(worker, { country: "US" });
  await shop.add({ fields: { last_name: "Doe", postcode: "94103" }, effect: "hold", reason: "two unpaid orders" });
  const bytes = fixture("woocommerce/order_1.json");
  await shop.taken("woocommerce", bytes);

  const { order, check, checks } = await shop.order("727");
  assert.deepEqual(
    [order.id, order.number, order.platform, order.placed_at, order.updated_at, order.currency, order.total, order.state],
    ["727", "727", "woocommerce", "2017-03-22T19:28:02Z", "2017-03-22T19:28:08Z", "USD", "29.35", "held"],
  );
  const { details } = order;
  assert.equal(details.email, "john.doe@example.com");
  assert.equal(details.channel, "rest-api");
  assert.equal(details.billing.street, "969 Market");
  assert.equal(details.shipping.city, "San Francisco");
  assert.equal(details.payment.method, "bacs");
  assert.deepEqual(details.lines.map(({ sku, product, quantity, price }) => [sku ?? null, product, quantity, price]), [
    [null, "Woo Single #1", 2, "3.00"],
    ["Bar3", "Ship Your Idea – Color: Black, Size: M Test", 1, "12.00"],
  ]);
  assert.equal(check.decision, "review");
  assert.deepEqual(check.matches[0].fields, ["last_name", "postcode"]);
  assert.deepEqual(check.matches[0].places, ["billing", "shipping"]);
  assert.equal(checks.length, 1);
  assert.deepEqual((await shop.get("/v1/orders")).json.data.map(({ id, held, matches }) => [id, held, matches]), [["727", true, 1]]);
  assert.deepEqual(await shop.body(), bytes);
  assert.deepEqual((await shop.rows("delivery")).map(({ topic, order_id, outcome }) => [topic, order_id, outcome]), [["order.created", "727", "taken"]]);
});

test("Shopify's documented order arrives, is mapped, checked, listed and shown", needsFixtures, async () => {
  const shop = await newShop(worker, { country: "US" });
  await shop.add({ fields: { email: "bob.norman@mail.example.com" }, effect: "points", points: 60, reason: "chargeback" });
  const bytes = fixture("shopify/order_rest_450789469.json");
  await shop.taken("shopify", bytes);

  const source = JSON.parse(bytes);
  const { order, check } = await shop.order("450789469");
  assert.deepEqual([order.number, order.platform, order.placed_at, order.currency, order.state], [source.name, "shopify", "2008-01-10T16:00:00Z", "USD", "held"]);
  assert.equal(order.total, source.total_price);
  const { details } = order;
  assert.equal(details.email, source.email);
  assert.equal(details.customer.id, String(source.customer.id));
  assert.deepEqual(
    [details.billing.street, details.billing.postcode, details.billing.country],
    [source.billing_address.address1, source.billing_address.zip, source.billing_address.country_code],
  );
  assert.equal(details.lines.length, source.line_items.length);
  assert.deepEqual(details.lines.map(({ sku, quantity, price }) => [sku, quantity, price]), source.line_items.map(({ sku, quantity, price }) => [sku, quantity, price]));
  assert.deepEqual([check.score, check.minimum, check.decision], [60, 50, "review"]);
  assert.deepEqual(await shop.body(), bytes);
});

test("Shopify's documented order that is shipped already is checked and stays shipped", needsFixtures, async () => {
  const shop = await newShop(worker);
  const bytes = fixture("shopify/order_rest_created_with_transaction.json");
  await shop.taken("shopify", bytes);
  const source = JSON.parse(bytes);
  assert.equal(source.fulfillment_status, "fulfilled");
  const { order, check } = await shop.order(String(source.id));
  assert.equal(order.state, "shipped", order.not_checked);
  assert.equal(check.decision, "approve");
});

for (const [platform, body] of [["woocommerce", wooOrder()], ["shopify", shopifyOrder()]]) {
  test(`${platform}: the previous secret is believed beside the current one, an older one is not`, async () => {
    const shop = await newShop(worker);
    const { secret } = shop.endpoints[platform];
    const rotate = (current, previous) =>
      worker.d1("UPDATE endpoint SET secret = ?1, previous_secret = ?2 WHERE shop_id = ?3 AND platform = ?4", current, previous, shop.id, platform);
    await rotate("second", secret);
    await shop.taken(platform, body, { secret });
    await shop.taken(platform, body, { secret: "second" });
    await rotate("third", "second");
    assert.equal((await shop.deliver(platform, body, { secret })).status, 401);
    await rotate("third", "");
    assert.equal((await shop.deliver(platform, body, { secret: "" })).status, 401, "an empty secret is none");
  });

  test(`${platform}: a missing, wrong, cut, re-encoded or stolen signature is refused and leaves no row`, async () => {
    const shop = await newShop(worker);
    const other = await newShop(worker);
    const bytes = Buffer.from(JSON.stringify(body));
    const { secret } = shop.endpoints[platform];
    // A signature that holds + or / tells url-safe base64 from the plain one.
    let padded = bytes;
    while (!/[+/]/.test(sign(padded, secret))) padded = Buffer.concat([padded, Buffer.from(" ")]);
    const good = sign(padded, secret);
    const bad = {
      missing: null,
      empty: "",
      wrong: sign(padded, "another secret"),
      "of another body": sign("{}", secret),
      "of another shop": sign(padded, other.endpoints[platform].secret),
      truncated: good.slice(0, 40),
      "without its last byte": Buffer.from(good, "base64").subarray(0, 31).toString("base64"),
      hex: sign(padded, secret, "hex"),
      "url-safe": sign(padded, secret, "base64url"),
      "url-safe with padding": good.replaceAll("+", "-").replaceAll("/", "_"),
      doubled: good + good,
      "with a scheme": `sha256=${good}`,
      "not base64": "%%%",
    };
    const before = await counts(worker);
    for (const [name, signature] of Object.entries(bad)) {
      const answer = await shop.deliver(platform, padded, { signature });
      assert.equal(answer.status, 401, name);
      assert.match(answer.headers.get("content-type"), /^application\/problem\+json/);
      assert.ok(!answer.text.includes(secret) && !answer.text.includes(shop.endpoints[platform].url.split("/").pop()), name);
    }
    assert.deepEqual(await counts(worker), before, "a refused delivery leaves no row in any table");
    await shop.taken(platform, padded, { signature: good });
  });

  test(`${platform}: a topic that is not acted on is kept as ignored`, async () => {
    const shop = await newShop(worker);
    for (const topic of ["customer.updated", "products/update", "order.exploded", "", null]) await shop.taken(platform, { ...body, note: topic }, { topic });
    const rows = await shop.rows("delivery");
    assert.equal(rows.length, 5);
    assert.ok(rows.every(({ outcome, order_id }) => outcome === "ignored" && order_id === null));
    assert.deepEqual(await shop.rows("orders"), []);
  });
}

test("WooCommerce's ping gets 200 without a signature and stores nothing; other unsigned forms do not", async () => {
  const shop = await newShop(worker);
  const before = await counts(worker);
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const ping = await shop.deliver("woocommerce", "webhook_id=42", { topic: null, signature: null, headers: form });
  assert.equal(ping.status, 200);
  for (const body of ["webhook_id=", "webhook_id=42&x=1", "webhook_id=forty", ""]) {
    assert.equal((await shop.deliver("woocommerce", body, { topic: null, signature: null, headers: form })).status, 401, body);
  }
  assert.equal((await shop.deliver("shopify", "webhook_id=42", { topic: null, signature: null, headers: form })).status, 401);
  assert.deepEqual(await counts(worker), before);
});

test("an endpoint nobody has is 404, and one shop's endpoint is no other's", async () => {
  const shop = await newShop(worker);
  const other = await newShop(worker);
  const before = await counts(worker);
  const unknown = await shop.deliver("woocommerce", wooOrder(), { url: `/v1/webhooks/${"0".repeat(48)}` });
  assert.equal(unknown.status, 404);
  assert.ok(!unknown.text.includes("0".repeat(48)), "the token is a secret and is not repeated");
  assert.equal((await shop.deliver("woocommerce", wooOrder(), { url: other.endpoints.woocommerce.url })).status, 401);
  assert.deepEqual(await counts(worker), before);
});

/** Sends a body as a slow or huge sender would; fetch gives up when the answer comes before the whole body is sent. */
function upload(target, headers, write) {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(target, worker.url), { method: "POST", headers }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode));
    });
    let answered = false;
    sent.on("response", () => (answered = true));
    sent.on("error", (error) => answered || reject(error));
    write(sent);
  });
}

test("over 8 MB is 413 with and without an announced length, and leaves no row", async () => {
  const shop = await newShop(worker);
  const { url, secret } = shop.endpoints.woocommerce;
  const body = Buffer.alloc(8_000_001, " ");
  const headers = { "x-wc-webhook-topic": FIRST_TOPIC.woocommerce, "x-wc-webhook-signature": sign(body, secret) };
  const before = await counts(worker);
  // Refused by its announced length, before the body has come.
  assert.equal(await upload(url, { ...headers, "content-length": body.length }, (sent) => sent.write(body.subarray(0, 1000))), 413);
  const chunked = await upload(url, { ...headers, "transfer-encoding": "chunked" }, (sent) => {
    for (let at = 0; at < body.length; at += 1_000_000) sent.write(body.subarray(at, at + 1_000_000));
    sent.end();
  });
  assert.equal(chunked, 413);
  assert.deepEqual(await counts(worker), before);
});

test("a body of 7.9 MB is taken, chunked or not, and kept in parts to the last byte", async () => {
  for (const chunked of [false, true]) {
    const shop = await newShop(worker);
    await shop.add(holdsJan);
    const note = "x".repeat(7_900_000 - 2000);
    const bytes = Buffer.from(JSON.stringify(wooOrder({ plugin_data: note })));
    const headers = { "x-wc-webhook-topic": FIRST_TOPIC.woocommerce, "x-wc-webhook-signature": sign(bytes, shop.endpoints.woocommerce.secret) };
    const body = chunked ? new Blob([bytes]).stream() : bytes;
    const answer = await read(await worker.fetch(shop.endpoints.woocommerce.url, { method: "POST", headers, body, duplex: "half" }));
    assert.equal(answer.status, 200, answer.text);
    assert.equal((await shop.order("7001")).order.state, "held");
    const parts = await worker.d1("SELECT part, length(bytes) AS size FROM delivery_body WHERE shop_id = ?1 ORDER BY part", shop.id);
    assert.ok(parts.length >= 4 && parts.every(({ size }) => size <= 1_900_000), "no row comes near D1's 2 MB");
    assert.ok((await shop.body()).equals(bytes));
  }
});
