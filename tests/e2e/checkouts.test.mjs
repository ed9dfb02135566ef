// X4: the checkout proof. A token is sealed without looking at anybody, and the order that carries it says what it proves.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, newShop, read } from "./shop.mjs";

const PAGE = "https://shop.example";
const cart = [{ sku: "GPU-1", quantity: 2 }, { sku: "CABLE", quantity: 1 }];

describe("checkout proof", () => {
  let worker;
  let shop;
  before(async () => {
    worker = await startWorker();
    shop = await newShop(worker);
    const rule = { id: "token", name: "Token", when: "exists(token.state)", points: 0 };
    assert.equal((await shop.post("/v1/rules", rule)).status, 201);
    assert.equal((await shop.post("/v1/snapshots", { expected: 1 })).status, 201);
  });
  after(() => worker.stop());

  const ask = (order, { key = shop.pk, headers = {} } = {}) =>
    worker.fetch("/v1/checkouts", {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json", origin: PAGE, "cf-connecting-ip": `198.51.100.${Math.ceil(Math.random() * 250)}`, ...headers },
      body: typeof order === "string" ? order : JSON.stringify({ order }),
    }).then(read);
  const token = async (order, options) => {
    const answer = await ask(order, options);
    assert.equal(answer.status, 200, answer.text);
    return answer.json.token;
  };
  let next = 0;
  const placed = (over) => apiOrder({ id: `c${++next}`, placed_at: new Date().toISOString().replace(/\.\d+/, ""), email: "jan@example.com", lines: cart, ...over });
  const facts = async (order) => {
    assert.equal((await shop.post("/v1/orders", order)).status, 201);
    const [row] = await worker.d1("SELECT facts FROM checks WHERE shop_id = ? AND order_id = ?", shop.id, order.id);
    return JSON.parse(row.facts);
  };
  const state = async (order) => (await facts(order)).token.state;

  test("a token binds mailbox and cart, however they are spelled", async () => {
    const given = await token({ email: "Jan+news@Example.com", lines: cart });
    assert.equal(await state(placed({ token: given, lines: [{ sku: "cable" }, { sku: "gpu-1" }, { sku: "GPU-1" }] })), "ok");
    assert.equal(await state(placed({ token: await token({ email: "eve@example.com", lines: cart }) })), "other_email");
    assert.equal(await state(placed({ token: await token({ email: "jan@example.com", lines: [{ sku: "GPU-1" }] }) })), "other_cart");
    assert.equal(await state(placed({ token: await token({}) })), "ok");
  });

  test("what is wrong with a token is a fact, never an error", async () => {
    assert.equal(await state(placed({})), "missing");
    assert.equal(await state(placed({ token: "degraded:timeout" })), "degraded");
    const good = await token({ email: "jan@example.com", lines: cart });
    for (const forged of ["x", "og1.", `${good.slice(0, -2)}AA`, `og2.${good.slice(4)}`, "og1.ąę", "a".repeat(5000)]) {
      assert.equal(await state(placed({ token: forged })), "forged", forged.slice(0, 20));
    }
    const other = await newShop(worker);
    assert.equal(await state(placed({ token: await token({}, { key: other.pk }) })), "forged", "another shop's");
    const late = new Date(Date.now() + 31 * 60_000).toISOString().replace(/\.\d+/, "");
    assert.equal(await state(placed({ token: await token({}), placed_at: late })), "expired");
  });

  test("one token is one order's; the order itself may come again", async () => {
    const given = await token({ email: "jan@example.com", lines: cart });
    const first = placed({ token: given, updated_at: "2026-11-24T10:00:00Z" });
    assert.equal(await state(first), "ok");
    assert.equal((await shop.post("/v1/orders", first)).status, 200);
    assert.equal(await state(placed({ token: given })), "reused");
    const moved = { ...first, updated_at: "2026-11-24T11:00:00Z", email: "jan@example.com", shipping: { street: "Inna 7", city: "Opole", country: "PL" } };
    assert.equal((await shop.post("/v1/orders", moved)).status, 200);
    const states = await worker.d1("SELECT facts FROM checks WHERE shop_id = ? AND order_id = ? ORDER BY at", shop.id, first.id);
    assert.deepEqual(states.map((row) => JSON.parse(row.facts).token.state), ["ok", "ok"]);
  });

  test("two orders that carry one token at the same moment: one is ok, one reused", async () => {
    const given = await token({ email: "jan@example.com", lines: cart });
    const states = await Promise.all([placed({ token: given }), placed({ token: given })].map(state));
    assert.deepEqual(states.sort(), ["ok", "reused"]);
  });

  test("a webhook's token is opened too, and says the country the buyer asked from", async () => {
    const { wooOrder } = await import("./shop.mjs");
    const order = wooOrder({ id: 9001 });
    const lines = order.line_items.map((line) => ({ sku: line.sku || undefined, product: line.name, quantity: line.quantity }));
    const given = await token({ email: order.billing.email, lines });
    const now = new Date().toISOString().slice(0, 19);
    Object.assign(order, { date_created_gmt: now, date_modified_gmt: now, meta_data: [...(order.meta_data ?? []), { id: 1, key: "ordergate_token", value: given }] });
    assert.equal((await shop.deliver("woocommerce", order)).status, 200);
    const [row] = await worker.d1("SELECT facts FROM checks WHERE shop_id = ? AND order_id LIKE '%9001'", shop.id);
    const seen = JSON.parse(row.facts);
    assert.equal(seen.token.state, "ok");
    assert.match(seen.ip.country, /^[A-Z]{2}$/);
  });

  test("only a public key of an allowed page gets one, and pages may read why not", async () => {
    assert.equal((await ask({}, { key: "pk_unknown" })).status, 401);
    assert.equal((await ask({}, { key: shop.sk })).status, 401);
    assert.equal((await ask("{")).status, 400);
    assert.equal((await ask({ emial: "jan@example.com" })).status, 400);
    const made = await shop.post("/v1/keys", { kind: "pk", name: "Web shop", origins: ["https://shop.example"] });
    assert.equal(made.status, 201, made.text);
    assert.equal((await ask({}, { key: made.json.key })).status, 200);
    const foreign = await ask({}, { key: made.json.key, headers: { origin: "https://evil.example" } });
    assert.equal(foreign.status, 403);
    assert.equal(foreign.headers.get("access-control-allow-origin"), "https://evil.example");
    const preflight = await worker.fetch("/v1/checkouts", { method: "OPTIONS", headers: { origin: PAGE, "access-control-request-method": "POST" } });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get("access-control-allow-headers"), "authorization, content-type");
  });

  test("one address gets 60 tokens a minute, others go on", async () => {
    const from = { headers: { "cf-connecting-ip": "192.0.2.77" } };
    const answers = [];
    for (let at = 0; at < 70; at++) answers.push((await ask({}, from)).status);
    assert.deepEqual([...new Set(answers)], [200, 429]);
    assert.equal((await ask({})).status, 200);
  });

  test("the shop's own server opens the snapshot and gets the edge's check", async () => {
    await shop.add({ fields: { email: "listed@example.com" }, effect: "hold" });
    const answer = await worker.fetch("/v1/snapshots/current/bytes", { headers: { authorization: `Bearer ${shop.sk}` } });
    assert.equal(answer.status, 200);
    const { Screener } = await import("../../build/storefront/server/node.js");
    const screener = Screener.fromSnapshot(new Uint8Array(await answer.arrayBuffer()));
    const order = apiOrder({ id: "own", email: "Listed@example.com" });
    const edge = await shop.post("/v1/orders", order);
    const [row] = await worker.d1("SELECT body, facts FROM checks WHERE shop_id = ? AND order_id = 'own'", shop.id);
    assert.equal(screener.checkText(order, row.facts, edge.json.check.now), row.body);
    assert.equal((await worker.fetch("/v1/snapshots/current/bytes", { headers: { authorization: `Bearer ${shop.pk}` } })).status, 403);
  });

  test("on a server the package begins nothing", async () => {
    const { start } = await import("../../build/storefront/index.js");
    assert.equal(start({ shop: shop.pk, edge: worker.url }), null);
  });

  test("B7: a listed buyer's checkout is answered as anybody's", async () => {
    await shop.add({ fields: { email: "known.bad@example.com" }, effect: "hold_always" });
    const groups = { listed: { times: [], seen: new Set() }, other: { times: [], seen: new Set() } };
    const rounds = Number(process.env.ORDERGATE_ORACLE ?? 400);
    for (let round = 0; round < rounds; round++) {
      // In turns, and which comes first by chance, so that drift meets both.
      for (const name of Math.random() < 0.5 ? ["listed", "other"] : ["other", "listed"]) {
        const email = name === "listed" ? "known.bad@example.com" : `known.${String(round % 1000).padStart(3, "0")}@example.com`;
        const headers = { "cf-connecting-ip": `10.${round % 250}.${Math.floor(round / 250) % 250}.${Math.ceil(Math.random() * 250)}` };
        const begun = performance.now();
        const answer = await ask({ email, lines: cart }, { headers });
        groups[name].times.push(performance.now() - begun);
        const own = [...answer.headers].filter(([header]) => header !== "date");
        groups[name].seen.add(JSON.stringify([answer.status, own, answer.text.length]));
      }
    }
    assert.equal(groups.listed.seen.size, 1);
    assert.deepEqual(groups.listed.seen, groups.other.seen);
    const t = welch(groups.listed.times, groups.other.times);
    assert.ok(Math.abs(t) < 4.5, `Welch's t is ${t.toFixed(2)}`);
  });
});

/** Welch's t of two samples, each without its slowest tenth: those are the machine's. */
function welch(left, right) {
  const of = (all) => {
    const kept = [...all].sort((a, b) => a - b).slice(0, Math.ceil(all.length * 0.9));
    const mean = kept.reduce((sum, one) => sum + one, 0) / kept.length;
    const variance = kept.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (kept.length - 1);
    return { mean, error: variance / kept.length };
  };
  const [a, b] = [of(left), of(right)];
  return (a.mean - b.mean) / Math.sqrt(a.error + b.error);
}
