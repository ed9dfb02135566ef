// Mails without a mail API, with settings that say too little, and with a mail API that never answers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startWorker } from "./harness.mjs";
import { startMailDouble } from "./mail-double.mjs";
import { holdsJan, newShop, wooOrder } from "./shop.mjs";

async function withWorker(vars, run) {
  const worker = await startWorker({ vars });
  try {
    await run(worker);
  } finally {
    await worker.stop();
  }
}

test("transport outbox: the row is the mail, sent at once and readable with the order; unknown or unfinished settings keep mails waiting with the reason", async () => {
  await withWorker({}, async (worker) => {
    const shop = await newShop(worker);
    await shop.add(holdsJan);
    await shop.taken("woocommerce", wooOrder());
    await shop.mailsSettled();
    const { mails } = await shop.order("7001");
    assert.deepEqual(mails.map(({ to }) => to).toSorted(), ["martin@shop.example", "ola@shop.example"]);
    for (const mail of mails) {
      assert.deepEqual([mail.state, mail.transport, mail.attempts, mail.last_error], ["sent", "outbox", 1, null]);
      assert.equal(mail.contact, `Contact ${mail.to}`);
      assert.match(mail.subject, /^Held: order 7001/);
      assert.ok(mail.text.includes("chargeback in May") && mail.html.includes("chargeback in May") && mail.sent_at);
    }
    const silent = await newShop(worker, { contacts: [] });
    await silent.add(holdsJan);
    await silent.taken("woocommerce", wooOrder());
    const page = await silent.order("7001");
    assert.deepEqual([page.order.state, page.mails], ["held", []], "a shop without contacts still holds");
  });
  for (const [vars, reason] of [
    [{ MAIL_TRANSPORT: "resend", MAIL_FROM: "a@b.example" }, /RESEND_KEY/],
    [{ MAIL_TRANSPORT: "carrier-pigeon" }, /carrier-pigeon.*outbox.*resend/],
  ]) {
    await withWorker(vars, async (worker) => {
      const shop = await newShop(worker, { contacts: ["ola@shop.example"] });
      await shop.add(holdsJan);
      await shop.taken("woocommerce", wooOrder());
      const [mail] = await shop.mailsSettled();
      assert.equal(mail.state, "retry");
      assert.match(mail.last_error, reason);
      assert.equal((await shop.order("7001")).order.state, "held");
    });
  }
});

test("a mail API that never answers: 200 to the shop at once, the mail leased meanwhile, given up after 10 s, sent by a later cron", async () => {
  const double = await startMailDouble();
  const vars = { MAIL_TRANSPORT: "resend", RESEND_URL: double.url, RESEND_KEY: "re_test", MAIL_FROM: "alerts@ordergate.example" };
  await withWorker(vars, async (worker) => {
    const shop = await newShop(worker);
    await shop.add(holdsJan);
    double.answers("hang");
    const begin = Date.now();
    await shop.taken("woocommerce", wooOrder());
    assert.ok(Date.now() - begin < 5000, "the shop does not wait for the mail API");
    while (double.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    await worker.scheduled({ cron: "* * * * *" });
    assert.equal(double.requests.length, 2, "what is on its way is not sent a second time");
    assert.deepEqual((await shop.rows("outbox")).map(({ state }) => state), ["leased", "leased"]);

    let mails;
    do {
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.ok(Date.now() - begin < 20_000, "no time-out");
      mails = await shop.rows("outbox");
    } while (mails.some(({ state }) => state === "leased"));
    assert.ok(Date.now() - begin > 9_000);
    assert.deepEqual(mails.map(({ state }) => state).toSorted(), ["retry", "sent"], "one that hangs does not take the other along");
    const slow = mails.find(({ state }) => state === "retry");
    assert.match(slow.last_error, /did not answer within 10 s/);
    assert.equal((await shop.order("7001")).order.state, "held");

    await worker.d1("UPDATE outbox SET due_at = 0 WHERE shop_id = ?1", shop.id);
    await worker.scheduled({ cron: "* * * * *" });
    assert.ok((await shop.rows("outbox")).every(({ state }) => state === "sent"));
    assert.equal(double.requests.at(-1).key, slow.id);
  });
  await double.stop();
});
