// workerd is killed again and again under load: what was acknowledged is there in whole, what was not is there in whole or not at all,
// and after everything has been sent again everything is there once. ORDERGATE_KILL_ROUNDS changes how often (20).
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { startBare } from "./bare/start.mjs";
import { FIRST_TOPIC, holdsJan, newShop, shopifyOrder, wooOrder } from "./shop.mjs";

const rounds = Number(process.env.ORDERGATE_KILL_ROUNDS ?? 20);
const IN_FLIGHT = 8;

/** A delivery like any other; every second one is held. */
function delivery(number) {
  const email = number % 2 === 0 ? "jan@example.com" : `buyer${number}@example.com`;
  const id = String(100_000 + number);
  if (number % 3 === 0) return { platform: "shopify", order: id, held: number % 2 === 0, key: `delivery-${number}`, body: JSON.stringify(shopifyOrder({ id: Number(id), email })) };
  const order = wooOrder({ id: Number(id) });
  const body = JSON.stringify({ ...order, billing: { ...order.billing, email } });
  const key = createHash("sha256").update(`${FIRST_TOPIC.woocommerce}\n${body}`).digest("hex");
  return { platform: "woocommerce", order: id, held: number % 2 === 0, key, body };
}

// Each counts what must not be there. An order stands with its delivery, its one check, its audit, and, if held, one hold and two mails.
const HALF_WRITTEN = {
  "an order without its delivery": "SELECT COUNT(*) AS n FROM orders o WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.shop_id = o.shop_id AND d.order_id = o.id)",
  "a delivery without its order": "SELECT COUNT(*) AS n FROM delivery d WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.shop_id = d.shop_id AND o.id = d.order_id)",
  "a delivery without its body": "SELECT COUNT(*) AS n FROM delivery d WHERE (SELECT COUNT(*) FROM delivery_body b WHERE b.shop_id = d.shop_id AND b.platform = d.platform AND b.delivery_id = d.id) <> 1",
  "a body without its delivery": "SELECT COUNT(*) AS n FROM delivery_body b WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.shop_id = b.shop_id AND d.platform = b.platform AND d.id = b.delivery_id)",
  "an order with other than one check": "SELECT COUNT(*) AS n FROM orders o WHERE (SELECT COUNT(*) FROM checks c WHERE c.shop_id = o.shop_id AND c.order_id = o.id) <> 1",
  "a check without its order": "SELECT COUNT(*) AS n FROM checks c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.shop_id = c.shop_id AND o.id = c.order_id)",
  "an order with other matches than it counts": "SELECT COUNT(*) AS n FROM orders o WHERE (SELECT COUNT(*) FROM matches m WHERE m.shop_id = o.shop_id AND m.order_id = o.id) <> o.matches",
  "a match without its check": "SELECT COUNT(*) AS n FROM matches m WHERE NOT EXISTS (SELECT 1 FROM checks c WHERE c.shop_id = m.shop_id AND c.id = m.check_id)",
  "a held order with other than one hold": "SELECT COUNT(*) AS n FROM orders o WHERE (SELECT COUNT(*) FROM hold h WHERE h.shop_id = o.shop_id AND h.order_id = o.id AND h.resolution IS NULL) <> (o.state = 'held')",
  "a hold without its order": "SELECT COUNT(*) AS n FROM hold h WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.shop_id = h.shop_id AND o.id = h.order_id)",
  "a held order with other than two mails": "SELECT COUNT(*) AS n FROM orders o WHERE (SELECT COUNT(*) FROM outbox m WHERE m.shop_id = o.shop_id AND m.order_id = o.id) <> 2 * (o.state = 'held')",
  "a mail without its order": "SELECT COUNT(*) AS n FROM outbox m WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.shop_id = m.shop_id AND o.id = m.order_id)",
  "an order whose audit does not tell what happened": "SELECT COUNT(*) AS n FROM orders o WHERE (SELECT COUNT(*) FROM audit a WHERE a.shop_id = o.shop_id AND a.subject = 'order:' || o.id) <> 1 + (o.state = 'held')",
};

async function nothingHalfWritten(worker, when) {
  for (const [what, sql] of Object.entries(HALF_WRITTEN)) assert.equal((await worker.d1(sql))[0].n, 0, `${when}: ${what}`);
}

test(`${rounds} times killed under load, no acknowledged delivery is lost and none is half-written`, { timeout: 120_000 + rounds * 15_000 }, async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), "ordergate-kill-"));
  const begin = Date.now();
  const [sent, acknowledged] = [[], []];
  let [shop, cut] = [null, 0];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const worker = await startBare(folder);
      if (shop === null) {
        shop = await newShop(worker);
        await shop.add(holdsJan);
      }
      shop.worker = worker;
      // Nothing is repaired by a restart: what the kill left is looked at before the next delivery.
      await nothingHalfWritten(worker, `after ${round} kills`);
      let killed = false;
      const send = async () => {
        while (!killed) {
          const one = delivery(sent.length);
          sent.push(one);
          try {
            const answer = await shop.deliver(one.platform, one.body, { id: one.key });
            assert.equal(answer.status, 200, answer.text);
            acknowledged.push(one);
          } catch (error) {
            if (!killed) throw error;
            cut += 1;
          }
        }
      };
      const load = Array.from({ length: IN_FLIGHT }, send);
      // Never at the same place of the stream twice.
      await new Promise((resolve) => setTimeout(resolve, 250 + ((round * 137) % 500)));
      killed = true;
      await worker.kill();
      await Promise.all(load);
    }

    const worker = await startBare(folder);
    shop.worker = worker;
    await nothingHalfWritten(worker, "after the last kill");
    const stored = new Map((await shop.rows("delivery")).map((row) => [row.id, row]));
    const orders = new Map((await shop.rows("orders")).map((row) => [row.id, row]));
    for (const one of acknowledged) {
      assert.equal(stored.get(one.key)?.outcome, "taken", `${one.platform} ${one.order} was acknowledged`);
      assert.equal(orders.get(one.order)?.state, one.held ? "held" : "approved");
    }
    const unacknowledged = stored.size - acknowledged.length;
    t.diagnostic(`${sent.length} sent, ${acknowledged.length} acknowledged, ${cut} cut off, of which ${unacknowledged} were committed`);
    assert.ok(acknowledged.length > rounds && cut >= rounds, "the load was real");
    assert.equal((await worker.d1("PRAGMA quick_check"))[0].quick_check, "ok");

    // Everything once more, as platforms do.
    for (let at = 0; at < sent.length; at += IN_FLIGHT) {
      await Promise.all(sent.slice(at, at + IN_FLIGHT).map((one) => shop.taken(one.platform, one.body, { id: one.key })));
    }
    await nothingHalfWritten(worker, "after everything was sent again");
    const held = sent.filter((one) => one.held).length;
    const wanted = { delivery: sent.length, delivery_body: sent.length, orders: sent.length, checks: sent.length, matches: held, hold: held, outbox: 2 * held };
    const found = {};
    for (const table of Object.keys(wanted)) found[table] = (await shop.rows(table)).length;
    assert.deepEqual(found, wanted);
    const bodies = new Map((await worker.d1("SELECT delivery_id, hex(bytes) AS hex FROM delivery_body")).map((row) => [row.delivery_id, row.hex]));
    for (const one of sent) assert.equal(Buffer.from(bodies.get(one.key), "hex").toString(), one.body);

    // Mails that a kill left leased are free again after their minute.
    await worker.d1("UPDATE outbox SET lease_until = 0 WHERE state = 'leased'");
    for (let drains = 0; drains < 20 && (await shop.rows("outbox")).some(({ state }) => state !== "sent"); drains += 1) await worker.scheduled();
    assert.ok((await shop.rows("outbox")).every(({ state }) => state === "sent"));
    await worker.kill();
    t.diagnostic(`${((Date.now() - begin) / 1000).toFixed(0)} s`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
