// A contact answers a case by the signed link of its mail, without a login (C5).
import assert from "node:assert/strict";
import { createHmac, hkdfSync } from "node:crypto";
import { after, before, test } from "node:test";
import { secrets, startWorker } from "./harness.mjs";
import { apiOrder, newShop, read } from "./shop.mjs";

let worker;
before(async () => (worker = await startWorker()));
after(() => worker?.stop());

/** The token as anyone who knows the master key would make it. */
function token(shop, caseId, contact, until, key = secrets.MASTER_KEY) {
  const said = `${caseId}.${contact}.${until}`;
  const derived = Buffer.from(hkdfSync("sha256", Buffer.from(key, "hex"), "ordergate v1", `answer\0${shop}`, 32));
  return `${shop}.${said}.${createHmac("sha256", derived).update(said).digest("base64url")}`;
}

async function turned(contacts = ["ola@shop.example", "martin@shop.example"]) {
  const shop = await newShop(worker, { contacts });
  await shop.post("/v1/orders", apiOrder({ number: "<b>#1001</b>" }));
  await shop.post("/v1/orders/1001/status", { status: "fraud", comment: "the bank called" });
  const page = await shop.order("1001");
  const people = await worker.d1("SELECT id, name FROM contact WHERE shop_id = ?1 ORDER BY id", shop.id);
  const until = Date.parse(page.case.deadline_at);
  return { shop, page, people, until, link: `/answer/${token(shop.id, page.case.id, people[0].id, until)}` };
}

const get = async (path, init) => read(await worker.fetch(path, init));
const answer = (path, said, headers = {}) => get(path, { method: "POST", body: `answer=${said}`, headers: { "content-type": "application/x-www-form-urlencoded", ...headers } });

test("opening the link changes nothing, however often; a button answers; afterwards it says who was right", async () => {
  const { shop, page, people, link } = await turned();
  for (let n = 0; n < 5; n += 1) {
    const opened = await get(link);
    assert.equal(opened.status, 200, opened.text);
    assert.match(opened.headers.get("content-type"), /^text\/html/);
    assert.match(opened.headers.get("content-security-policy"), /default-src 'none'/);
    assert.equal(opened.headers.get("referrer-policy"), "no-referrer");
    assert.match(opened.text, /&lt;b&gt;#1001&lt;\/b&gt; · Test shop/);
    assert.doesNotMatch(opened.text, /<b>|jan@example\.com/);
  }
  assert.equal((await shop.order("1001")).case.state, "open");
  const done = await answer(link, "blocked");
  assert.deepEqual([done.status, /The delivery was stopped\./.test(done.text)], [200, true]);
  const after = (await shop.get(`/v1/cases/${page.case.id}`)).json;
  assert.deepEqual([after.case.state, after.case.resolution.resolution, after.case.resolution.by], ["resolved", "blocked", `contact:${people[0].id}`]);
  assert.deepEqual(after.labels.map(({ label }) => label), ["blocked", "fraud"]);
  const second = await answer(link, "not_blocked");
  assert.match(second.text, /The delivery was stopped\./);
  assert.equal((await shop.get(`/v1/cases/${page.case.id}`)).json.case.resolution.resolution, "blocked");
});

test("a link that somebody changed, of another shop, or of a contact who has left does not exist", async () => {
  const { shop, page, people, until, link } = await turned();
  const other = await turned();
  const bad = [
    link.slice(0, -1) + (link.endsWith("A") ? "B" : "A"),
    `/answer/${token(shop.id, page.case.id, people[0].id, until, "11".repeat(32))}`,
    `/answer/${token(shop.id, other.page.case.id, people[0].id, until)}`,
    `/answer/${token(other.shop.id, page.case.id, people[0].id, until)}`,
    `/answer/${token(shop.id, page.case.id, people[0].id, until).replace(String(until), String(until + 1))}`,
    `/answer/${token(shop.id, page.case.id, "nobody", until)}`,
    "/answer/x",
    `/answer/${"a.".repeat(500)}`,
  ];
  for (const path of bad) {
    assert.equal((await get(path)).status, 404, path);
    assert.equal((await answer(path, "blocked")).status, 404, path);
  }
  assert.equal((await shop.order("1001")).case.state, "open");
});

test("an answer comes from the page's own button and says one of two things", async () => {
  const { shop, link } = await turned();
  assert.equal((await answer(link, "blocked", { "sec-fetch-site": "cross-site" })).status, 403);
  assert.equal((await answer(link, "too_late")).status, 400);
  assert.equal((await answer(link, `blocked${"x".repeat(2_000)}`)).status, 413);
  assert.equal((await get(link, { method: "DELETE" })).status, 405);
  assert.equal((await shop.order("1001")).case.state, "open");
});

test("the link ends with the window", async () => {
  const { shop, page, people } = await turned();
  const past = `/answer/${token(shop.id, page.case.id, people[0].id, Date.now() - 1)}`;
  assert.equal((await get(past)).status, 410);
  assert.equal((await answer(past, "blocked")).status, 410);
  assert.equal((await shop.order("1001")).case.state, "open");
});

test("ten contacts answer at once: one answer stands, and all of them see it", async () => {
  const { shop, page, people, until } = await turned(Array.from({ length: 10 }, (_, n) => `p${n}@shop.example`));
  const answers = await Promise.all(people.map(({ id }, n) => answer(`/answer/${token(shop.id, page.case.id, id, until)}`, n % 2 ? "blocked" : "not_blocked")));
  assert.deepEqual(answers.map(({ status }) => status), Array(10).fill(200));
  const { resolution } = (await shop.get(`/v1/cases/${page.case.id}`)).json.case;
  const said = resolution.resolution === "blocked" ? /was stopped/ : /was not stopped/;
  assert.ok(answers.every(({ text }) => said.test(text)));
  assert.equal((await shop.rows("label")).filter(({ label }) => label.endsWith("blocked")).length, 1);
});

test("the page speaks the contact's language", async () => {
  const { shop, page, people, until } = await turned();
  for (const [language, words] of [["pl", "Czy wysyłka została zatrzymana?"], ["pt-BR", "A entrega foi interrompida?"], ["tr", "Gönderi durduruldu mu?"], ["it", "La consegna è stata fermata?"]]) {
    await worker.d1("UPDATE contact SET language = ?3 WHERE shop_id = ?1 AND id = ?2", shop.id, people[0].id, language);
    const { text } = await get(`/answer/${token(shop.id, page.case.id, people[0].id, until)}`);
    assert.ok(text.includes(`lang="${language}"`) && text.includes(words), text);
  }
});

test("no log holds a token", async () => {
  const { link } = await turned();
  worker.clearLogs();
  await get(link);
  await answer(link, "blocked");
  const logs = JSON.stringify(worker.logs());
  assert.ok(logs.includes("/answer/…") && !logs.includes(link.slice(8, 40)), logs);
});
