// The outbox and the audit as lists: what contacts were told, and who did what.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { startMailDouble } from "./mail-double.mjs";
import { apiOrder, holdsJan, newShop, wooOrder } from "./shop.mjs";

let worker, double;
before(async () => {
  double = await startMailDouble();
  worker = await startWorker({ vars: { MAIL_TRANSPORT: "resend", MAIL_URL: double.url, MAIL_KEY: "re_x", MAIL_FROM: "Ordergate <alerts@ordergate.example>" } });
});
after(async () => {
  await worker?.stop();
  await double?.stop();
});

async function pages(shop, target) {
  const found = [];
  for (let cursor = ""; cursor !== null;) {
    const answer = await shop.get(`${target}${target.includes("?") ? "&" : "?"}limit=3${cursor && `&cursor=${cursor}`}`);
    assert.equal(answer.status, 200, answer.text);
    assert.ok(answer.json.data.length <= 3);
    found.push(...answer.json.data);
    cursor = answer.json.next;
  }
  return found;
}

test("the outbox lists mails of every state, newest first, page by page, and one as its reader sees it", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  for (const id of ["1", "2", "3", "4"]) await shop.post("/v1/orders", apiOrder({ id, number: `#${id}` }));
  const mails = await shop.mailsSettled();
  assert.equal(mails.length, 8);
  const change = (mail, sql) => worker.d1(`UPDATE outbox SET ${sql} WHERE shop_id = ?1 AND id = ?2`, shop.id, mail.id);
  await change(mails[0], `state = 'pending', due_at = ${Date.now() + 3_600_000}, sent_at = NULL`);
  await change(mails[1], "state = 'dead', last_error = 'the address is unknown'");
  await change(mails[2], "state = 'expired'");
  await change(mails[3], `state = 'retry', due_at = ${Date.now() + 3_600_000}`);
  const all = await pages(shop, "/v1/outbox");
  assert.deepEqual(all.map(({ id }) => id).toSorted(), mails.map(({ id }) => id).toSorted());
  assert.deepEqual(all.map(({ created_at }) => created_at), all.map(({ created_at }) => created_at).toSorted().toReversed());
  for (const [state, wanted] of [["pending", [mails[0].id]], ["dead", [mails[1].id]], ["expired", [mails[2].id]], ["retry", [mails[3].id]], ["leased", []], ["sent", mails.slice(4).map(({ id }) => id)]]) {
    assert.deepEqual((await pages(shop, `/v1/outbox?state=${state}`)).map(({ id }) => id).toSorted(), wanted.toSorted(), state);
  }
  const dead = all.find(({ state }) => state === "dead");
  assert.deepEqual([dead.order, dead.kind, dead.channel, dead.last_error, dead.text], [mails[1].order_id, "hold", "mail", "the address is unknown", undefined]);
  assert.match(dead.contact, /^Contact (ola|martin)@/);
  const shown = await shop.get(`/v1/mails/${dead.id}`);
  assert.deepEqual([shown.json.id, shown.json.to, shown.json.subject], [dead.id, dead.to, dead.subject]);
  assert.match(shown.json.text, /chargeback|unpaid|#/);
  for (const query of ["state=gone", "colour=red"]) assert.equal((await shop.get(`/v1/outbox?${query}`)).status, 400, query);
});

test("a mail that was given up goes out when it is retried, once; one that was sent or has expired does not", async () => {
  const shop = await newShop(worker, { contacts: ["ola@shop.example"] });
  await shop.add(holdsJan);
  await shop.taken("woocommerce", wooOrder());
  const [mail] = await shop.mailsSettled();
  const retry = (owner = shop) => owner.post(`/v1/mails/${mail.id}/retry`);
  assert.equal((await retry()).status, 409, "it was sent");
  await worker.d1("UPDATE outbox SET state = 'expired' WHERE shop_id = ?1", shop.id);
  assert.equal((await retry()).status, 409);
  await worker.d1("UPDATE outbox SET state = 'dead', expires_at = ?2 WHERE shop_id = ?1", shop.id, Date.now());
  assert.equal((await retry()).status, 409, "its time is over");
  await worker.d1("UPDATE outbox SET state = 'dead', attempts = 12, expires_at = NULL, sent_at = NULL, provider_id = NULL WHERE shop_id = ?1", shop.id);
  const other = await newShop(worker);
  assert.equal((await retry(other)).status, 404);
  assert.equal((await other.get(`/v1/mails/${mail.id}`)).status, 404);
  const answers = await Promise.all([retry(), retry()]);
  for (const { status } of answers) assert.ok([202, 409].includes(status), `${status}`);
  assert.ok(answers.some(({ status }) => status === 202));
  const [sent] = await shop.mailsSettled();
  assert.equal(sent.state, "sent");
  const actions = (await shop.order("7001")).timeline.map(({ action }) => action);
  assert.ok(actions.includes("mail.retried"));
  assert.equal((await shop.post("/v1/mails/nothing/retry")).status, 404);
});

test("a test mail, which is about no order, is shown and retried by its id as well", async () => {
  const shop = await newShop(worker, { contacts: ["ola@shop.example"] });
  const [contact] = (await shop.get("/v1/contacts")).json.data;
  const queued = await shop.post(`/v1/contacts/${contact.id}/test`);
  await shop.mailsSettled();
  const [listed] = (await shop.get("/v1/outbox")).json.data;
  assert.deepEqual([listed.id, listed.order, listed.kind, listed.state], [queued.json.id, null, "test", "sent"]);
  await worker.d1("UPDATE outbox SET state = 'dead' WHERE shop_id = ?1", shop.id);
  assert.equal((await shop.post(`/v1/mails/${listed.id}/retry`)).status, 202);
  assert.equal((await shop.mailsSettled())[0].state, "sent");
});

test("the audit lists what people and servers did; an order's own entries show what the engine did too", async () => {
  const shop = await newShop(worker);
  const entry = await shop.add(holdsJan);
  await shop.taken("woocommerce", wooOrder());
  await shop.post("/v1/orders/7001/release", { comment: "called the buyer" });
  await shop.delete(`/v1/entries/${entry.id}`);
  const all = await pages(shop, "/v1/audit");
  assert.deepEqual(all.map(({ actor, action }) => [actor, action]), [["api", "entry.removed"], ["api", "order.released"], ["api", "entry.added"], ["operator", "shop.created"]]);
  assert.deepEqual((await pages(shop, "/v1/audit?actor=operator")).map(({ action }) => action), ["shop.created"]);
  assert.deepEqual((await pages(shop, `/v1/audit?subject=${encodeURIComponent(`entry:${entry.id}`)}`)).map(({ action }) => action), ["entry.removed", "entry.added"]);
  const order = await pages(shop, "/v1/audit?subject=order%3A7001");
  assert.ok(order.some(({ actor }) => actor === "engine") && order.some(({ actor }) => actor === "api"));
  assert.deepEqual(order.map(({ at }) => at), order.map(({ at }) => at).toSorted().toReversed());
  assert.deepEqual((await pages(await newShop(worker), "/v1/audit?subject=order%3A7001")), []);
  assert.equal((await shop.get("/v1/audit?colour=red")).status, 400);
});
