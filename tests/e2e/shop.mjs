// A fresh shop on a running Worker, and what a shop's platform and servers send to it.
//
//   const shop = await newShop(worker);                       // POST /v1/shops with the operator's key
//   await shop.deliver("woocommerce", wooOrder({ id: 7 }));   // signed, as the platform would
//   await shop.post("/v1/orders", apiOrder());                // with the shop's secret key
//   await shop.get("/v1/orders/7");                           // {status, headers, text, json}
import assert from "node:assert/strict";
import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { secrets } from "./harness.mjs";

export const operator = { authorization: `Bearer ${secrets.OPERATOR_KEY}` };

const SIGNATURE = { woocommerce: "x-wc-webhook-signature", shopify: "x-shopify-hmac-sha256" };
const TOPIC = { woocommerce: "x-wc-webhook-topic", shopify: "x-shopify-topic" };
export const FIRST_TOPIC = { woocommerce: "order.created", shopify: "orders/create" };

/** Base64 of HMAC-SHA256 over the raw bytes: both platforms' signature. */
export const sign = (bytes, secret, encoding = "base64") => createHmac("sha256", secret).update(bytes).digest(encoding);

/** An answer read in whole. */
export async function read(response) {
  const text = await response.text();
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text, json };
}

/**
 * @param {{ contacts?: string[], country?: string, name?: string }} options `contacts` are e-mail addresses
 */
export async function newShop(worker, { contacts = ["ola@shop.example", "martin@shop.example"], country = "PL", name = "Test shop" } = {}) {
  const body = {
    name,
    default_country: country,
    contacts: contacts.map((email) => ({ name: `Contact ${email}`, email })),
    endpoints: ["woocommerce", "shopify"],
  };
  const created = await read(await worker.fetch("/v1/shops", { method: "POST", headers: operator, body: JSON.stringify(body) }));
  assert.equal(created.status, 201, created.text);
  return new Shop(worker, created.json);
}

/** What the admin page sends with a session: its cookie, its origin and its token. */
export async function pageHeaders(worker, cookie) {
  const session = await read(await worker.fetch("/v1/session", { headers: { cookie } }));
  assert.equal(session.status, 200, session.text);
  return { cookie, origin: worker.url, "content-type": "application/json", "x-ordergate-token": session.json.token };
}

class Shop {
  constructor(worker, { shop, sk, pk, endpoints }) {
    Object.assign(this, { worker, id: shop, sk, pk, endpoints });
  }

  /** A request with the secret key; `body` is sent as it is when it is text or bytes. */
  async send(method, target, body, headers = {}) {
    const raw = body === undefined || typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
    return read(await this.worker.fetch(target, { method, headers: { authorization: `Bearer ${this.sk}`, ...headers }, body: raw }));
  }

  get = (target, headers) => this.send("GET", target, undefined, headers);
  post = (target, body, headers) => this.send("POST", target, body, headers);
  put = (target, body) => this.send("PUT", target, body);
  delete = (target) => this.send("DELETE", target);

  /** Signs in by a one-time link: of the operator for the first admin, or the one given. Answers what the admin page sends. */
  async signIn(url) {
    const link = url ?? (await read(await this.worker.fetch(`/v1/shops/${this.id}/sign-in-links`, { method: "POST", headers: operator }))).json.url;
    const answer = await this.worker.fetch(link, { method: "POST" });
    assert.equal(answer.status, 303);
    return pageHeaders(this.worker, answer.headers.get("set-cookie").split(";")[0]);
  }

  /** One order as the API shows it. */
  async order(id) {
    const answer = await this.get(`/v1/orders/${encodeURIComponent(id)}`);
    assert.equal(answer.status, 200, answer.text);
    return answer.json;
  }

  async add(entry) {
    const answer = await this.post("/v1/entries", { reason: "unpaid parcels", ...entry });
    assert.equal(answer.status, 201, answer.text);
    return answer.json;
  }

  /** A delivery as the platform sends it; `signature: null` sends none. */
  async deliver(platform, body, { topic = FIRST_TOPIC[platform], secret, signature, id, headers = {}, url } = {}) {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
    const endpoint = this.endpoints[platform];
    const sent = { "content-type": "application/json", ...headers };
    if (topic !== null) sent[TOPIC[platform]] = topic;
    if (signature !== null) sent[SIGNATURE[platform]] = signature ?? sign(bytes, secret ?? endpoint.secret);
    if (platform === "shopify") sent["x-shopify-webhook-id"] = id ?? randomUUID();
    return read(await this.worker.fetch(url ?? endpoint.url, { method: "POST", headers: sent, body: bytes }));
  }

  /** A delivery that must be taken. */
  async taken(platform, body, options) {
    const answer = await this.deliver(platform, body, options);
    assert.equal(answer.status, 200, answer.text);
    return answer;
  }

  /** Rows of this shop, oldest first where the table has a time. */
  rows(table) {
    return this.worker.d1(`SELECT * FROM ${table} WHERE shop_id = ?1`, this.id);
  }

  /** The bytes of its only delivery, or of the one named. */
  async body(delivery) {
    const parts = await this.worker.d1(
      "SELECT hex(bytes) AS hex FROM delivery_body WHERE shop_id = ?1 AND (?2 IS NULL OR delivery_id = ?2) ORDER BY delivery_id, part",
      this.id,
      delivery ?? null,
    );
    return Buffer.concat(parts.map(({ hex }) => Buffer.from(hex, "hex")));
  }

  /** Waits until no mail of this shop is on its way. */
  async mailsSettled() {
    for (let tries = 0; tries < 600; tries += 1) {
      const mails = await this.rows("outbox");
      if (mails.every(({ state }) => state !== "pending" && state !== "leased")) return mails;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error("mails are still pending after 15 s");
  }
}

let tables;

/** How many rows every table holds, over all shops. */
export async function counts(worker) {
  tables ??= await worker.d1("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND substr(name, 1, 3) <> '_cf' ORDER BY name");
  const [row] = await worker.d1(`SELECT ${tables.map(({ name }) => `(SELECT COUNT(*) FROM ${name}) AS ${name}`).join(", ")}`);
  return row;
}

/** A file of the fixtures beside the repository; `null` without them. */
export function fixture(name) {
  const folder = process.env.ORDERGATE_SHARED;
  return folder ? readFileSync(path.join(folder, "fixtures", name)) : null;
}

export const needsFixtures = process.env.ORDERGATE_SHARED ? {} : { skip: "ORDERGATE_SHARED is not set" };

export function apiOrder(fields = {}) {
  return {
    id: "1001",
    number: "#1001",
    placed_at: "2026-11-24T10:00:00Z",
    updated_at: "2026-11-24T10:00:00Z",
    currency: "PLN",
    total: "120.50",
    email: "jan@example.com",
    phone: "+48 600 100 200",
    ip: "1.1.1.1",
    billing: { first_name: "Jan", last_name: "Kowalski", street: "ul. Długa 12/4", postcode: "50-001", city: "Wrocław", country: "PL" },
    lines: [{ sku: "GPU-1", product: "Graphics card", quantity: 1, price: "120.50" }],
    ...fields,
  };
}

export function wooOrder(fields = {}) {
  const place = { first_name: "Jan", last_name: "Kowalski", company: "", address_1: "ul. Długa 12/4", address_2: "", city: "Wrocław", state: "", postcode: "50-001", country: "PL" };
  return {
    id: 7001,
    number: "7001",
    status: "processing",
    currency: "PLN",
    date_created_gmt: "2026-11-24T10:00:00",
    date_modified_gmt: "2026-11-24T10:00:00",
    total: "120.50",
    customer_id: 0,
    customer_ip_address: "1.1.1.1",
    customer_note: "",
    billing: { ...place, email: "jan@example.com", phone: "+48 600 100 200" },
    shipping: place,
    payment_method: "cod",
    line_items: [{ id: 1, name: "Graphics card", sku: "GPU-1", quantity: 1, total: "120.50", price: 120.5 }],
    ...fields,
  };
}

export function shopifyOrder(fields = {}) {
  const place = { first_name: "Jan", last_name: "Kowalski", address1: "ul. Długa 12/4", city: "Wrocław", zip: "50-001", country_code: "PL" };
  return {
    id: 820982911946154500,
    name: "#9001",
    created_at: "2026-11-24T11:00:00+01:00",
    updated_at: "2026-11-24T11:00:00+01:00",
    currency: "PLN",
    total_price: "120.50",
    email: "jan@example.com",
    phone: "+48600100200",
    browser_ip: "1.1.1.1",
    billing_address: place,
    shipping_address: place,
    line_items: [{ id: 1, name: "Graphics card", sku: "GPU-1", quantity: 1, price: "120.50" }],
    ...fields,
  };
}

/** An entry that holds whatever the example orders above are. */
export const holdsJan = { fields: { email: "jan@example.com" }, effect: "hold", reason: "chargeback in May" };
