// What one order costs: rows written, which D1 bills, with a bound; statements, rows read and time are printed for information.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startFaulty } from "./faulty-entry/start.mjs";
import { apiOrder, holdsJan, newShop, wooOrder } from "./shop.mjs";

const worker = await startFaulty();
/** WooCommerce numbers an order by its id, unless the shop has a plugin for numbers. */
const ordinary = (id) => wooOrder({ id, number: String(id) });
after(() => worker.stop());

const sum = (figures) => ({
  batches: figures.length,
  statements: figures.reduce((total, { statements }) => total + statements, 0),
  "rows read": figures.reduce((total, { read }) => total + read, 0),
  "rows written": figures.reduce((total, { written }) => total + written, 0),
});

/** Runs `work` and gives what it cost in the request itself and in sending its mails. */
async function cost(t, name, shop, work) {
  await shop.mailsSettled();
  await worker.figures();
  await work();
  await shop.mailsSettled();
  // The drain writes its results in a batch of its own.
  const figures = await worker.figures();
  const drains = figures.filter(({ sql }) => sql.includes("UPDATE outbox"));
  const taking = sum(figures.filter((figure) => !drains.includes(figure)));
  t.diagnostic(`${name}: ${JSON.stringify(taking)}; its mails: ${JSON.stringify(sum(drains))}`);
  return { taking, sending: sum(drains), figures };
}

test("a held order of an ordinary shop with two contacts writes at most 20 rows, mails queued and audit included", async (t) => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  await shop.taken("woocommerce", ordinary(1));
  const held = await cost(t, "held", shop, () => shop.taken("woocommerce", ordinary(2)));
  const [write] = held.figures.filter(({ sql }) => sql.includes("INSERT INTO orders"));
  for (const [sql, written] of write.each) t.diagnostic(`  ${written} ${sql.slice(0, 60)}`);
  assert.equal((await shop.order("2")).order.state, "held");
  assert.ok(held.taking["rows written"] > 0 && held.taking["rows written"] <= 20, `${held.taking["rows written"]} rows`);

  // A sent mail enters the index of the outbox list.
  assert.ok(held.taking["rows written"] + held.sending["rows written"] <= 28, "with both mails claimed and sent");

  const approved = await cost(t, "approved", shop, () => shop.taken("woocommerce", { ...ordinary(3), billing: { email: "x@example.com" } }));
  assert.ok(approved.taking["rows written"] < held.taking["rows written"]);
  assert.equal(approved.sending["rows written"], 0);
  const repeated = await cost(t, "repeated", shop, () => shop.taken("woocommerce", ordinary(2)));
  assert.equal(repeated.taking["rows written"], 0, "a repeated delivery writes nothing");
  const api = await cost(t, "held, over the API", shop, () => shop.post("/v1/orders", apiOrder({ id: "4" })));
  assert.ok(api.taking["rows written"] <= held.taking["rows written"]);
  await cost(t, "a check", shop, () => shop.post("/v1/checks", apiOrder()));
});

test("what one order reads does not grow with the orders before it, nor with entries it has seen", async (t) => {
  const shop = await newShop(worker);
  for (let index = 0; index < 100; index += 1) await shop.add({ fields: { email: `x${index}@example.com` } });
  const read = async (id) => (await cost(t, `order ${id}`, shop, () => shop.taken("woocommerce", wooOrder({ id })))).taking["rows read"];
  await read(1);
  const early = await read(2);
  const stranger = (index) => {
    const order = wooOrder({ id: 100 + index, customer_ip_address: `9.9.9.${index}` });
    order.billing = { ...order.billing, email: `x${index}@example.org`, phone: `+48 500 100 1${index}`, address_1: `Krótka ${index}` };
    return { ...order, shipping: { ...order.shipping, address_1: `Krótka ${index}` } };
  };
  await Promise.all(Array.from({ length: 60 }, (_, index) => shop.taken("woocommerce", stranger(index))));
  const late = await read(3);
  // Two more of the buyer's own orders, by four keys of which each is read with its order.
  assert.ok(late <= early + 2 + 4 * 4 && late < 60, `${early} rows, then ${late}`);
  await Promise.all(Array.from({ length: 60 }, (_, index) => shop.taken("woocommerce", wooOrder({ id: 200 + index }))));
  const most = await read(4);
  assert.ok(most < 4 * 2 * 50 + 100, `${most} rows: at most 50 earlier orders of each key are read`);
});

test("time of one delivery, from the shop's side", async (t) => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  for (const [name, email] of [["approved", "x@example.com"], ["held", "jan@example.com"]]) {
    const times = [];
    for (let index = 0; index < 40; index += 1) {
      const body = wooOrder({ id: `${name}-${index}` });
      body.billing = { ...body.billing, email };
      const begin = performance.now();
      await shop.taken("woocommerce", body);
      times.push(performance.now() - begin);
    }
    times.sort((a, b) => a - b);
    t.diagnostic(`${name}: median ${times[20].toFixed(1)} ms, 95 % within ${times[37].toFixed(1)} ms`);
  }
});
