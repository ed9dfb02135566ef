// Small HTTP servers that speak WooCommerce's REST API and Shopify's Admin API as far as Ordergate does, keep a ledger, and can misbehave.
//
//   const woo = await startWooDouble({ key: "ck_…", secret: "cs_…" });
//   woo.orders.set("7001", { status: "processing", total: "120.50" });
//   woo.fails("500", "429 retry-after=30", "hang", "close", "commit-and-close", "no-json");   // the next requests that change something
//   woo.failsReading("500");                                                                  // the next requests that only read
//   woo.ledger                                                                                // what was really done, in order
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";

async function start(handle) {
  const writing = [];
  const reading = [];
  const ledger = [];
  const requests = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const part of request.setEncoding("utf8")) text += part;
    const answer = (status, body, headers = {}) => response.writeHead(status, { "content-type": "application/json", ...headers }).end(typeof body === "string" ? body : JSON.stringify(body));
    const call = { method: request.method, url: request.url, headers: request.headers, body: text ? JSON.parse(text) : undefined };
    requests.push(call);
    const { changes, act } = handle(call, ledger);
    if (typeof act !== "function") return answer(act.status, act.body);
    const [what, ...options] = ((changes ? writing : reading).shift() ?? "ok").split(" ");
    const headers = Object.fromEntries(options.map((option) => option.split("=")));
    if (what === "hang") return undefined;
    if (what === "close") return request.socket.destroy();
    if (what === "redirect") return answer(302, {}, { location: "http://127.0.0.1:1/" });
    if (/^\d+$/.test(what)) return answer(Number(what), { code: "error", message: "secret words of the shop" }, headers);
    const done = act();
    if (what === "commit-and-hang") return undefined;
    if (what === "commit-and-close") return request.socket.destroy();
    if (what === "commit-and-500") return answer(500, {});
    if (what === "no-json") return answer(200, "<html>maintenance</html>");
    return answer(done.status ?? 200, done.body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    ledger,
    requests,
    fails: (...list) => writing.splice(0, writing.length, ...list),
    failsReading: (...list) => reading.splice(0, reading.length, ...list),
    did: (kind, id) => ledger.filter((entry) => entry.kind === kind && (id === undefined || entry.id === id)),
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

export async function startWooDouble({ key = "ck_0123456789", secret = "cs_0123456789" } = {}) {
  const orders = new Map();
  const listed = [];
  const webhooks = [];
  const expected = `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`;
  const refused = (status, message) => ({ act: { status, body: { code: "woocommerce_rest", message } } });
  const double = await start(({ method, url, headers, body }, ledger) => {
    if (headers.authorization !== expected) return refused(401, "wrong key");
    const asked = new URL(url, "http://double");
    if (method === "GET" && asked.pathname === "/wp-json/wc/v3/orders") {
      const { modified_after: since, dates_are_gmt: gmt, orderby, order: direction, per_page: size, page } = Object.fromEntries(asked.searchParams);
      if (gmt !== "true" || orderby !== "modified" || direction !== "asc") return refused(400, "bad query");
      const changed = listed.filter((one) => one.date_modified_gmt > since).sort((a, b) => (a.date_modified_gmt < b.date_modified_gmt ? -1 : 1));
      return { changes: false, act: () => ({ body: changed.slice((page - 1) * size, page * size) }) };
    }
    if (method === "GET" && asked.pathname === "/wp-json/wc/v3/webhooks") return { changes: false, act: () => ({ body: webhooks }) };
    if (method === "POST" && asked.pathname === "/wp-json/wc/v3/webhooks") {
      if (!body.topic || !body.delivery_url || !body.secret) return refused(400, "a webhook has a topic, an address and a secret");
      const { secret: _, ...shown } = body;
      return { changes: true, act: () => (ledger.push({ kind: "webhook", id: body.topic, ...body }), webhooks.push({ id: 100 + webhooks.length, status: "active", ...shown }), { status: 201, body: webhooks.at(-1) }) };
    }
    if (method === "PUT" && asked.pathname.startsWith("/wp-json/wc/v3/webhooks/")) {
      const webhook = webhooks.find(({ id }) => String(id) === asked.pathname.split("/").at(-1));
      return webhook ? { changes: true, act: () => ({ body: Object.assign(webhook, body) }) } : refused(404, "no such webhook");
    }
    const [, id, rest = ""] = url.match(/^\/wp-json\/wc\/v3\/orders\/(\d+)(\/notes|\/refunds)?(?:\?.*)?$/) ?? [];
    const order = orders.get(id);
    if (!id || !order) return refused(404, "no such order");
    order.meta_data ??= [];
    order.notes ??= [];
    order.refunds ??= [];
    if (method === "GET") return { changes: false, act: () => ({ body: rest === "/notes" ? order.notes : rest === "/refunds" ? order.refunds : { ...order, id: Number(id) } }) };
    if (method === "PUT" && rest === "") {
      const { status, meta_data: meta = [], ...others } = body;
      assert.deepEqual(others, {}, "only status and metadata are ever set");
      return {
        changes: true,
        act: () => {
          if (status && status !== order.status) ledger.push({ kind: status, id });
          if (status) order.status = status;
          for (const one of meta) {
            ledger.push({ kind: `meta ${one.value}`, id });
            order.meta_data = [...order.meta_data.filter((known) => known.key !== one.key), one];
          }
          return { body: order };
        },
      };
    }
    if (method === "POST" && rest === "/notes") {
      if (body.customer_note !== false) return refused(400, "a note to the customer");
      return { changes: true, act: () => (ledger.push({ kind: "note", id, note: body.note }), order.notes.push({ note: body.note }), { status: 201, body: {} }) };
    }
    if (method === "POST" && rest === "/refunds") {
      if (body.api_refund !== true || !/^\d+\.\d\d$/.test(body.amount)) return refused(400, "bad refund");
      return { changes: true, act: () => (ledger.push({ kind: "refund", id, amount: body.amount }), order.refunds.push({ reason: body.reason, total: `-${body.amount}` }), { status: 201, body: {} }) };
    }
    return refused(405, "unknown call");
  });
  return Object.assign(double, { orders, listed, webhooks, key, secret });
}

export async function startShopifyDouble({ token = "shpat_0123456789" } = {}) {
  const orders = new Map();
  const listed = [];
  const webhooks = [];
  const idempotent = new Map();
  const double = await start(({ method, url, headers, body }, ledger) => {
    if (headers["x-shopify-access-token"] !== token) return { act: { status: 401, body: { errors: "wrong token" } } };
    const asked = new URL(url, "http://double");
    if (method === "GET" && asked.pathname === "/admin/api/2026-07/orders.json") {
      const { updated_at_min: since, status, order: direction, limit } = Object.fromEntries(asked.searchParams);
      if (status !== "any" || direction !== "updated_at asc") return { act: { status: 400, body: {} } };
      const changed = listed.filter((one) => Date.parse(one.updated_at) >= Date.parse(since)).sort((a, b) => Date.parse(a.updated_at) - Date.parse(b.updated_at));
      return { changes: false, act: () => ({ body: { orders: changed.slice(0, Number(limit)) } }) };
    }
    if (method === "GET" && asked.pathname === "/admin/api/2026-07/webhooks.json") return { changes: false, act: () => ({ body: { webhooks } }) };
    if (method === "POST" && asked.pathname === "/admin/api/2026-07/webhooks.json") {
      const { topic, address, format } = body.webhook;
      if (format !== "json" || webhooks.some((one) => one.topic === topic && one.address === address)) return { act: { status: 422, body: { errors: { address: ["for this topic has already been taken"] } } } };
      return { changes: true, act: () => (ledger.push({ kind: "webhook", id: topic, address }), webhooks.push({ id: 100 + webhooks.length, topic, address }), { status: 201, body: { webhook: webhooks.at(-1) } }) };
    }
    if (method !== "POST" || url !== "/admin/api/2026-07/graphql.json") return { act: { status: 404, body: {} } };
    const { query, variables } = body;
    const name = query.match(/\{\s*(\w+)/)[1];
    const data = (value) => ({ body: { data: { [name]: value } } });
    const byFulfilment = (id) => [...orders.values()].flatMap((order) => order.fulfilmentOrders.map((one) => [order, one])).find(([, one]) => one.id === id);
    const orderId = variables.id ?? variables.input?.orderId;
    const order = orders.get(orderId?.split("/").at(-1));
    const error = (message) => data({ userErrors: [{ field: ["id"], message }] });
    const fine = () => data({ userErrors: [] });
    if (name === "order") {
      return {
        changes: false,
        act: () => {
          if (!order) return data(null);
          const from = variables.after ? Number(variables.after) : 0;
          const nodes = order.fulfilmentOrders.slice(from, from + 2).map((one) => ({ id: one.id, status: one.status, fulfillmentHolds: one.holds }));
          const pageInfo = { hasNextPage: from + 2 < order.fulfilmentOrders.length, endCursor: String(from + 2) };
          return data({ id: orderId, cancelledAt: order.cancelledAt ?? null, tags: order.tags, fulfillmentOrders: { nodes, pageInfo }, transactions: order.transactions ?? [], refunds: order.refunds ?? [] });
        },
      };
    }
    const mutations = {
      fulfillmentOrderHold() {
        const [owner, one] = byFulfilment(variables.id) ?? [];
        const { reason, notifyMerchant, handle } = variables.hold;
        if (!one || reason !== "HIGH_RISK_OF_FRAUD" || notifyMerchant !== false || !handle) return error("bad hold");
        if (one.status === "CLOSED") return error("closed");
        if (one.holds.some((hold) => hold.handle === handle)) return error("duplicate handle");
        one.holds.push({ id: `gid://shopify/FulfillmentHold/${Math.random()}`, handle });
        one.status = "ON_HOLD";
        ledger.push({ kind: "hold", id: owner.id, fulfilment: one.id });
        return fine();
      },
      fulfillmentOrderReleaseHold() {
        const [owner, one] = byFulfilment(variables.id) ?? [];
        if (!one || !variables.holds?.length) return error("all holds of everybody would go");
        one.holds = one.holds.filter((hold) => !variables.holds.includes(hold.id));
        if (one.holds.length === 0) one.status = "OPEN";
        ledger.push({ kind: "release", id: owner.id, fulfilment: one.id });
        return fine();
      },
      tagsAdd: () => (ledger.push({ kind: "tag", id: order.id }), (order.tags = [...new Set([...order.tags, ...variables.tags])]), fine()),
      tagsRemove: () => ((order.tags = order.tags.filter((tag) => !variables.tags.includes(tag))), fine()),
      orderRiskAssessmentCreate: () => (ledger.push({ kind: "risk", id: order.id, level: variables.input.riskLevel }), fine()),
      orderCancel() {
        if (!query.includes("notifyCustomer: false")) return error("the customer would be told");
        if (order.cancelledAt) return data({ orderCancelUserErrors: [{ field: ["orderId"], message: "already cancelled" }], userErrors: [] });
        order.cancelledAt = "2026-11-24T10:00:00Z";
        ledger.push({ kind: "cancel", id: order.id });
        return data({ orderCancelUserErrors: [], userErrors: [] });
      },
      refundCreate() {
        const { notify, transactions, note } = variables.input;
        if (!query.includes("@idempotent(key: $key)") || !variables.key || notify !== false || transactions.length !== 1) return error("bad refund");
        if (!idempotent.has(variables.key)) {
          idempotent.set(variables.key, true);
          ledger.push({ kind: "refund", id: order.id, amount: transactions[0].amount });
          order.refunds = [...(order.refunds ?? []), { id: "r", note }];
        }
        return fine();
      },
    };
    const mutation = mutations[name];
    if (!mutation) return { act: { status: 200, body: { errors: [{ message: `unknown field ${name}` }] } } };
    return { changes: true, act: mutation };
  });
  const add = (id, fields = {}) => {
    const fulfilmentOrders = [1, 2, 3].map((n) => ({ id: `gid://shopify/FulfillmentOrder/${id}${n}`, status: n === 3 ? "CLOSED" : "OPEN", holds: [] }));
    const transactions = [{ id: "gid://shopify/OrderTransaction/1", kind: "SALE", status: "SUCCESS", gateway: "stripe", amountSet: { shopMoney: { amount: "120.50" } } }];
    orders.set(String(id), { id: String(id), tags: ["vip"], fulfilmentOrders, transactions, ...fields });
    return orders.get(String(id));
  };
  return Object.assign(double, { orders, listed, webhooks, token, add });
}
