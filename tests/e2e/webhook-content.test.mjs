// A correctly signed delivery is never refused for its content: it is stored as it came, answered 200, and its order is shown as
// not checked with the field that could not be read.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { holdsJan, newShop, shopifyOrder, wooOrder } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

const woo = JSON.stringify(wooOrder());
const shopify = JSON.stringify(shopifyOrder({ id: 8001 }));
const nested = (depth) => "[".repeat(depth) + "]".repeat(depth);
const replaced = (text, from, to) => {
  assert.ok(text.includes(from), from);
  return text.replace(from, () => to);
};

// [what, body, the order it is shown as (null: named after the delivery), what the reason begins with]
const WOO = [
  ["not JSON", "this is not JSON", null, "body: "],
  ["an empty body", "", null, "body: "],
  ["half a body", woo.slice(0, woo.length / 2), "7001", "body: |/"],
  ["an array", "[1, 2]", null, "body: "],
  ["a number", "7", null, "body: "],
  ["null", "null", null, "body: "],
  ["no UTF-8", Buffer.concat([Buffer.from(woo.slice(0, -1)), Buffer.from(',"customer_note":"'), Buffer.from([0xff, 0xfe, 0xc3]), Buffer.from('"}')]), "7001", "/customer_note|body: "],
  ["depth 1,000", replaced(woo, '"customer_note":""', `"meta_data":${nested(1000)}`), "7001", "/meta_data"],
  ["depth 100,000", replaced(woo, '"customer_note":""', `"meta_data":${nested(100_000)}`), "7001", "/meta_data"],
  ["an unclosed depth of 1,000,000", replaced(woo, '"customer_note":""', `"meta_data":${"[".repeat(1_000_000)}`), "7001", "body: |/meta_data"],
  ["two different totals", replaced(woo, '"total":"120.50"', '"total":"1.00","total":"120.50"'), "7001", "/total"],
  ["two different ids", replaced(woo, '"id":7001', '"id":7001,"id":7002'), null, "/id"],
  ["NUL in a name", replaced(woo, '"Kowalski"', '"Kowal\\u0000ski"'), "7001", "/billing/last_name"],
  ["a raw NUL byte", replaced(woo, '"Kowalski"', '"Kowal\u0000ski"'), "7001", "body: |/billing"],
  ["a lone high surrogate", replaced(woo, '"Kowalski"', '"Kowalski\\ud83d"'), "7001", "/billing/last_name"],
  ["a lone low surrogate", replaced(woo, '"Kowalski"', '"\\ude00"'), "7001", "/billing/last_name"],
  ["a total with a comma", replaced(woo, '"total":"120.50"', '"total":"120,50"'), "7001", "/total"],
  ["a total of NaN", replaced(woo, '"total":"120.50"', '"total":NaN'), "7001", "/total|body: "],
  ["a total of 1e308", replaced(woo, '"total":"120.50"', '"total":1e308'), "7001", "/total"],
  ["a negative total", replaced(woo, '"total":"120.50"', '"total":"-1.00"'), "7001", "/total"],
  ["a total that is an object", replaced(woo, '"total":"120.50"', '"total":{}'), "7001", "/total"],
  ["no total", replaced(woo, '"total":"120.50",', ""), "7001", "/total"],
  ["an unknown currency", replaced(woo, '"PLN"', '"XQZ"'), "7001", "/currency"],
  ["yen with decimals", replaced(woo, '"PLN"', '"JPY"'), "7001", "/total"],
  ["a time that is none", replaced(woo, '"date_created_gmt":"2026-11-24T10:00:00"', '"date_created_gmt":"yesterday"'), "7001", "/date_created_gmt"],
  ["an address that is a text", replaced(woo, '"billing":{', '"billing":"here","x":{'), "7001", "/billing"],
  ["an id with a point", replaced(woo, '"id":7001', '"id":7001.5'), null, "/id"],
  ["WooCommerce's own error", '{"code":"woocommerce_rest_cannot_view","message":"Sorry","data":{"status":401}}', null, "/code"],
];
const SHOPIFY = [
  ["not JSON", "<html>", null, "body: "],
  ["depth 1,000", replaced(shopify, '"line_items":[', `"x":${nested(1000)},"note_attributes":${nested(1000)},"line_items":[`), "8001", "/"],
  ["two different prices", replaced(shopify, '"total_price":"120.50"', '"total_price":"0.00","total_price":"120.50"'), "8001", "/total_price"],
  ["a lone surrogate", replaced(shopify, '"Jan"', '"Jan\\udfff"'), "8001", "/"],
  ["no currency", replaced(shopify, '"currency":"PLN",', ""), "8001", "/currency"],
  ["lines that are no list", replaced(shopify, '"line_items":[{', '"line_items":{"0":[{').replace(/\}\]\}$/, "}]}}"), "8001", "/line_items"],
];

for (const [platform, cases] of [["woocommerce", WOO], ["shopify", SHOPIFY]]) {
  test(`${platform}: every bad content is 200, kept to the byte, and shown as not checked with the field`, async (t) => {
    for (const [name, text, id, reason] of cases) {
      await t.test(name, async () => {
        const shop = await newShop(worker);
        const bytes = Buffer.from(text);
        await shop.taken(platform, bytes, { id: "delivery-1" });

        assert.ok((await shop.body()).equals(bytes), "the body is kept as it came");
        const [delivery, ...more] = await shop.rows("delivery");
        assert.deepEqual([more.length, delivery.outcome], [0, "unreadable"]);
        if (id === null) assert.match(delivery.order_id, /^delivery-/);
        else assert.equal(delivery.order_id, id);
        const { order, check, timeline } = await shop.order(delivery.order_id);
        assert.deepEqual([order.state, order.held, check], ["not_checked", false, null]);
        assert.ok(reason.split("|").some((start) => order.not_checked.startsWith(start)), order.not_checked);
        assert.equal(timeline.at(-1).action, "order.not_checked");

        // The very same delivery again: 200 again, nothing more.
        await shop.taken(platform, bytes, { id: "delivery-1" });
        assert.deepEqual(await shop.rows("delivery"), [delivery]);
      });
    }
  });
}

test("an order that could not be read is checked when a readable delivery of it comes", async () => {
  for (const version of ["2026-11-24T10:00:00", "2026-11-24T10:00:01"]) {
    const shop = await newShop(worker);
    await shop.add(holdsJan);
    await shop.taken("woocommerce", replaced(woo, '"total":"120.50"', '"total":"120,50"'));
    assert.equal((await shop.order("7001")).order.state, "not_checked");
    assert.deepEqual((await shop.get("/v1/orders/7001/fulfilment")).json, { release: false, why: "not_checked" });
    await shop.taken("woocommerce", wooOrder({ date_modified_gmt: version }));
    const { order, checks, mails } = await shop.order("7001");
    assert.deepEqual([order.state, order.not_checked, checks.length, checks[0].kind, mails.length], ["held", null, 1, "placed", 2]);
  }
});

test("an unreadable delivery after a good one keeps what is known, and never frees a held order", async () => {
  const shop = await newShop(worker);
  const bad = (id) => replaced(JSON.stringify(wooOrder({ id, date_modified_gmt: "2026-11-24T11:00:00" })), '"total":"120.50"', '"total":"x"');
  await shop.taken("woocommerce", wooOrder({ id: 1 }));
  await shop.taken("woocommerce", bad(1));
  await shop.add(holdsJan);
  await shop.taken("woocommerce", wooOrder({ id: 2 }));
  await shop.taken("woocommerce", bad(2));

  const [approved, held] = [await shop.order("1"), await shop.order("2")];
  assert.deepEqual([approved.order.state, approved.order.total], ["not_checked", "120.50"]);
  assert.deepEqual([held.order.state, held.order.held, held.order.hold.code], ["held", true, "automatic"]);
  for (const { order, checks } of [approved, held]) {
    assert.match(order.not_checked, /^\/total: /);
    assert.equal(checks.length, 1);
    assert.equal(order.details.email, "jan@example.com");
  }
});

test("hostile but readable text is taken as text: markup, SQL, line breaks, direction marks, emoji", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  const names = ["<script>alert(1)</script>", "'; DROP TABLE orders; --", 'a"b\\c', "a\r\nBcc: x@y.example", "\u202egnp.exe", "👩‍👩‍👧", "x".repeat(10_000)];
  for (const [index, name] of names.entries()) {
    const body = wooOrder({ id: 100 + index });
    body.billing = { ...body.billing, first_name: name };
    await shop.taken("woocommerce", body);
    const { order } = await shop.order(String(100 + index));
    assert.deepEqual([order.state, order.details.billing.first_name], ["held", name]);
  }
});

test("no row comes near D1's 2 MB, whatever a buyer typed: the order is checked, or shown as too large to store", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  const huge = "ż'&<".repeat(200_000);
  const lines = (count) => Array.from({ length: count }, (_, id) => ({ id, name: "Graphics card with a long name ".repeat(20), quantity: 1, total: "1.00", price: 1 }));
  const billing = wooOrder().billing;
  const cases = [
    ["held", { id: 1, customer_note: huge }],
    ["held", { id: 2, billing: { ...billing, first_name: huge.slice(0, 400_000) } }],
    ["held", { id: 3, number: "9".repeat(400_000) }],
    ["held", { id: 4, line_items: lines(1000) }],
    ["not_checked", { id: 5, billing: { ...billing, city: huge.repeat(3) } }],
    ["not_checked", { id: 6, billing: { ...billing, first_name: huge, last_name: huge } }],
    ["not_checked", { id: 7, customer_user_agent: huge.repeat(2) }],
    ["not_checked", { id: 8, line_items: lines(5000) }],
    ["not_checked", { id: 9, total: huge }],
  ];
  for (const [state, fields] of cases) {
    await shop.taken("woocommerce", wooOrder(fields));
    const { order } = await shop.order(String(fields.id));
    assert.equal(order.state, state, JSON.stringify(fields).slice(0, 60));
    if (state === "not_checked" && !fields.total) assert.match(order.not_checked, /^body: the order has \d+ bytes when read/);
  }
  for (const [table, columns] of Object.entries({
    orders: ["number", "name", "city", "details", "notes", "not_checked"],
    checks: ["body", "facts"],
    outbox: ["subject", "text", "html"],
    audit: ["detail"],
    delivery: ["topic"],
  })) {
    const [{ bytes }] = await worker.d1(`SELECT MAX(${columns.map((name) => `COALESCE(length(CAST(${name} AS BLOB)), 0)`).join(" + ")}) AS bytes FROM ${table} WHERE shop_id = ?1`, shop.id);
    assert.ok(bytes < 1_100_000, `${table}: a row of ${bytes} bytes`);
  }
  const [{ longest }] = await worker.d1("SELECT MAX(length(text) + length(html)) AS longest FROM outbox WHERE shop_id = ?1", shop.id);
  assert.ok(longest < 20_000, `a mail of ${longest} characters is read by nobody`);
});

test("ids over 2^53 stay exact, as numbers and as text", async () => {
  const shop = await newShop(worker);
  for (const id of ["9007199254740993", "18446744073709551615"]) {
    await shop.taken("shopify", shopify.replace('"id":8001', `"id":${id}`));
    await shop.taken("woocommerce", woo.replace('"id":7001', `"id":"${id.slice(0, -1)}7"`));
    for (const stored of [id, `${id.slice(0, -1)}7`]) {
      const { order } = await shop.order(stored);
      assert.deepEqual([order.id, order.details.id, order.state], [stored, stored, "approved"]);
    }
  }
});
