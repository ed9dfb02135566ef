// Signing in to the admin page, the operator's routes, health, and what the logs never hold.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, counts, holdsJan, newShop, operator, pageHeaders, read, shopifyOrder, wooOrder } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

const ask = async (method, target, headers = {}, body) => read(await worker.fetch(target, { method, headers, body }));
const link = async (shop) => {
  const answer = await ask("POST", `/v1/shops/${shop.id}/sign-in-links`, operator);
  assert.equal(answer.status, 201, answer.text);
  assert.match(answer.json.url, /^\/admin\/sign-in\/[0-9a-f]{64}$/);
  return answer.json.url;
};
async function signIn(shop) {
  const answer = await ask("POST", await link(shop));
  assert.equal(answer.status, 303);
  return answer.headers.get("set-cookie").split(";")[0];
}

test("opening a sign-in link changes nothing, however often; using it signs in once", async () => {
  const shop = await newShop(worker);
  const url = await link(shop);
  const before = await counts(worker);
  for (let time = 0; time < 3; time += 1) {
    const page = await ask("GET", url);
    assert.equal(page.status, 200);
    assert.match(page.headers.get("content-type"), /^text\/html/);
    assert.equal(page.headers.get("set-cookie"), null);
    assert.ok(page.text.includes('<form method="post">') && page.text.includes("Test shop") && !page.text.includes(url.split("/").pop()));
  }
  assert.deepEqual(await counts(worker), before);
  assert.deepEqual((await shop.rows("sign_in_link")).map(({ used_at }) => used_at), [null]);

  const first = await ask("POST", url);
  assert.deepEqual([first.status, first.headers.get("location")], [303, "/admin/"]);
  const cookie = first.headers.get("set-cookie");
  assert.match(cookie, /^__Host-ordergate=[0-9a-f]{64}; /);
  for (const word of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200"]) assert.ok(cookie.split("; ").includes(word), word);
  assert.ok(!/domain/i.test(cookie), "__Host- cookies name no domain");
  const second = await ask("POST", url);
  assert.deepEqual([second.status, second.headers.get("set-cookie")], [410, null]);
  assert.equal((await shop.rows("session")).length, 1);
});

test("ten uses of one link at once make one session", async () => {
  const shop = await newShop(worker);
  const url = await link(shop);
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask("POST", url)));
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, ...Array(9).fill(410)]);
  assert.equal((await shop.rows("session")).length, 1);
});

test("an expired link, an unknown one and a click from another site do not sign in", async () => {
  const shop = await newShop(worker);
  const url = await link(shop);
  for (const site of ["cross-site", "same-site", "none"]) {
    const answer = await ask("POST", url, { "sec-fetch-site": site });
    assert.deepEqual([answer.status, answer.headers.get("set-cookie")], [403, null], site);
  }
  await worker.d1("UPDATE sign_in_link SET expires_at = ?1 WHERE shop_id = ?2", Date.now(), shop.id);
  assert.equal((await ask("POST", url)).status, 410);
  assert.equal((await ask("POST", `/admin/sign-in/${"0".repeat(64)}`)).status, 410);
  assert.deepEqual(await shop.rows("session"), []);
});

test("a session sees its shop's orders and entries and no other's, until it ends", async () => {
  const [shop, other] = [await newShop(worker), await newShop(worker)];
  await shop.post("/v1/orders", apiOrder());
  await other.post("/v1/orders", apiOrder({ id: "of-other" }));
  const cookie = await signIn(shop);
  const mine = await ask("GET", "/v1/orders", { cookie });
  assert.deepEqual(mine.json.data.map(({ id }) => id), ["1001"]);
  assert.equal((await ask("GET", "/v1/orders/of-other", { cookie })).status, 404);
  const session = await ask("GET", "/v1/session", { cookie: `a=b; ${cookie}; c=d` });
  assert.deepEqual([session.json.shop.id, session.json.shop.minimum_points, session.json.shop.default_country], [shop.id, 50, "PL"]);
  const left = Date.parse(session.json.expires_at) - Date.now();
  assert.ok(left > 11.9 * 3_600_000 && left <= 12 * 3_600_000);
  const token = cookie.split("=")[1];
  const [{ token_digest }] = await shop.rows("session");
  for (const bad of [`ordergate=${token}`, "__Host-ordergate=", `__Host-ordergate=${token_digest}`, `__Host-ordergate=${token}0`, `__host-ordergate=${token}`]) {
    assert.equal((await ask("GET", "/v1/orders", { cookie: bad })).status, 401, bad);
  }
  await worker.d1("UPDATE session SET expires_at = ?1 WHERE shop_id = ?2", Date.now(), shop.id);
  assert.equal((await ask("GET", "/v1/orders", { cookie })).status, 401);
});

test("a session that is not used for 30 minutes has ended; one that is used goes on", async () => {
  const shop = await newShop(worker);
  const cookie = await signIn(shop);
  const unused = (minutes) => worker.d1("UPDATE session SET seen_at = ?1 WHERE shop_id = ?2", Date.now() - minutes * 60_000, shop.id);
  await unused(29);
  assert.equal((await ask("GET", "/v1/orders", { cookie })).status, 200);
  const [{ seen_at }] = await shop.rows("session");
  assert.ok(Date.now() - seen_at < 60_000, "its use was noted");
  await unused(30.1);
  assert.equal((await ask("GET", "/v1/orders", { cookie })).status, 401);
});

test("sessions and links that are over are forgotten with the next sign-in", async () => {
  const shop = await newShop(worker);
  await signIn(shop);
  await link(shop);
  await worker.d1("UPDATE session SET expires_at = ?1 WHERE shop_id = ?2", Date.now(), shop.id);
  await worker.d1("UPDATE sign_in_link SET expires_at = ?1 WHERE shop_id = ?2", Date.now(), shop.id);
  const cookie = await signIn(shop);
  assert.deepEqual([(await shop.rows("session")).length, (await shop.rows("sign_in_link")).length], [1, 1]);
  assert.equal((await ask("GET", "/v1/session", { cookie })).status, 200);
});

test("sessions are listed and ended one by one", async () => {
  const shop = await newShop(worker);
  const [one, two] = [await pageHeaders(worker, await signIn(shop)), await pageHeaders(worker, await signIn(shop))];
  const listed = (await ask("GET", "/v1/sessions", one)).json.data;
  assert.deepEqual(listed.map(({ user, current }) => [user.name, current]).toSorted(), [["Admin", false], ["Admin", true]]);
  const { id } = listed.find(({ current }) => !current);
  assert.equal((await ask("DELETE", `/v1/sessions/${id}`, one)).status, 204);
  assert.deepEqual([(await ask("GET", "/v1/orders", one)).status, (await ask("GET", "/v1/orders", two)).status], [200, 401]);
  assert.equal((await ask("DELETE", `/v1/sessions/${id}`, one)).status, 404);
  const other = await pageHeaders(worker, await signIn(await newShop(worker)));
  assert.equal((await ask("DELETE", `/v1/sessions/${listed.find(({ current }) => current).id}`, other)).status, 404, "another shop's");
  assert.equal((await shop.get("/v1/sessions")).status, 403, "a key has none");
});

test("a session changes something only from the admin page itself", async () => {
  const shop = await newShop(worker);
  const cookie = await signIn(shop);
  const own = await pageHeaders(worker, cookie);
  const entry = JSON.stringify({ fields: { email: "jan@example.com" }, effect: "mark", reason: "unpaid parcels" });
  const foreign = {
    "no origin": { ...own, origin: undefined },
    "another origin": { ...own, origin: "https://evil.example" },
    "another port": { ...own, origin: `${worker.url}0` },
    "an origin that only begins alike": { ...own, origin: `${worker.url}.evil.example` },
    "a null origin": { ...own, origin: "null" },
    "another site, by the browser's word": { ...own, "sec-fetch-site": "cross-site" },
    "a sibling site": { ...own, "sec-fetch-site": "same-site" },
    "a plain form": { ...own, "content-type": "application/x-www-form-urlencoded" },
    "plain text": { ...own, "content-type": "text/plain" },
    "no content type": { ...own, "content-type": undefined },
    "no token": { ...own, "x-ordergate-token": undefined },
    "another session's token": { ...own, "x-ordergate-token": (await pageHeaders(worker, await signIn(shop)))["x-ordergate-token"] },
    "the cookie in place of the token": { ...own, "x-ordergate-token": cookie.split("=")[1] },
  };
  const before = await counts(worker);
  for (const [name, all] of Object.entries(foreign)) {
    const headers = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    const body = name === "no content type" ? new Blob([entry]) : entry;
    assert.equal((await ask("POST", "/v1/entries", headers, body)).status, 403, name);
  }
  for (const headers of [{ cookie }, { ...own, origin: "https://evil.example" }, { ...own, "sec-fetch-site": "cross-site" }, { cookie, origin: worker.url }]) {
    assert.equal((await ask("DELETE", "/v1/session", headers)).status, 403);
  }
  assert.deepEqual(await counts(worker), before);

  const added = await ask("POST", "/v1/entries", { ...own, "sec-fetch-site": "same-origin" }, entry);
  assert.deepEqual([added.status, added.json.actor], [201, "Admin"]);
  assert.equal((await ask("DELETE", `/v1/entries/${added.json.id}`, own)).status, 204);
  const out = await ask("DELETE", "/v1/session", own);
  assert.equal(out.status, 204);
  assert.match(out.headers.get("set-cookie"), /^__Host-ordergate=; .*Max-Age=0/);
  assert.equal((await ask("GET", "/v1/orders", { cookie })).status, 401, "the old cookie is worth nothing");
});

test("one person signing out leaves another signed in", async () => {
  const shop = await newShop(worker);
  const [one, two] = [await signIn(shop), await signIn(shop)];
  await ask("DELETE", "/v1/session", await pageHeaders(worker, one));
  assert.deepEqual([(await ask("GET", "/v1/session", { cookie: one })).status, (await ask("GET", "/v1/session", { cookie: two })).status], [401, 200]);
});

test("the operator's routes take the operator's key and no other", async () => {
  const shop = await newShop(worker);
  const cookie = await signIn(shop);
  const before = await counts(worker);
  const keys = [{}, { authorization: "Bearer " }, { authorization: `Bearer ${shop.sk}` }, { authorization: `Bearer ${shop.pk}` }, { authorization: `${operator.authorization}0` },
    { authorization: operator.authorization.slice(0, -1) }, { authorization: operator.authorization.slice(7) }, { cookie, origin: worker.url, "content-type": "application/json" }];
  for (const headers of keys) {
    assert.equal((await ask("POST", "/v1/shops", headers, '{"name": "x"}')).status, 401, JSON.stringify(headers));
    assert.equal((await ask("POST", `/v1/shops/${shop.id}/sign-in-links`, headers)).status, 401);
  }
  assert.equal((await ask("POST", "/v1/shops/nobody/sign-in-links", operator)).status, 404);
  assert.equal((await ask("GET", "/v1/orders", operator)).status, 401, "the operator's key is no shop's");
  assert.deepEqual(await counts(worker), before);
});

test("a shop that makes no sense is refused with the pointer, and nothing of it is stored", async () => {
  const before = await counts(worker);
  for (const [body, pointer] of [
    ["{", ""], ["{}", ""], [{ name: " " }, "/name"], [{ name: "x", contacts: [{ name: "Ola", email: "ola" }] }, "/contacts/0/email"], [{ name: "x", endpoints: ["prestashop"] }, "/endpoints/0"],
    [{ name: "x", endpoints: ["shopify", "shopify"] }, "/endpoints/1"], [{ name: "x", default_country: "Narnia" }, "/default_country"], [{ name: "x", colour: "red" }, "/colour"],
  ]) {
    const answer = await ask("POST", "/v1/shops", operator, typeof body === "string" ? body : JSON.stringify(body));
    assert.equal(answer.status, 400, answer.text);
    assert.equal(answer.json.errors[0].pointer, pointer, answer.text);
  }
  assert.deepEqual(await counts(worker), before);
});

test("without an operator key nobody is the operator", async () => {
  const locked = await startWorker({ vars: { OPERATOR_KEY: "" } });
  try {
    for (const authorization of ["Bearer ", "Bearer", "", operator.authorization]) {
      const answer = await read(await locked.fetch("/v1/shops", { method: "POST", headers: { authorization }, body: '{"name": "x"}' }));
      assert.equal(answer.status, 401, authorization);
    }
  } finally {
    await locked.stop();
  }
});

test("health is ok, is degraded by a dead mail or one that is long overdue, and tells nothing else", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  await shop.taken("woocommerce", wooOrder());
  await shop.mailsSettled();
  const health = () => ask("GET", "/healthz");
  assert.deepEqual([(await health()).status, (await health()).text], [200, '{"status":"ok"}']);
  for (const change of ["state = 'dead'", `state = 'retry', due_at = ${Date.now() - 11 * 60_000}`]) {
    await worker.d1(`UPDATE outbox SET ${change} WHERE shop_id = ?1`, shop.id);
    assert.deepEqual([(await health()).status, (await health()).text], [200, '{"status":"degraded"}'], change);
  }
  await worker.d1("UPDATE outbox SET state = 'retry', due_at = ?1 WHERE shop_id = ?2", Date.now() - 60_000, shop.id);
  assert.equal((await health()).text, '{"status":"ok"}', "the next cron will send it");
  await worker.d1("DELETE FROM outbox WHERE shop_id = ?1", shop.id);
});

test("the logs of everything a shop does hold no person, no token and no secret", async () => {
  worker.clearLogs();
  const shop = await newShop(worker, { name: "Zofia's flowers", contacts: ["zofia@flowers.example"] });
  const person = { email: "grażyna.brzęczyszczykiewicz@example.com", first_name: "Grażyna", last_name: "Brzęczyszczykiewicz", phone: "+48 512 345 678", address_1: "ul. Różana 77" };
  const woo = wooOrder({ customer_ip_address: "203.0.113.77" });
  woo.billing = { ...woo.billing, ...person };
  await shop.add({ fields: { email: "grażyna.brzęczyszczykiewicz@example.com" }, effect: "hold", reason: "owes us 300" });
  await shop.taken("woocommerce", woo);
  await shop.taken("woocommerce", JSON.stringify({ ...woo, id: 2, total: person.email }));
  await shop.taken("shopify", shopifyOrder({ email: person.email }));
  await shop.deliver("woocommerce", woo, { signature: "x" });
  await shop.post("/v1/orders", apiOrder({ email: person.email, total: person.last_name }));
  await shop.post("/v1/orders", apiOrder({ email: person.email, ip: "203.0.113.77" }));
  await shop.post("/v1/entries", { fields: { email: person.last_name }, reason: "owes us 300" });
  await shop.get(`/v1/orders/${encodeURIComponent("nobody")}`);
  await shop.mailsSettled();
  await worker.scheduled({ cron: "* * * * *" });
  const url = await link(shop);
  await ask("GET", url);
  const used = await ask("POST", url);
  const cookie = used.headers.get("set-cookie").split(";")[0];
  await ask("GET", "/v1/session", { cookie });
  await ask("DELETE", "/v1/session", await pageHeaders(worker, cookie));

  const text = JSON.stringify(worker.logs());
  assert.ok(text.includes("/v1/orders") && text.includes("delivery"), "there are logs to look at");
  const secret = [shop.sk, shop.pk, url.split("/").pop(), cookie.split("=")[1], operator.authorization.slice(7), ...Object.values(shop.endpoints).flatMap((endpoint) => [endpoint.secret, endpoint.url.split("/").pop()])];
  for (const word of [...secret, "example.com", "flowers", "Brz", "Gra", "512 345", "512345", "Różana", "203.0.113", "Kowalski", "owes"]) assert.ok(!text.includes(word), `${word} in the logs`);
});
