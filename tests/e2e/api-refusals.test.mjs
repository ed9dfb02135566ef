// What the API refuses: bad bodies with the pointer, wrong keys, wrong methods. Nothing is stored, nothing secret is told.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, counts, newShop, operator, read } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

const good = JSON.stringify(apiOrder());
const swap = (from, to) => {
  assert.ok(good.includes(from), from);
  return good.replace(from, () => to);
};
const nested = (depth) => "[".repeat(depth) + "]".repeat(depth);

// [what, body, pointer of the first error]
const BAD = [
  ["not JSON", "nonsense", ""],
  ["an empty body", "", ""],
  ["half a body", good.slice(0, 60), "/placed_at"],
  ["two bodies", `${good}${good}`, ""],
  ["an array", "[]", ""],
  ["null", "null", ""],
  ["no UTF-8", Buffer.concat([Buffer.from(good.slice(0, -1)), Buffer.from(',"channel":"'), Buffer.from([0xff]), Buffer.from('"}')]), ""],
  ["depth 1,000", swap('"lines":[', `"custom":{"x":${nested(1000)}},"lines":[`), undefined],
  ["depth 100,000", nested(100_000), ""],
  ["a duplicate key", swap('"total":"120.50"', '"total":"1.00","total":"120.50"'), "/total"],
  ["NUL in a name", swap('"Kowalski"', '"Kowal\\u0000ski"'), "/billing/last_name"],
  ["NUL in the id", swap('"id":"1001"', '"id":"10\\u000001"'), "/id"],
  ["a lone surrogate", swap('"Kowalski"', '"Kowalski\\ud83d"'), undefined],
  ["a total with a comma", swap('"total":"120.50"', '"total":"12,50"'), "/total"],
  ["a total of NaN", swap('"total":"120.50"', '"total":NaN'), undefined],
  ["a total of \"NaN\"", swap('"total":"120.50"', '"total":"NaN"'), "/total"],
  ["a negative total", swap('"total":"120.50"', '"total":"-0.01"'), "/total"],
  ["a total of 1e308", swap('"total":"120.50"', '"total":1e308'), "/total"],
  ["a total of \"1e308\"", swap('"total":"120.50"', '"total":"1e308"'), "/total"],
  ["a total of three decimals", swap('"total":"120.50"', '"total":"120.505"'), "/total"],
  // What is missing is named in the object that lacks it.
  ["no total", swap('"total":"120.50",', ""), ""],
  ["no id", swap('"id":"1001",', ""), ""],
  ["an empty id", swap('"id":"1001"', '"id":""'), "/id"],
  ["an unknown currency", swap('"PLN"', '"XQZ"'), "/currency"],
  ["yen with decimals", swap('"PLN"', '"JPY"'), "/total"],
  ["an unknown field", swap('"email"', '"emial"'), "/emial"],
  ["an unknown field inside", swap('"postcode"', '"zip"'), "/billing/zip"],
  ["a line's price of \"12,50\"", swap('"price":"120.50"', '"price":"12,50"'), "/lines/0/price"],
  ["a negative quantity", swap('"quantity":1', '"quantity":-1'), "/lines/0/quantity"],
  ["a time that is none", swap('"placed_at":"2026-11-24T10:00:00Z"', '"placed_at":"24.11.2026"'), "/placed_at"],
  ["an address that is a text", swap('"billing":{', '"billing":"Długa","shipping":{'), "/billing"],
  ["facts that are a text", swap('"email":', '"facts":"many","email":'), "/facts"],
  ["facts of another shape", swap('"email":', '"facts":{"velocity":{"email":{"count_24h":"lots"}}},"email":'), undefined],
  ["a hold without a comment", swap('"email":', '"hold":{"comment":" "},"email":'), "/hold/comment"],
  ["a hold of another shape", swap('"email":', '"hold":true,"email":'), "/hold"],
  ["a field beside the wrapped order", `{"order":${good},"orders":1}`, "/orders"],
  ["a fault inside the wrapped order", `{"order":${swap('"total":"120.50"', '"total":"12,50"')}}`, "/order/total"],
];

test("every bad body is a 400 problem with a pointer, from orders and checks alike, and nothing is stored", async (t) => {
  const shop = await newShop(worker);
  const before = await counts(worker);
  for (const [name, body, pointer] of BAD) {
    await t.test(name, async () => {
      for (const route of ["/v1/orders", "/v1/checks"]) {
        const answer = await shop.post(route, body);
        assert.equal(answer.status, 400, answer.text);
        assert.match(answer.headers.get("content-type"), /^application\/problem\+json/);
        const { type, title, status, detail, instance, errors } = answer.json;
        assert.deepEqual([type, status, instance], ["urn:ordergate:problem:invalid-body", 400, route]);
        assert.ok(title && detail && errors.length > 0 && errors.every((error) => error.detail && typeof error.pointer === "string"));
        if (pointer !== undefined) assert.equal(errors[0].pointer, pointer, answer.text);
        assert.ok(detail.length < 1000, "a problem does not repeat a whole body");
      }
    });
  }
  assert.deepEqual(await counts(worker), before);
});

test("several faults are named together", async () => {
  const shop = await newShop(worker);
  const answer = await shop.post("/v1/orders", apiOrder({ id: "", total: "12,50", lines: [{ price: "1" }, { price: "1,00" }] }));
  assert.deepEqual(answer.json.errors.map(({ pointer }) => pointer).toSorted(), ["/id", "/lines/1/price", "/total"]);
});

test("over 1 MB is 413, just under it is read", async () => {
  const shop = await newShop(worker);
  const sized = (size) => `${JSON.stringify(apiOrder())}${" ".repeat(size)}`.slice(0, size - Buffer.byteLength(good) + good.length);
  for (const route of ["/v1/orders", "/v1/checks", "/v1/entries"]) {
    const answer = await shop.post(route, sized(1_000_001));
    assert.equal(answer.status, 413, route);
    assert.match(answer.headers.get("content-type"), /^application\/problem\+json/);
  }
  assert.equal((await shop.post("/v1/orders", sized(1_000_000))).status, 201);
});

test("an id too long for the keys of the database is a 400 with the pointer", async () => {
  const shop = await newShop(worker);
  const before = await counts(worker);
  const id = await shop.post("/v1/orders", apiOrder({ id: "x".repeat(201) }));
  assert.deepEqual([id.status, id.json.errors[0].pointer], [400, "/id"]);
  assert.deepEqual(await counts(worker), before);
  assert.equal((await shop.post("/v1/orders", apiOrder({ id: "x".repeat(200) }))).status, 201);
});

test("no key and unknown keys are 401, a public key 403, another shop's key sees nothing", async () => {
  const [shop, other] = [await newShop(worker), await newShop(worker)];
  await shop.post("/v1/orders", apiOrder());
  const entry = await shop.add({ fields: { email: "jan@example.com" }, effect: "mark" });
  const before = await counts(worker);
  const routes = [
    ["GET", "/v1/orders"], ["POST", "/v1/orders"], ["GET", "/v1/orders/1001"], ["GET", "/v1/orders/1001/fulfilment"], ["POST", "/v1/checks"],
    ["GET", "/v1/entries"], ["POST", "/v1/entries"], ["GET", `/v1/entries/${entry.id}`], ["PUT", `/v1/entries/${entry.id}`], ["DELETE", `/v1/entries/${entry.id}`],
    ["GET", "/v1/session"], ["DELETE", "/v1/session"],
  ];
  const ask = async (method, target, authorization) =>
    read(await worker.fetch(target, { method, headers: authorization === null ? {} : { authorization }, body: method === "POST" || method === "PUT" ? "{}" : undefined }));
  for (const [method, target] of routes) {
    for (const authorization of [null, "", "Bearer", "Bearer ", "Bearer sk_unknown", `Basic ${shop.sk}`, shop.sk, `Bearer ${shop.sk}x`]) {
      const answer = await ask(method, target, authorization);
      assert.equal(answer.status, 401, `${method} ${target} with ${authorization}`);
      assert.equal(answer.headers.get("www-authenticate"), "Bearer");
    }
    assert.equal((await ask(method, target, `Bearer ${shop.pk}`)).status, 403, `${method} ${target} with the public key`);
  }
  for (const [method, target] of [["GET", "/v1/orders/1001"], ["GET", `/v1/entries/${entry.id}`], ["DELETE", `/v1/entries/${entry.id}`]]) {
    assert.equal((await ask(method, target, `Bearer ${other.sk}`)).status, 404, `${method} ${target}`);
  }
  assert.equal((await other.put(`/v1/entries/${entry.id}`, { fields: { email: "x@example.com" }, effect: "mark", reason: "x" })).status, 404);
  assert.deepEqual((await other.get("/v1/orders")).json.data, []);
  assert.deepEqual(await counts(worker), before);
  await worker.d1("UPDATE api_key SET revoked_at = 1 WHERE shop_id = ?1 AND kind = 'sk'", shop.id);
  assert.equal((await shop.get("/v1/orders")).status, 401, "a revoked key is an unknown key");
});

test("what is wrong with a small body is named where it stands", async () => {
  const shop = await newShop(worker);
  await shop.post("/v1/orders", apiOrder());
  for (const [target, body, pointer, detail] of [
    ["/v1/orders/1001/hold", { coment: "x" }, "/coment", "unknown field `coment`, did you mean `comment`?"],
    ["/v1/orders/1001/hold", { comment: 5 }, "/comment", "invalid type: integer `5`, expected a string"],
    ["/v1/orders/1001/hold", ["x", "y"], "", "invalid type: sequence, expected an object"],
    ["/v1/orders/1001/status", { status: "fraud", comment: "x", byy: "Ola" }, "/byy", "unknown field `byy`, did you mean `by`?"],
    ["/v1/orders/bulk", { action: "recheck", ids: ["1", 2] }, "/ids/1", "invalid type: integer `2`, expected a string"],
    ["/v1/orders", apiOrder({ id: "2", hold: { coment: "x" } }), "/hold/coment", "unknown field `coment`, did you mean `comment`?"],
    ["/v1/orders", apiOrder({ id: "2", hold: "x" }), "/hold", "invalid type: string \"x\", expected an object"],
    ["/v1/entries", { fields: { email: "none" }, reason: "x" }, "/fields/email", "`none` is not an e-mail address"],
  ]) {
    const answer = await shop.post(target, body);
    assert.deepEqual([answer.status, answer.json.errors], [400, [{ pointer, detail }]], target);
  }
});

test("a scheme has no case", async () => {
  const shop = await newShop(worker);
  for (const scheme of ["bearer", "BEARER"]) assert.equal((await shop.get("/v1/orders", { authorization: `${scheme} ${shop.sk}` })).status, 200, scheme);
  for (const header of [shop.sk, `Basic ${shop.sk}`, "Bearer", ""]) assert.equal((await shop.get("/v1/orders", { authorization: header })).status, 401, header);
});

test("a wrong method is 405 and names the right ones, an unknown route is 404", async () => {
  const shop = await newShop(worker);
  const wrong = [["PUT", "/v1/orders", "POST"], ["DELETE", "/v1/orders/1001", "GET"], ["GET", "/v1/checks", "POST"], ["PATCH", "/v1/entries/e1", "PUT"],
    ["GET", "/v1/webhooks/x", "POST"], ["POST", "/healthz", "GET"], ["GET", "/v1/shops", "POST"], ["PUT", "/v1/session", "DELETE"]];
  for (const [method, target, names] of wrong) {
    const answer = await shop.send(method, target, method === "GET" ? undefined : "{}");
    assert.equal(answer.status, 405, `${method} ${target}`);
    assert.ok(answer.json.detail.includes(names), answer.json.detail);
    assert.ok(answer.headers.get("allow").split(", ").includes(names), answer.headers.get("allow"));
  }
  for (const target of ["/v1", "/v1/", "/v1/nothing", "/v2/orders", "/v1/orders/1/2/3", "/V1/orders", "/v1/orders/"]) {
    const answer = await shop.get(target);
    assert.equal(answer.status, 404, target);
    assert.match(answer.headers.get("content-type"), /^application\/problem\+json/);
  }
});

test("every answer carries the security headers, and none lets another site read it", async () => {
  const shop = await newShop(worker);
  await shop.post("/v1/orders", apiOrder());
  const answers = {
    "an order": await shop.get("/v1/orders/1001"),
    "a list": await shop.get("/v1/orders"),
    "400": await shop.post("/v1/orders", "x"),
    "401": await shop.get("/v1/orders", { authorization: "Bearer x" }),
    "404": await shop.get("/nothing"),
    "405": await shop.send("PUT", "/v1/orders", "{}"),
    "a webhook": await shop.deliver("woocommerce", "{}"),
    "a refused webhook": await shop.deliver("woocommerce", "{}", { signature: null }),
    health: await shop.get("/healthz"),
    "the admin page": await shop.get("/admin/"),
    "a sign-in page": await shop.get("/admin/sign-in/x"),
    "a redirect": await shop.get("/"),
    "a session": await shop.get("/v1/session"),
  };
  for (const [name, { headers }] of Object.entries(answers)) {
    assert.match(headers.get("content-security-policy"), /default-src 'none'.*frame-ancestors 'none'/, name);
    assert.equal(headers.get("x-content-type-options"), "nosniff", name);
    assert.equal(headers.get("referrer-policy"), "no-referrer", name);
    assert.equal(headers.get("cross-origin-opener-policy"), "same-origin", name);
    assert.equal(headers.get("cross-origin-resource-policy"), "same-origin", name);
    assert.match(headers.get("strict-transport-security"), /^max-age=\d{8}/, name);
    assert.ok(headers.get("permissions-policy"), name);
    assert.match(headers.get("cache-control"), name === "the admin page" ? /no-cache/ : /no-store/, name);
    assert.equal(headers.get("access-control-allow-origin"), null, name);
  }
});

test("no refusal tells a secret, SQL or the place of a fault in our code", async () => {
  const shop = await newShop(worker);
  const answers = [
    await shop.post("/v1/orders", "{"),
    await shop.post("/v1/orders", apiOrder({ id: "x".repeat(100_000) })),
    await shop.get("/v1/orders?cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk6eA"),
    await shop.get(`/v1/orders/${"%00"}`),
    await shop.get("/v1/orders/'%20OR%201=1"),
    await shop.get(`/v1/orders/${"x".repeat(10_000)}`),
    await shop.post("/v1/entries", { id: "\u0000", fields: { email: "a@b.example" }, reason: "x" }),
    await shop.deliver("woocommerce", "{}", { signature: "x" }),
    await shop.deliver("shopify", "{}", { id: "x".repeat(5000), headers: { "x-shopify-shop-domain": "\u00ff".repeat(100) } }),
    await read(await worker.fetch("/v1/shops", { method: "POST", headers: { authorization: "Bearer wrong" }, body: "{}" })),
    await read(await worker.fetch("/v1/shops", { method: "POST", headers: operator, body: "{\"name\": 1}" })),
    await read(await worker.fetch(`/admin/sign-in/${"f".repeat(64)}`, { method: "POST" })),
  ];
  const secret = [shop.sk, shop.pk, operator.authorization.slice(7), shop.endpoints.woocommerce.secret, shop.endpoints.woocommerce.url.slice(13), "f".repeat(64)];
  for (const { status, text } of answers) {
    assert.ok(status < 500, text);
    for (const word of [...secret, "SELECT", "INSERT", "SQLITE", "D1_ERROR", "shop_id", ".rs:", "panicked", "wasm"]) assert.ok(!text.includes(word), `${word} in ${text}`);
  }
});
