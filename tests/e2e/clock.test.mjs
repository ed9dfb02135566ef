// The cron stands still for an hour, and the clock jumps by ten minutes: nothing is lost, nothing is sent or told twice, what is overdue is done in order.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { startFaulty } from "./faulty-entry/start.mjs";
import { startMailDouble } from "./mail-double.mjs";
import { startWooDouble } from "./shop-doubles.mjs";
import { apiOrder, holdsJan, newShop, wooOrder } from "./shop.mjs";

let worker, mails, woo;
before(async () => {
  [mails, woo] = await Promise.all([startMailDouble(), startWooDouble()]);
  worker = await startFaulty({ vars: { EGRESS_LOOPBACK: "true", MAIL_TRANSPORT: "resend", RESEND_URL: mails.url, RESEND_KEY: "re_test", MAIL_FROM: "alerts@ordergate.example" } });
});
after(async () => {
  await worker?.stop();
  await Promise.all([mails?.stop(), woo?.stop()]);
});
beforeEach(async () => {
  await worker.clock(0);
  await worker.d1("DELETE FROM connection");
  mails.answers();
  woo.fails();
  woo.ledger.length = woo.listed.length = mails.requests.length = 0;
});

const cron = () => worker.scheduled({ cron: "* * * * *" });
const status = async () => (await (await worker.fetch("/healthz")).json()).status;
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

let next = 0;
/** A shop at WooCommerce with one entry that holds; the first attempt at every mail and command of its orders will fail. */
async function heldShop({ contacts, orders }) {
  next += 1;
  const domain = `shop${next}.example`;
  const shop = await newShop(worker, { contacts: Array.from({ length: contacts }, (_, n) => `c${n}@${domain}`) });
  assert.equal((await shop.put("/v1/connections/woocommerce", { url: woo.url, consumer_key: woo.key, consumer_secret: woo.secret })).status, 200);
  await shop.add(holdsJan);
  mails.answers(...Array(contacts * orders).fill("500"));
  woo.fails(...Array(orders).fill("500"));
  const ids = Array.from({ length: orders }, (_, n) => next * 1000 + n);
  for (const id of ids) {
    woo.orders.set(String(id), { status: "processing", total: "120.50" });
    await shop.taken("woocommerce", wooOrder({ id }));
  }
  await settled(shop);
  assert.deepEqual(await states(shop), { mails: Array(contacts * orders).fill("retry"), commands: Array(orders).fill("retry") });
  mails.answers();
  woo.fails();
  mails.requests.length = woo.ledger.length = 0;
  return Object.assign(shop, { domain, ids });
}
/** Waits until nothing of the shop is on its way. */
async function settled(shop) {
  for (let tries = 0; tries < 500; tries += 1) {
    const { mails: sent, commands } = await states(shop);
    if ([...sent, ...commands].every((state) => state !== "pending" && state !== "leased")) return;
    await pause();
  }
  throw new Error("something is still on its way after 10 s");
}
const states = async (shop) => ({ mails: (await shop.rows("outbox")).map(({ state }) => state), commands: (await shop.rows("command")).map(({ state }) => state) });
const told = () => woo.ledger.filter(({ kind }) => kind.startsWith("meta")).map(({ kind, id }) => `${kind} ${id}`);
const once = (shop, count) => {
  const sent = mails.sentTo(shop.domain);
  assert.deepEqual(sent.map(({ times }) => times), Array(count).fill(1));
};

test("the cron stands still for an hour: /healthz says so, and one run does what is overdue, oldest first, each once", async () => {
  await cron();
  const shop = await heldShop({ contacts: 4, orders: 3 });
  // A buyer who turns out to be listed, whose sweep does not begin; a marked order for a digest; and an order whose delivery got lost.
  await shop.post("/v1/contacts", { name: "Reader", email: `reader@${shop.domain}`, events: { holds: false, cases: false, marks: "digest" } });
  await shop.add({ fields: { ip: "2.2.2.2", city: "Opole" }, reason: "unpaid parcels" });
  await shop.post("/v1/orders", apiOrder({ id: "marked", email: "marked@example.com", ip: "2.2.2.2", billing: { city: "Opole" } }));
  await shop.post("/v1/orders", apiOrder({ id: "turns", email: "turns@example.com", ip: "3.3.3.3", billing: {} }));
  await settled(shop);
  await worker.fail({ when: "before", sql: "UPDATE sweep SET lease" });
  await shop.add({ fields: { email: "turns@example.com" }, effect: "hold", reason: "known by now" });
  woo.listed.push(wooOrder({ id: 990_000 + next, date_modified_gmt: new Date(Date.now() + 30 * 60_000).toISOString().slice(0, 19), billing: { email: "lost@example.com" } }));
  while ((await shop.rows("sweep")).every(({ done_at }) => done_at !== null)) await pause();
  await worker.fail(null);
  const { mails: waiting } = await states(shop);
  const overdue = waiting.filter((state) => state === "retry").length;
  const due = (await shop.rows("outbox")).filter(({ state }) => state === "retry").sort((a, b) => a.due_at - b.due_at).map(({ id }) => id);
  mails.requests.length = 0;
  assert.equal(await status(), "ok");

  await worker.clock(12);
  assert.equal(await status(), "degraded");
  await worker.clock(60);
  assert.equal(await status(), "degraded");
  assert.deepEqual([mails.requests.length, woo.ledger.length], [0, 0]);

  await cron();
  assert.equal(await status(), "ok");
  const after = await states(shop);
  assert.ok(after.mails.every((state) => state === "sent") && after.commands.every((state) => state === "confirmed"), JSON.stringify(after));
  assert.equal(overdue, 12);
  const asked = mails.requests.map(({ key }) => key).filter((key) => due.includes(key));
  assert.deepEqual(new Set(asked.slice(0, 10)), new Set(due.slice(0, 10)), "the ten that were due first went first");
  assert.deepEqual(told(), shop.ids.map((id) => `meta held ${id}`));
  assert.equal((await shop.order("turns")).case.cause, "check");
  assert.equal((await shop.order(String(990_000 + next))).order.state, "approved");
  assert.equal(mails.to(`reader@${shop.domain}`).length, 1, "the digest");
  assert.equal(new Set(mails.requests.map(({ key }) => key)).size, mails.requests.length);
  const before = [mails.requests.length, woo.ledger.length];
  await cron();
  assert.deepEqual([mails.requests.length, woo.ledger.length], before);
});

test("the clock jumps ten minutes ahead and back: what was being sent is sent once under its key, and nothing again", async () => {
  const shop = await heldShop({ contacts: 3, orders: 2 });
  await worker.clock(2);
  await worker.fail({ when: "before", sql: "UPDATE outbox SET state = 'sent'" });
  await cron();
  assert.equal(mails.sentTo(shop.domain).length, 6, "sent, but nobody could write it down");
  assert.deepEqual((await states(shop)).mails, Array(6).fill("leased"));
  assert.deepEqual((await states(shop)).commands, ["confirmed", "confirmed"]);
  await worker.clock(12);
  await cron();
  assert.deepEqual((await states(shop)).mails, Array(6).fill("sent"));
  once(shop, 6);
  const before = [mails.requests.length, woo.ledger.length];
  await worker.clock(2);
  await cron();
  assert.deepEqual([mails.requests.length, woo.ledger.length], before);
  await worker.clock(0);
  await cron();
  assert.deepEqual([mails.requests.length, woo.ledger.length], before);
  assert.deepEqual(told(), shop.ids.map((id) => `meta held ${id}`));
});

test("the clock jumps ten minutes back: leases and schedules wait for it, nothing is lost, and a release never overtakes its hold", async () => {
  const shop = await heldShop({ contacts: 2, orders: 2 });
  const [kept, released] = shop.ids.map(String);
  await worker.clock(-10);
  const answer = await shop.post(`/v1/orders/${released}/release`, { comment: "called the buyer" });
  assert.equal(answer.json.order.state, "released", answer.text);
  await cron();
  await pause();
  assert.deepEqual([mails.requests.length, told()], [0, []], "not due yet");
  assert.deepEqual((await states(shop)).mails, Array(4).fill("retry"));
  await worker.clock(2);
  await cron();
  once(shop, 4);
  assert.deepEqual(told().filter((line) => line.endsWith(released)), [`meta held ${released}`, `meta released ${released}`]);
  assert.deepEqual(told().filter((line) => line.endsWith(kept)), [`meta held ${kept}`]);
  assert.deepEqual([woo.orders.get(released).meta_data[0].value, (await shop.order(released)).order.state], ["released", "released"]);
  assert.ok((await states(shop)).commands.every((state) => state === "confirmed"));
  const before = mails.requests.length;
  await cron();
  assert.equal(mails.requests.length, before);
});

test("the clock jumps back between two checks of an order: the newest check is the one that was made last", async () => {
  const shop = await newShop(worker, { contacts: [] });
  await shop.post("/v1/orders", apiOrder());
  await worker.clock(-10);
  await shop.add({ fields: { phone: "+48 600 100 200" }, effect: "points", points: 70, reason: "refused parcels" });
  for (let tries = 0; tries < 500 && (await shop.order("1001")).checks.length < 2; tries += 1) await pause();
  const { check, checks, order } = await shop.order("1001");
  assert.deepEqual(checks.map(({ kind }) => kind), ["sweep", "placed"]);
  assert.deepEqual([check.score, order.score, order.state], [70, 70, "held"]);
  assert.deepEqual((await shop.get("/v1/holds")).json.data[0].matches.map(({ points }) => points), [70]);
});

test("a stop window that is over stays over: a mail that expired is not sent when the clock goes back", async () => {
  const shop = await newShop(worker, { contacts: [] });
  await shop.put("/v1/shop", { stop_window_hours: 1 });
  next += 1;
  const domain = `shop${next}.example`;
  await shop.post("/v1/contacts", { name: "Reader", email: `reader@${domain}` });
  await shop.add(holdsJan);
  mails.answers("500");
  await shop.taken("woocommerce", wooOrder());
  await settled(shop);
  const before = mails.to(domain).length;
  await worker.clock(61);
  await cron();
  assert.deepEqual([(await states(shop)).mails, mails.to(domain).length], [["expired"], before]);
  await worker.clock(51);
  await cron();
  assert.deepEqual([(await states(shop)).mails, mails.to(domain).length], [["expired"], before]);
  assert.deepEqual((await shop.get("/v1/orders/7001/fulfilment")).json, { release: false, why: "held" }, "the hold stays");
});
