// Contacts: who hears of what, in which language, and what becomes of their mails (C3, C4, C5, B9).
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { startMailDouble } from "./mail-double.mjs";
import { apiOrder, newShop, read } from "./shop.mjs";

const WEBHOOK_SECRET = `whsec_${Buffer.from("0123456789abcdef0123456789abcdef").toString("base64")}`;
let worker, double;
before(async () => {
  double = await startMailDouble();
  worker = await startWorker({
    vars: { EGRESS_LOOPBACK: "true", MAIL_TRANSPORT: "resend", MAIL_URL: double.url, MAIL_KEY: "re_x", MAIL_FROM: "Ordergate <alerts@ordergate.example>", RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET },
  });
});
after(async () => {
  await worker?.stop();
  await double?.stop();
});

const marksJan = { fields: { ip: "1.1.1.1", city: "Wrocław" }, reason: "unpaid parcels" };
const holdsJan = { fields: { email: "jan@example.com" }, effect: "hold", reason: "chargeback in May" };
const contact = async (shop, fields) => {
  const answer = await shop.post("/v1/contacts", { name: "Ola", email: "ola@shop.example", ...fields });
  assert.equal(answer.status, 201, answer.text);
  return answer.json;
};

test("contacts are added, changed, listed and removed; what is wrong is refused with the pointer", async () => {
  const shop = await newShop(worker, { contacts: [] });
  const ola = await contact(shop, { language: "pl", events: { cases: false, marks: "digest" } });
  assert.deepEqual([ola.language, ola.events, ola.bounced], ["pl", { holds: true, cases: false, marks: "digest" }, null]);
  assert.deepEqual((await shop.get("/v1/contacts")).json, { data: [ola], next: null });
  const changed = await shop.put(`/v1/contacts/${ola.id}`, { name: "Ola N.", email: "ola.n@shop.example" });
  assert.deepEqual([changed.json.name, changed.json.language, changed.json.events.marks], ["Ola N.", "en", "at_once"]);
  for (const [body, pointer] of [
    [{ name: "", email: "a@b.example" }, "/name"],
    [{ name: "x\ny", email: "a@b.example" }, "/name"],
    [{ name: "x", email: "nobody" }, "/email"],
    [{ name: "x", email: "a@b.example, c@d.example" }, "/email"],
    [{ name: "x", email: "<a@b.example>" }, "/email"],
    [{ name: "x", email: "a@b.example", language: "de" }, "/language"],
    [{ name: "x", email: "a@b.example", events: { marks: "never" } }, "/events/marks"],
    [{ name: "x", email: "a@b.example", events: { sales: true } }, "/events/sales"],
    [{ name: "x", email: "a@b.example", phone: "1" }, "/phone"],
  ]) {
    const answer = await shop.post("/v1/contacts", body);
    assert.deepEqual([answer.status, answer.json.errors[0].pointer], [400, pointer], JSON.stringify(body));
  }
  const other = await newShop(worker, { contacts: [] });
  for (const method of ["get", "delete"]) assert.equal((await other[method](`/v1/contacts/${ola.id}`)).status, 404);
  assert.equal((await other.put(`/v1/contacts/${ola.id}`, { name: "x", email: "a@b.example" })).status, 404);
  assert.equal((await shop.delete(`/v1/contacts/${ola.id}`)).status, 204);
  assert.deepEqual((await shop.get("/v1/contacts")).json.data, []);
});

test("a shop has at most 50 contacts", async () => {
  const shop = await newShop(worker, { contacts: Array.from({ length: 49 }, (_, n) => `c${n}@shop.example`) });
  await contact(shop, {});
  const answer = await shop.post("/v1/contacts", { name: "x", email: "x@shop.example" });
  assert.deepEqual([answer.status, answer.json.detail], [409, "a shop has at most 50 contacts"]);
});

test("everybody hears what they want to hear, in their language", async () => {
  const shop = await newShop(worker, { contacts: [] });
  for (const [name, language, events] of [["all", "pl", {}], ["no-holds", "tr", { holds: false }], ["no-cases", "it", { cases: false }], ["quiet", "en", { marks: "off", holds: false, cases: false }]]) {
    await contact(shop, { name, email: `${name}@everybody.example`, language, events });
  }
  await shop.post("/v1/orders", apiOrder({ id: "turns", email: "other@example.com", ip: "9.9.9.9" }));
  await shop.add(holdsJan);
  await shop.add(marksJan);
  await shop.post("/v1/orders", apiOrder({ id: "held" }));
  await shop.post("/v1/orders", apiOrder({ id: "marked", email: "fine@example.com" }));
  await shop.post("/v1/orders/turns/status", { status: "fraud", comment: "the bank called" });
  await shop.mailsSettled();
  const subjects = Object.groupBy(double.sentTo("@everybody.example"), ({ body }) => body.to[0].split("@")[0]);
  const of = (name) => (subjects[name] ?? []).map(({ body }) => body.subject.replaceAll("\u00a0", " ")).sort();
  assert.deepEqual(of("all").map((subject) => subject.split(":")[0]), ["Oznaczone", "Wstrzymane", "Zatrzymaj zamówienie #1001 w Test shop"]);
  assert.deepEqual(of("no-holds").map((subject) => subject.split(":")[0]), ["Test shop siparişi #1001 durdurulmalı", "İşaretlendi"]);
  assert.deepEqual(of("no-cases").map((subject) => subject.split(":")[0]), ["Bloccato", "Segnalato"]);
  assert.deepEqual(of("quiet"), []);
  const mail = subjects.all.find(({ body }) => body.subject.startsWith("Zatrzymaj")).body;
  const [link] = mail.text.match(/http\S+\/answer\/\S+/);
  assert.equal((await read(await worker.fetch(new URL(link).pathname))).status, 200, "the link of the mail works");
});

test("a case's mail is not sent once the window is over, and says so", async () => {
  const shop = await newShop(worker, { contacts: ["late@late.example"] });
  await shop.post("/v1/orders", apiOrder());
  double.answers("500");
  await shop.post("/v1/orders/1001/status", { status: "fraud", comment: "the bank called" });
  const [mail] = await shop.mailsSettled();
  assert.deepEqual([mail.state, mail.attempts, mail.kind], ["retry", 1, "case"]);
  await worker.d1("UPDATE outbox SET due_at = 0, expires_at = 1 WHERE shop_id = ?1", shop.id);
  await worker.scheduled();
  assert.equal((await shop.rows("outbox"))[0].state, "expired");
  assert.deepEqual(double.sentTo("@late.example"), []);
  const { timeline } = (await shop.get(`/v1/cases/${(await shop.order("1001")).case.id}`)).json;
  assert.deepEqual(timeline.map(({ kind }) => kind).filter((kind) => kind.startsWith("mail")).sort(), ["mail_expired", "mail_queued"]);
});

test("the mail API fails for four hours and is healthy again: everything is sent, nothing twice, nothing after its window", async () => {
  const shops = [];
  for (const [domain, hours] of [["outage.example", null], ["short.example", 3]]) {
    const shop = await newShop(worker, { contacts: Array.from({ length: 5 }, (_, n) => `n${n}@${domain}`) });
    await shop.put("/v1/shop", { stop_window_hours: hours });
    await shop.add(holdsJan);
    await shop.post("/v1/orders", apiOrder({ id: "turns", email: "other@example.com" }));
    double.answers(...Array(10_000).fill("500"));
    await shop.post("/v1/orders", apiOrder({ id: "held" }));
    await shop.post("/v1/orders/turns/status", { status: "declined", comment: "no" });
    await shop.mailsSettled();
    shops.push(shop);
  }
  // Hours of cron runs: minutes pass by moving every stored time back.
  const pass = async (minutes, runs) => {
    for (let run = 0; run < runs; run += 1) {
      await worker.d1("UPDATE outbox SET due_at = due_at - ?1, expires_at = expires_at - ?1, lease_until = lease_until - ?1", minutes * 60_000);
      await worker.scheduled();
    }
  };
  await pass(5, 48);
  double.answers();
  for (const domain of ["outage.example", "short.example"]) assert.deepEqual(double.sentTo(`@${domain}`), []);
  await pass(10, 25);
  const states = (rows) => Object.entries(Object.groupBy(rows, ({ kind, state }) => `${kind} ${state}`)).map(([name, list]) => [name, list.length]).sort();
  assert.deepEqual(states(await shops[0].rows("outbox")), [["case sent", 5], ["hold sent", 5]]);
  assert.deepEqual(states(await shops[1].rows("outbox")), [["case expired", 5], ["hold expired", 5]]);
  const sent = double.sentTo("@outage.example");
  assert.deepEqual([sent.length, sent.every(({ times }) => times === 1), double.sentTo("@short.example").length], [10, true, 0]);
});

test("a digest gathers a quarter of an hour of marked orders in one mail", async () => {
  const shop = await newShop(worker, { contacts: [] });
  await contact(shop, { email: "digest@digest.example", events: { marks: "digest" } });
  await shop.add(marksJan);
  for (let n = 1; n <= 3; n += 1) await shop.post("/v1/orders", apiOrder({ id: `m${n}`, number: `#${n}` }));
  await worker.scheduled();
  assert.deepEqual(await shop.rows("outbox"), []);
  await worker.d1("UPDATE digest_item SET at = at - 900000 WHERE shop_id = ?1", shop.id);
  await Promise.all([worker.scheduled(), worker.scheduled(), worker.scheduled()]);
  await shop.mailsSettled();
  const sent = double.sentTo("@digest.example");
  assert.equal(sent.length, 1);
  assert.equal(sent[0].body.subject.replaceAll("\u00a0", " "), "3 orders marked at Test shop");
  for (const number of ["#1", "#2", "#3"]) assert.ok(sent[0].body.text.includes(`- ${number} · 0 points · unpaid parcels`), sent[0].body.text);
  assert.deepEqual(await shop.rows("digest_item"), []);
});

/** An event as Resend signs it. */
async function event(body, { secret = WEBHOOK_SECRET, at = Math.floor(Date.now() / 1000), id = "msg_1", api = "resend", names = "svix" } = {}) {
  const text = JSON.stringify(body);
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = `v1,${createHmac("sha256", key).update(`${id}.${at}.${text}`).digest("base64")}`;
  const headers = { [`${names}-id`]: id, [`${names}-timestamp`]: String(at), [`${names}-signature`]: `v1,AAAA v2,x ${signature}` };
  return read(await worker.fetch(`/v1/mail-events/${api}`, { method: "POST", body: text, headers }));
}

test("a bounce marks the contact and the mail; a mail that arrives clears it; an unsigned event changes nothing", async () => {
  const shop = await newShop(worker, { contacts: [] });
  const ola = await contact(shop, { email: "ola@bounce.example" });
  const tested = await shop.post(`/v1/contacts/${ola.id}/test`);
  assert.deepEqual([tested.status, tested.json.kind, tested.json.state], [202, "test", "pending"]);
  await shop.mailsSettled();
  const mail = (await shop.get(`/v1/mails/${tested.json.id}`)).json;
  assert.deepEqual([mail.state, mail.subject, mail.to], ["sent", "Test mail from Test shop", "ola@bounce.example"]);
  const [{ body }] = double.sentTo("ola@bounce.example");
  const tags = Object.fromEntries(body.tags.map(({ name, value }) => [name, value]));
  const bounced = { type: "email.bounced", created_at: "2026-11-24T10:00:00Z", data: { email_id: "x", to: ["ola@bounce.example"], tags, bounce: { type: "Permanent", subType: "Suppressed", message: "no such box" } } };
  for (const options of [{ secret: `whsec_${Buffer.alloc(32).toString("base64")}` }, { at: 1_000 }, { id: "" }]) {
    assert.equal((await event(bounced, options)).status, 401, JSON.stringify(options));
  }
  assert.equal((await event(bounced, { api: "postmark" })).status, 404);
  assert.equal((await shop.get(`/v1/contacts/${ola.id}`)).json.bounced, null);
  assert.equal((await event(bounced)).status, 200);
  assert.equal((await shop.get(`/v1/contacts/${ola.id}`)).json.bounced.reason, "bounced: Permanent, Suppressed");
  assert.ok((await shop.get(`/v1/mails/${tested.json.id}`)).json.bounced_at);
  assert.equal((await event({ type: "email.delivered", data: { tags } }, { names: "webhook" })).status, 200);
  assert.ok((await shop.get(`/v1/contacts/${ola.id}`)).json.bounced, "a mail from before the bounce clears nothing");
  await worker.d1("UPDATE contact SET bounced_at = 1 WHERE shop_id = ?1", shop.id);
  assert.equal((await event({ type: "email.delivered", data: { tags } }, { names: "webhook" })).status, 200);
  assert.equal((await shop.get(`/v1/contacts/${ola.id}`)).json.bounced, null);
  await shop.put(`/v1/contacts/${ola.id}`, { name: "Ola", email: "ola.new@bounce.example" });
  assert.equal((await event(bounced)).status, 200);
  assert.equal((await shop.get(`/v1/contacts/${ola.id}`)).json.bounced, null, "the address that bounced is not hers any more");
  for (const odd of [{ type: "email.opened", data: {} }, { type: 7 }, [], { type: "email.bounced", data: { tags: { shop: "nobody", contact: "x" } } }]) assert.equal((await event(odd)).status, 200);
});

test("one bouncing contact does not hold up another", async () => {
  const shop = await newShop(worker, { contacts: ["bad@two.example", "good@two.example"] });
  await shop.add(holdsJan);
  double.answers("422");
  await shop.post("/v1/orders", apiOrder());
  const mails = await shop.mailsSettled();
  assert.deepEqual(mails.map(({ state }) => state).sort(), ["dead", "sent"]);
});

test("after three failures the news goes to the contact's own address too, signed, and once", async () => {
  const posts = [];
  let status = 500;
  const own = createServer(async (request, response) => {
    let text = "";
    for await (const part of request.setEncoding("utf8")) text += part;
    posts.push({ headers: request.headers, text });
    response.writeHead(status).end();
  });
  own.listen(0, "127.0.0.1");
  await once(own, "listening");
  try {
    const shop = await newShop(worker, { contacts: [] });
    const url = `http://127.0.0.1:${own.address().port}/hook`;
    const ola = await contact(shop, { email: "ola@second.example", webhook: { url } });
    assert.match(ola.webhook.secret, /^whsec_/);
    assert.deepEqual((await shop.get(`/v1/contacts/${ola.id}`)).json.webhook, { url }, "the secret is shown once");
    assert.ok(!JSON.stringify(await shop.rows("contact")).includes(ola.webhook.secret));
    assert.equal((await shop.post("/v1/contacts", { name: "x", email: "x@second.example", webhook: { url: "https://10.0.0.1/hook" } })).json.errors[0].pointer, "/webhook/url");
    await contact(shop, { name: "Jan", email: "jan@second.example" });
    await shop.add(holdsJan);
    double.answers(...Array(100).fill("500"));
    await shop.post("/v1/orders", apiOrder());
    await shop.mailsSettled();
    const turn = async () => {
      await worker.d1("UPDATE outbox SET due_at = 0 WHERE shop_id = ?1", shop.id);
      await worker.scheduled();
      await shop.mailsSettled();
    };
    await turn();
    assert.deepEqual(posts, [], "two failures are not three");
    await turn();
    assert.equal(posts.length, 1);
    status = 200;
    await turn();
    await turn();
    assert.equal(posts.length, 2, "it has retries of its own, and then is done");
    const { headers, text } = posts[1];
    const { type, data } = JSON.parse(text);
    assert.deepEqual([type, data.order, data.subject.startsWith("Held: order #1001")], ["mail.hold", "1001", true]);
    const key = Buffer.from(ola.webhook.secret.replace("whsec_", ""), "base64");
    assert.equal(headers["webhook-signature"], `v1,${createHmac("sha256", key).update(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${text}`).digest("base64")}`);
    assert.equal(posts[0].headers["webhook-id"], headers["webhook-id"], "the same id over all attempts");
    assert.deepEqual((await shop.order("1001")).mails.map(({ channel, state }) => `${channel} ${state}`).sort(), ["mail retry", "mail retry", "webhook sent"]);
    double.answers();
    assert.equal((await shop.put(`/v1/contacts/${ola.id}`, { name: "Ola", email: "ola@second.example" })).json.webhook, null);
  } finally {
    double.answers();
    own.close();
    own.closeAllConnections();
  }
});
