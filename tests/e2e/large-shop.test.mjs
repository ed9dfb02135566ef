// A shop of many orders: every list and filter of the admin page, and what the engine reads of the shop, costs what its page holds and not what
// the shop holds. Rows read are bounded, as time is noisy; statements, rows and milliseconds are printed. ORDERGATE_LARGE changes how many
// orders there are (4,000); with 50,000 or more the time is bounded too.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { startFaulty } from "./faulty-entry/start.mjs";
import { DAYS, fill } from "./large-shop/fill.mjs";
import { apiOrder, newShop, wooOrder } from "./shop.mjs";

const many = Number(process.env.ORDERGATE_LARGE ?? 4_000);
const TIME_COUNTS = many >= 50_000;
const MOST_MS = 100;
/** Rows read by one statement that makes a page of 50: a handful for each row of it. */
const MOST_ROWS = 700;

/** What has no index of its own is looked for in one that holds it, from the newest on: an order by its decision or points. */
const WALKED = many + MOST_ROWS;

let worker, shop, admin, friend;
/** Statements that ran, each with the walk that showed it; and what was over its bound. */
const seen = new Map();
let breaches = [];
afterEach(() => {
  const found = breaches;
  breaches = [];
  assert.deepEqual(found, []);
});
before(async () => {
  worker = await startFaulty();
  shop = await newShop(worker);
  await shop.post("/v1/orders", apiOrder({ id: "first" }));
  await shop.mailsSettled();
  friend = await fill(shop, many);
  admin = await shop.signIn();
});
after(() => worker?.stop());

/** Asks, and holds each statement to its bound. */
async function measured(t, name, ask, { rows = MOST_ROWS } = {}) {
  await worker.figures();
  const answer = await ask();
  const statements = (await worker.figures()).flatMap(({ each }) => each).map(([sql, , read, ms]) => ({ sql, read, ms }))
    .filter(({ sql }) => !sql.startsWith("UPDATE cron_run SET counted_at")); // counts all tables of all shops, once an hour
  assert.ok(statements.length > 0, `${name} reads nothing`);
  for (const { sql, read, ms } of statements) {
    seen.set(sql, name);
    const text = `${name}: ${read} rows, ${ms.toFixed(1)} ms: ${sql.slice(0, 200)}`;
    if (read > rows || (TIME_COUNTS && ms > MOST_MS)) breaches.push(text);
  }
  const most = statements.toSorted((a, b) => b.read - a.read)[0];
  const slowest = Math.max(...statements.map(({ ms }) => ms));
  t.diagnostic(`${name}: ${statements.length} statements, at most ${most.read} rows and ${slowest.toFixed(1)} ms`);
  return answer;
}

const ask = async (t, target, bound) => {
  const answer = await measured(t, target, () => shop.get(target), bound);
  assert.equal(answer.status, 200, `${target}: ${answer.text}`);
  return answer.json;
};

/** The first three pages of a list. */
async function pages(t, target, least, bound) {
  let cursor = "";
  for (let page = 0; page < 3; page += 1) {
    const { data, next } = await ask(t, `${target}${cursor && `${target.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`}`, bound);
    if (page === 0) assert.ok(data.length >= least, `${target}: ${data.length} rows`);
    if (!(cursor = next)) break;
  }
}

const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString().replace(/\.\d+/, "");

test("orders, by every filter of the list, and one order", async (t) => {
  await pages(t, "/v1/orders", 50);
  for (const state of ["held", "not_checked", "approved", "released", "shipped", "cancelled", "fraud", "declined"]) await pages(t, `/v1/orders?state=${state}`, 4, state === "shipped" ? { rows: many / 20 + MOST_ROWS } : {});
  await pages(t, "/v1/orders?marked=true", 50, { rows: 60 * 50 });
  await pages(t, "/v1/orders?marked=true&state=held", 20);
  for (const decision of ["review", "decline"]) await pages(t, `/v1/orders?decision=${decision}`, 8, { rows: WALKED });
  await pages(t, "/v1/orders?points=50", 20, { rows: WALKED });
  await pages(t, `/v1/orders?from=${ago(60)}&before=${ago(50)}`, 50);
  await pages(t, `/v1/orders?state=held&before=${ago(80)}`, 2);
  await ask(t, "/v1/orders?number=500777");
  await ask(t, "/v1/orders/o201");
});

test("cases and holds, by every tab", async (t) => {
  // Those that are open are read to be sorted: they are as many as people have not got to.
  const open = { rows: (many / 200) * 3 + MOST_ROWS };
  for (const tab of ["window=open&snoozed=false", "assignee=Ola&snoozed=false", "unassigned=true&window=open&snoozed=false", "snoozed=only", "window=over", "state=resolved", "state=all"]) await pages(t, `/v1/cases?${tab}`, tab.includes("assignee") ? 0 : 1, open);
  await ask(t, "/v1/cases/k17");
  for (const tab of ["", "?kind=automatic", "?kind=manual", "?overdue=true", "?locked=false", "?locked=true", "?code=fraud"]) await pages(t, `/v1/holds${tab}`, tab === "?overdue=true" ? 0 : 1, open);
});

test("both lists of entries, one entry, and its preview over the newest orders", async (t) => {
  // The matches of what is listed are counted.
  for (const list of ["", "?list=blacklist", "?list=allow_list"]) await pages(t, `/v1/entries${list}`, 3, { rows: many / 50 + MOST_ROWS });
  await ask(t, "/v1/entries/big1");
  const answer = await measured(t, "/v1/entries/preview", () => shop.post("/v1/entries/preview", { fields: { email: "buyer0@shop.example" }, reason: "x" }));
  assert.equal(answer.status, 200, answer.text);
});

test("customers: the list, a search, the one with every fifth order, and one with few", async (t) => {
  const counted = { rows: 1_000 + MOST_ROWS * 1.5 }; // a buyer's orders are counted to 1,000
  await pages(t, "/v1/customers", 50, counted);
  const find = (body) => measured(t, "/v1/customers/search", () => shop.post("/v1/customers/search", body), counted);
  assert.equal((await find({ email: "jan@example.com" })).json.data.length, 1);
  await ask(t, `/v1/customers/email:${friend.email}`, { rows: 3_000 });
  await ask(t, "/v1/customers/email:0000000000000007");
});

test("Today, the outbox, commands, deliveries, the audit and how rules do", async (t) => {
  // Every order of fourteen days is counted, and every open hold and case.
  await ask(t, "/v1/today", { rows: 2 * Math.ceil((many * 15) / DAYS) + many / 50 + MOST_ROWS });
  for (const state of ["", "?state=sent", "?state=dead", "?state=expired", "?state=retry"]) await pages(t, `/v1/outbox${state}`, state === "?state=retry" ? 0 : 1, { rows: many / 10 + MOST_ROWS });
  await ask(t, "/v1/mails/m17", { rows: many / 10 + MOST_ROWS });
  await ask(t, "/v1/commands");
  const { id } = (await ask(t, "/v1/endpoints")).data.find(({ platform }) => platform === "woocommerce");
  await pages(t, `/v1/endpoints/${id}/deliveries`, 1);
  await pages(t, "/v1/audit", 50);
  await pages(t, "/v1/audit?actor=Ola", 50);
  await pages(t, "/v1/audit?subject=order:o201", 1);
  // Every match of thirty days, each with its order, its label and its holds.
  await pages(t, "/v1/statistics?days=30&limit=100", 50, { rows: Math.ceil((many / 50) * 6) + MOST_ROWS });
  for (const target of ["/v1/contacts", "/v1/keys", "/v1/settings", "/v1/rules", "/v1/shop", "/v1/connections"]) await ask(t, target);
  for (const target of ["/v1/users", "/v1/sessions", "/v1/passkeys", "/v1/session"]) {
    await measured(t, target, () => worker.fetch(target, { headers: admin }));
  }
});

test("an order that arrives reads only what changed since the last one; a new entry and its sweep only whom they name", async (t) => {
  const arrives = (number, email) => shop.taken("woocommerce", wooOrder({ id: number, customer_ip_address: "9.9.9.9", billing: { ...wooOrder().billing, email, phone: "" } }));
  await arrives(900_001, "somebody@shop.example"); // this isolate reads all entries once
  await measured(t, "an order", () => arrives(900_002, "somebody@shop.example"));
  await measured(t, "a new entry", () => shop.add({ fields: { email: "somebody@shop.example" }, effect: "hold" }));
  await measured(t, "its sweep", () => worker.scheduled({ cron: "* * * * *" }));
  assert.equal((await shop.order("900001")).order.state, "held");
  await measured(t, "an order after it", () => arrives(900_003, "else@shop.example"));
  // Every fifth order is jan's, and those of the last day are checked again.
  const inWindow = { rows: 3 * 1_001 + (many / DAYS) * 6 + MOST_ROWS };
  await arrives(900_004, "jan@example.com");
  await measured(t, "an order of the buyer of every fifth", () => arrives(900_005, "jan@example.com"));
  await measured(t, "an entry that names that buyer", () => shop.add({ fields: { email: "jan@example.com" }, effect: "hold" }), inWindow);
  await measured(t, "its sweep", () => worker.scheduled({ cron: "* * * * *" }), inWindow);
  assert.equal((await shop.order("900005")).order.state, "held");
});

test("no statement of these walks a table of orders, or what hangs on them, without an index", async (t) => {
  const TABLES = "orders|checks|matches|hold|cases|case_event|outbox|audit|order_key|entry|delivery|command|label";
  const aliases = (sql) => [...sql.matchAll(new RegExp(`\\b(?:FROM|JOIN) (?:${TABLES}) AS (\\w+)`, "g"))].map(([, alias]) => alias);
  let planned = 0;
  for (const [sql, name] of seen) {
    if (!/\b(?:SELECT|UPDATE|DELETE)\b/.test(sql)) continue;
    const most = Math.max(0, ...[...sql.matchAll(/\?(\d+)/g)].map(([, number]) => Number(number)));
    const plan = await worker.d1(`EXPLAIN QUERY PLAN ${sql}`, ...Array.from({ length: most }, () => null));
    const walked = new RegExp(`^SCAN (?:${[TABLES, ...aliases(sql)].join("|")})\\b(?! USING (?:COVERING )?INDEX \\w*(?:_open|_due))`);
    for (const { detail } of plan) if (walked.test(detail)) breaches.push(`${name}: ${detail}: ${sql}`);
    planned += 1;
  }
  t.diagnostic(`${planned} statements`);
  assert.ok(planned > 60, `${planned} statements`);
});
