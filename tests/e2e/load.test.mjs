// Many producers and many drainers at once, every delivery sent twice, a mail API that fails now and then: every delivery is checked once and
// every mail is sent once. ORDERGATE_LOAD changes how many deliveries each of the 20 producers sends (10).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { startMailDouble } from "./mail-double.mjs";
import { newShop, wooOrder } from "./shop.mjs";

const PRODUCERS = 20;
const DRAINERS = 20;
const deliveries = Number(process.env.ORDERGATE_LOAD ?? 10);

let worker, double;
before(async () => {
  double = await startMailDouble();
  worker = await startWorker({ vars: { MAIL_TRANSPORT: "resend", MAIL_URL: double.url, MAIL_KEY: "re_x", MAIL_FROM: "Ordergate <alerts@ordergate.example>" } });
});
after(async () => {
  await worker?.stop();
  await double?.stop();
});

test(`${PRODUCERS} producers of ${deliveries} deliveries and ${DRAINERS} drainers: each checked once, each mail sent once`, { timeout: 1_800_000 }, async (t) => {
  const shop = await newShop(worker, { contacts: ["ola@load.example"] });
  await shop.add({ fields: { email: "listed@example.com" }, effect: "hold", reason: "chargeback in May" });
  const all = PRODUCERS * deliveries;
  const order = (n) => {
    const one = wooOrder({ id: 10_000 + n, customer_ip_address: `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}` });
    return { ...one, billing: { ...one.billing, email: n % 4 === 0 ? "listed@example.com" : `buyer${n}@example.com`, phone: "" } };
  };
  const begin = Date.now();
  let busy = true;
  double.answers(...Array.from({ length: all }, (_, n) => (n % 5 === 0 ? "500" : n % 7 === 0 ? "taken-and-close" : "ok")));
  const produce = async (producer) => {
    for (let n = 0; n < deliveries; n += 1) {
      // Its own, and the one of its neighbour a second time.
      for (const which of [producer * deliveries + n, ((producer + 1) % PRODUCERS) * deliveries + n]) {
        for (;;) {
          const { status } = await shop.deliver("woocommerce", order(which));
          if (status === 200) break;
          assert.equal(status, 503, "a busy database asks to come again");
        }
      }
    }
  };
  const drain = async () => {
    while (busy) {
      await worker.d1("UPDATE outbox SET due_at = 0 WHERE state = 'retry'");
      await worker.scheduled();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const drainers = Array.from({ length: DRAINERS }, drain);
  await Promise.all(Array.from({ length: PRODUCERS }, (_, producer) => produce(producer)));
  const open = async () => (await worker.d1("SELECT COUNT(*) AS n FROM outbox WHERE state <> 'sent'"))[0].n;
  for (let tries = 0; tries < 600 && (await open()) > 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  busy = false;
  await Promise.all(drainers);
  const rows = {};
  for (const table of ["orders", "checks", "delivery", "hold", "outbox"]) rows[table] = (await shop.rows(table)).length;
  assert.deepEqual(rows, { orders: all, checks: all, delivery: all, hold: all / 4, outbox: all / 4 });
  const sent = double.sentTo("@load.example");
  assert.deepEqual([sent.length, sent.every(({ times }) => times === 1)], [all / 4, true]);
  t.diagnostic(`${all} deliveries, each twice, and ${sent.length} mails in ${((Date.now() - begin) / 1000).toFixed(1)} s; ${double.to("@load.example").length} requests to the mail API`);
});
