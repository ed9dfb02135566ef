// A shop in the real Worker, as its own server and its platform see it.
import { createHmac, randomUUID } from "node:crypto";
import { secrets, startWorker } from "../e2e/harness.mjs";

const WAREHOUSE = { name: "Warehouse", email: "warehouse@shop.example", language: "en" };

/** Starts a Worker and makes a shop with one contact and a WooCommerce endpoint. */
export async function startShop({ contacts = [WAREHOUSE], demo = false } = {}) {
  const worker = await startWorker();
  const operator = { authorization: `Bearer ${secrets.OPERATOR_KEY}`, "content-type": "application/json" };
  const ask = async (path, headers, body, method = "POST") => {
    const response = await worker.fetch(path, { method, headers, body: typeof body === "string" ? body : JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return text.startsWith("{") ? JSON.parse(text) : text;
  };
  const made = await ask("/v1/shops", operator, {
    name: "Sklep Próbny", default_country: "PL", time_zone: "Europe/Warsaw",
    contacts, endpoints: ["woocommerce"], demo,
  });
  const deliver = (fields) => {
    const body = JSON.stringify(fields);
    const { url, secret } = made.endpoints.woocommerce;
    return ask(new URL(url, worker.url).pathname, {
      "content-type": "application/json", "x-wc-webhook-topic": "order.created", "x-wc-webhook-delivery-id": randomUUID(),
      "x-wc-webhook-signature": createHmac("sha256", secret).update(body).digest("base64"),
    }, body);
  };
  const server = { authorization: `Bearer ${made.sk}`, "content-type": "application/json" };
  return {
    url: worker.url,
    d1: worker.d1,
    /** The headers of the shop's own server. */
    server,
    /** An order's stop window ends so many minutes from now. */
    minutesLeft: (order, minutes) =>
      worker.d1("UPDATE cases SET deadline_at = ?3, window_over = ?4 WHERE shop_id = ?1 AND order_id = ?2", made.shop, order, Date.now() + minutes * 60_000 + 30_000, minutes < 0 ? 1 : 0),
    signInLink: async () => (await ask(`/v1/shops/${made.shop}/sign-in-links`, operator, {})).url,
    /** The shop's server sends an order. */
    order: (fields) => ask("/v1/orders", server, order(fields)),
    /** The shop's server holds or releases an order: what a colleague does meanwhile. */
    act: (id, action, comment, more = {}) => ask(`/v1/orders/${encodeURIComponent(id)}/${action}`, server, { comment, ...more }),
    /** Any other request with the shop's secret key. */
    send: (method, path, body) => ask(path, server, body, method),
    entry: (fields) => ask("/v1/entries", server, fields),
    /** The platform delivers an order whose total cannot be read. */
    unreadableOrder: (number) => deliver({ id: Number(number), number, date_created_gmt: "2026-11-20T10:00:00", currency: "PLN", total: "twelve" }),
    /** The platform delivers an order of this buyer. */
    platformOrder: (number, email) =>
      deliver({ id: Number(number), number, status: "processing", date_created_gmt: "2026-11-20T10:00:00", currency: "PLN", total: "120.50", billing: { email } }),
    /** The merchant says how WooCommerce is reached. */
    connect: async (url) => {
      const body = JSON.stringify({ url, consumer_key: "ck_0123456789", consumer_secret: "cs_0123456789" });
      const answer = await worker.fetch("/v1/connections/woocommerce", { method: "PUT", headers: server, body });
      if (!answer.ok) throw new Error(`connection: ${answer.status} ${await answer.text()}`);
    },
    /** Changes a row as time or a fault would. */
    d1: (sql, ...values) => worker.d1(sql, ...values),
    stop: () => worker.stop(),
  };
}

let made = 0;

/** A whole order around the fields that matter to a test. */
export function order(fields) {
  made += 1;
  const place = { first_name: "Anna", last_name: "Zielińska", street: "ul. Polna 3", postcode: "60-001", city: "Poznań", country: "PL", ...fields.place };
  const { place: _, ...rest } = fields;
  return {
    id: `order-${made}`, number: `#${5000 + made}`, placed_at: new Date(Date.now() - 60_000).toISOString().replace(/\.\d+Z/, "Z"),
    currency: "PLN", total: "120.50", email: `buyer${made}@example.com`, phone: "+48 600 100 200", ip: "198.51.100.7",
    billing: place, shipping: place, lines: [{ sku: "GPU-1", product: "Graphics card", quantity: 1, price: "120.50" }], payment: { method: "cod" },
    ...rest,
  };
}
