// What the operator sees of a deployment: /healthz with details, and /metrics. Nobody else sees more than ok or degraded.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, holdsJan, newShop, operator, read, wooOrder } from "./shop.mjs";

const MINUTE = 60_000;
let worker;
let shop;

before(async () => {
  worker = await startWorker();
  shop = await newShop(worker);
  await shop.add(holdsJan);
  await shop.taken("woocommerce", wooOrder({ id: 1 }));
  await shop.post("/v1/orders", apiOrder({ id: "2", email: "eva@example.com", phone: "+48 600 100 201" }));
  await shop.mailsSettled();
});
after(() => worker.stop());

const health = async (headers = operator) => (await read(await worker.fetch("/healthz", { headers }))).json;
const metrics = async (headers = operator) => read(await worker.fetch("/metrics", { headers }));
const cron = async () => assert.equal((await worker.scheduled()).outcome, "ok");

/** The samples of an OpenMetrics text, after the rules of the format that a scraper relies on. */
function samples(text) {
  assert.ok(text.endsWith("\n# EOF\n"), "a whole answer ends with # EOF");
  const families = new Map();
  const found = {};
  for (const line of text.trimEnd().split("\n").slice(0, -1)) {
    const meta = /^# (TYPE|HELP|UNIT) (\S+) (.+)$/.exec(line);
    if (meta) {
      if (meta[1] === "TYPE") assert.ok(!families.has(meta[2]), `${meta[2]} twice`), families.set(meta[2], meta[3]);
      if (meta[1] === "UNIT") assert.ok(meta[2].endsWith(`_${meta[3]}`), line);
      continue;
    }
    const [name, value, ...rest] = line.split(" ");
    assert.deepEqual(rest, [], line);
    assert.match(name, /^ordergate_[a-z_]+$/, "no labels: no shop and no person");
    assert.match(value, /^\d+(\.\d+)?$/, line);
    assert.equal(families.get(name.replace(/_total$/, "")), name.endsWith("_total") ? "counter" : "gauge", line);
    found[name.replace("ordergate_", "")] = Number(value);
  }
  return found;
}

test("anybody hears ok or degraded, and the operator when the cron ran and what waits", async () => {
  for (const headers of [{}, { authorization: `Bearer ${shop.sk}` }, { authorization: "Bearer " }]) assert.deepEqual(await health(headers), { status: "ok" });
  assert.deepEqual(await health(), {
    status: "ok",
    mails: { oldest_ready_at: null, dead: 0, dead_lately: 0 },
    commands: { oldest_ready_at: null, dead: 0, dead_lately: 0, unknown: 0 },
    sweeps: { open: 0 },
    polls: { connections: 0, failing: 0, last_at: null },
    cron: { last_run_at: null },
  });
  const begin = Date.now();
  const waiting = "INSERT INTO sweep (shop_id, id, cause, public_url, due_at, created_at) VALUES (?1, 's', 'entries', 'http://x', 0, 0)";
  await worker.d1(waiting, shop.id);
  assert.equal((await health()).sweeps.open, 1);
  await cron();
  const after = await health();
  assert.equal(after.sweeps.open, 0, "the cron took the sweep to its end");
  assert.ok(Date.parse(after.cron.last_run_at) >= begin);
});

test("the cron writes its row at most once a minute", async () => {
  await cron();
  const [first] = await worker.d1("SELECT * FROM cron_run");
  await cron();
  assert.deepEqual(await worker.d1("SELECT * FROM cron_run"), [first]);
  await worker.d1("UPDATE cron_run SET at = at - ?1", 2 * MINUTE);
  await cron();
  const [later] = await worker.d1("SELECT * FROM cron_run");
  assert.ok(later.at >= first.at);
});

test("a cron that stands still, late mails and commands, and what was given up today, degrade; what was given up the day before yesterday does not", async () => {
  const ok = async (why) => assert.equal((await health({})).status, "ok", why);
  const degraded = async (why) => assert.equal((await health({})).status, "degraded", why);
  await cron();
  await worker.d1("UPDATE cron_run SET at = ?1", Date.now() - 11 * MINUTE);
  await degraded("cron");
  await worker.d1("UPDATE cron_run SET at = ?1", Date.now() - 2 * MINUTE);
  await ok("cron");
  const add = "INSERT INTO command (shop_id, order_id, id, platform, kind, body, state, due_at, actor, created_at) VALUES (?1, '1', 'c', 'woocommerce', 'hold', '{}', ?2, ?3, 'api', 1)";
  for (const [state, age, status] of [
    ["dead", MINUTE, "degraded"], ["dead", 49 * 60 * MINUTE, "ok"], ["retry", 11 * MINUTE, "degraded"], ["retry", 9 * MINUTE, "ok"], ["confirmed", 60 * MINUTE, "ok"],
  ]) {
    await worker.d1(add, shop.id, state, Date.now() - age);
    assert.equal((await health({})).status, status, `command ${state} since ${age / MINUTE} min`);
    const { commands } = await health();
    assert.deepEqual([commands.dead, commands.oldest_ready_at !== null], [Number(state === "dead"), state === "retry"]);
    await worker.d1("DELETE FROM command WHERE shop_id = ?1", shop.id);
  }
  for (const [state, age, status] of [["dead", MINUTE, "degraded"], ["dead", 49 * 60 * MINUTE, "ok"], ["retry", 11 * MINUTE, "degraded"]]) {
    await worker.d1("UPDATE outbox SET state = ?2, due_at = ?3, created_at = ?3 WHERE shop_id = ?1", shop.id, state, Date.now() - age);
    assert.equal((await health({})).status, status, `mail ${state} since ${age / MINUTE} min`);
  }
  await worker.d1("UPDATE outbox SET state = 'sent' WHERE shop_id = ?1", shop.id);
  await ok("all sent");
});

test("metrics are OpenMetrics text over all shops, for the operator only, without a shop or a person", async () => {
  for (const headers of [{}, { authorization: `Bearer ${shop.sk}` }]) assert.equal((await metrics(headers)).status, 401);
  await newShop(worker, { contacts: [] });
  const polled = "INSERT INTO connection (shop_id, platform, address, hold_mode, credentials, hint, created_at, polled_at, poll_error) VALUES (?1, 'shopify', 'x', 'note', '', '', 1, ?2, 'refused')";
  await worker.d1(polled, shop.id, Date.now());
  const { polls, status } = await health();
  assert.deepEqual([polls.connections, polls.failing, status], [1, 1, "ok"]);
  assert.ok(Math.abs(Date.parse(polls.last_at) - Date.now()) < 60_000);
  await worker.d1("UPDATE cron_run SET at = 0, counted_at = 0");
  await cron();
  const answer = await metrics();
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "application/openmetrics-text; version=1.0.0; charset=utf-8");
  const { cron_last_run_timestamp_seconds: ran, counted_timestamp_seconds: counted, ...found } = samples(answer.text);
  assert.ok(Math.abs(ran - Date.now() / 1000) < 60 && Math.abs(counted - Date.now() / 1000) < 60);
  assert.deepEqual(found, {
    shops: 2, mails_open: 0, mails_dead: 0, mails_oldest_ready_age_seconds: 0, commands_open: 0, commands_dead: 0, commands_unknown: 0,
    commands_oldest_ready_age_seconds: 0, sweeps_open: 0, connections: 1, polls_failing: 1, holds_open: 1, cases_open: 0, orders_total: 2, checks_total: 2, matches_total: 1,
    deliveries_total: 1, holds_total: 1, cases_total: 0, labels_total: 0, mails_total: 2, commands_total: 0,
  });
  for (const word of [shop.id, "jan@", "Kowalski", "example"]) assert.ok(!answer.text.includes(word), word);
  assert.equal((await worker.fetch("/metrics", { method: "POST", headers: operator })).status, 405);
});

test("tables are counted once an hour, and no question about the health walks a table", async () => {
  await shop.post("/v1/orders", apiOrder({ id: "3", email: "eva@example.com" }));
  await worker.d1("UPDATE cron_run SET at = 0");
  await cron();
  assert.equal(samples((await metrics()).text).orders_total, 2);
  await worker.d1("UPDATE cron_run SET counted_at = counted_at - ?1", 61 * MINUTE);
  await cron();
  assert.equal(samples((await metrics()).text).orders_total, 3);
  for (const sql of [
    "SELECT COUNT(*) FROM outbox WHERE state = 'dead' AND created_at > 5", "SELECT COUNT(*) FROM command WHERE state = 'dead'", "SELECT COUNT(*) FROM command WHERE state = 'unknown'",
    "SELECT COUNT(*) FROM sweep WHERE done_at IS NULL", "SELECT COUNT(*) FROM hold WHERE resolution IS NULL", "SELECT COUNT(*) FROM cases WHERE resolution IS NULL",
  ]) {
    const plan = await worker.d1(`EXPLAIN QUERY PLAN ${sql}`);
    assert.match(plan[0].detail, /INDEX (outbox_dead|command_dead|command_unknown|sweep_open|one_open_hold|one_open_case)/, `${sql}: ${plan[0].detail}`);
  }
});
