// X5: what buyers' browsers may load holds nothing of entries, private rules, weights or settings; and what it holds, it judges as the edge does.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { root, startWorker } from "./harness.mjs";
import { newShop } from "./shop.mjs";

/** Text that stands in what is private, and must stand nowhere else. */
const CANARY = "kanarek";

describe("public pack", () => {
  let worker;
  before(async () => (worker = await startWorker()));
  after(() => worker.stop());

  const bytes = async (answer) => Buffer.from(await (await answer).arrayBuffer());
  const pack = (shop) => bytes(worker.fetch(`/v1/public/${shop.pk}/pack`));
  /** A shop with a public rule, and private things as given. */
  const shopWith = async ({ entries = [], rules = [], variables = [], lists = [], settings = {} }) => {
    const shop = await newShop(worker);
    const made = async (answer) => assert.ok((await answer).status < 300, JSON.stringify((await answer).json));
    const { json: current } = await shop.get("/v1/settings");
    await made(shop.put("/v1/settings", { ...(current.settings ?? current), ...settings }));
    for (const list of lists) await made(shop.post("/v1/lists", list));
    for (const variable of variables) await made(shop.post("/v1/variables", variable));
    await made(shop.post("/v1/rules", { id: "open", name: "Open to all", when: "order.total > 1500 and billing.country == \"PL\"", points: 12, visibility: "public", hides: ["cod"] }));
    for (const rule of rules) await made(shop.post("/v1/rules", rule));
    await made(shop.post("/v1/snapshots", { expected: 1 }));
    for (const entry of entries) await shop.add(entry);
    return shop;
  };
  const PRIVATE = {
    entries: [
      { fields: { email: `${CANARY}-entry@example.com` }, points: 871, reason: `${CANARY} reason` },
      { fields: { first_name: CANARY, last_name: CANARY, city: "Wrocław" }, effect: "hold", reason: CANARY },
    ],
    lists: [{ name: `${CANARY}_list`, values: [`${CANARY}-value`] }],
    variables: [{ name: `${CANARY}_variable`, is: `email == "${CANARY}-variable@example.com"` }],
    rules: [
      { id: `${CANARY}-rule`, name: `${CANARY} name`, when: `${CANARY}_variable or billing.city in ${CANARY}_list or order.total > 48813`, points: 633, visibility: "private" },
      { id: `${CANARY}-asleep`, name: CANARY, when: "order.total > 31337", points: 7, active: false, visibility: "public" },
    ],
    settings: { minimum_points: 919, decline_points: 9191 },
  };

  test("what is private does not change a byte of the pack", async () => {
    const [plain, full] = [await shopWith({}), await shopWith(PRIVATE)];
    const [one, other] = [await pack(plain), await pack(full)];
    assert.ok(one.includes("Open to all"), "the pack is not empty");
    assert.deepEqual(one, other);
  });

  test("no canary in any byte that a buyer's browser can load, raw or decoded", async () => {
    const shop = await shopWith(PRIVATE);
    const token = await worker.fetch("/v1/checkouts", { method: "POST", headers: { authorization: `Bearer ${shop.pk}` }, body: "{}" });
    const found = [["pack", await pack(shop)], ["token", await bytes(token)]];
    const folder = path.join(root, "build/www");
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (file.isFile()) found.push([path.relative(folder, path.join(file.parentPath, file.name)), readFileSync(path.join(file.parentPath, file.name))]);
    }
    assert.ok(found.length > 10, "the assets are built");
    for (const [name, body] of found) {
      const views = [body.toString("latin1"), body.toString("utf16le"), ...[...body.toString("latin1").matchAll(/[A-Za-z0-9+/_-]{24,}={0,2}/g)].map(([text]) => Buffer.from(text, "base64").toString("latin1"))];
      assert.ok(!views.some((view) => view.toLowerCase().includes(CANARY)), `${name} holds a canary`);
    }
  });

  test("anybody may read it, and caches may keep it until it changes", async () => {
    const shop = await shopWith({});
    const answer = await worker.fetch(`/v1/public/${shop.id}/pack`);
    assert.deepEqual([answer.status, answer.headers.get("access-control-allow-origin"), answer.headers.get("cache-control")], [200, "*", "public, max-age=60"]);
    const again = await worker.fetch(`/v1/public/${shop.pk}/pack`, { headers: { "if-none-match": answer.headers.get("etag") } });
    assert.equal(again.status, 304);
    await shop.post("/v1/rules", { id: "second", name: "Second", when: "order.total > 1", points: 1, visibility: "public" });
    await shop.post("/v1/snapshots", { expected: 2 });
    const changed = await worker.fetch(`/v1/public/${shop.pk}/pack`, { headers: { "if-none-match": answer.headers.get("etag") } });
    assert.equal(changed.status, 200);
    assert.ok((await bytes(changed)).includes("Second"));
    for (const unknown of ["pk_unknown", "shop_unknown", shop.sk]) assert.equal((await worker.fetch(`/v1/public/${unknown}/pack`)).status, 404);
  });

  test("only a public rule hides payment methods, and it fires on who used one all the same", async () => {
    const shop = await shopWith({});
    const refused = await shop.post("/v1/rules", { id: "x", name: "x", when: "order.total > 1", points: 1, hides: ["cod"] });
    if (refused.status < 300) assert.equal((await shop.post("/v1/snapshots", { expected: 2 })).status, 422);
    const order = { id: "1", placed_at: "2026-11-24T10:00:00Z", currency: "PLN", total: "2000", billing: { country: "PL" } };
    const matched = async (method) => (await shop.post("/v1/checks", { ...order, payment: { method } })).json.matches.map((match) => match.source);
    assert.deepEqual(await matched("card"), []);
    assert.deepEqual(await matched(" COD"), ["rule:open"]);
  });

  // Rules as a checkout would use them, against orders as pages know them.
  const RULES = [
    "order.total > 1500", "order.total <= 99.99", "order.currency == \"PLN\"", "email.domain == \"gmail.com\"", "email == \"j.kowalski@gmail.com\"", "email.is_free", "email.is_disposable",
    "email contains \"kowal\"", "billing.city == \"wroclaw\"", "billing.city in [\"ŁÓDŹ\", \"Kraków\"]", "billing.city starts_with \"st\"", "billing.postcode == \"50001\"", "shipping.postcode != \"50-001\"",
    "billing.country != shipping.country", "not exists(shipping.country)", "same_address", "billing.last_name ends_with \"SKI\"", "payment.method == \"cod\" and order.total > 500",
    "any(lines, line.sku == \"GPU-1\" and line.quantity >= 2)", "all(lines, line.price > 10)", "count(lines, line.category == \"gift cards\") >= 1", "sum(lines, line.amount) > 1000",
    "sum(lines, line.quantity, line.price > 5) == 3", "custom.campaign == \"spring\"", "custom[\"a b\"] > 5", "customer.orders_count ?? 0 == 0", "customer.age_days < 7", "order.hour < 6",
    "large and not same_address", "billing.company == \"Straße & Söhne\"", "shipping.street contains \"długa\"", "billing.first_name == \"ИВАН\"", "order.channel == \"web\"",
  ];
  const ORDERS = [
    {},
    { currency: "PLN", total: "2000.50", email: "J.Kowalski+x@GoogleMail.com", billing: { first_name: "Jan", last_name: "Kowalski", street: "Długa 12", postcode: "50-001", city: "WROCŁAW", country: "pl" }, payment: { method: "COD" } },
    { currency: "EUR", total: "99.99", email: "a@mailinator.com", billing: { city: "Łódź", country: "PL", postcode: "90-001" }, shipping: { city: "lodz", country: "PL", postcode: "90001" } },
    { currency: "PLN", total: "700", email: "x@firma.example", billing: { city: "Stalowa Wola", country: "PL" }, shipping: { city: "Berlin", country: "DE", street: "ul. DLUGA 3" }, lines: [{ sku: "gpu-1", quantity: 2, price: "300", category: "Gift  Cards" }, { sku: "A", quantity: 1, price: "100" }] },
    { currency: "JPY", total: "5000", lines: [{ product: "x", quantity: 3, price: "9" }], custom: { campaign: "Spring", "a b": "6" }, customer: { orders_count: 0, created_at: "2026-11-20T10:00:00Z" } },
    { currency: "PLN", total: "10", billing: { company: "STRASSE & SOHNE", first_name: "иван", city: "Kraków\u0301" }, email: "ивaн@пример.рф" },
    { currency: "PLN", total: "10", billing: { street: "Lipowa 7", postcode: "50-001", city: "Wrocław", country: "PL" }, shipping: { street: "lipowa 7", postcode: "50001", city: "Wroclaw", country: "PL" } },
  ];

  test("the browser's engine judges public rules as the whole engine does", async () => {
    const engine = await import("../../build/engine/engine_bg.js");
    const { instance } = await WebAssembly.instantiate(readFileSync(path.join(root, "build/engine/engine_bg.wasm")), { "./engine_bg.js": engine });
    engine.__wbg_set_wasm(instance.exports);
    const { Screener } = await import("../../build/storefront/server/node.js");
    const variables = [{ name: "large", is: "order.total > 500" }];
    const rules = RULES.map((when, index) => ({ id: `r${String(index).padStart(2, "0")}`, name: when, when, points: 1, visibility: "public" }));
    const shop = await newShop(worker);
    for (const variable of variables) assert.equal((await shop.post("/v1/variables", variable)).status, 201);
    for (const rule of rules) assert.equal((await shop.post("/v1/rules", rule)).status, 201, rule.when);
    assert.equal((await shop.post("/v1/snapshots", { expected: 1 })).status, 201);
    assert.equal(engine.open(new Uint8Array(await pack(shop))), true);
    const screener = Screener.fromDraft({ settings: { default_country: "PL" }, variables, rules });
    const at = "2026-11-24T05:00:00Z";
    let held = 0;
    for (const order of ORDERS) {
      const whole = screener.check({ id: "1", placed_at: at, channel: "web", currency: "EUR", total: "0", ...order }, {}, at).matches.map((match) => match.source.slice("rule:".length));
      const records = engine.judge(flat({ placed_at: at, ...order }).join("\0")).split("\0");
      const judged = [];
      for (let record = 0; record < records.length; record += 4) if (records[record] === "rule") judged.push(records[record + 1]);
      const named = (ids) => ids.map((id) => rules.find((rule) => rule.id === id)?.name);
      assert.deepEqual(named(judged), named(whole), JSON.stringify(order));
      held += judged.length;
    }
    assert.ok(held > 40, `${held} rules held`);
    assert.match(engine.judge(["billing.contry", "PL"].join("\0")), /^problem\0billing\.contry/);
    assert.match(engine.judge(["total", "12,50"].join("\0")), /^problem\0total/);
    assert.equal(engine.open(new Uint8Array(100)), false);
  });
});

/** Paths and values as js/page_order.ts makes them. */
function flat(value, at = "") {
  if (/_at$/.test(at)) return [at, String(Date.parse(value))];
  if (typeof value !== "object") return [at, String(value)];
  return Object.entries(value).flatMap(([key, one]) => flat(one, at ? `${at}.${key}` : key));
}
