// Signing in by passkey, with an authenticator of our own: what is stored, what is used up, and what is refused.
import assert from "node:assert/strict";
import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { counts, newShop, pageHeaders, read } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

const ask = async (headers, method, target, body) => read(await worker.fetch(target, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }));
const sha256 = (bytes) => createHash("sha256").update(bytes).digest();
const url = (bytes) => Buffer.from(bytes).toString("base64url");
const head = (major, number) => (number < 24 ? Buffer.from([(major << 5) | number]) : number < 256 ? Buffer.from([(major << 5) | 24, number]) : Buffer.from([(major << 5) | 25, number >> 8, number & 255]));
const cborText = (text) => Buffer.concat([head(3, text.length), Buffer.from(text)]);
const cborBytes = (bytes) => Buffer.concat([head(2, bytes.length), bytes]);
const own = { origin: worker.url, "content-type": "application/json" };

/** An authenticator with one passkey. */
class Authenticator {
  constructor() {
    Object.assign(this, generateKeyPairSync("ec", { namedCurve: "P-256" }));
    this.credential = randomBytes(32);
    this.counter = 0;
  }

  data(rpId, flags, behind = Buffer.alloc(0)) {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, behind]);
  }

  create({ challenge, rp_id }, { origin = worker.url, point } = {}) {
    const { x, y } = point ?? this.publicKey.export({ format: "jwk" });
    const key = Buffer.concat([head(5, 5), Buffer.from([1, 2, 3, 0x26, 0x20, 1, 0x21]), cborBytes(Buffer.from(x, "base64url")), Buffer.from([0x22]), cborBytes(Buffer.from(y, "base64url"))]);
    const data = this.data(rp_id, 0x45, Buffer.concat([Buffer.alloc(16), Buffer.from([0, 32]), this.credential, key]));
    const client = JSON.stringify({ type: "webauthn.create", challenge, origin, crossOrigin: false });
    const object = Buffer.concat([head(5, 3), cborText("fmt"), cborText("none"), cborText("attStmt"), head(5, 0), cborText("authData"), cborBytes(data)]);
    return { name: "Laptop", challenge, client_data: url(client), attestation_object: url(object) };
  }

  get({ challenge, rp_id }, { origin = worker.url, flags = 5, user = null, key = this.privateKey } = {}) {
    this.counter += 1;
    const data = this.data(rp_id, flags);
    const client = Buffer.from(JSON.stringify({ type: "webauthn.get", challenge, origin }));
    const signature = createSign("sha256").update(data).update(sha256(client)).sign(key);
    return { challenge, credential: url(this.credential), client_data: url(client), authenticator_data: url(data), signature: url(signature), user };
  }
}

const challenge = async (headers) => {
  const answer = await ask(headers, "POST", headers.cookie ? "/v1/passkeys/challenge" : "/v1/sign-in/challenge", {});
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
};
async function registered(shop) {
  const [me, authenticator] = [await shop.signIn(), new Authenticator()];
  const answer = await ask(me, "POST", "/v1/passkeys", authenticator.create(await challenge(me)));
  assert.equal(answer.status, 201, answer.text);
  return { me, authenticator, passkey: answer.json };
}
const signIn = (sent) => ask(own, "POST", "/v1/sign-in", sent);

test("a passkey is added by who is signed in, signs in without a link, and is removed", async () => {
  const shop = await newShop(worker);
  const { me, authenticator, passkey } = await registered(shop);
  const session = (await ask(me, "GET", "/v1/session")).json;
  assert.equal(session.passkeys, 1);
  const asked = await ask(me, "POST", "/v1/passkeys/challenge", {});
  assert.deepEqual([asked.json.rp_id, asked.json.user, asked.json.known], ["127.0.0.1", { id: url(session.user.id), name: "Admin" }, [url(authenticator.credential)]]);
  const answer = await signIn(authenticator.get(await challenge(own), { user: url(session.user.id) }));
  assert.equal(answer.status, 204, answer.text);
  const cookie = answer.headers.get("set-cookie");
  assert.match(cookie, /^__Host-ordergate=[0-9a-f]{64}; Path=\/; Secure; HttpOnly; SameSite=Lax/);
  const mine = await pageHeaders(worker, cookie.split(";")[0]);
  const again = (await ask(mine, "GET", "/v1/session")).json;
  assert.deepEqual([again.shop.id, again.user], [shop.id, session.user]);
  const [listed] = (await ask(mine, "GET", "/v1/passkeys")).json.data;
  assert.deepEqual([listed.id, listed.name], [passkey.id, "Laptop"]);
  assert.ok(Date.now() - Date.parse(listed.used_at) < 60_000);
  assert.equal((await ask(mine, "DELETE", `/v1/passkeys/${passkey.id}`)).status, 204);
  assert.equal((await signIn(authenticator.get(await challenge(own)))).status, 403);
  const actions = (await ask(mine, "GET", "/v1/audit")).json.data.map(({ action }) => action);
  assert.deepEqual(actions.slice(0, 3), ["passkey.removed", "user.signed_in", "passkey.added"]);
});

test("a challenge is used once, for its own ceremony, and not after its time; asking for one stores nothing", async () => {
  const shop = await newShop(worker);
  const { me, authenticator } = await registered(shop);
  const before = await counts(worker);
  const one = await challenge(own);
  await challenge(me);
  assert.deepEqual(await counts(worker), before);
  const sent = authenticator.get(one);
  const answers = await Promise.all([signIn(sent), signIn(sent), signIn(sent)]);
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [204, 403, 403]);
  assert.equal((await signIn(authenticator.get(one))).status, 403, "a new answer to a used challenge");
  assert.equal((await signIn(authenticator.get(await challenge(me)))).status, 403, "the challenge of a registration");
  const other = await (await newShop(worker)).signIn();
  assert.equal((await ask(other, "POST", "/v1/passkeys", new Authenticator().create(await challenge(me)))).status, 403, "somebody else's challenge");
  const made = url(randomBytes(48));
  assert.equal((await signIn(authenticator.get({ ...one, challenge: made }))).status, 403, "a challenge that nobody made");
});

test("what is wrong is refused and stores nothing: site, flags, key, counter, another's answer, a point off the curve", async () => {
  const shop = await newShop(worker);
  const { me, authenticator } = await registered(shop);
  assert.equal((await signIn(authenticator.get(await challenge(own)))).status, 204);
  const before = await counts(worker);
  const stranger = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  for (const [options, detail] of [
    [{ origin: "https://evil.example" }, /origin/], [{ flags: 1 }, /verify/], [{ flags: 4 }, /touched/], [{ key: stranger }, /not by this passkey/], [{ user: url("somebody else") }, /another user/],
  ]) {
    const answer = await signIn(authenticator.get(await challenge(own), options));
    assert.deepEqual([answer.status, answer.headers.get("set-cookie")], [403, null], answer.text);
    assert.match(answer.json.detail, detail);
  }
  assert.match((await signIn(authenticator.get({ ...(await challenge(own)), rp_id: "evil.example" }))).json.detail, /another site/);
  authenticator.counter = 0;
  assert.match((await signIn(authenticator.get(await challenge(own)))).json.detail, /copied/);
  const unknown = new Authenticator();
  assert.equal((await signIn(unknown.get(await challenge(own)))).status, 403);
  const jwk = authenticator.publicKey.export({ format: "jwk" });
  const off = await ask(me, "POST", "/v1/passkeys", new Authenticator().create(await challenge(me), { point: { x: jwk.x, y: url(randomBytes(32)) } }));
  assert.deepEqual([off.status, off.json.detail], [403, "the key cannot be read"]);
  assert.equal((await ask(me, "POST", "/v1/passkeys", authenticator.create(await challenge(me)))).status, 409, "the same passkey again");
  for (const headers of [{ "content-type": "application/json" }, { ...own, origin: "https://evil.example" }, { ...own, "sec-fetch-site": "cross-site" }]) {
    assert.equal((await ask(headers, "POST", "/v1/sign-in/challenge", {})).status, 403);
    assert.equal((await ask(headers, "POST", "/v1/sign-in", {})).status, 403);
  }
  assert.equal((await ask(own, "POST", "/v1/sign-in", { challenge: 1 })).status, 400);
  assert.deepEqual(await counts(worker), before);
});

test("a passkey is its person's alone; who was removed from every shop signs in nowhere", async () => {
  const shop = await newShop(worker);
  const admin = await shop.signIn();
  const invited = (await ask(admin, "POST", "/v1/users", { name: "Ola", role: "viewer" })).json;
  const hers = await shop.signIn(invited.link.url);
  const authenticator = new Authenticator();
  const passkey = (await ask(hers, "POST", "/v1/passkeys", authenticator.create(await challenge(hers)))).json;
  assert.deepEqual((await ask(admin, "GET", "/v1/passkeys")).json.data, []);
  assert.equal((await ask(admin, "DELETE", `/v1/passkeys/${passkey.id}`)).status, 404);
  assert.equal((await ask(admin, "GET", "/v1/users")).json.data.find(({ name }) => name === "Ola").passkeys, 1);
  assert.equal((await shop.get("/v1/passkeys")).status, 403, "a key has none");
  assert.equal((await ask(admin, "DELETE", `/v1/users/${invited.id}`)).status, 204);
  const answer = await signIn(authenticator.get(await challenge(own)));
  assert.deepEqual([answer.status, answer.json.title], [403, "No shop to sign in to"]);
});
