// Users of a shop: invited by an admin, with a role, in one shop or several; and what every role may do on every route.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { root, startWorker } from "./harness.mjs";
import { apiOrder, counts, holdsJan, newShop, operator, pageHeaders, read } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

const ask = async (headers, method, target, body) =>
  read(await worker.fetch(target, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }));
const invite = async (admin, name, role) => {
  const answer = await ask(admin, "POST", "/v1/users", { name, role });
  assert.equal(answer.status, 201, answer.text);
  return answer.json;
};
const ROLES = ["viewer", "analyst", "approver", "admin"];

test("the operator's link makes the first admin; an admin invites others, each by a link that works once", async () => {
  const shop = await newShop(worker);
  assert.deepEqual(await shop.rows("user"), []);
  const admin = await shop.signIn();
  const session = (await ask(admin, "GET", "/v1/session")).json;
  assert.deepEqual([session.user.name, session.user.role, session.shops], ["Admin", "admin", [{ id: shop.id, name: "Test shop" }]]);
  const ola = await invite(admin, " Ola Nowak ", "analyst");
  assert.deepEqual([ola.name, ola.role, ola.signed_in_at, ola.passkeys], ["Ola Nowak", "analyst", null, 0]);
  assert.ok(ola.link.url.startsWith(`${worker.url}/admin/sign-in/`));
  const page = await ask({}, "GET", ola.link.url);
  assert.match(page.text, /Sign in as Ola Nowak/);
  const hers = await shop.signIn(ola.link.url);
  assert.equal((await ask({}, "POST", ola.link.url)).status, 410);
  assert.deepEqual((await ask(hers, "GET", "/v1/session")).json.user, { id: ola.id, name: "Ola Nowak", role: "analyst" });
  const added = await ask(hers, "POST", "/v1/entries", { ...holdsJan });
  assert.equal(added.json.actor, "Ola Nowak");
  const users = (await ask(hers, "GET", "/v1/users")).json.data;
  assert.deepEqual(users.map(({ name, role, link }) => [name, role, link]), [["Admin", "admin", undefined], ["Ola Nowak", "analyst", undefined]]);
  assert.ok(users.every(({ signed_in_at }) => Date.now() - Date.parse(signed_in_at) < 60_000));
  const audited = (await ask(admin, "GET", "/v1/audit")).json.data.map(({ actor, action, detail }) => [actor, action, detail]);
  assert.deepEqual(audited.slice(0, 3), [["Ola Nowak", "entry.added", ""], ["Ola Nowak", "user.signed_in", ""], ["Admin", "user.invited", "Ola Nowak: analyst"]]);
  assert.equal((await shop.signIn()).cookie !== admin.cookie, true);
  assert.equal((await shop.rows("user")).length, 2, "another link of the operator signs the same admin in");
});

test("a user who makes no sense is refused with the pointer; no key invites anybody", async () => {
  const shop = await newShop(worker);
  const admin = await shop.signIn();
  await invite(admin, "Ola", "viewer");
  const before = await counts(worker);
  for (const [body, pointer] of [
    [{ name: "", role: "viewer" }, "/name"], [{ name: "x".repeat(61), role: "viewer" }, "/name"], [{ name: "a\nb", role: "viewer" }, "/name"], [{ name: "contact:1", role: "viewer" }, "/name"],
    [{ name: "Engine", role: "viewer" }, "/name"], [{ name: "a\u202eb", role: "viewer" }, "/name"], [{ name: "ola", role: "viewer" }, "/name"], [{ name: "Jan", role: "owner" }, "/role"], [{ name: "Jan" }, ""],
    [{ name: "Jan", role: "viewer", shop: "other" }, "/shop"],
  ]) {
    const answer = await ask(admin, "POST", "/v1/users", body);
    assert.deepEqual([answer.status, answer.json.errors[0].pointer], [400, pointer], JSON.stringify(body));
  }
  assert.equal((await shop.post("/v1/users", { name: "Jan", role: "admin" })).status, 403);
  assert.equal((await shop.get("/v1/users")).status, 200);
  assert.deepEqual(await counts(worker), before);
});

test("a role is in force at the next request; who is removed is out at once, and the last admin stays", async () => {
  const shop = await newShop(worker);
  const admin = await shop.signIn();
  const me = (await ask(admin, "GET", "/v1/session")).json.user;
  const ola = await invite(admin, "Ola", "viewer");
  const hers = await shop.signIn(ola.link.url);
  assert.equal((await ask(hers, "POST", "/v1/entries", holdsJan)).status, 403);
  assert.equal((await ask(admin, "PUT", `/v1/users/${ola.id}`, { name: "Ola", role: "analyst" })).status, 200);
  assert.equal((await ask(hers, "POST", "/v1/entries", holdsJan)).status, 201);
  assert.equal((await ask(admin, "PUT", `/v1/users/${me.id}`, { name: "Admin", role: "viewer" })).status, 409);
  assert.equal((await ask(admin, "DELETE", `/v1/users/${me.id}`)).status, 409);
  const again = await ask(admin, "POST", `/v1/users/${ola.id}/sign-in-links`, {});
  assert.equal((await ask(admin, "DELETE", `/v1/users/${ola.id}`)).status, 204);
  assert.equal((await ask(hers, "GET", "/v1/orders")).status, 401);
  assert.equal((await ask({}, "POST", again.json.link.url)).status, 410, "a link that was still open works no more");
  assert.equal((await ask(admin, "POST", "/v1/users", { name: "OLA", role: "viewer" })).status, 400, "the audit keeps the name for who had it");
  const jan = await invite(admin, "Jan", "admin");
  assert.equal((await ask(admin, "PUT", `/v1/users/${me.id}`, { name: "Zofia", role: "viewer" })).status, 200);
  assert.equal((await ask(admin, "POST", "/v1/users", { name: "x", role: "viewer" })).status, 403, "no admin any more");
  assert.equal((await ask(await shop.signIn(jan.link.url), "GET", "/v1/users")).json.data.find(({ id }) => id === me.id).name, "Zofia");
});

test("somebody who belongs to several shops adds one by its link and goes from one to the other; a stranger's shop is 404", async () => {
  const [first, second, third] = [await newShop(worker, { name: "First" }), await newShop(worker, { name: "Second" }), await newShop(worker, { name: "Third" })];
  const admin = await first.signIn();
  const ola = await invite(admin, "Ola", "approver");
  const hers = await first.signIn(ola.link.url);
  await second.post("/v1/orders", apiOrder({ id: "of-second" }));
  const invited = await invite(await second.signIn(), "O. Nowak", "viewer");
  const page = await ask({ cookie: hers.cookie }, "GET", invited.link.url);
  assert.match(page.text, /You are signed in as Ola\..*Add Second to my shops.*Sign in as O\. Nowak/s);
  const joined = await read(await worker.fetch(invited.link.url, { method: "POST", headers: { cookie: hers.cookie }, body: "join=1" }));
  assert.equal(joined.status, 303, joined.text);
  const now = await pageHeaders(worker, joined.headers.get("set-cookie").split(";")[0]);
  const session = (await ask(now, "GET", "/v1/session")).json;
  assert.deepEqual([session.shop.name, session.user.name, session.user.role, session.user.id], ["Second", "O. Nowak", "viewer", ola.id]);
  assert.deepEqual(session.shops.map(({ name }) => name).toSorted(), ["First", "Second"]);
  assert.equal((await ask(hers, "GET", "/v1/orders")).status, 401, "the session went on in the new shop");
  assert.equal((await ask(now, "GET", "/v1/orders/of-second")).status, 200);
  assert.equal((await ask(now, "POST", "/v1/session", { shop: first.id })).status, 204);
  const back = (await ask(now, "GET", "/v1/session")).json;
  assert.deepEqual([back.shop.name, back.user.name, back.user.role], ["First", "Ola", "approver"]);
  assert.equal((await ask(now, "GET", "/v1/orders/of-second")).status, 404);
  assert.equal((await ask(now, "POST", "/v1/session", { shop: third.id })).status, 404);
  assert.equal((await ask(now, "POST", "/v1/session", { shop: "nobody" })).status, 404);
  assert.equal((await ask(await third.signIn(), "PUT", `/v1/users/${ola.id}`, { name: "x", role: "viewer" })).status, 404);
});

/** The table of roles as it stands in the Worker. */
function routes() {
  const source = readFileSync(path.join(root, "crates/worker/src/roles.rs"), "utf8");
  const table = source.slice(source.indexOf("const ROUTES"), source.indexOf("\n];"));
  const lines = [...table.matchAll(/^ {4}\("([A-Z ]+)", +"(\/v1\/[^"]+)", (Viewer|Analyst|Approver|Admin)\),/gm)];
  assert.equal(lines.length, table.split("\n").slice(1).filter((line) => line.trim() !== "").length, "every line of the table is read");
  return lines.flatMap(([, methods, route, role]) => methods.split(" ").map((method) => ({ method, route, role: role.toLowerCase() })));
}

test("every route lets every role from its own on through, and no other", async (t) => {
  const table = routes();
  assert.ok(table.length > 80, `${table.length} routes were read`);
  const shop = await newShop(worker);
  const sessions = { admin: await shop.signIn() };
  for (const role of ROLES.slice(0, 3)) sessions[role] = await shop.signIn((await invite(sessions.admin, `A ${role}`, role)).link.url);
  const before = await counts(worker);
  for (const { method, route, role } of table) {
    if (method === "DELETE" && route === "/v1/session") continue; // ends the session that asks: below
    for (const asker of ROLES) {
      // Nothing has this id, and the body is none: who is let through changes nothing.
      const answer = await ask(sessions[asker], method, route.replaceAll("*", "nobody"), method === "GET" || method === "DELETE" ? undefined : { nothing: "of this name" });
      const refused = answer.status === 403 && answer.json.type.endsWith(":role");
      assert.equal(refused, ROLES.indexOf(asker) < ROLES.indexOf(role), `${method} ${route} as ${asker}: ${answer.status} ${answer.text}`);
      assert.ok(![401, 405].includes(answer.status) && answer.status < 500, `${method} ${route} as ${asker}: ${answer.status} ${answer.text}`);
      if (refused) assert.equal(answer.json.detail, `this needs the role ${role}; yours is ${asker}`);
    }
  }
  const after = await counts(worker);
  t.diagnostic(`${table.length} routes, ${table.length * ROLES.length} requests`);
  for (const name of Object.keys(before)) if (!["audit"].includes(name)) assert.equal(after[name], before[name], name);
  for (const asker of ROLES) {
    assert.equal((await ask(sessions[asker], "DELETE", "/v1/session")).status, 204, `${asker} signs out`);
    assert.equal((await ask(sessions[asker], "GET", "/v1/session")).status, 401, `${asker} is out`);
  }
});

test("releasing in bulk and taking over a lock need an approver, whatever the route lets through", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  await shop.post("/v1/orders", apiOrder());
  const admin = await shop.signIn();
  const analyst = await shop.signIn((await invite(admin, "Ola", "analyst")).link.url);
  const bulk = (asker, action) => ask(asker, "POST", "/v1/orders/bulk", { action, ids: ["1001"], comment: "called the buyer" });
  assert.equal((await bulk(analyst, "release")).status, 403);
  assert.equal((await bulk(analyst, "recheck")).status, 200);
  assert.equal((await ask(analyst, "POST", "/v1/orders/1001/lock", { by: "Ola" })).status, 200);
  assert.equal((await ask(analyst, "POST", "/v1/orders/1001/lock", { by: "Ola", override: true })).status, 403);
  assert.equal((await ask(admin, "POST", "/v1/orders/1001/lock", { by: "Zofia", override: true })).status, 200);
  const released = await ask(admin, "POST", "/v1/orders/bulk", { action: "release", ids: ["1001"], comment: "called the buyer", by: "Zofia" });
  assert.equal(released.json.data[0].state, "released", released.text);
  assert.equal((await ask(operator, "GET", "/v1/users")).status, 401);
});
