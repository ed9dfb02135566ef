// A merchant finds orders by what they are, and does one thing to many: checks them again, lists their buyers, holds them, exports them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before } from "node:test";
import { mustBeAccessible, mustNotScrollSideways, screenshot, settled, visit } from "./page.mjs";
import { HOSTILE, ready, row, scenario, shop } from "./story.mjs";

const dialog = (page) => page.getByRole("dialog");
const panel = (page) => page.getByRole("region", { name: "Filters" });
const bar = (page) => page.getByRole("toolbar");
const box = (page, number) => row(page, number).getByRole("checkbox");
const order = async (id) => (await shop.send("GET", `/v1/orders/${id}`)).order;
const numbers = (page) => page.locator("table.orders tbody a[data-row]").allInnerTexts();
const daysAgo = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const moment = (secondsAgo) => new Date(Date.now() - secondsAgo * 1000).toISOString().replace(/\.\d+/, "");
const placed = (day) => ({ placed_at: `${day}T12:00:00Z`, updated_at: `${day}T12:00:00Z` });

before(async () => {
  await ready;
  await shop.entry({ fields: { email: "twenty@example.com" }, effect: "points", points: 20, reason: "moved often" });
  for (let n = 1; n <= 6; n += 1) await shop.order({ id: `desk-${n}`, number: `#700${n}`, email: `desk${n}@example.com`, placed_at: moment(20 + n) });
  await shop.order({ id: "old-1", number: "#6001", ...placed(daysAgo(20)), email: "twenty@example.com" });
  await shop.order({ id: "old-2", number: "#6002", ...placed(daysAgo(21)) });
  await shop.order({ id: "formula", number: "=1+1", place: { first_name: "+44", last_name: HOSTILE.template, city: "@SUM(A1)" } });
});

scenario("orders are narrowed by decision, points and days; the address is shared, and everything can be cleared", {}, async (page) => {
  await visit(page, shop, "#/orders");
  await page.keyboard.press("f");
  await panel(page).getByLabel("Points at least").fill("20");
  await panel(page).getByLabel("Points at least").blur();
  await row(page, "#5010").waitFor({ state: "detached" });
  await settled(page);
  const listed = await numbers(page);
  assert.ok(listed.includes("#6001") && listed.includes("#1003") && !listed.includes("#6002"), String(listed));
  await panel(page).getByLabel("Decision").selectOption({ label: "Review" });
  await row(page, "#6001").waitFor({ state: "detached" });
  await row(page, "#1003").waitFor();
  await page.getByRole("button", { name: "Filters: 2" }).waitFor();
  assert.match(page.url(), /decision=review&points=20$/);
  await page.getByRole("navigation", { name: "Show" }).getByRole("link", { name: "Approved", exact: true }).click();
  await page.getByRole("heading", { name: "No order is like this" }).waitFor();
  await screenshot(page, "orders-none-like-this");
  await panel(page).getByRole("button", { name: "Clear filters" }).click();
  await row(page, "#7001").waitFor();
  await panel(page).getByLabel("Placed from").fill(daysAgo(21));
  await panel(page).getByLabel("Placed until").fill(daysAgo(21));
  await row(page, "#7001").waitFor({ state: "detached" });
  await row(page, "#6002").waitFor();
  assert.deepEqual(await numbers(page), ["#6002"], "one day of the shop, from its first to its last moment");
  await page.reload();
  await settled(page);
  assert.deepEqual(await numbers(page), ["#6002"], "a shared address shows the same");
  assert.equal(await panel(page).getByLabel("Placed from").inputValue(), daysAgo(21));
  await panel(page).getByLabel("State").selectOption({ label: "Shipped" });
  await page.getByRole("link", { name: "Show all" }).click();
  await row(page, "#7001").waitFor();
});

scenario("an order is found by its number, from the keyboard, whatever else is filtered", {}, async (page) => {
  await visit(page, shop, "#/orders?state=held");
  await page.keyboard.press("/");
  await page.keyboard.type("6002");
  await page.keyboard.press("Enter");
  await row(page, "#6002").waitFor();
  assert.deepEqual(await numbers(page), ["#6002"]);
  await page.getByText(/^Orders with the number .?6002/).waitFor();
  await page.getByRole("searchbox").fill("nonsense");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "No order is like this" }).waitFor();
  await page.getByRole("searchbox").fill("");
  await row(page, "#7001").waitFor();
});

scenario("rows are selected by x, by Shift and all at once; new checks of them say what they changed", {}, async (page) => {
  await visit(page, shop, "#/orders");
  await row(page, "#7002").locator("a[data-row]").focus();
  await page.keyboard.press("x");
  await bar(page).getByText("1 selected").waitFor();
  await box(page, "#7005").click({ modifiers: ["Shift"] });
  await bar(page).getByText("4 selected").waitFor();
  await bar(page).getByRole("button", { name: "Select all that are shown" }).click();
  await bar(page).getByText("50 selected").waitFor();
  await bar(page).getByRole("button", { name: "Clear the selection" }).click();
  await shop.entry({ fields: { email: "desk4@example.com" }, effect: "hold", reason: "told by a neighbour" });
  await box(page, "#7003").click();
  await box(page, "#7004").click({ modifiers: ["Shift"] });
  await screenshot(page, "orders-selected");
  await bar(page).getByRole("button", { name: "Check again" }).click();
  await page.getByText("2 orders were checked again.", { exact: false }).waitFor();
  await row(page, "#7004").locator("[data-state=held]").waitFor();
  assert.equal((await shop.send("GET", "/v1/orders/desk-4")).checks.at(-1).kind, "placed", "both checks stay");
  assert.equal(await bar(page).count(), 0);
});

scenario("selected orders are held with a comment; what cannot be held says why and stays selected", {}, async (page) => {
  await visit(page, shop, "#/orders");
  await box(page, "#7005").check();
  await box(page, "#1003").check();
  await page.keyboard.press("h");
  await dialog(page).getByText("Hold 2 orders").waitFor();
  await dialog(page).getByRole("button", { name: "Hold", exact: true }).click();
  await dialog(page).getByText("Say why.", { exact: false }).waitFor();
  await dialog(page).getByLabel(/^Comment/).fill("three parcels to one locker");
  await dialog(page).getByRole("button", { name: "Hold", exact: true }).click();
  await page.getByText("1 order is held.").waitFor();
  assert.match(await page.getByRole("alert").innerText(), /#1003[\s\S]*held/);
  assert.ok(await box(page, "#1003").isChecked());
  assert.deepEqual([(await order("desk-5")).state, (await order("desk-5")).hold.comment], ["held", "three parcels to one locker"]);
});

scenario("buyers of selected orders are listed by the fields the shop has chosen, or others", {}, async (page) => {
  await shop.send("PUT", "/v1/shop", { list_fields: ["email", "phone"] });
  await visit(page, shop, "#/orders");
  await box(page, "#7001").check();
  await box(page, "#7002").check();
  await page.keyboard.press("b");
  await dialog(page).getByText("Add 2 buyers to the blacklist").waitFor();
  await dialog(page).getByRole("checkbox", { name: "Phone", checked: true }).waitFor();
  assert.ok(await dialog(page).getByRole("checkbox", { name: "E-mail", exact: true }).isChecked());
  await dialog(page).getByRole("checkbox", { name: "Phone" }).uncheck();
  await dialog(page).getByLabel(/^Reason/).fill("never collect");
  await dialog(page).getByRole("button", { name: "Add to the blacklist", exact: true }).click();
  await page.getByText("2 buyers are on the blacklist.").waitFor();
  const { data } = await shop.send("GET", "/v1/entries?limit=5");
  const made = data.filter(({ reason }) => reason === "never collect").map(({ fields }) => fields);
  assert.deepEqual(made.toSorted((a, b) => a.email.localeCompare(b.email)), [{ email: "desk1@example.com" }, { email: "desk2@example.com" }]);
});

scenario("selected orders become a file that says what is in it, and in which nothing runs", { acceptDownloads: true }, async (page) => {
  await visit(page, shop, "#/orders");
  await box(page, "=1+1").check();
  await box(page, "#7006").check();
  await page.keyboard.press("e");
  await dialog(page).getByText("Export 2 orders").waitFor();
  await dialog(page).getByText("times in Europe/Warsaw", { exact: false }).waitFor();
  for (const column of ["Order", "Currency", "Decision", "Minimum"]) await dialog(page).getByText(column, { exact: true }).waitFor();
  await screenshot(page, "orders-export");
  const [download] = await Promise.all([page.waitForEvent("download"), dialog(page).getByRole("button", { name: "Save the file" }).click()]);
  assert.match(download.suggestedFilename(), /^orders-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await download.path(), "utf8");
  assert.equal(text.charCodeAt(0), 0xfeff, "spreadsheets know it as UTF-8");
  const [head, ...lines] = text.slice(1).trim().split("\r\n");
  assert.equal(head, "Order,Id,Platform,Placed,Buyer,City,Country,Total,Currency,State,Marked,Decision,Points,Minimum,Not checked");
  assert.match(lines.find((line) => line.includes("desk-6")), /^#7006,desk-6,API,\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,Anna Zielińska,Poznań,Poland,120\.50,PLN,Approved,no,Approve,0,50,$/);
  assert.match(lines.find((line) => line.includes("formula")), /^'=1\+1,formula,API,[^,]+,'\+44 [^,]+,'@SUM\(A1\),/);
  await page.getByText(`2 orders are in ${download.suggestedFilename()}.`).waitFor();
  await visit(page, shop, "#/settings?tab=audit");
  assert.match(await page.locator("ul.rows li").first().innerText(), /^Orders exported\s+orders: 2; selected[\s\S]*Admin/);
});

scenario("all orders that the filters show become one file, read page by page", { acceptDownloads: true }, async (page) => {
  await shop.order({ id: "many-0", number: "#4000", email: "twenty@example.com" });
  await visit(page, shop, "#/orders");
  await page.route("**/v1/orders?*", (route) => {
    const url = new URL(route.request().url());
    if (url.searchParams.get("limit") === "200") url.searchParams.set("limit", "20"); // several pages, as of a large shop
    return route.continue({ url: url.href });
  });
  await page.getByRole("button", { name: "Export…" }).click();
  await dialog(page).getByText("Export every order that the filters show").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), dialog(page).getByRole("button", { name: "Save the file" }).click()]);
  const lines = readFileSync(await download.path(), "utf8").trim().split("\r\n").slice(1);
  const [{ n }] = await shop.d1("SELECT COUNT(*) AS n FROM orders");
  assert.equal(new Set(lines.map((line) => line.split(",")[1])).size, n);
  for (const lost of ["**/v1/orders?*", "**/v1/orders/exports"]) {
    await page.route(lost, (route) => route.abort());
    await page.getByRole("button", { name: "Export…" }).click();
    await dialog(page).getByRole("button", { name: "Save the file" }).click();
    await dialog(page).getByText("Ordergate cannot be reached").waitFor();
    await page.unroute(lost);
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
  }
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    scenario(`axe finds nothing on narrowed and selected orders, ${scheme}, ${width} px wide`, { scheme, width }, async (page) => {
      await visit(page, shop, "#/orders?decision=approve&points=0");
      await box(page, "#7001").check();
      await box(page, "#7002").check();
      await mustBeAccessible(page, "selected orders");
      await screenshot(page, `orders-narrowed-${width}-${scheme}`);
      await bar(page).getByRole("button", { name: "Export…" }).click();
      await dialog(page).waitFor();
      await mustBeAccessible(page, "the export");
      await screenshot(page, `orders-export-${width}-${scheme}`);
      await page.keyboard.press("Escape");
      await visit(page, shop, "#/orders?number=nonsense");
      await mustBeAccessible(page, "no order of a number");
    });
  }
}

scenario("nothing is wider than 320 px, selected or narrowed", { width: 320 }, async (page) => {
  await visit(page, shop, "#/orders?points=0");
  await page.getByRole("checkbox").nth(2).check();
  await mustNotScrollSideways(page, "orders");
});
