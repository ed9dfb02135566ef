// S9: whoever enters an order for the shop is warned at once, with the reason; the buyer never is (B7).
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, holdsJan, newShop, read, wooOrder } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

test("S9: an order that is held or marked comes with a warning and its reasons, any other with none", async () => {
  const shop = await newShop(worker);
  assert.equal((await shop.post("/v1/orders", apiOrder({ id: "clear" }))).json.warning, null);
  const { id: held } = await shop.add(holdsJan);
  const answer = await shop.post("/v1/orders", apiOrder());
  assert.deepEqual(answer.json.warning, { title: "Held: order #1001", reasons: [`chargeback in May (hold): email [entry:${held}]`] });
  const repeated = await shop.post("/v1/orders", apiOrder());
  assert.deepEqual([repeated.status, repeated.json.warning], [200, answer.json.warning]);
  await shop.delete(`/v1/entries/${held}`);
  const { id: marked } = await shop.add({ fields: { city: "Wrocław", ip: "1.1.1.1" } });
  const warned = (await shop.post("/v1/orders", apiOrder({ id: "1002", number: null }), { "accept-language": "pl-PL,pl;q=0.9,en;q=0.5" })).json;
  assert.equal(warned.order.state, "approved");
  assert.equal(warned.warning.title, "Oznaczone: zamówienie 1002");
  assert.match(warned.warning.reasons[0], new RegExp(`^unpaid parcels \\(oznacz\\): .* \\[entry:${marked}\\]$`));
  assert.ok(!("warning" in (await shop.order("1002"))), "it is for whoever enters the order");
});

test("S9: a person of the shop is warned; neither a public key nor a platform's delivery is told anything", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  const headers = { ...(await shop.signIn()), "accept-language": "de" };
  const entered = await read(await worker.fetch("/v1/orders", { method: "POST", headers, body: JSON.stringify(apiOrder({ channel: "phone" })) }));
  assert.deepEqual([entered.status, entered.json.warning.title], [201, "Held: order #1001"], entered.text);
  const buyer = await read(await worker.fetch("/v1/orders", { method: "POST", headers: { authorization: `Bearer ${shop.pk}` }, body: JSON.stringify(apiOrder({ id: "2" })) }));
  assert.ok(buyer.status === 401 || buyer.status === 403, buyer.text);
  assert.ok(!/chargeback|warning/.test(buyer.text));
  const delivered = await shop.taken("woocommerce", wooOrder());
  assert.ok(!/chargeback|warning/.test(delivered.text), delivered.text);
});
