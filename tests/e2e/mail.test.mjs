// Mails about marked and held orders through the mail API, which fails in every way it can. The order stays held all the while.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startFaulty } from "./faulty-entry/start.mjs";
import { startMailDouble } from "./mail-double.mjs";
import { holdsJan, newShop, wooOrder } from "./shop.mjs";

const double = await startMailDouble();
const key = "re_test_0123456789abcdef";
const worker = await startFaulty({ vars: { MAIL_TRANSPORT: "resend", RESEND_URL: double.url, RESEND_KEY: key, MAIL_FROM: "Ordergate <alerts@ordergate.example>" } });
after(async () => {
  await worker.stop();
  await double.stop();
});

let shops = 0;
/** A shop with contacts of its own and one entry that holds. */
async function heldShop({ contacts = 1, entry = holdsJan } = {}) {
  shops += 1;
  const domain = `shop${shops}.example`;
  const shop = await newShop(worker, { contacts: Array.from({ length: contacts }, (_, index) => `c${index}@${domain}`) });
  await shop.add(entry);
  return Object.assign(shop, { domain });
}

const cron = () => worker.scheduled({ cron: "* * * * *" });
/** As if the wait were over. */
const due = (shop) => worker.d1("UPDATE outbox SET due_at = 0 WHERE shop_id = ?1", shop.id);
const onlyMail = async (shop) => {
  const mails = await shop.mailsSettled();
  assert.equal(mails.length, 1);
  return mails[0];
};
const staysHeld = async (shop) => assert.deepEqual((await shop.get("/v1/orders/7001/fulfilment")).json, { release: false, why: "held" });

test("a held order is mailed to every contact once, with what matched", async () => {
  const shop = await heldShop({ contacts: 3 });
  await shop.add({ fields: { phone: "600100200" }, effect: "points", points: 15, reason: "refused twice" });
  await shop.taken("woocommerce", wooOrder());
  const mails = await shop.mailsSettled();
  assert.deepEqual(mails.map(({ state, attempts, transport, last_error }) => [state, attempts, transport, last_error]), Array(3).fill(["sent", 1, "resend", null]));
  const sent = double.sentTo(shop.domain);
  assert.deepEqual(sent.map(({ body }) => body.to[0]).toSorted(), [0, 1, 2].map((index) => `c${index}@${shop.domain}`));
  for (const mail of mails) assert.equal(double.sent.get(mail.id).id, mail.provider_id, "the row's id is the idempotency key");
  for (const { body } of sent) {
    assert.equal(body.from, "Ordergate <alerts@ordergate.example>");
    assert.match(body.subject, /^Held: order 7001 .*15 points/);
    for (const part of [body.text, body.html]) {
      for (const word of ["chargeback in May", "email", "refused twice", "+15 points", "phone", "120.50 PLN"]) assert.ok(part.includes(word), `${word} in ${part}`);
      assert.ok(part.includes(`${worker.url}/admin/#/orders/7001`));
    }
  }
  assert.ok(double.to(shop.domain).every(({ authorization }) => authorization === `Bearer ${key}`));
});

test("a marked order is mailed too and not held; an order nothing matches is not", async () => {
  const shop = await heldShop({ entry: { fields: { ip: "1.1.1.1", city: "Wrocław" }, reason: "unpaid parcels" } });
  await shop.taken("woocommerce", wooOrder());
  await shop.taken("woocommerce", wooOrder({ id: 7002, customer_ip_address: "9.9.9.9" }));
  const mail = await onlyMail(shop);
  assert.equal(mail.order_id, "7001");
  const [{ body }] = double.sentTo(shop.domain);
  assert.match(body.subject, /^Marked: /);
  assert.match(body.text, /unpaid parcels \(mark\): city, IP address · billing, shipping/);
  assert.equal((await shop.get("/v1/orders/7001/fulfilment")).json.release, true);
});

test("whatever the buyer typed is inert: one line of subject, no markup, no hidden characters", async () => {
  const shop = await heldShop();
  const evil = "<img src=x onerror=alert(1)>\"'&<a href=//evil.example>";
  const body = wooOrder({ number: "7\r\nBcc: all@evil.example\u2028\u202e<b>" });
  body.billing = { ...body.billing, first_name: evil, last_name: "\u202etxt.exe\r\n\r\n.\r\n" };
  await shop.taken("woocommerce", body);
  await onlyMail(shop);
  const [{ body: mail }] = double.sentTo(shop.domain);
  assert.doesNotMatch(mail.subject, /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e]/);
  assert.ok(mail.subject.length <= 150);
  assert.deepEqual(mail.to.length, 1);
  for (const part of [mail.text, mail.html]) assert.doesNotMatch(part, /[\u202a-\u202e\u2066-\u2069]|\r/);
  const tags = new Set([...mail.html.matchAll(/<\/?([a-z0-9!]+)/gi)].map(([, tag]) => tag.toLowerCase()));
  for (const tag of tags) assert.ok(["!doctype", "html", "head", "meta", "title", "body", "h1", "h2", "p", "strong", "table", "tr", "th", "td", "ul", "li", "a", "small", "font", "br"].includes(tag), tag);
  assert.ok([...mail.html.matchAll(/href="([^"]*)"/g)].every(([, link]) => link.startsWith(`${worker.url}/admin/`)));
  assert.ok(!/<[^>]*onerror/.test(mail.html) && mail.html.includes("&lt;img"));
});

test("a mail stays readable when 60 entries match: it lists 50 and counts the rest", async () => {
  const shop = await heldShop();
  await Promise.all(Array.from({ length: 60 }, (_, index) => shop.add({ id: `m${index}`, fields: { email: "jan@example.com" }, effect: "mark", reason: `reason ${index} ${"x".repeat(450)}` })));
  await shop.taken("woocommerce", wooOrder());
  await onlyMail(shop);
  const [{ body }] = double.sentTo(shop.domain);
  assert.equal(body.text.match(/^- /gm).length, 51, "50 and the line that counts the rest");
  for (const part of [body.text, body.html]) assert.ok(part.includes("and 11 more") && part.length < 30_000);
  assert.equal((await shop.order("7001")).check.matches.length, 61);
});

for (const [what, reason, wait] of [
  ["500", /failed \(status 500\)/, [60, 66]],
  ["429", /slow down \(status 429\)/, [60, 66]],
  ["429 retry-after=600", /slow down \(status 429\)/, [600, 600]],
  ["500 retry-after=900", /failed \(status 500\)/, [900, 900]],
  ["429 retry-after=1", /slow down/, [60, 66]],
  ["401", /refused the key \(status 401\)/, [60, 66]],
  ["403", /refused the key \(status 403\)/, [60, 66]],
  ["409", /busy .*\(status 409\)/, [60, 66]],
  // The harness carries outgoing requests itself and makes a broken connection a 500.
  ["close", /could not be reached|failed \(status 500\)/, [60, 66]],
]) {
  test(`the mail API answers ${what}: the mail waits with a reason people can read, and goes out later under the same key`, async () => {
    const shop = await heldShop();
    double.answers(what);
    await shop.taken("woocommerce", wooOrder());
    const failed = await onlyMail(shop);
    const seconds = (failed.due_at - Date.now()) / 1000;
    assert.deepEqual([failed.state, failed.attempts, failed.sent_at], ["retry", 1, null]);
    assert.match(failed.last_error, reason);
    assert.ok(!failed.last_error.includes(key) && !failed.last_error.includes("@"), "a reason carries no secret and no address");
    assert.ok(seconds > wait[0] - 5 && seconds <= wait[1] + 1, `due in ${seconds} s`);
    const { mails } = await shop.order("7001");
    assert.deepEqual([mails[0].state, mails[0].last_error, Date.parse(mails[0].due_at)], ["retry", failed.last_error, failed.due_at]);
    await staysHeld(shop);

    await cron();
    assert.equal(double.to(shop.domain).length, 1, "not before it is due");
    await due(shop);
    await cron();
    const sent = await onlyMail(shop);
    assert.deepEqual([sent.state, sent.attempts, sent.last_error], ["sent", 2, null]);
    assert.deepEqual(double.to(shop.domain).map((request) => request.key), [failed.id, failed.id]);
    assert.equal(double.sentTo(shop.domain).length, 1);
    await staysHeld(shop);
  });
}

for (const status of ["422", "400"]) {
  test(`the mail API answers ${status}: the mail is dead with a reason, is not tried again, and health says degraded`, async () => {
    const shop = await heldShop();
    double.answers(status);
    await shop.taken("woocommerce", wooOrder());
    const dead = await onlyMail(shop);
    assert.deepEqual([dead.state, dead.attempts], ["dead", 1]);
    assert.match(dead.last_error, new RegExp(`refused the mail \\(status ${status}\\)`));
    await due(shop);
    await cron();
    assert.equal(double.to(shop.domain).length, 1);
    await staysHeld(shop);
    assert.equal((await shop.get("/healthz")).json.status, "degraded");
    await worker.d1("DELETE FROM outbox WHERE shop_id = ?1", shop.id);
    assert.equal((await shop.get("/healthz")).json.status, "ok");
  });
}

test("a mail that failed twelve times is dead and keeps its last reason; the waits grow", async () => {
  const shop = await heldShop();
  double.answers("500");
  await shop.taken("woocommerce", wooOrder());
  let before = 0;
  for (let attempt = 1; attempt <= 12; attempt += 1) {
    const mail = await onlyMail(shop);
    assert.deepEqual([mail.attempts, mail.state], [attempt, attempt === 12 ? "dead" : "retry"]);
    const wait = mail.due_at - Date.now();
    if (attempt < 12) assert.ok(wait > before, `${wait} after ${before}`);
    before = wait;
    if (attempt === 12) assert.match(mail.last_error, /status 500/);
    await due(shop);
    double.answers("500");
    await cron();
  }
  double.answers();
  assert.equal(double.to(shop.domain).length, 12);
  await worker.d1("DELETE FROM outbox WHERE shop_id = ?1", shop.id);
});

test("an answer without an id still counts as sent", async () => {
  const shop = await heldShop();
  double.answers("no-json");
  await shop.taken("woocommerce", wooOrder());
  const mail = await onlyMail(shop);
  assert.deepEqual([mail.state, mail.provider_id], ["sent", null]);
});

test("a mail that was taken although the connection broke is sent once, under its key", async () => {
  const shop = await heldShop();
  double.answers("taken-and-close");
  await shop.taken("woocommerce", wooOrder());
  assert.equal((await onlyMail(shop)).state, "retry");
  await due(shop);
  await cron();
  assert.equal((await onlyMail(shop)).state, "sent");
  const [mail, ...more] = double.sentTo(shop.domain);
  assert.deepEqual([double.to(shop.domain).length, more.length, mail.times], [2, 0, 1]);
});

test("a result that could not be written down leaves the mail leased; after the lease it goes out under the same key", async () => {
  const shop = await heldShop();
  await worker.fail({ when: "before", sql: "UPDATE outbox SET state = 'sent'" });
  await shop.taken("woocommerce", wooOrder());
  while (double.to(shop.domain).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await cron();
  const [leased] = await shop.rows("outbox");
  assert.equal(leased.state, "leased");
  assert.ok(leased.lease_until > Date.now() + 30_000, "the lease outlives the mail API's time-out");
  assert.equal(double.to(shop.domain).length, 1, "a leased mail is nobody else's");
  await worker.d1("UPDATE outbox SET lease_until = 0 WHERE shop_id = ?1", shop.id);
  await cron();
  assert.deepEqual([(await onlyMail(shop)).state, double.to(shop.domain).length, double.sentTo(shop.domain).length], ["sent", 2, 1]);
  assert.equal(double.sentTo(shop.domain)[0].times, 1);
});

test("three drains at once send each of 35 mails once", async () => {
  const shop = await heldShop({ contacts: 35 });
  await worker.fail({ when: "before", sql: "UPDATE outbox SET state = 'leased'" });
  await shop.taken("woocommerce", wooOrder());
  await new Promise((resolve) => setTimeout(resolve, 200));
  await Promise.all([cron(), cron(), cron()]);
  const mails = await shop.mailsSettled();
  assert.deepEqual([mails.length, mails.every(({ state, attempts }) => state === "sent" && attempts === 1)], [35, true]);
  const keys = double.to(shop.domain).map((request) => request.key);
  assert.deepEqual([keys.length, new Set(keys).size], [35, 35]);
});
