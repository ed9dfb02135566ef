// What the shop's platforms were to be told and were not, in one list.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, newShop } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

test("commands that were given up or whose end is unknown are listed, newest first, and one is tried again", async () => {
  const shop = await newShop(worker);
  await shop.post("/v1/orders", apiOrder({ id: "7", number: "#7" }));
  const insert = (id, state, at) => worker.d1(
    `INSERT INTO command (shop_id, order_id, id, platform, kind, body, state, due_at, attempts, last_error, actor, created_at) VALUES (?1, '7', ?2, 'woocommerce', 'hold', '{}', ?3, ${at}, 12, '401', 'api', ${at})`,
    shop.id, id, state,
  );
  const now = Date.now();
  await insert("old", "dead", now - 2000);
  await insert("lost", "unknown", now + 3_600_000);
  await insert("done", "confirmed", now - 500);
  const { data } = (await shop.get("/v1/commands")).json;
  assert.deepEqual(data.map(({ id, state, order, number, last_error }) => [id, state, order, number, last_error]), [["lost", "unknown", "7", "#7", "401"], ["old", "dead", "7", "#7", "401"]]);
  assert.deepEqual((await (await newShop(worker)).get("/v1/commands")).json.data, [], "of this shop only");
  assert.equal((await shop.post("/v1/orders/7/commands/old/retry")).status, 200);
  const { commands } = (await shop.get("/v1/orders/7")).json;
  assert.notEqual(commands.find(({ id }) => id === "old").attempts, 12, "it starts anew");
  assert.equal((await shop.post("/v1/commands")).status, 405);
});
