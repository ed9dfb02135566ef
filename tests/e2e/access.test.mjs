// Cloudflare Access in front of the admin page: whom its token signs in, and every token that is refused.
import assert from "node:assert/strict";
import { createHmac, createSign, generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { newShop, operator, read } from "./shop.mjs";

const AUD = "0123456789abcdef0123456789abcdef";
const keyOf = (kid, modulusLength = 2048) => ({ kid, ...generateKeyPairSync("rsa", { modulusLength }) });
let worker, team, certs, asked, published;
before(async () => {
  published = [keyOf("k1")];
  asked = 0;
  certs = createServer((request, response) => {
    asked += 1;
    if (request.url !== "/cdn-cgi/access/certs") return response.writeHead(404).end();
    const keys = published.map(({ kid, publicKey }) => ({ kid, use: "sig", alg: "RS256", ...publicKey.export({ format: "jwk" }) }));
    return response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ keys, public_cert: {}, public_certs: [] }));
  }).listen(0, "127.0.0.1");
  await once(certs, "listening");
  team = `http://127.0.0.1:${certs.address().port}`;
  worker = await startWorker({ vars: { EGRESS_LOOPBACK: "true", ACCESS_TEAM: team, ACCESS_AUD: AUD } });
});
after(async () => {
  await worker?.stop();
  certs?.close();
});

const url = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const claims = (fields = {}) => {
  const now = Math.floor(Date.now() / 1000);
  return { iss: team, aud: [AUD], sub: "7335d417-61da-459d-899c-0a01c76a2f94", email: "ola@shop.example", iat: now, nbf: now, exp: now + 600, type: "app", ...fields };
};
function token(fields, { key = published[0], header = {}, signature } = {}) {
  const message = `${url({ alg: "RS256", typ: "JWT", kid: key.kid, ...header })}.${url(claims(fields))}`;
  return `${message}.${signature?.(message) ?? createSign("sha256").update(message).sign(key.privateKey, "base64url")}`;
}
const signIn = async (jwt) => read(await worker.fetch("/admin/sign-in", { headers: jwt === undefined ? {} : { "cf-access-jwt-assertion": jwt } }));
async function bound(fields) {
  const shop = await newShop(worker);
  const link = (await read(await worker.fetch(`/v1/shops/${shop.id}/sign-in-links`, { method: "POST", headers: operator }))).json.url;
  const answer = await worker.fetch(link, { method: "POST", headers: { "cf-access-jwt-assertion": token(fields) } });
  assert.equal(answer.status, 303);
  return shop;
}

test("the page offers Access where it is set up, and nowhere else", async () => {
  assert.match(await (await worker.fetch("/admin/")).text(), /<div id="app" data-access="true"><\/div>/);
  const other = await startWorker();
  try {
    assert.match(await (await other.fetch("/admin/")).text(), /<div id="app"><\/div>/);
  } finally {
    await other.stop();
  }
});

test("who has signed in by a link behind Access is signed in without one; a stranger to the shop is not", async () => {
  const stranger = await signIn(token({ sub: "nobody" }));
  assert.deepEqual([stranger.status, stranger.headers.get("set-cookie")], [403, null]);
  assert.match(stranger.text, /Not known here/);
  const shop = await bound({ sub: "ola" });
  const answer = await signIn(token({ sub: "ola" }));
  assert.deepEqual([answer.status, answer.headers.get("location")], [303, "/admin/"]);
  const cookie = answer.headers.get("set-cookie").split(";")[0];
  const session = (await read(await worker.fetch("/v1/session", { headers: { cookie } }))).json;
  assert.deepEqual([session.shop.id, session.user.name], [shop.id, "Admin"]);
  assert.ok(!JSON.stringify(await worker.d1("SELECT * FROM identity")).includes("@"), "no e-mail address is kept");
  const nobody = await signIn(undefined);
  assert.deepEqual([nobody.status, nobody.headers.get("location"), nobody.headers.get("set-cookie")], [303, "/admin/", null]);
  await bound({ sub: "ola" });
  assert.equal((await worker.d1("SELECT COUNT(*) AS n FROM identity WHERE subject = 'ola'"))[0].n, 1, "an identity stays whose it is");
});

test("a token with one thing wrong signs nobody in, and says which", async () => {
  await bound({ sub: "jan" });
  const now = Math.floor(Date.now() / 1000);
  const mine = { sub: "jan" };
  const hmac = (message) => createHmac("sha256", published[0].publicKey.export({ format: "pem", type: "spki" })).update(message).digest("base64url");
  const good = token(mine);
  const cases = [
    ["another team", token({ ...mine, iss: "https://evil.cloudflareaccess.com" }), "another team"],
    ["a longer issuer", token({ ...mine, iss: `${team}/` }), "another team"],
    ["another application", token({ ...mine, aud: ["f".repeat(32)] }), "another application"],
    ["no application", token({ ...mine, aud: [] }), "another application"],
    ["a token that is over", token({ ...mine, exp: now - 1 }), "time is over"],
    ["a token of tomorrow", token({ ...mine, nbf: now + 86_400 }), "has not come"],
    ["a token made tomorrow", token({ ...mine, iat: now + 86_400 }), "has not come"],
    ["no end", token({ ...mine, exp: undefined }), "claims cannot be read"],
    ["nobody", token({ sub: "" }), "names nobody"],
    ["no algorithm", token(mine, { header: { alg: "none" }, signature: () => "" }), "another algorithm"],
    ["the public key as a secret", token(mine, { header: { alg: "HS256" }, signature: hmac }), "another algorithm"],
    ["RSA with another digest", token(mine, { header: { alg: "RS512" } }), "another algorithm"],
    ["a key nobody published", token(mine, { key: keyOf("k9") }), "none of the team's"],
    ["another key under a known name", token(mine, { key: { ...keyOf("k1"), kid: "k1" } }), "not by that key"],
    ["no signature", token(mine, { signature: () => "" }), "not by that key"],
    ["changed claims", good.replace(/\.[^.]+\./, `.${url(claims({ sub: "ola" }))}.`), "not by that key"],
    ["two parts", good.split(".").slice(0, 2).join("."), "three parts"],
    ["four parts", `${good}.x`, "three parts"],
    ["no token at all", "x", "three parts"],
    ["a header that is no JSON", `x.${good.split(".").slice(1).join(".")}`, "header cannot be read"],
  ];
  for (const [name, jwt, detail] of cases) {
    const answer = await signIn(jwt);
    assert.deepEqual([answer.status, answer.headers.get("set-cookie")], [403, null], name);
    assert.ok(answer.json.detail.includes(detail), `${name}: ${answer.json.detail}`);
  }
  assert.equal((await signIn(good)).status, 303, "and the one with nothing wrong does");
  assert.equal((await signIn(token({ ...mine, aud: AUD }))).status, 303, "an audience may stand alone");
});

test("keys rotate: a new one is asked for when a token names it, a withdrawn one is no longer believed", async () => {
  await bound({ sub: "zofia" });
  const [old, fresh] = [published[0], keyOf("k2")];
  const before = asked;
  assert.equal((await signIn(token({ sub: "zofia" }))).status, 303);
  assert.equal(asked, before, "known keys are not asked for again");
  published = [fresh, { ...keyOf("short", 1024) }];
  await new Promise((resolve) => setTimeout(resolve, 10_500)); // unknown keys are asked for every ten seconds at most
  assert.equal((await signIn(token({ sub: "zofia" }, { key: fresh }))).status, 303);
  assert.equal((await signIn(token({ sub: "zofia" }, { key: old }))).status, 403);
  assert.equal((await signIn(token({ sub: "zofia" }, { key: published[1] }))).status, 403, "an RSA key of 1,024 bits");
});

test("where Access is not set up its header means nothing", async () => {
  const plain = await startWorker();
  try {
    const answer = await plain.fetch("/admin/sign-in", { headers: { "cf-access-jwt-assertion": token({ sub: "ola" }) } });
    assert.deepEqual([answer.status, answer.headers.get("set-cookie")], [303, null]);
  } finally {
    await plain.stop();
  }
});
