// A merchant looks somebody up: what they bought, what became of it, whether their next order would pass, and what holds it.
import assert from "node:assert/strict";
import { before } from "node:test";
import { mustBeAccessible, mustNotScrollSideways, screenshot, settled, visit } from "./page.mjs";
import { HOSTILE, ready, scenario, shop } from "./story.mjs";

const dialog = (page) => page.getByRole("dialog");
const row = (page, text) => page.locator("table.customers tbody tr", { hasText: text });
const search = (page) => page.getByRole("searchbox", { name: "E-mail, phone, name or customer id" });
const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().replace(/\.\d+/, "");
const olga = { email: "olga@example.com", phone: "+48 511 222 333", place: { first_name: "Olga", last_name: "Wrona", city: "Gdynia" } };
const ago = (seconds) => ({ placed_at: new Date(Date.now() - seconds * 1000).toISOString().replace(/\.\d+/, "") });
let key;

before(async () => {
  await ready;
  await shop.order({ id: "olga-1", number: "#9101", ...olga, total: "100.10" });
  await shop.order({ id: "olga-2", number: "#9102", ...olga, email: "wrona@example.com", total: "200.20" });
  await shop.order({ id: "olga-3", number: "#9103", ...olga, total: "50.00", currency: "EUR", customer: { id: "c-77" } });
  await shop.act("olga-2", "status", "the bank called", { status: "fraud" });
  await shop.send("POST", "/v1/orders/olga-1/labels", { label: "chargeback", comment: "card of somebody else" });
  for (const { id, reason } of (await shop.send("GET", "/v1/entries?limit=50")).data) if (reason === "confirmed fraud") await shop.send("DELETE", `/v1/entries/${id}`);
  await shop.entry({ fields: { email: olga.email }, effect: "points", points: 45, reason: "refused twice", expires_at: soon });
  await shop.entry({ fields: { phone: olga.phone }, effect: "points", points: 15, reason: "shouts on the phone", expires_at: null });
  await shop.order({ id: "evil", number: "#9200", email: "evil@example.com", place: { first_name: HOSTILE.turned, last_name: HOSTILE.script, city: HOSTILE.image } });
  key = (await shop.send("GET", "/v1/orders/olga-3")).order.customer;
});

scenario("somebody is found by e-mail, phone or id in any spelling, and no address says by what", {}, async (page) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.keyboard.press("g");
  await page.keyboard.press("u");
  await page.getByRole("heading", { name: "Customers", level: 1 }).waitFor();
  await settled(page);
  assert.ok((await page.locator("table.customers tbody tr").count()) > 10);
  for (const text of ["OLGA@example.com", "511222333", "c-77", "wrona OLG"]) {
    await page.keyboard.press("/");
    await search(page).fill(text);
    await page.keyboard.press("Enter");
    await page.getByText(new RegExp(`^Found by .?${text}`)).waitFor();
    await row(page, "Olga Wrona").first().waitFor();
    await page.waitForFunction(() => document.querySelectorAll("table.customers tbody tr").length <= 2);
    await page.evaluate(() => document.activeElement.blur());
  }
  await screenshot(page, "customers-found");
  await search(page).fill("nobody@example.com");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Nobody found" }).waitFor();
  await mustBeAccessible(page, "nobody found");
  await page.getByRole("link", { name: "Show all" }).click();
  await row(page, "evil@example.com").waitFor();
  assert.deepEqual([...asked, page.url()].filter((url) => /olga|nobody|511|c-77|wrona/i.test(url)), []);
});

scenario("a customer's page says whether the next order would pass, every reason, and when each lapses", {}, async (page) => {
  await visit(page, shop, "#/orders/olga-1");
  await page.getByRole("link", { name: "All about this buyer" }).click();
  await page.getByRole("heading", { name: "Olga Wrona", level: 1 }).waitFor();
  await page.getByText("Would be held now: 60 points, more than the minimum of 50.").waitFor();
  await page.getByText(/^Passes from \d+ \w+ \d{4}/).waitFor();
  const reason = (text) => page.locator("table.matches tbody tr", { hasText: text });
  assert.match(await reason("refused twice").innerText(), /Points[\s\S]*in [23] days[\s\S]*\+45/);
  assert.match(await reason("shouts on the phone").innerText(), /not by itself[\s\S]*\+15/);
  const facts = page.getByRole("region", { name: "Customer" });
  assert.match(await facts.innerText(), /Ordered[\s\S]*EUR\s50\.00[\s\S]*PLN\s300\.30[\s\S]*Cancelled or refused[\s\S]*PLN\s200\.20[\s\S]*Unclaimed parcels[\s\S]*0/);
  for (const number of ["#9101", "#9102", "#9103"]) await page.getByRole("region", { name: "Orders" }).getByRole("link", { name: number }).waitFor();
  assert.match(await page.getByRole("region", { name: "Cases" }).innerText(), /#9102[\s\S]*Fraud/);
  assert.match(await page.getByRole("region", { name: "Feedback" }).innerText(), /Chargeback[\s\S]*card of somebody else/);
  await screenshot(page, "customer");
});

scenario("the keyboard walks customers, opens one, lists them, and the answer changes at once", {}, async (page) => {
  await shop.order({ id: "walk-1", ...ago(20), number: "#9301", email: "walk1@example.com", phone: "+48 522 000 001", place: { first_name: "Ewa", last_name: "Lis" } });
  await shop.order({ id: "walk-2", ...ago(10), number: "#9302", email: "walk2@example.com", phone: "+48 522 000 002", place: { first_name: "Adam", last_name: "Mak" } });
  await shop.send("PUT", "/v1/shop", { list_fields: ["email", "phone"] });
  await visit(page, shop, "#/customers");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Adam Mak", level: 1 }).waitFor();
  await page.keyboard.press("j");
  await page.getByRole("heading", { name: "Ewa Lis", level: 1 }).waitFor();
  await page.getByText("Would pass now: no entry and no rule matched.").waitFor();
  await page.keyboard.press("b");
  await dialog(page).getByRole("checkbox", { name: "Phone", checked: true }).waitFor();
  await dialog(page).getByRole("checkbox", { name: "Phone" }).uncheck();
  await dialog(page).getByLabel(/^Reason/).fill("ordered for a stranger");
  await dialog(page).getByRole("button", { name: "Add to the blacklist", exact: true }).click();
  await page.getByText("1 buyer is on the blacklist.").waitFor();
  await page.getByText("ordered for a stranger").waitFor();
  await page.keyboard.press("a");
  const allow = page.getByRole("dialog", { name: "Add to the allow list" });
  assert.deepEqual([await allow.getByLabel("E-mail", { exact: true }).inputValue(), await allow.getByLabel("Phone", { exact: true }).inputValue()], ["walk1@example.com", "+48 522 000 001"]);
  await allow.getByLabel(/^Reason/).fill("it was a present");
  await allow.getByRole("button", { name: "Add entry" }).click();
  await page.getByText(/^Would pass now: an allow entry matched/).waitFor();
  await page.keyboard.press("u");
  await page.getByRole("heading", { name: "Customers", level: 1 }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Ewa Lis", "the list opens where it was left");
});

scenario("several customers are listed at once; who has nothing to be listed by is named", {}, async (page) => {
  await shop.send("PUT", "/v1/shop", { list_fields: ["email"] });
  await shop.order({ id: "no-mail", ...ago(4), number: "#9401", email: "", phone: "+48 533 000 001", place: { first_name: "Nina", last_name: "Bez" } });
  await shop.order({ id: "has-mail", ...ago(2), number: "#9402", email: "mail@example.com", phone: "+48 533 000 002", place: { first_name: "Iga", last_name: "Ma" } });
  await visit(page, shop, "#/customers");
  await row(page, "Iga Ma").getByRole("checkbox").check();
  await row(page, "Nina Bez").getByRole("checkbox").click({ modifiers: ["Shift"] });
  await page.keyboard.press("b");
  await dialog(page).getByText("Add 2 buyers to the blacklist").waitFor();
  await dialog(page).getByText("For a customer it is their newest order.", { exact: false }).waitFor();
  await dialog(page).getByLabel(/^Reason/).fill("both sent it back");
  await dialog(page).getByRole("button", { name: "Add to the blacklist", exact: true }).click();
  await page.getByText("1 buyer is on the blacklist.").waitFor();
  assert.match(await page.getByRole("alert").innerText(), /Nina Bez[\s\S]*nothing that can be listed/);
});

scenario("a key of nobody says so; the hold and the case lead to the customer", {}, async (page) => {
  await visit(page, shop, "#/customers/email:0000000000000000");
  await page.getByRole("heading", { name: "No such customer" }).waitFor();
  await visit(page, shop, "#/holds");
  await page.locator("table.holds tbody tr", { hasText: "#1003" }).getByRole("link", { name: "Jan Kowalski" }).click();
  await page.getByRole("heading", { name: "Jan Kowalski", level: 1 }).waitFor();
  await visit(page, shop, "#/cases");
  await page.getByRole("link", { name: "#9102" }).click();
  await page.getByRole("link", { name: "All about this buyer" }).click();
  await page.getByRole("heading", { name: "Olga Wrona", level: 1 }).waitFor();
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    scenario(`axe finds nothing on customers and one of them, ${scheme}, ${width} px wide`, { scheme, width }, async (page) => {
      await visit(page, shop, "#/customers");
      await mustBeAccessible(page, "customers");
      await screenshot(page, `customers-${width}-${scheme}`);
      await visit(page, shop, `#/customers/${encodeURIComponent(key)}`);
      await page.locator("table.matches").waitFor();
      await mustBeAccessible(page, "customer");
      await screenshot(page, `customer-${width}-${scheme}`);
      await page.getByRole("button", { name: /^Add to the blacklist/ }).click();
      await dialog(page).getByRole("checkbox", { name: "E-mail", exact: true }).waitFor();
      await mustBeAccessible(page, "adding a customer");
    });
  }
}

scenario("names of buyers are inert, and nothing is wider than 320 px", { width: 320 }, async (page) => {
  await visit(page, shop, "#/customers");
  await mustNotScrollSideways(page, "customers");
  await row(page, HOSTILE.script).first().click();
  await page.getByRole("heading", { level: 1 }).filter({ hasText: HOSTILE.script }).waitFor();
  await settled(page);
  await mustNotScrollSideways(page, "customer");
  const found = await page.evaluate(() => [globalThis.ran, document.querySelectorAll("#app img, #app script").length, /[\u202a-\u202e]/.test(document.body.innerText + document.title)]);
  assert.deepEqual(found, [undefined, 0, false]);
});
