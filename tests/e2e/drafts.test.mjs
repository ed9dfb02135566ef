// Settings, variables, lists and rules are edited as a draft and in force once they are published.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, counts, newShop, operator, read } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

const big = { id: "big", name: "Large order", when: "order.total > 100", points: 60 };
const check = async (shop, fields = {}) => (await shop.post("/v1/checks", apiOrder({ total: "120.50", ...fields }))).json;

test("a rule is in force from the publish on, and the check names the snapshot", async () => {
  const shop = await newShop(worker);
  assert.equal((await shop.post("/v1/rules", big)).status, 201);
  const before = await check(shop);
  assert.deepEqual([before.snapshot, before.decision, before.matches], [1, "approve", []]);

  const published = await shop.post("/v1/snapshots", { expected: 1 });
  assert.equal(published.status, 201, published.text);
  assert.equal(published.json.number, 2);
  assert.ok(published.json.draft.rules.some(({ id }) => id === "big"));
  const then = await check(shop);
  assert.deepEqual([then.snapshot, then.decision, then.score, then.matches[0].source], [2, "review", 60, "rule:big"]);

  const shown = await shop.get("/v1/snapshots/1");
  assert.deepEqual([shown.status, shown.json.draft.rules.some(({ id }) => id === "big")], [200, false]);
  assert.equal((await shop.get("/v1/snapshots/3")).status, 404);
  assert.equal((await shop.get("/v1/snapshots/x")).status, 404);
});

test("settings: the minimum and the master switch count after the publish", async () => {
  const shop = await newShop(worker);
  await shop.add({ fields: { email: "bad@example.com" }, effect: "points", points: 30 });
  const settings = (await shop.get("/v1/settings")).json;
  assert.equal(settings.minimum_points, 50);
  assert.equal((await shop.put("/v1/settings", { ...settings, minimum_points: 20 })).status, 200);
  assert.equal((await check(shop, { email: "bad@example.com" })).decision, "approve");
  await shop.post("/v1/snapshots", { expected: 1 });
  assert.equal((await check(shop, { email: "bad@example.com" })).decision, "review");
  await shop.put("/v1/settings", { ...settings, active: false });
  await shop.post("/v1/snapshots", { expected: 2 });
  assert.deepEqual((({ skipped, matches }) => [skipped, matches])(await check(shop, { email: "bad@example.com" })), ["inactive", []]);
});

test("publishing warns of amounts when orders come in several currencies, and of `not` over what may be missing", async () => {
  const shop = await newShop(worker);
  const add = (id, when) => shop.post("/v1/rules", { id, when, points: 10 });
  await shop.post("/v1/orders", apiOrder());
  assert.equal((await add("dear", "order.total > 500")).status, 201);
  assert.deepEqual((await shop.post("/v1/snapshots", { expected: 1 })).json.warnings, [], "one currency");
  await shop.post("/v1/orders", apiOrder({ id: "eur", currency: "EUR" }));
  await add("many", "customer.orders_count > 5");
  await add("away", "not billing.city == \"Wrocław\"");
  const rules = (await shop.get("/v1/rules")).json.data.map(({ id }) => id);
  const published = await shop.post("/v1/snapshots", { expected: 2 });
  assert.equal(published.status, 201);
  assert.deepEqual(published.json.warnings.toSorted((a, b) => a.detail.localeCompare(b.detail)), [
    { pointer: `/rules/${rules.indexOf("away")}/when`, detail: "rule `away`: line 1, column 5: when `billing.city` is missing, `not` makes this true; write `!=` if it should be false then" },
    { pointer: `/rules/${rules.indexOf("dear")}/when`, detail: "rule `dear`: it compares an amount with a number, in the currency of each order; the newest orders come in EUR, PLN" },
  ]);
  assert.equal((await shop.get("/v1/snapshots/3")).json.warnings, undefined);
});

test("a rule takes its id from the address, or is given one; a time zone that nobody knows is refused", async () => {
  const shop = await newShop(worker);
  const made = await shop.post("/v1/rules", { name: "Dear", when: "order.total > 500", points: 10 });
  assert.deepEqual([made.status, made.json.name], [201, "Dear"], made.text);
  const replaced = await shop.put(`/v1/rules/${made.json.id}`, { name: "Dearer", when: "order.total > 900", points: 10 });
  assert.deepEqual([replaced.status, replaced.json.id, replaced.json.name], [200, made.json.id, "Dearer"]);
  assert.equal((await shop.post("/v1/variables", { name: "dear", is: "order.total > 500" })).status, 201);
  assert.deepEqual((await shop.put("/v1/variables/dear", { is: "order.total > 900" })).json, { name: "dear", is: "order.total > 900" });
  const nameless = await shop.post("/v1/variables", { is: "true" });
  assert.deepEqual([nameless.status, nameless.json.detail], [400, "missing field `name`"]);
  const zone = await shop.put("/v1/settings", { minimum_points: 50, time_zone: "Europe/Warszawa" });
  assert.deepEqual([zone.status, zone.json.errors], [422, [{ pointer: "/time_zone", detail: "`Europe/Warszawa` is not a time zone such as \"Europe/Warsaw\"" }]]);
  const create = (fields) => worker.fetch("/v1/shops", { method: "POST", headers: operator, body: JSON.stringify({ name: "x", ...fields }) }).then(read);
  for (const [fields, pointer] of [[{ time_zone: "Mars" }, "/time_zone"], [{ default_country: "Poland" }, "/default_country"]]) {
    const refused = await create(fields);
    assert.deepEqual([refused.status, refused.json.errors.map((error) => error.pointer)], [400, [pointer]]);
  }
});

test("of 10 publishers at once one wins, the others learn the number in force", async () => {
  const shop = await newShop(worker);
  await shop.post("/v1/rules", big);
  const answers = await Promise.all(Array.from({ length: 10 }, () => shop.post("/v1/snapshots", { expected: 1 })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array(9).fill(409)]);
  for (const { json } of answers.filter(({ status }) => status === 409)) assert.match(json.detail, /snapshot 2 is in force/);
  assert.equal((await shop.rows("snapshot")).length, 2);
});

test("of 10 edits at once none is lost without a word", async () => {
  const shop = await newShop(worker);
  const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => shop.post("/v1/rules", { ...big, id: `r${index}` })));
  const taken = answers.filter(({ status }) => status === 201).map(({ json }) => json.id);
  assert.ok(taken.length > 0 && answers.every(({ status }) => status === 201 || status === 409));
  const { data } = (await shop.get("/v1/rules")).json;
  assert.deepEqual(data.map(({ id }) => id).filter((id) => /^r\d$/.test(id)).sort(), taken.sort());
});

test("what would not compile is refused by its place, and nothing is stored", async () => {
  const shop = await newShop(worker);
  const before = await counts(worker);
  for (const [route, body, status, pointer, detail] of [
    ["rules", { ...big, when: "billing.contry == \"PL\"" }, 422, "/when", /did you mean `billing.country`/],
    ["rules", { ...big, points: 1001 }, 422, "/points", /1001/],
    ["rules", { ...big, wen: "x" }, 400, "/wen", /did you mean `when`/],
    ["rules", { id: "x" }, 400, "", /when/],
    ["variables", { name: "order", is: "true" }, 422, "/name", /order/],
    ["variables", { name: "v", is: "order.total >" }, 422, "/is", /line 1/],
    ["lists", { name: "l", values: "PL" }, 400, "/values", /array/],
  ]) {
    const answer = await shop.post(`/v1/${route}`, body);
    assert.equal(answer.status, status, answer.text);
    assert.equal(answer.json.errors[0].pointer, pointer, answer.text);
    assert.match(answer.json.errors[0].detail, detail);
  }
  const answer = await shop.put("/v1/settings", { minimum_points: 50, decline_points: 10 });
  assert.deepEqual([answer.status, answer.json.errors[0].pointer], [422, "/decline_points"]);
  assert.deepEqual(await counts(worker), before);
});

test("variables and lists serve rules, and are kept while a rule needs them", async () => {
  const shop = await newShop(worker);
  assert.equal((await shop.post("/v1/lists", { name: "far", values: ["XX", "YY"] })).status, 201);
  assert.equal((await shop.post("/v1/variables", { name: "sent_far", is: "shipping.country in far" })).status, 201);
  assert.equal((await shop.post("/v1/rules", { ...big, when: "sent_far" })).status, 201);
  assert.equal((await shop.post("/v1/rules", big)).status, 409);
  const refused = await shop.delete("/v1/variables/sent_far");
  assert.deepEqual([refused.status, refused.json.errors[0].pointer.startsWith("/rules/")], [422, true]);
  assert.equal((await shop.put("/v1/lists/far", { name: "far", values: ["ZZ"] })).status, 200);
  await shop.post("/v1/snapshots", { expected: 1 });
  assert.equal((await check(shop, { shipping: { country: "ZZ" } })).score, 60);
  assert.equal((await shop.put("/v1/rules/big", { ...big, active: false })).json.active, false);
  assert.equal((await shop.delete("/v1/rules/big")).status, 204);
  assert.equal((await shop.delete("/v1/rules/big")).status, 404);
  assert.equal((await shop.delete("/v1/variables/sent_far")).status, 204);
  assert.equal((await shop.get("/v1/variables/sent_far")).status, 404);
});

test("a country that leaves an entry unreadable cannot be published; the entry is named", async () => {
  const shop = await newShop(worker, { country: "PL" });
  await shop.add({ id: "home", fields: { phone: "600 100 200" } });
  const settings = (await shop.get("/v1/settings")).json;
  await shop.put("/v1/settings", { ...settings, default_country: "US" });
  const published = await shop.post("/v1/snapshots", { expected: 1 });
  assert.ok([201, 422].includes(published.status), published.text);
  const now = await check(shop, { phone: "+48 600 100 200" });
  assert.equal(now.snapshot, published.status === 201 ? 2 : 1);
  assert.equal(now.matches.length, 1, "read in either country, the number meets by its last digits");
});

test("another shop's drafts and snapshots are not there, and a public key edits nothing", async () => {
  const [ours, theirs] = [await newShop(worker), await newShop(worker)];
  await ours.post("/v1/rules", big);
  assert.equal((await theirs.get("/v1/rules/big")).status, 404);
  await ours.post("/v1/snapshots", { expected: 1 });
  assert.equal((await theirs.get("/v1/snapshots/2")).status, 404);
  assert.equal((await theirs.get("/v1/rules", { authorization: `Bearer ${ours.pk}` })).status, 403);
  assert.equal((await theirs.send("PATCH", "/v1/rules")).status, 405);
});

test("an edit that names the draft it was made on is refused with 412 once somebody changed it; so is publishing", async () => {
  const shop = await newShop(worker);
  const send = async (method, target, body, tag) => {
    const answer = await worker.fetch(target, { method, headers: { authorization: `Bearer ${shop.sk}`, "content-type": "application/json", ...(tag ? { "if-match": tag } : {}) }, body: body && JSON.stringify(body) });
    return { status: answer.status, tag: answer.headers.get("etag"), json: answer.status === 204 ? null : await answer.json() };
  };
  const first = (await send("GET", "/v1/rules")).tag;
  assert.equal(first, '"1.0"');
  for (const target of ["/v1/settings", "/v1/lists", "/v1/variables", "/v1/rules/disposable_email"]) assert.equal((await send("GET", target)).tag, first);
  const added = await send("POST", "/v1/rules", big, first);
  assert.deepEqual([added.status, added.tag], [201, '"1.1"']);
  assert.equal((await send("GET", "/v1/settings")).tag, '"1.1"');
  const settings = (await send("GET", "/v1/settings")).json;
  const before = await counts(worker);
  for (const [method, target, body] of [
    ["POST", "/v1/rules", { ...big, id: "other" }], ["PUT", "/v1/rules/big", { ...big, points: 61 }], ["DELETE", "/v1/rules/big"], ["PUT", "/v1/settings", settings],
    ["POST", "/v1/lists", { name: "l", values: [] }], ["POST", "/v1/variables", { name: "v", is: "true" }], ["POST", "/v1/snapshots", { expected: 1 }],
  ]) {
    const answer = await send(method, target, body, first);
    assert.deepEqual([answer.status, answer.json.type.endsWith("draft-changed")], [412, true], `${method} ${target}`);
  }
  assert.deepEqual(await counts(worker), before);
  const changed = await send("PUT", "/v1/rules/big", { ...big, points: 61 }, '"0.9", "1.1"');
  assert.deepEqual([changed.status, changed.tag], [200, '"1.2"']);
  assert.equal((await send("PUT", "/v1/rules/big", { ...big, points: 62 }, "*")).tag, '"1.3"');
  assert.deepEqual((({ status, tag }) => [status, tag])(await send("DELETE", "/v1/rules/big", undefined, '"1.3"')), [204, '"1.4"']);
  assert.equal((await send("POST", "/v1/snapshots", { expected: 1 }, '"1.4"')).status, 201);
  assert.equal((await send("GET", "/v1/rules")).tag, '"2.0"', "the same revision of another snapshot is another draft");
});

test("an edit that lands while another is published is not lost, and none is made on what was published meanwhile", async () => {
  const shop = await newShop(worker);
  for (let round = 1; round <= 5; round += 1) {
    const answers = await Promise.all([
      shop.post("/v1/rules", { ...big, id: `a${round}` }), shop.post("/v1/snapshots", { expected: round }), shop.post("/v1/rules", { ...big, id: `b${round}` }),
    ]);
    const ids = (await shop.get("/v1/rules")).json.data.map(({ id }) => id);
    for (const { status, json } of [answers[0], answers[2]]) {
      assert.ok(status === 201 || status === 409, String(status));
      if (status === 201) assert.ok(ids.includes(json.id), `${json.id} was taken and is lost`);
    }
    if (answers[1].status !== 201) assert.equal((await shop.post("/v1/snapshots", { expected: round })).status, 201);
  }
});
