// /v1/entries: the blacklist and the allow list of one shop, in force at the next check.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startWorker } from "./harness.mjs";
import { apiOrder, counts, newShop } from "./shop.mjs";

const worker = await startWorker();
after(() => worker.stop());

const email = { email: "jan@example.com" };
const decision = async (shop, fields) => (await shop.post("/v1/checks", apiOrder(fields))).json;
const sources = (check) => check.matches.map(({ source }) => source);

test("an entry is added, listed, shown, replaced and removed", async () => {
  const shop = await newShop(worker);
  const added = await shop.post("/v1/entries", { fields: { ip: "1.1.1.1", city: "Wrocław" }, reason: "unpaid parcels" });
  assert.equal(added.status, 201, added.text);
  const { id } = added.json;
  assert.deepEqual(
    { ...added.json, id: "…", created_at: "…", expires_at: "…" },
    { id: "…", fields: { city: "Wrocław", ip: "1.1.1.1" }, effect: "mark", match: "exact", points: null, reason: "unpaid parcels", actor: "api", created_at: "…", expires_at: "…", hits: 0, last_hit_at: null },
  );
  assert.deepEqual((await shop.get(`/v1/entries/${id}`)).json, added.json);
  assert.deepEqual((await shop.get("/v1/entries")).json, { data: [added.json], next: null });

  const replaced = await shop.put(`/v1/entries/${id}`, { fields: email, effect: "points", points: -20, reason: "was a mistake", expires_at: null });
  assert.equal(replaced.status, 200, replaced.text);
  assert.deepEqual([replaced.json.id, replaced.json.fields, replaced.json.points, replaced.json.expires_at], [id, email, -20, null]);
  assert.equal((await shop.put(`/v1/entries/${id}`, { id: "other", fields: email, reason: "x" })).json.errors[0].pointer, "/id");
  assert.equal((await shop.put("/v1/entries/nobody", { fields: email, reason: "x" })).status, 404);

  const removed = await shop.delete(`/v1/entries/${id}`);
  assert.deepEqual([removed.status, removed.text], [204, ""]);
  assert.equal((await shop.get(`/v1/entries/${id}`)).status, 404);
  assert.equal((await shop.delete(`/v1/entries/${id}`)).status, 404);
  assert.equal((await shop.put(`/v1/entries/${id}`, { fields: email, reason: "x" })).status, 404);
  assert.deepEqual((await shop.get("/v1/entries")).json.data, []);
  const audit = await worker.d1("SELECT action FROM audit WHERE shop_id = ?1 AND subject = ?2 ORDER BY at, id", shop.id, `entry:${id}`);
  assert.deepEqual(audit.map(({ action }) => action).toSorted(), ["entry.added", "entry.removed", "entry.replaced"]);
});

test("every change is in force at the next check, in an isolate that has checked this shop before", async () => {
  const shop = await newShop(worker);
  assert.deepEqual(sources(await decision(shop)), []);
  const { id } = await shop.add({ fields: email, effect: "hold" });
  const held = await decision(shop);
  assert.deepEqual([held.decision, sources(held)], ["review", [`entry:${id}`]]);
  assert.equal((await shop.put(`/v1/entries/${id}`, { fields: { email: "other@example.com" }, effect: "hold", reason: "x" })).status, 200);
  const other = await decision(shop);
  assert.deepEqual([other.decision, other.entries_seq], ["approve", held.entries_seq + 1]);
  assert.deepEqual(sources(await decision(shop, { email: "other@example.com" })), [`entry:${id}`]);
  await shop.delete(`/v1/entries/${id}`);
  const free = await decision(shop, { email: "other@example.com" });
  assert.deepEqual([free.decision, free.matches, free.entries_seq], ["approve", [], held.entries_seq + 2]);
});

test("an entry is in force until it expires, and not a moment longer", async () => {
  const shop = await newShop(worker);
  const end = Date.now() + 1500;
  const { id } = await shop.add({ fields: email, effect: "mark", expires_at: new Date(end).toISOString() });
  assert.deepEqual(sources(await decision(shop)), [`entry:${id}`]);
  await new Promise((resolve) => setTimeout(resolve, end - Date.now() + 5));
  assert.deepEqual(sources(await decision(shop)), []);
});

// [what, entry, pointer, a word of the detail]
const day = 86_400_000;
const REFUSED = [
  ["not JSON", "x", "", "JSON"],
  ["no field", { fields: {} }, "/fields", "at least one"],
  ["fields missing", {}, undefined, "field"],
  ["no reason", { fields: email, reason: " " }, "/reason", "reason"],
  ["a reason of 501 characters", { fields: email, reason: "ż".repeat(501) }, "/reason", "500"],
  ["an id of 129 characters", { id: "e".repeat(129), fields: email }, "/id", ""],
  ["an address that is none", { fields: { ip: "1.2.3" } }, "/fields/ip", "1.2.3"],
  ["a range too wide for IPv4", { fields: { ip: "1.0.0.0/7" } }, "/fields/ip", "/8"],
  ["a range too wide for IPv6", { fields: { ip: "2001::/15" } }, "/fields/ip", "/16"],
  ["an e-mail that is none", { fields: { email: "jan" } }, "/fields/email", "jan"],
  ["a phone that is none", { fields: { phone: "x" } }, "/fields/phone", "x"],
  ["only blank values", { fields: { last_name: " ", email: "" } }, "/fields", "at least one"],
  ["a value that is a number", { fields: { postcode: 50001 } }, "/fields/postcode", "string"],
  ["an unknown field", { fields: { emial: "jan@example.com" } }, "/fields/emial", "email"],
  ["an unknown setting", { fields: email, reson: "x" }, "/reson", "reason"],
  ["an unknown effect", { fields: email, effect: "block" }, "/effect", "hold"],
  ["points beside mark", { fields: email, effect: "mark", points: 5 }, "/points", "mark"],
  ["points over 1000", { fields: email, effect: "points", points: 1001 }, "/points", "1000"],
  ["points under -1000", { fields: email, effect: "points", points: -1001 }, "/points", "-1000"],
  ["points that are a text", { fields: email, effect: "points", points: "5" }, "/points", ""],
  ["half a point", { fields: email, effect: "points", points: 1.5 }, "/points", ""],
  ["several fields with points and no number", { fields: { ...email, ip: "1.1.1.1" }, effect: "points" }, "/points", "own points"],
  ["an allowance by one weak field", { fields: email, effect: "allow" }, "/effect", "allow"],
  ["an allowance by two of the weakest fields", { fields: { city: "Wrocław", first_name: "Jan" }, effect: "allow" }, "/effect", "allow"],
  ["a hold by a city", { fields: { city: "Wrocław" }, effect: "hold" }, "/effect", "hold"],
  ["an expiry in the past", { fields: email, expires_at: new Date(Date.now() - 1000).toISOString() }, "/expires_at", "past"],
  ["an expiry over 36 months away", { fields: email, expires_at: new Date(Date.now() + 1098 * day).toISOString() }, "/expires_at", "36 months"],
  ["an expiry that is no time", { fields: email, expires_at: "soon" }, "/expires_at", ""],
  ["a field twice", '{"fields": {"email": "a@b.example", "email": "c@d.example"}, "reason": "x"}', "/fields/email", "duplicate"],
];

test("what an entry may not be is refused with its place, and nothing is stored", async (t) => {
  const shop = await newShop(worker);
  const { id } = await shop.add({ fields: email, effect: "mark" });
  const before = await counts(worker);
  const unchanged = await shop.get(`/v1/entries/${id}`);
  for (const [name, entry, pointer, word] of REFUSED) {
    await t.test(name, async () => {
      const body = typeof entry === "string" ? entry : { reason: "unpaid parcels", ...entry };
      for (const answer of [await shop.post("/v1/entries", body), await shop.put(`/v1/entries/${id}`, body)]) {
        assert.equal(answer.status, 400, answer.text);
        if (pointer !== undefined) assert.equal(answer.json.errors[0].pointer, pointer, answer.text);
        assert.ok(answer.json.errors[0].detail.includes(word), answer.text);
      }
    });
  }
  assert.deepEqual(await counts(worker), before);
  assert.equal((await shop.get(`/v1/entries/${id}`)).text, unchanged.text);
});

test("an entry without an expiry lives twelve months, one with null for ever, one with a time until then", async () => {
  const shop = await newShop(worker);
  const [silent, never] = [await shop.add({ fields: email }), await shop.add({ fields: email, expires_at: null })];
  assert.equal(Date.parse(silent.expires_at) - Date.parse(silent.created_at), 365 * day);
  assert.equal(never.expires_at, null);
  const end = new Date(Math.floor(Date.now() / 1000) * 1000 + 1095 * day).toISOString();
  assert.equal(Date.parse((await shop.add({ fields: email, expires_at: end })).expires_at), Date.parse(end));
});

test("one field without points has the shop's default points for its type", async () => {
  const shop = await newShop(worker);
  const defaults = JSON.parse((await worker.d1("SELECT draft FROM snapshot WHERE shop_id = ?1", shop.id))[0].draft).settings.default_points;
  const entries = { email: email.email, phone: "+48600100200", ip: "1.1.1.0/24", postcode: "50-001", last_name: "Kowalski", city: "Wrocław" };
  let score = 0;
  for (const [field, value] of Object.entries(entries)) {
    const { effect } = await shop.add({ id: field, fields: { [field]: value } });
    assert.equal(effect, "points");
    score += defaults[field] ?? 0;
  }
  const check = await decision(shop);
  assert.deepEqual(Object.fromEntries(check.matches.map(({ source, points }) => [source, points])), Object.fromEntries(Object.keys(entries).map((field) => [`entry:${field}`, defaults[field] ?? 0])));
  assert.ok(defaults.email > 0 && check.score === score);
});

test("the nine fields of the blacklist all match, alone or together, in whatever spelling", async () => {
  const shop = await newShop(worker);
  const nine = { first_name: "JAN", last_name: "kowalski", street: "Długa", house_number: "12/4", postcode: "50001", city: "WROCLAW", email: "Jan+shop@example.com", ip: "1.1.1.1", phone: "600-100-200" };
  for (const [field, value] of Object.entries(nine)) await shop.add({ id: field, fields: { [field]: value }, effect: "mark" });
  await shop.add({ id: "together", fields: nine, effect: "mark" });
  await shop.add({ id: "together-but-one", fields: { ...nine, city: "Kraków" }, effect: "hold" });
  const check = await decision(shop);
  assert.deepEqual(sources(check), [...Object.keys(nine), "together"].toSorted().map((id) => `entry:${id}`));
  const together = check.matches.find(({ source }) => source === "entry:together");
  assert.deepEqual([together.fields, together.places], [Object.keys(nine), ["billing"]]);
  assert.deepEqual([check.marked, check.held], [true, false]);
});

test("an allowance lets an order through that would be held, and the matches still show", async () => {
  const shop = await newShop(worker);
  await shop.add({ id: "bad", fields: email, effect: "hold" });
  await shop.add({ id: "good", fields: { ...email, phone: "600100200" }, effect: "allow", reason: "regular customer" });
  const check = await decision(shop);
  assert.deepEqual([check.decision, check.allowed, check.held, check.marked, sources(check)], ["approve", true, false, false, ["entry:bad", "entry:good"]]);
});

test("hits and the last hit are counted per stored check, not per question", async () => {
  const shop = await newShop(worker);
  const { id } = await shop.add({ fields: { last_name: "Kowalski" }, effect: "mark" });
  await decision(shop);
  assert.equal((await shop.get(`/v1/entries/${id}`)).json.hits, 0);
  for (const order of ["1", "2", "3"]) await shop.post("/v1/orders", apiOrder({ id: order }));
  const { hits, last_hit_at } = (await shop.get(`/v1/entries/${id}`)).json;
  assert.deepEqual([hits, last_hit_at], [3, (await shop.order("3")).check.now]);
  assert.equal((await shop.get("/v1/entries")).json.data[0].hits, 3);
});

test("two shops with the same ids never see or touch each other's entries", async () => {
  const [one, two] = [await newShop(worker), await newShop(worker)];
  await one.add({ id: "e1", fields: email, effect: "hold", reason: "of one" });
  assert.equal((await decision(two)).decision, "approve");
  await two.add({ id: "e1", fields: { email: "x@example.com" }, effect: "mark", reason: "of two" });
  assert.deepEqual((await one.get("/v1/entries/e1")).json.reason, "of one");
  assert.equal((await two.delete("/v1/entries/e1")).status, 204);
  assert.equal((await decision(one)).decision, "review");
  await one.post("/v1/orders", apiOrder());
  assert.equal((await one.get("/v1/entries/e1")).json.hits, 1);
});

test("an id is used once: taken or removed it is 409", async () => {
  const shop = await newShop(worker);
  await shop.add({ id: "e1", fields: email });
  const before = await counts(worker);
  const again = () => shop.post("/v1/entries", { id: "e1", fields: email, reason: "x" });
  assert.equal((await again()).status, 409);
  assert.deepEqual(await counts(worker), before);
  await shop.delete("/v1/entries/e1");
  assert.equal((await again()).status, 409);
});

test("20 entries added at once are all in force, each under its own number", async () => {
  const shop = await newShop(worker);
  await decision(shop);
  const added = await Promise.all(Array.from({ length: 20 }, (_, index) => shop.post("/v1/entries", { id: `e${index}`, fields: email, effect: "mark", reason: "x" })));
  assert.deepEqual(added.map(({ status }) => status), Array(20).fill(201));
  assert.equal((await decision(shop)).matches.length, 20);
  assert.equal(new Set((await shop.rows("entry")).map(({ seq }) => seq)).size, 20);
});

test("the list turns its pages by cursor and visits every entry once", async () => {
  const shop = await newShop(worker);
  const ids = Array.from({ length: 11 }, (_, index) => `e${String(index).padStart(2, "0")}`);
  for (const id of ids) await shop.add({ id, fields: email });
  // Some added in the same millisecond, so that a page ends between equals.
  await worker.d1("UPDATE entry SET created_at = created_at - created_at % 3 WHERE shop_id = ?1", shop.id);
  await shop.delete("/v1/entries/e05");
  const seen = [];
  for (let cursor = ""; cursor !== null; ) {
    const { json } = await shop.get(`/v1/entries?limit=2${cursor && `&cursor=${cursor}`}`);
    assert.ok(json.data.length === 2 || json.next === null);
    seen.push(...json.data.map(({ id }) => id));
    cursor = json.next;
  }
  assert.deepEqual(seen.toSorted(), ids.filter((id) => id !== "e05"));
  for (const query of ["limit=0", "limit=1000", "cursor=x", "q=jan"]) assert.equal((await shop.get(`/v1/entries?${query}`)).status, 400, query);
});
