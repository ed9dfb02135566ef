// A person holds and releases orders: one by one and in bulk.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, counts, holdsJan, newShop, operator, read, wooOrder } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

const later = "2026-11-24T10:05:00Z";
const said = "called the buyer, all is well";
const act = (shop, id, action, comment = said) => shop.post(`/v1/orders/${encodeURIComponent(id)}/${action}`, { comment });
const ships = async (shop, id) => (await shop.get(`/v1/orders/${encodeURIComponent(id)}/fulfilment`)).json;
const told = ({ timeline }) => timeline.map(({ actor, action, detail }) => `${actor} ${action} ${detail}`);

test("a held order is released with a comment: the warehouse may ship it, and everyone sees who said so and why", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  await shop.post("/v1/orders", apiOrder());
  assert.deepEqual(await ships(shop, "1001"), { release: false, why: "held" });
  const answer = await act(shop, "1001", "release", `  ${said}\n`);
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual(answer.json, await shop.order("1001"), "the same shape as GET");
  const { order, holds, checks } = answer.json;
  assert.deepEqual([order.state, order.held, order.marked, order.hold, order.decision], ["released", false, true, null, "review"]);
  assert.equal(checks.length, 1, "a release makes no check and changes none");
  assert.deepEqual([holds.length, holds[0].code, holds[0].placed_by, holds[0].comment], [1, "automatic", "engine", null]);
  assert.deepEqual({ ...holds[0].resolution, at: "…" }, { resolution: "released", at: "…", by: "api", comment: said });
  assert.equal(told(answer.json).at(-1), `api order.released ${said}`);
  assert.deepEqual(await ships(shop, "1001"), { release: true, why: "approved" });
  assert.deepEqual((await shop.get("/v1/orders?state=released")).json.data.map(({ id }) => id), ["1001"]);
  const [row] = await shop.rows("hold");
  assert.deepEqual([row.resolution, row.resolved_by, row.resolution_comment], ["released", "api", said]);
  assert.ok(row.resolved_at >= row.placed_at);
});

test("an approved order is held by hand under its own code, and released and held again", async () => {
  const shop = await newShop(worker);
  await shop.post("/v1/orders", apiOrder());
  const held = await act(shop, "1001", "hold", "the caller sounded odd");
  assert.equal(held.status, 200, held.text);
  const { order } = held.json;
  assert.deepEqual([order.state, order.held, order.hold.code, order.hold.comment, order.hold.placed_by], ["held", true, "manual", "the caller sounded odd", "api"]);
  assert.equal(order.hold.resolution, null);
  assert.equal(told(held.json).at(-1), "api order.held the caller sounded odd");
  assert.deepEqual(held.json.mails, [], "a person's own hold is no news to the contacts");
  assert.deepEqual(await ships(shop, "1001"), { release: false, why: "held" });
  assert.equal((await act(shop, "1001", "release")).status, 200);
  const again = await act(shop, "1001", "hold", "on second thoughts");
  assert.deepEqual([again.json.order.state, again.json.holds.map(({ comment }) => comment)], ["held", ["on second thoughts", "the caller sounded odd"]]);
});

test("every state: what a hold and a release come to, and the current state when they are refused", async () => {
  const shop = await newShop(worker);
  const wanted = {
    not_checked: ["held", 409],
    approved: ["held", 409],
    held: [409, "released"],
    released: ["held", 409],
    declined: [409, 409],
    fraud: [409, 409],
    cancelled: [409, 409],
    shipped: [409, 409],
  };
  for (const [state, outcomes] of Object.entries(wanted)) {
    for (const [index, action] of ["hold", "release"].entries()) {
      const id = `${state}-${action}`;
      await shop.post("/v1/orders", { ...apiOrder({ id }), ...(state === "held" ? { hold: { comment: "wait" } } : {}) });
      await worker.d1("UPDATE orders SET state = ?1, standing = CASE ?1 WHEN 'shipped' THEN 'approved' ELSE ?1 END, platform_status = CASE ?1 WHEN 'shipped' THEN 'shipped' ELSE 'open' END WHERE shop_id = ?2 AND id = ?3", state, shop.id, id);
      const before = await counts(worker);
      const answer = await act(shop, id, action);
      if (outcomes[index] === 409) {
        assert.equal(answer.status, 409, id);
        assert.match(answer.headers.get("content-type"), /^application\/problem\+json/);
        assert.ok(answer.json.detail.startsWith(`the order is ${state}: `), answer.json.detail);
        assert.equal((await shop.order(id)).order.state, state);
        assert.deepEqual(await counts(worker), before, "nothing is written");
      } else {
        assert.deepEqual([answer.status, answer.json.order.state], [200, outcomes[index]], id);
      }
    }
  }
});

test("a click that arrives twice is done once: the second answer is 409 and nothing is written", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  await shop.post("/v1/orders", apiOrder());
  assert.equal((await act(shop, "1001", "release")).status, 200);
  const before = await counts(worker);
  const second = await act(shop, "1001", "release", "another comment");
  assert.deepEqual([second.status, second.json.title], [409, "It was done already"]);
  assert.deepEqual(await counts(worker), before);
  assert.equal((await shop.rows("hold"))[0].resolution_comment, said);
});

test("of 20 releases at once exactly one succeeds, and of 20 holds", async () => {
  const shop = await newShop(worker, { contacts: [] });
  await shop.add(holdsJan);
  await shop.post("/v1/orders", apiOrder());
  for (const [action, of] of [["release", "order.released"], ["hold", "order.held"]]) {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => act(shop, "1001", action, `person ${n}`)));
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, ...Array(19).fill(409)], action);
    const won = answers.findIndex(({ status }) => status === 200);
    const entries = (await shop.order("1001")).timeline.filter((entry) => entry.action === of && entry.actor === "api");
    assert.deepEqual(entries.map(({ detail }) => detail), [`person ${won}`]);
  }
  const holds = await shop.rows("hold");
  assert.deepEqual([holds.length, holds.filter(({ resolution }) => resolution === null).length], [2, 1]);
});

test("holds and releases at once leave one consistent history", async () => {
  const shop = await newShop(worker, { contacts: [] });
  await shop.post("/v1/orders", apiOrder());
  const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => act(shop, "1001", n % 2 ? "release" : "hold")));
  assert.ok(answers.every(({ status }) => status === 200 || status === 409), answers.map(({ status }) => status).join());
  const { order, holds, timeline } = await shop.order("1001");
  const acts = timeline.map(({ action }) => action).filter((action) => action !== "order.checked");
  assert.equal(acts.length, answers.filter(({ status }) => status === 200).length);
  const placed = acts.filter((action) => action === "order.held").length;
  const released = acts.length - placed;
  assert.equal(holds.length, placed);
  assert.equal(order.state, placed > released ? "held" : "released");
  assert.ok(placed - released === 0 || placed - released === 1);
});

test("a later webhook of the unchanged order never undoes a release; a changed order may be held again", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  await shop.taken("woocommerce", wooOrder());
  assert.equal((await act(shop, "7001", "release")).status, 200);
  await shop.taken("woocommerce", wooOrder({ status: "on-hold", customer_note: "ring twice", date_modified_gmt: "2026-11-24T10:06:00" }), { topic: "order.updated" });
  const unchanged = await shop.order("7001");
  assert.deepEqual([unchanged.order.state, unchanged.checks.length], ["released", 1]);
  assert.deepEqual(await ships(shop, "7001"), { release: true, why: "approved" });
  await shop.taken("woocommerce", wooOrder({ total: "999.00", date_modified_gmt: "2026-11-24T10:07:00" }), { topic: "order.updated" });
  const changed = await shop.order("7001");
  assert.deepEqual([changed.order.state, changed.checks.length], ["held", 2]);
  assert.deepEqual(changed.holds.map(({ code, resolution }) => [code, resolution?.resolution ?? null]), [["automatic", null], ["automatic", "released"]]);
  assert.equal((await act(shop, "7001", "release", "still fine")).status, 200);
  await shop.taken("woocommerce", wooOrder({ total: "999.00", status: "completed", date_modified_gmt: "2026-11-24T10:08:00" }), { topic: "order.updated" });
  assert.equal((await shop.order("7001")).order.state, "shipped");
});

test("an order cancelled in the shop while it was held stays cancelled", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  await shop.taken("woocommerce", wooOrder());
  await shop.taken("woocommerce", wooOrder({ status: "cancelled", date_modified_gmt: "2026-11-24T10:06:00" }), { topic: "order.updated" });
  const answer = await act(shop, "7001", "release");
  assert.deepEqual([answer.status, answer.json.detail], [409, "the order is cancelled: it was cancelled and stays cancelled"]);
  const { order, holds } = await shop.order("7001");
  assert.equal(order.state, "cancelled");
  assert.deepEqual({ ...holds[0].resolution, at: "…" }, { resolution: "cancelled", at: "…", by: null, comment: null });
});

test("releases and webhooks of one order at once: the release is kept, and so is the newest version", async () => {
  const shop = await newShop(worker, { contacts: [] });
  await shop.add(holdsJan);
  await shop.taken("woocommerce", wooOrder());
  const deliveries = Array.from({ length: 6 }, (_, n) => shop.deliver("woocommerce", wooOrder({ number: `v${n}`, date_modified_gmt: `2026-11-24T10:1${n}:00` }), { topic: "order.updated" }));
  const [released, ...taken] = await Promise.all([act(shop, "7001", "release"), ...deliveries]);
  assert.ok(taken.every(({ status }) => status === 200 || status === 503));
  assert.ok(released.status === 200 || released.status === 503, String(released.status));
  if (released.status === 503) assert.equal((await act(shop, "7001", "release")).status, 200);
  const { order } = await shop.order("7001");
  assert.equal(order.state, "released");
  if (taken.at(-1).status === 200) assert.equal(order.number, "v5");
});

test("a body that is not exactly a comment is refused, and says where", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  await shop.post("/v1/orders", apiOrder());
  const before = await counts(worker);
  const bodies = [
    [{}, "/comment"],
    [{ comment: null }, "/comment"],
    [{ comment: "" }, "/comment"],
    [{ comment: " \n\u3000" }, "/comment"],
    [{ comment: "a\u0000b" }, "/comment"],
    [{ comment: "ł".repeat(2001) }, "/comment"],
    [{ comment: 7 }, "/comment"],
    [{ comment: said, state: "approved" }, "/state"],
    ['{"comment":"a","comment":"b"}', "/comment"],
    ['{"comment":"\\ud800"}', "/comment"],
    ["", ""],
    ["[]", ""],
  ];
  for (const action of ["hold", "release"]) {
    for (const [body, pointer] of bodies) {
      const answer = await shop.post(`/v1/orders/1001/${action}`, body);
      assert.deepEqual([answer.status, answer.json.errors?.[0].pointer], [400, pointer], JSON.stringify(body).slice(0, 60));
    }
  }
  assert.deepEqual(await counts(worker), before);
  const longest = await act(shop, "1001", "release", "ł".repeat(2000));
  assert.equal(longest.status, 200, longest.text);
  assert.equal(longest.json.holds[0].resolution.comment.length, 2000);
});

test("only the shop itself may act, by its secret key or by a session from the admin page; others see nothing", async () => {
  const [shop, other] = [await newShop(worker), await newShop(worker)];
  await shop.add(holdsJan);
  await shop.post("/v1/orders", apiOrder());
  const before = await counts(worker);
  const ask = async (headers, target = "/v1/orders/1001/release") => read(await worker.fetch(target, { method: "POST", headers, body: JSON.stringify({ comment: said }) }));
  assert.equal((await ask({})).status, 401);
  assert.equal((await ask({ authorization: `Bearer ${shop.pk}` })).status, 403);
  assert.equal((await act(other, "1001", "release")).status, 404);
  assert.equal((await act(shop, "nobody", "release")).status, 404);
  assert.equal((await act(shop, "nobody", "hold")).status, 404);
  const { origin, ...json } = await shop.signIn();
  assert.equal((await ask(json)).status, 403, "without an Origin");
  assert.equal((await ask({ ...json, origin: "https://evil.example" })).status, 403);
  const signingIn = { session: 0, sign_in_link: 0, user: 0, audit: 0 };
  assert.deepEqual({ ...(await counts(worker)), ...signingIn }, { ...before, ...signingIn });
  const own = await ask({ ...json, origin });
  assert.equal(own.status, 200, own.text);
  assert.deepEqual([own.json.holds[0].resolution.by, own.json.timeline.at(-1).actor], ["Admin", "Admin"]);
  const get = await shop.get("/v1/orders/1001/release");
  assert.deepEqual([get.status, get.json.detail], [405, "use POST"]);
});

test("ids of any text can be held, and comments of any text come back as they were", async () => {
  const shop = await newShop(worker);
  for (const id of ["a/b", "100%", "ż ó ł", "#1001", "a?b=c", "../x", "9007199254740993", "bulk", '"quoted"', "0012"]) {
    assert.equal((await shop.post("/v1/orders", apiOrder({ id }))).status, 201, id);
    const comment = `<b>${id}</b> '); DROP TABLE hold; -- \u202e {{7*7}}`;
    const held = await act(shop, id, "hold", comment);
    assert.deepEqual([held.status, held.json.order.id, held.json.order.hold.comment], [200, id, comment]);
  }
});

test("orders are released in bulk, each with its own outcome, all with one comment", async () => {
  const shop = await newShop(worker, { contacts: [] });
  await shop.add(holdsJan);
  for (const id of ["b", "a", "c"]) await shop.post("/v1/orders", apiOrder({ id }));
  await shop.post("/v1/orders", apiOrder({ id: "free", email: "other@example.com" }));
  const answer = await shop.post("/v1/orders/bulk", { action: "release", ids: ["b", "nobody", "free", "a"], comment: said });
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual(answer.json.data, [
    { id: "b", state: "released" },
    { id: "nobody", error: "there is no such order" },
    { id: "free", error: "the order is approved: it is not held, so nothing is to be released" },
    { id: "a", state: "released" },
  ]);
  for (const [id, state] of [["a", "released"], ["b", "released"], ["c", "held"], ["free", "approved"]]) assert.equal((await shop.order(id)).order.state, state, id);
  const { holds, timeline } = await shop.order("a");
  assert.deepEqual([holds[0].resolution.comment, timeline.at(-1).action, timeline.at(-1).detail], [said, "order.released", said]);
  const held = await shop.post("/v1/orders/bulk", { action: "hold", ids: ["a", "free", "c"], comment: "stop all" });
  assert.deepEqual(held.json.data.map(({ state, error }) => state ?? error.split(":")[0]), ["held", "held", "the order is held"]);
  assert.equal((await shop.order("free")).order.hold.comment, "stop all");
});

test("bulk takes 100 orders in a handful of statements, and of two at once each order goes to one", async () => {
  const shop = await newShop(worker, { contacts: [] });
  const ids = Array.from({ length: 100 }, (_, n) => `n${n}`);
  for (const id of ids) await shop.post("/v1/orders", apiOrder({ id }));
  const answers = await Promise.all(["one", "two", "three"].map((comment) => shop.post("/v1/orders/bulk", { action: "hold", ids, comment })));
  assert.deepEqual(answers.map(({ status }) => status), [200, 200, 200]);
  for (const index of ids.keys()) assert.equal(answers.filter(({ json }) => json.data[index].state === "held").length, 1);
  assert.equal((await shop.rows("hold")).length, 100);
});

test("the e-mail addresses of orders are put on the blacklist, each once, and are in force at the next check", async () => {
  const shop = await newShop(worker, { contacts: [] });
  const there = await shop.add({ fields: { email: "known@example.com" } });
  for (const [id, email] of [["a", "jan.k@gmail.com"], ["b", "JanK+shop@googlemail.com"], ["c", "known@example.com"], ["d", "other@example.com"]]) {
    await shop.post("/v1/orders", apiOrder({ id, email }));
  }
  await shop.post("/v1/orders", apiOrder({ id: "none", email: null }));
  const request = { action: "add_to_blacklist", ids: ["d", "a", "none", "b", "nobody", "c"], comment: "parcels come back" };
  const answers = await Promise.all([1, 2, 3].map(() => shop.post("/v1/orders/bulk", request)));
  for (const { status, json, text } of answers) {
    assert.equal(status, 200, text);
    const [d, a, none, b, nobody, c] = json.data;
    assert.deepEqual([a.entry, c.entry, none.error, nobody.error], [b.entry, there.id, "the order has nothing that can be listed (what is copied: email)", "there is no such order"]);
    assert.notEqual(a.entry, d.entry);
    assert.deepEqual(json, answers[0].json, "three at once list each address once");
  }
  const { data } = (await shop.get("/v1/entries")).json;
  assert.deepEqual(data.map(({ fields, reason, effect }) => [fields.email, reason, effect]).toSorted(), [
    ["jan.k@gmail.com", "parcels come back", "points"],
    ["known@example.com", "unpaid parcels", "points"],
    ["other@example.com", "parcels come back", "points"],
  ]);
  assert.ok(data.every(({ expires_at }) => expires_at !== null), "twelve months, as for any entry");
  const { matches } = (await shop.post("/v1/checks", apiOrder({ email: "other@example.com" }))).json;
  assert.deepEqual(matches.map(({ source }) => source), [`entry:${answers[0].json.data[0].entry}`]);
  const audit = await worker.d1("SELECT actor, action FROM audit WHERE shop_id = ?1 AND subject = ?2", shop.id, `entry:${answers[0].json.data[1].entry}`);
  assert.deepEqual(audit, [{ actor: "api", action: "entry.added" }]);
});

test("a buyer who is on the allow list is put on the blacklist all the same, and not twice", async () => {
  const shop = await newShop(worker, { contacts: [] });
  await shop.put("/v1/shop", { list_fields: ["email", "city"] });
  const allowed = await shop.add({ fields: { email: "friend@example.com", city: "Kraków" }, effect: "allow", reason: "a friend" });
  for (const id of ["a", "b"]) await shop.post("/v1/orders", apiOrder({ id, email: "friend@example.com", billing: { city: "Krakow" }, shipping: null }));
  const list = async (ids) => (await shop.post("/v1/orders/bulk", { action: "add_to_blacklist", ids, comment: "no friend any more" })).json.data.map(({ entry }) => entry);
  const [a, b] = await list(["a", "b"]);
  assert.equal(a, b);
  assert.ok(a && a !== allowed.id, "not the entry of the allow list");
  assert.deepEqual(await list(["b"]), [a]);
  assert.equal((await shop.get("/v1/entries?list=blacklist")).json.data.length, 1);
});

test("a bulk request that is not whole changes nothing", async () => {
  const shop = await newShop(worker);
  await shop.add(holdsJan);
  await shop.post("/v1/orders", apiOrder());
  const before = await counts(worker);
  const good = { action: "release", ids: ["1001"], comment: said };
  for (const [fields, pointer] of [
    [{ action: "check" }, "/action"],
    [{ action: "add_to_blacklist", comment: "x".repeat(501) }, "/comment"],
    [{ action: "Release" }, "/action"],
    [{ ids: [] }, "/ids"],
    [{ ids: Array.from({ length: 101 }, (_, n) => String(n)) }, "/ids"],
    [{ ids: ["1001", "2", "1001"] }, "/ids/2"],
    [{ comment: " " }, "/comment"],
    [{ comment: undefined }, "/comment"],
    [{ ids: "1001" }, "/ids"],
    [{ ids: [1001] }, "/ids/0"],
    [{ all: true }, "/all"],
  ]) {
    const answer = await shop.post("/v1/orders/bulk", { ...good, ...fields });
    assert.deepEqual([answer.status, answer.json.errors?.[0].pointer], [400, pointer], JSON.stringify(fields).slice(0, 60));
  }
  assert.match((await shop.post("/v1/orders/bulk", { ...good, action: "check" })).json.detail, /use recheck, add_to_blacklist, hold or release/);
  assert.deepEqual(await counts(worker), before);
  const stranger = await newShop(worker);
  assert.deepEqual((await stranger.post("/v1/orders/bulk", good)).json.data, [{ id: "1001", error: "there is no such order" }]);
  assert.equal((await shop.order("1001")).order.state, "held");
});
