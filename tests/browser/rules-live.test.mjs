// Rules while they are typed: the engine says what is wrong, what is seldom meant and what it costs; and two people edit one draft.
import assert from "node:assert/strict";
import { mustBeAccessible, mustNotScrollSideways, screenshot, settled, told, visit } from "./page.mjs";
import { scenario, shop } from "./story.mjs";

const condition = (page) => page.getByLabel(/^Condition/);
const save = (page) => page.getByRole("button", { name: "Save in the draft" }).click();
const dialog = (page) => page.getByRole("dialog");
const rule = async (id) => (await shop.send("GET", `/v1/rules/${id}`));
const colleague = async (method, path, body) => {
  const answer = await fetch(`${shop.url}${path}`, { method, headers: shop.server, body: JSON.stringify(body) });
  assert.ok(answer.ok, await answer.text());
};

scenario("a mistake is underlined while it is typed and mended with one click; nothing is sent before saving", {}, async (page) => {
  const asked = [];
  page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await settled(page);
  assert.ok(!asked.some((one) => one.includes("engine")), "the engine is not loaded where no rule is edited");
  await visit(page, shop, "#/rules");
  await page.getByRole("meter", { name: "Cost at worst" }).waitFor();
  await page.keyboard.press("n");
  await condition(page).fill('shipping.contry == "DE" and order.total > 100');
  await page.getByText("did you mean `shipping.country`?").waitFor();
  assert.deepEqual(await page.locator(".code-under .rule-flaw").allInnerTexts(), ["shipping.contry"]);
  await mustBeAccessible(page, "a mistake while typing");
  await screenshot(page, "rule-live");
  await page.getByRole("button", { name: "Use shipping.country" }).click();
  await page.getByText(/^This rule: \d+ steps\. All active rules: \d+ of 1,000,000 steps\.$/).waitFor();
  assert.equal(await page.locator(".rule-flaw").count(), 0);
  await condition(page).fill('not (shipping.country == "DE")');
  await page.locator(".code-warning").first().waitFor();
  await screenshot(page, "rule-warned");
  assert.deepEqual(asked.filter((one) => !one.startsWith("GET ")), []);
  assert.ok(asked.some((one) => /engine-\w+\.wasm$/.test(one)));
  const policy = (await (await page.request.get(`${shop.url}/admin/`)).headers())["content-security-policy"];
  assert.match(policy, /worker-src 'self'/);
  assert.doesNotMatch(policy, /wasm-unsafe-eval/);
});

scenario("a variable that is typed wrongly is underlined too, and what the whole draft costs and warns of stands before publishing", {}, async (page) => {
  await visit(page, shop, "#/rules?edit=variable%3Afirst_order");
  const text = page.getByLabel(/^Stands for/);
  await text.fill("customer.orders_cuont <= 1");
  await page.getByText("did you mean `customer.orders_count`?").waitFor();
  await colleague("POST", "/v1/rules", { id: "dear", name: "Dear", when: "order.total > 90000", points: 5 });
  await colleague("POST", "/v1/rules", { id: "elsewhere", name: "Shipped elsewhere", when: 'not (shipping.country == "PL")', points: 5 });
  await visit(page, shop, "#/rules");
  await page.getByRole("button", { name: "refresh" }).click();
  await page.getByRole("button", { name: "Review and publish…" }).click();
  await dialog(page).getByText(/^rule `elsewhere`: line 1/).waitFor();
  await dialog(page).getByText(/^All active rules: /).waitFor();
  await mustBeAccessible(page, "publishing with a warning");
  await screenshot(page, "publish-warned");
  await shop.order({ currency: "EUR" });
  await dialog(page).getByRole("button", { name: /^Publish snapshot/ }).click();
  const notice = page.getByRole("status").filter({ hasText: /Snapshot \d+ is in force\./ });
  await notice.waitFor();
  const said = await notice.innerText();
  assert.doesNotMatch(said, /elsewhere/, "what the dialog said is not said again");
  assert.match(said, /compares an amount[\s\S]*EUR, PLN/, "what only the shop's orders show is said then");
  await colleague("DELETE", "/v1/rules/elsewhere");
  await colleague("DELETE", "/v1/rules/dear");
  await colleague("POST", "/v1/snapshots", { expected: Number(said.match(/\d+/)[0]) });
});

scenario("without the engine the Worker says what is wrong once it is saved", {}, async (page) => {
  await page.route(/engine-\w+\.wasm$/, (route) => route.abort());
  await visit(page, shop, "#/rules");
  await page.keyboard.press("n");
  await page.getByLabel(/^Name/).fill("Anything");
  await page.getByLabel("Points", { exact: true }).fill("5");
  await condition(page).fill("order.totl > 1");
  await save(page);
  await page.getByText("did you mean `order.total`?").waitFor();
});

scenario("what a colleague changes elsewhere in the draft does not stop saving; what they change in the same rule is shown beside", {}, async (page) => {
  const before = await rule("disposable_email");
  await visit(page, shop, "#/rules?edit=rule%3Adisposable_email");
  await condition(page).fill("email.is_disposable and order.total > 10");
  const other = await rule("other_country");
  await colleague("PUT", "/v1/rules/other_country", { ...other, points: 21 });
  await save(page);
  await told(page, "Saved in the draft.");
  assert.deepEqual([(await rule("disposable_email")).when, (await rule("other_country")).points], ["email.is_disposable and order.total > 10", 21]);

  await page.getByRole("link", { name: "Disposable e-mail address" }).click();
  await condition(page).fill("email.is_disposable and order.total > 20");
  await colleague("PUT", "/v1/rules/disposable_email", { ...before, points: 33 });
  await save(page);
  const met = page.getByRole("alert", { name: "Somebody changed this in the meantime" });
  assert.match(await met.innerText(), /Points[\s\S]*33/);
  assert.equal(await condition(page).inputValue(), "email.is_disposable and order.total > 20");
  assert.equal((await rule("disposable_email")).points, 33, "theirs stands");
  await mustBeAccessible(page, "two edits of one rule");
  await screenshot(page, "rule-conflict");
  await page.setViewportSize({ width: 360, height: 740 });
  await mustNotScrollSideways(page, "two edits of one rule");
  await screenshot(page, "rule-conflict-360");
  await page.setViewportSize({ width: 1280, height: 800 });
  await met.getByRole("button", { name: "Take theirs" }).click();
  assert.equal(await condition(page).inputValue(), "email.is_disposable");
  assert.equal(await page.getByLabel("Points", { exact: true }).inputValue(), "33");
  await condition(page).fill("email.is_disposable and order.total > 30");
  await colleague("DELETE", "/v1/rules/disposable_email");
  await save(page);
  await page.getByText("It was removed from the draft.", { exact: false }).waitFor();
  assert.equal(await condition(page).inputValue(), "email.is_disposable and order.total > 30");
  await save(page);
  await told(page, "Saved in the draft.");
  assert.equal((await rule("disposable_email")).when, "email.is_disposable and order.total > 30");
});

scenario("what was not seen is not published", {}, async (page) => {
  await visit(page, shop, "#/rules");
  await page.getByRole("switch", { name: /Parcels left unclaimed/ }).click();
  await told(page, "Switched o");
  await page.getByRole("button", { name: "Review and publish…" }).click();
  const number = (await shop.send("GET", "/v1/rules")).data.length && Number((await dialog(page).getByRole("heading", { level: 2 }).innerText()).match(/\d+/)[0]);
  const other = await rule("other_country");
  await colleague("PUT", "/v1/rules/other_country", { ...other, points: 47 });
  await dialog(page).getByRole("button", { name: /^Publish snapshot/ }).click();
  await dialog(page).getByText("Somebody changed the draft in the meantime").waitFor();
  await dialog(page).getByText("47", { exact: true }).waitFor();
  await dialog(page).getByRole("button", { name: /^Publish snapshot/ }).click();
  await page.getByText(`Snapshot ${number} is in force.`).waitFor();
});

scenario("settings that a colleague changed meanwhile are shown, and what was typed stays", {}, async (page) => {
  await visit(page, shop, "#/settings");
  const minimum = page.getByLabel("Minimum", { exact: true });
  await minimum.fill("64");
  const settings = await shop.send("GET", "/v1/settings");
  await colleague("PUT", "/v1/settings", { ...settings, minimum_points: 61 });
  await save(page);
  const met = page.getByRole("alert", { name: "Somebody changed this in the meantime" });
  assert.match(await met.innerText(), /Minimum[\s\S]*61/);
  assert.equal(await minimum.inputValue(), "64");
  await screenshot(page, "settings-conflict");
  await save(page);
  await told(page, "Saved in the draft.");
  assert.equal((await shop.send("GET", "/v1/settings")).minimum_points, 64);
  assert.equal(await minimum.inputValue(), "64");
});
