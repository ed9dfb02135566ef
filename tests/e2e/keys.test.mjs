// A shop's keys for the API: made, shown once, rotated, revoked; and the web origins of public ones.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { newShop, read } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

const as = async (key, method, target, body) =>
  read(await worker.fetch(target, { method, headers: { authorization: `Bearer ${key}` }, body: body === undefined ? undefined : JSON.stringify(body) }));
const keys = async (shop) => (await shop.get("/v1/keys")).json.data;

test("a key is shown once, works at once, and is listed by its last characters and the day it was used", async () => {
  const shop = await newShop(worker);
  const made = await shop.post("/v1/keys", { kind: "sk", name: "  warehouse " });
  assert.equal(made.status, 201, made.text);
  assert.match(made.json.key, /^sk_[0-9a-f]{48}$/);
  assert.deepEqual([made.json.scope, made.json.name, made.json.last4, made.json.last_used_on], ["server", "warehouse", made.json.key.slice(-4), null]);
  assert.equal((await as(made.json.key, "GET", "/v1/orders")).status, 200);
  const listed = await keys(shop);
  assert.equal(listed.length, 3, "the two it began with");
  const [{ key, ...rest }, same] = [made.json, listed.find(({ id }) => id === made.json.id)];
  assert.deepEqual(same, { ...rest, last_used_on: new Date().toISOString().slice(0, 10) });
  assert.deepEqual(listed.map((one) => one.key), [undefined, undefined, undefined]);
  assert.deepEqual(listed.map(({ last4 }) => last4).toSorted(), [key, shop.sk, shop.pk].map((text) => text.slice(-4)).toSorted());
  const stored = JSON.stringify(await shop.rows("api_key")) + JSON.stringify(await shop.rows("audit")) + JSON.stringify(worker.logs());
  for (const text of [key, shop.sk, shop.pk]) assert.ok(!stored.includes(text), "only digests are stored");
  await worker.d1("UPDATE api_key SET used_on = used_on - 86400000 WHERE shop_id = ?1", shop.id);
  assert.equal((await as(key, "GET", "/v1/orders")).status, 200);
  assert.equal((await keys(shop)).find(({ id }) => id === made.json.id).last_used_on, new Date().toISOString().slice(0, 10), "noted on every day");
});

test("a public key names the web origins that may use it, as browsers send them", async () => {
  const shop = await newShop(worker);
  const made = await shop.post("/v1/keys", { kind: "pk", name: "checkout", origins: ["https://Shop.example/", "https://shop.example:443", "https://shop.example:8443", "http://localhost:3000"] });
  assert.equal(made.status, 201, made.text);
  assert.match(made.json.key, /^pk_[0-9a-f]{48}$/);
  assert.deepEqual([made.json.scope, made.json.origins], ["checkout", ["https://shop.example", "https://shop.example:8443", "http://localhost:3000"]]);
  assert.equal((await as(made.json.key, "GET", "/v1/orders")).status, 403);
  const changed = await shop.put(`/v1/keys/${made.json.id}`, { name: "till", origins: ["https://till.example"] });
  assert.deepEqual([changed.status, changed.json.name, changed.json.origins, changed.json.key], [200, "till", ["https://till.example"], undefined]);
  assert.deepEqual(JSON.parse((await shop.rows("api_key")).find(({ id }) => id === made.json.id).origins), ["https://till.example"]);
  for (const origin of ["http://shop.example", "https://shop.example/cart", "https://shop.example?a", "https://a:b@shop.example", "shop.example", "null", "*", "https://*.shop.example", "", "javascript:0", "ftp://shop.example"]) {
    const refused = await shop.put(`/v1/keys/${made.json.id}`, { name: "till", origins: ["https://ok.example", origin] });
    assert.deepEqual([refused.status, refused.json.errors[0].pointer], [400, "/origins/1"], origin);
  }
  for (const [body, pointer] of [
    [{ kind: "sk", origins: ["https://shop.example"] }, "/origins"], [{ kind: "xk" }, "/kind"], [{}, ""], [{ kind: "pk", name: "a\nb" }, "/name"], [{ kind: "pk", colour: "red" }, "/colour"],
    [{ kind: "pk", name: "x".repeat(101) }, "/name"], [{ kind: "pk", origins: Array.from({ length: 21 }, (_, n) => `https://s${n}.example`) }, "/origins"],
  ]) {
    const refused = await shop.post("/v1/keys", body);
    assert.deepEqual([refused.status, refused.json.errors[0].pointer], [400, pointer], JSON.stringify(body));
  }
  assert.equal((await keys(shop)).length, 3);
});

test("after a rotation both keys work until the end of the one before, which can be brought forward", async () => {
  const shop = await newShop(worker);
  const first = (await shop.post("/v1/keys", { kind: "sk", name: "warehouse" })).json;
  const second = await shop.post(`/v1/keys/${first.id}/rotate`, {});
  assert.deepEqual([second.status, second.json.name, second.json.ends_at], [201, "warehouse", null]);
  assert.notEqual(second.json.key, first.key);
  for (const key of [first.key, second.json.key]) assert.equal((await as(key, "GET", "/v1/orders")).status, 200);
  const ends = Date.parse((await keys(shop)).find(({ id }) => id === first.id).ends_at);
  assert.ok(Math.abs(ends - Date.now() - 24 * 3_600_000) < 60_000);
  assert.equal((await shop.post(`/v1/keys/${first.id}/rotate`, { previous_hours: 169 })).json.errors[0].pointer, "/previous_hours");
  await worker.d1("UPDATE api_key SET ends_at = ?1 WHERE shop_id = ?2 AND id = ?3", Date.now(), shop.id, first.id);
  assert.equal((await as(first.key, "GET", "/v1/orders")).status, 401);
  assert.ok(!(await keys(shop)).some(({ id }) => id === first.id));
  const third = await shop.post(`/v1/keys/${second.json.id}/rotate`, { previous_hours: 0 });
  assert.equal((await as(second.json.key, "GET", "/v1/orders")).status, 401, "at once");
  assert.equal((await as(third.json.key, "GET", "/v1/orders")).status, 200);
  assert.equal((await shop.post(`/v1/keys/${first.id}/rotate`)).status, 404, "a key that has ended is not rotated");
});

test("a revoked key is refused, and no shop touches another's keys", async () => {
  const [shop, other] = [await newShop(worker), await newShop(worker)];
  const made = (await shop.post("/v1/keys", { kind: "sk" })).json;
  assert.equal((await other.delete(`/v1/keys/${made.id}`)).status, 404);
  assert.equal((await other.put(`/v1/keys/${made.id}`, {})).status, 404);
  assert.equal((await other.post(`/v1/keys/${made.id}/rotate`)).status, 404);
  assert.equal((await as(made.key, "DELETE", `/v1/keys/${made.id}`)).status, 204, "a key may revoke itself");
  assert.equal((await as(made.key, "GET", "/v1/orders")).status, 401);
  assert.equal((await shop.delete(`/v1/keys/${made.id}`)).status, 404);
  const audited = (await shop.get(`/v1/audit?subject=${encodeURIComponent(`key:${made.id}`)}`)).json.data.map(({ action, detail }) => [action, detail]);
  assert.deepEqual(audited, [["key.revoked", made.key.slice(-4)], ["key.added", made.key.slice(-4)]]);
});

test("a shop has at most 50 keys that work", async () => {
  const shop = await newShop(worker);
  const answers = [];
  for (let index = 0; index < 49; index += 1) answers.push((await shop.post("/v1/keys", { kind: "pk" })).status);
  assert.deepEqual(answers, [...Array(48).fill(201), 409]);
  const [one] = await keys(shop);
  await shop.delete(`/v1/keys/${one.id}`);
  assert.equal((await shop.post("/v1/keys", { kind: "pk" })).status, 201);
});
