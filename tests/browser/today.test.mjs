// The first view of a day: what waits, most urgent first, what went wrong, what is missing, and how the last days went.
import assert from "node:assert/strict";
import { before } from "node:test";
import { mustBeAccessible, mustNotScrollSideways, screenshot, settled, visit } from "./page.mjs";
import { startShop } from "./shop.mjs";
import { browser, HOSTILE, LISTED, ready, scenario, shop } from "./story.mjs";

const tile = (page, name) => page.locator(".tile", { hasText: name });
const DAY = 86_400_000;

before(async () => {
  await ready;
  for (const [id, minutes] of [["today-late", 1300], ["today-urgent", 45], ["today-over", -30]]) {
    await shop.order({ id, number: `#${id}` });
    await shop.act(id, "status", "the bank says the card was stolen", { status: "fraud" });
    await shop.minutesLeft(id, minutes);
  }
  await shop.order({ id: "hostile-today", number: HOSTILE.attribute, email: LISTED, place: { first_name: HOSTILE.turned, last_name: HOSTILE.script } });
  for (let day = 1; day < 20; day += 1) {
    const placed_at = new Date(Date.now() - day * DAY).toISOString().replace(/\.\d+Z/, "Z");
    for (let n = 0; n < (day * 7) % 11; n += 1) await shop.order({ placed_at, updated_at: placed_at, ...(n === 3 ? { email: LISTED } : {}) });
  }
});

scenario("signing in leads to Today: the tiles count, the most urgent case stands first, and each leads on", {}, async (page) => {
  await visit(page, shop, "");
  await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
  await settled(page);
  assert.match(await tile(page, "Open cases").innerText(), /\n2\n[\s\S]*2 unassigned/);
  assert.match(await tile(page, "Cases too late to stop").innerText(), /\n1/);
  assert.match(await tile(page, "Not checked").innerText(), /\n1/);
  const cases = page.getByRole("region", { name: "Cases, fewest minutes left first" });
  assert.deepEqual(await cases.locator("li a").allInnerTexts(), ["#today-urgent", "#today-late"]);
  assert.match(await cases.locator("li").first().innerText(), /Fraud[\s\S]*4\d min/);
  const holds = page.getByRole("region", { name: "Held orders, longest first" });
  await holds.getByText("chargeback in May").first().waitFor();
  await screenshot(page, "today");
  await cases.locator("li", { hasText: "#today-urgent" }).click();
  await page.getByRole("timer").waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await tile(page, "Cases too late to stop").click();
  await page.locator("table.cases tbody tr", { hasText: "#today-over" }).waitFor();
});

scenario("what went wrong is said, and leads to where it is mended", {}, async (page) => {
  await visit(page, shop, "#/today");
  await page.getByRole("link", { name: "1 order of the last 7 days was not checked", exact: false }).click();
  await page.locator("table.orders tbody tr", { hasText: "1004" }).waitFor();
});

scenario("fourteen days are drawn, and can be read as a table", {}, async (page) => {
  await visit(page, shop, "#/today");
  const says = await page.locator("svg.chart").getAttribute("aria-label");
  const [orders, , held] = says.match(/\d+/g).map(Number);
  assert.ok(orders > 60 && held > 3, says);
  await page.getByText("As a table").click();
  const rows = page.locator(".chart-table tbody tr");
  assert.equal(await rows.count(), 14);
  const cells = await rows.evaluateAll((all) => all.map((row) => [...row.querySelectorAll("td")].map((cell) => Number(cell.textContent))));
  assert.equal(cells.reduce((sum, [n]) => sum + n, 0), orders, "the table has what the picture says");
  assert.equal(cells.reduce((sum, [, n]) => sum + n, 0), held);
  assert.deepEqual(cells.slice(2, 9).map(([n]) => n), [2, 3, 4, 5, 6, 7, 8].map((day) => (day * 7) % 11));
  await rows.nth(3).getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: "Orders" }).waitFor();
  await page.waitForFunction((n) => document.querySelectorAll("table.orders a[data-row]").length === n, cells[3][0]);
});

scenario("a new shop is told what is missing, and where it is set up", {}, async (page) => {
  const fresh = await startShop({ contacts: [] });
  try {
    const other = await browser.open();
    await other.goto(fresh.url + (await fresh.signInLink()));
    await other.getByRole("button", { name: /sign in/i }).click();
    await other.getByRole("heading", { level: 1, name: "Today" }).waitFor();
    await settled(other);
    const list = other.getByRole("region", { name: "Set-up" });
    assert.match(await list.innerText(), /Orders arrive[\s\S]*None has arrived yet[\s\S]*Somebody gets mail[\s\S]*nobody is told/);
    await screenshot(other, "today-new-shop");
    await mustBeAccessible(other, "a new shop");
    await list.getByRole("link", { name: "Somebody gets mail" }).click();
    await other.getByRole("heading", { level: 1, name: "Contacts" }).waitFor();
    assert.deepEqual(other.complaints, []);
    await other.context().close();
  } finally {
    await fresh.stop();
  }
  await visit(page, shop, "#/today");
  assert.match(await page.getByRole("region", { name: "Set-up" }).innerText(), /The stop window is set/);
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    scenario(`axe finds nothing on Today, ${scheme}, ${width} px wide`, { scheme, width }, async (page) => {
      await visit(page, shop, "#/today");
      await page.getByText("As a table").click();
      await mustBeAccessible(page, "today");
      await page.getByText("As a table").click();
      await screenshot(page, `today-${width}-${scheme}`);
    });
  }
}

scenario("nothing moves while it loads, words of buyers are inert, and nothing is wider than 320 px", { width: 320 }, async (page) => {
  await visit(page, shop, "#/today");
  await mustNotScrollSideways(page, "today");
  assert.deepEqual(await page.evaluate(() => [globalThis.ran, document.querySelectorAll("#app img, #app script, #app [onmouseover]").length]), [undefined, 0]);
  await page.route("**/v1/today", (route) => route.abort());
  await page.reload();
  await page.getByText("Ordergate cannot be reached").waitFor();
  await page.unroute("**/v1/today");
  await page.getByRole("button", { name: "Try again" }).click();
  await tile(page, "Open cases").waitFor();
});
