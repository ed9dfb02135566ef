// S11, "clear and edit": an order is released so that it can be changed in the shop, and the change is checked as any other.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, holdsJan, newShop, shopifyOrder, wooOrder } from "./shop.mjs";

// Nothing is called: no order is held while the shop is connected.
const worker = await startWorker();
after(() => worker.stop());

const why = "wrong flat number, called the buyer";
const release = (shop, id, more = { edit: true }) => shop.post(`/v1/orders/${id}/release`, { comment: why, ...more });
const woo = { url: "https://sklep.example.com/pl/", consumer_key: "ck_0123456789", consumer_secret: "cs_0123456789" };

test("S11: each platform's order is released together with the address of its page in the shop", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  await shop.post("/v1/orders", apiOrder());
  await shop.taken("woocommerce", wooOrder({ id: 7001 }));
  await shop.taken("shopify", shopifyOrder({ id: 5001 }));
  assert.equal((await shop.order("7001")).order.edit_url, null, "nobody said where the shop is");
  for (const [platform, body] of [["woocommerce", woo], ["shopify", { shop_domain: "my-shop.myshopify.com", access_token: "shpat_0123456789" }]]) {
    assert.equal((await shop.put(`/v1/connections/${platform}`, body)).status, 200);
  }
  for (const [id, page] of [
    ["1001", null],
    ["7001", "https://sklep.example.com/pl/wp-admin/post.php?post=7001&action=edit"],
    ["5001", "https://my-shop.myshopify.com/admin/orders/5001"],
  ]) {
    const answer = await release(shop, id);
    assert.equal(answer.status, 200, answer.text);
    const { order, holds, timeline, checks } = answer.json;
    assert.deepEqual([order.state, order.edit_url, checks.length], ["released", page, 1]);
    const { resolution, by, comment, edit } = holds[0].resolution;
    assert.deepEqual([resolution, by, comment, edit], ["released", "api", why, true]);
    const { actor, action, detail } = timeline.at(-1);
    assert.deepEqual([actor, action, detail], ["api", "order.released_to_edit", why]);
    assert.deepEqual(answer.json, await shop.order(id), "the same shape as GET");
    assert.equal((await release(shop, id)).status, 409, "it is released already");
  }
  assert.equal((await shop.get("/v1/holds")).json.data.length, 0);
});

test("S11: what is then changed is checked again, and a check of it can hold the order, never silently pass it", async () => {
  const shop = await newShop(worker);
  const held = await shop.post("/v1/orders", apiOrder({ hold: { comment: "the flat number does not exist" } }));
  assert.equal(held.json.order.state, "held");
  await release(shop, "1001");
  const edited = (minute, place) => shop.post("/v1/orders", apiOrder({ updated_at: `2026-11-24T11:0${minute}:00Z`, billing: { ...apiOrder().billing, ...place } }));
  const harmless = await edited(1, { street: "ul. Długa 12/14" });
  assert.deepEqual([harmless.json.order.state, harmless.json.checks.map(({ kind }) => kind)], ["released", ["updated", "placed"]]);
  await shop.add({ fields: { city: "Opole", street: "Krótka", house_number: "1" }, effect: "hold", reason: "parcels vanish there" });
  const moved = await edited(2, { street: "ul. Krótka 1", city: "Opole" });
  assert.deepEqual([moved.json.order.state, moved.json.checks.length, moved.json.case?.state], ["held", 3, "open"]);
  assert.deepEqual(moved.json.holds.map(({ resolution }) => resolution?.edit), [undefined, true]);
});

test("S11: `edit` is yes or no, is for a release only, and a plain release says that nothing is edited", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  await shop.post("/v1/orders", apiOrder());
  assert.equal((await release(shop, "1001", { edit: "yes" })).status, 400);
  assert.equal((await release(shop, "1001", { edit: true, comment: " " })).json.errors[0].pointer, "/comment");
  assert.equal((await shop.post("/v1/orders/1001/hold", { comment: why, edit: true })).status, 400);
  for (const body of [{ action: "release", edit: true }, { action: "release_to_edit" }]) {
    assert.equal((await shop.post("/v1/orders/bulk", { ids: ["1001"], comment: why, ...body })).status, 400, JSON.stringify(body));
  }
  const plain = await release(shop, "1001", {});
  assert.deepEqual([plain.json.holds[0].resolution.edit, plain.json.timeline.at(-1).action], [undefined, "order.released"]);
});
