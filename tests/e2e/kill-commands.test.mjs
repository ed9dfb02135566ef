// workerd is killed between the shop's commit and ours: after the restart there is exactly one refund or cancellation in the shop's ledger.
// ORDERGATE_COMMAND_KILLS changes how often (6 here, as each round waits for a start).
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { startBare } from "./bare/start.mjs";
import { startShopifyDouble, startWooDouble } from "./shop-doubles.mjs";
import { newShop, shopifyOrder, wooOrder } from "./shop.mjs";

const rounds = Number(process.env.ORDERGATE_COMMAND_KILLS ?? 6);
const vars = { EGRESS_LOOPBACK: "true" };

/** Waits until something is true. */
async function until(what, holds) {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${what} did not happen within 10 s`);
}

test(`${rounds} times killed after the shop has done it and before we know: done exactly once`, { timeout: 900_000 }, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "ordergate-kill-"));
  const [woo, shopify] = await Promise.all([startWooDouble(), startShopifyDouble()]);
  let worker = await startBare(folder, vars);
  try {
    const shop = await newShop(worker, { contacts: [] });
    assert.equal((await shop.put("/v1/connections/woocommerce", { url: woo.url, consumer_key: woo.key, consumer_secret: woo.secret })).status, 200);
    assert.equal((await shop.put("/v1/connections/shopify", { shop_domain: shopify.url, access_token: shopify.token })).status, 200);
    for (let round = 0; round < rounds; round += 1) {
      const id = String(50_000 + round);
      const platform = round % 2 === 0 ? "woocommerce" : "shopify";
      const kind = round % 4 < 2 ? "refund" : "cancel";
      const double = platform === "woocommerce" ? woo : shopify;
      if (platform === "woocommerce") woo.orders.set(id, { status: "processing", total: "120.50" });
      else shopify.add(id);
      await shop.taken(platform, platform === "woocommerce" ? wooOrder({ id: Number(id) }) : shopifyOrder({ id: Number(id) }));
      const did = () => double.did(kind === "refund" ? "refund" : platform === "woocommerce" ? "cancelled" : "cancel", id).length;
      double.fails("commit-and-hang");
      assert.equal((await shop.post(`/v1/orders/${id}/${kind}`, { comment: "the card was stolen" })).status, 202);
      await until(`the shop's commit in round ${round} (${platform} ${kind}): ${JSON.stringify((await shop.order(id)).commands)}`, () => did() === 1);
      await worker.kill();
      double.fails();

      worker = await startBare(folder, vars);
      shop.worker = worker;
      assert.deepEqual((await shop.order(id)).commands.map(({ state }) => state), ["leased"], "nobody knows yet");
      // As if the lease were over.
      await worker.d1("UPDATE command SET lease_until = 0, due_at = 0 WHERE state = 'leased'");
      await worker.scheduled();
      await until("the confirmation", async () => (await shop.order(id)).commands[0].state === "confirmed");
      assert.equal(did(), 1, `${platform} ${kind} in round ${round}`);
    }
  } finally {
    await worker.kill();
    await Promise.all([woo.stop(), shopify.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
});
