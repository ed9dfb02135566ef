// How every entry and rule did: hits, what people said of the orders, and the money that was stopped.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startFaulty } from "./faulty-entry/start.mjs";
import { apiOrder, newShop } from "./shop.mjs";

const DAY = 86_400_000;
let worker;
let shop;

before(async () => {
  worker = await startFaulty();
  shop = await newShop(worker);
});
after(() => worker.stop());

const statistics = async (query = "", who = shop) => {
  const answer = await who.get(`/v1/statistics${query}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
};
const order = async (id, fields) => {
  const answer = await shop.post("/v1/orders", apiOrder({ id, number: id, ip: "2.2.2.2", ...fields }));
  assert.equal(answer.status, 201, answer.text);
  return answer.json;
};
const label = async (id, label, comment) => {
  const answer = await shop.post(`/v1/orders/${id}/labels`, { label, ...(comment && { comment }) });
  assert.equal(answer.status, 201, answer.text);
  return answer.json;
};

test("a shop without a match has no statistics, and the days are checked", async () => {
  const { since, ...rest } = await statistics();
  assert.deepEqual(rest, { days: 30, data: [], next: null });
  assert.ok(Math.abs(Date.parse(since) - (Date.now() - 30 * DAY)) < 60_000);
  for (const query of ["?days=0", "?days=366", "?days=x", "?since=1", "?limit=0"]) assert.equal((await shop.get(`/v1/statistics${query}`)).status, 400, query);
  assert.equal((await shop.post("/v1/statistics", {})).status, 405);
});

test("a person says what became of an order: on its page, in its timeline, refused when it is no label or no order", async () => {
  await order("labelled", { billing: { country: "PL" } });
  const page = await label("labelled", "chargeback", "the bank took it back on Monday");
  assert.deepEqual(page.labels.map(({ label, actor, comment }) => ({ label, actor, comment })), [{ label: "chargeback", actor: "api", comment: "the bank took it back on Monday" }]);
  assert.ok(page.timeline.some(({ action, detail }) => action === "order.labelled" && detail === "chargeback: the bank took it back on Monday"));
  assert.equal(page.order.state, "approved", "a label is no decision");
  const twice = await label("labelled", "legitimate");
  assert.deepEqual(twice.labels.map(({ label, comment }) => [label, comment]), [["legitimate", undefined], ["chargeback", "the bank took it back on Monday"]]);
  const refused = await shop.post("/v1/orders/labelled/labels", { label: "bad" });
  assert.deepEqual([refused.status, refused.json.errors[0].pointer], [400, "/label"]);
  assert.match(refused.json.detail, /refund_abuse/);
  assert.equal((await shop.post("/v1/orders/labelled/labels", { label: "fraud", why: "x" })).status, 400);
  assert.equal((await shop.post("/v1/orders/labelled/labels", { label: "fraud", comment: " " })).json.errors[0].pointer, "/comment");
  assert.equal((await shop.post("/v1/orders/nobody/labels", { label: "fraud" })).status, 404);
  assert.deepEqual(await worker.d1("SELECT * FROM audit WHERE subject = 'order:nobody'"), [], "nothing is written of an order that is not there");
  const stranger = await newShop(worker);
  assert.equal((await stranger.post("/v1/orders/labelled/labels", { label: "fraud" })).status, 404);
});

test("every entry and rule tells hits, last hit, labels, releases, precision and money by currency", async () => {
  const held = (await shop.add({ fields: { ip: "3.3.3.3" }, effect: "hold", reason: "a known address" })).id;
  const marks = (await shop.add({ fields: { city: "Wrocław" }, effect: "mark", reason: "this city" })).id;
  const silent = (await shop.add({ fields: { email: "never@example.com" }, reason: "nobody" })).id;
  const rule = await shop.post("/v1/rules", { id: "dear", when: "order.total >= 100", points: 10 });
  assert.ok(rule.status < 300, rule.text);
  const published = await shop.post("/v1/snapshots", { expected: 1 });
  assert.ok(published.status < 300, published.text);
  const buyer = (index) => ({ email: `b${index}@example.com`, phone: `+48 600 100 3${index}0` });
  // The order above lives elsewhere, so that the sweep of the new entries leaves it.
  await order("a", { ip: "3.3.3.3", total: "120.50", ...buyer(1) });
  await order("b", { ip: "3.3.3.3", total: "0.55", ...buyer(2) });
  await order("c", { ip: "3.3.3.3", total: "200.00", currency: "EUR", ...buyer(3) });
  await order("d", { ip: "3.3.3.3", total: "5000", currency: "JPY", lines: [], ...buyer(4) });
  await order("e", { ip: "4.4.4.4", total: "10.00", ...buyer(5) });
  assert.equal((await shop.post("/v1/orders/c/release", { comment: "called them" })).status, 200);
  await label("a", "fraud");
  await label("b", "refund_abuse");
  await label("c", "legitimate");
  await label("d", "fraud");
  await label("d", "unsure", "it may have been another one");
  await shop.post("/v1/orders/a/recheck", {});

  const { data } = await statistics();
  const by = Object.fromEntries(data.map((row) => [row.source, row]));
  const about = ({ hits, bad, good, releases, precision, money_stopped: money, capped }) => ({ hits, bad, good, releases, precision, money, capped });
  assert.deepEqual(about(by[`entry:${held}`]), { hits: 4, bad: 2, good: 1, releases: 1, precision: 2 / 3, money: { JPY: "5000", PLN: "121.05" }, capped: false });
  assert.deepEqual(about(by[`entry:${marks}`]), { hits: 5, bad: 2, good: 1, releases: 1, precision: 2 / 3, money: { JPY: "5000", PLN: "121.05" }, capped: false });
  
  assert.deepEqual(about(by["rule:dear"]), { hits: 3, bad: 1, good: 1, releases: 1, precision: 0.5, money: { JPY: "5000", PLN: "120.50" }, capped: false });
  assert.equal(by[`entry:${silent}`], undefined);
  assert.ok(Math.abs(Date.parse(by[`entry:${held}`].last_hit_at) - Date.now()) < 60_000);
  assert.deepEqual(data.map(({ source }) => source), data.map(({ source }) => source).toSorted());

  const seen = [];
  for (let cursor = null; ; ) {
    const page = await statistics(`?limit=1${cursor ? `&cursor=${cursor}` : ""}`);
    seen.push(...page.data);
    if (!(cursor = page.next)) break;
    assert.equal(page.data.length, 1);
  }
  assert.deepEqual(seen, data, "page by page the same");
  assert.deepEqual((await statistics("", await newShop(worker))).data, [], "another shop's are its own");

  await worker.d1("UPDATE matches SET at = at - ?2 WHERE shop_id = ?1 AND source = ?3", shop.id, 40 * DAY, `entry:${marks}`);
  const older = (await statistics()).data.find(({ source }) => source === `entry:${marks}`);
  assert.deepEqual(about(older), { hits: 0, bad: 0, good: 0, releases: 0, precision: null, money: {}, capped: false });
  assert.ok(Date.parse(older.last_hit_at) < Date.now() - 39 * DAY);
  assert.equal((await statistics("?days=60")).data.find(({ source }) => source === `entry:${marks}`).hits, 5);
});

test("what one page reads is bounded, however often a rule matched", async () => {
  const busy = await newShop(worker);
  const many = (sql) => worker.d1(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) ${sql}`, busy.id, Date.now());
  await many(`INSERT INTO orders (shop_id, id, revision, source, received_at, listed_at, currency, total, state, marked, digest, material, notes)
    SELECT ?1, 'o' || i, 1, 'custom', ?2, ?2, 'PLN', '10.00', 'held', 1, '', '', '[]' FROM n`);
  for (const source of ["rule:x", "rule:y", "rule:z"]) {
    await many(`INSERT INTO matches (shop_id, source, at, check_id, order_id, points) SELECT ?1, '${source}', ?2 - i, 'c' || i, 'o' || i, 1 FROM n`);
  }
  await worker.figures();
  const { data } = await statistics("", busy);
  const read = (await worker.figures()).reduce((total, figure) => total + figure.read, 0);
  assert.deepEqual(data.map(({ source, hits, capped, money_stopped: money }) => [source, hits, capped, money.PLN]), ["rule:x", "rule:y", "rule:z"].map((source) => [source, 1000, true, "10000.00"]));
  assert.ok(read < 3 * 12_000, `${read} rows read`);
});
