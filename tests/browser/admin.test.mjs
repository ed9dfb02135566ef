// What a merchant does on the admin page, in a real browser, on the real Worker.
import assert from "node:assert/strict";
import { test } from "node:test";
import { screenshot, settled, visit } from "./page.mjs";
import { browser, HOSTILE, LISTED, row, scenario, shop } from "./story.mjs";

test("someone without a session is told how to get one, and a link works once", async () => {
  const page = await browser.open();
  await page.goto(`${shop.url}/admin/`);
  await page.getByRole("heading", { name: "You are signed out" }).waitFor();
  await page.getByText("cargo xtask start").waitFor();
  await screenshot(page, "signed-out");
  const link = shop.url + (await shop.signInLink());
  await page.goto(link);
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
  assert.equal(await page.evaluate(() => document.cookie), "", "the session is out of reach of scripts");
  await settled(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "You have been signed out" }).waitFor();
  await page.goto(link);
  await page.getByRole("heading", { name: "This link is used up" }).waitFor();
  await page.goto(`${shop.url}/admin/`);
  await page.getByRole("heading", { name: "You are signed out" }).waitFor();
  await page.context().close();
});

scenario("a held, a marked and an unreadable order show their icon at the number", {}, async (page) => {
  await settled(page);
  await row(page, "#1003").getByRole("img", { name: "Held" }).waitFor();
  await row(page, "#1002").getByRole("img", { name: "Marked" }).waitFor();
  await row(page, "1004").getByRole("img", { name: "Not checked" }).waitFor();
  assert.equal(await row(page, "#1001").getByRole("img").count(), 0);
  await screenshot(page, "orders");
  await page.getByRole("navigation", { name: "Show" }).getByRole("link", { name: "Held" }).click();
  await settled(page);
  assert.match(page.url(), /#\/orders\?state=held$/, "the filter is in the fragment");
  assert.ok(await row(page, "#1003").isVisible());
  assert.equal(await row(page, "#1002").count(), 0);
  await page.reload();
  await settled(page);
  assert.equal(await row(page, "#1002").count(), 0, "a shared address shows the same");
});

scenario("a held order says why: matches, points, places, snapshot and the mail", {}, async (page) => {
  await row(page, "#1003").click();
  await page.getByText("Held: 60 points, more than the minimum of 50.").waitFor();
  const matches = page.locator("table.matches tbody tr");
  assert.equal(await matches.count(), 2);
  const mailMatch = matches.filter({ hasText: "chargeback in May" });
  assert.match(await mailMatch.innerText(), /E-mail[\s\S]*\+60/);
  const placeMatch = matches.filter({ hasText: "unpaid parcels" });
  assert.match(await placeMatch.innerText(), /City[\s\S]*IP[\s\S]*Billing[\s\S]*Shipping[\s\S]*Mark/);
  await page.locator("mark.hit", { hasText: LISTED }).waitFor();
  await page.locator("mark.hit", { hasText: "Wrocław" }).waitFor();
  assert.equal(await page.locator("mark.hit", { hasText: "Kowalski" }).count(), 0, "only what matched is shown as matched");
  assert.match(await page.locator("[data-snapshot]").innerText(), /^\d+$/);
  await page.locator(".mail summary", { hasText: "#1003" }).click();
  await page.locator(".mail-text", { hasText: "chargeback in May" }).waitFor();
  await screenshot(page, "order");
  await page.getByRole("button", { name: "HTML" }).click();
  assert.equal(await page.locator("iframe.mail-frame").getAttribute("sandbox"), "");
  await page.frameLocator("iframe.mail-frame").getByText("chargeback in May").waitFor();
  await mailMatch.getByRole("link").click();
  await page.locator("tr[data-current]", { hasText: LISTED }).waitFor();
});

scenario("an order that was not read says which field, and that nobody decided", {}, async (page) => {
  await row(page, "1004").click();
  await page.getByText(/^Not checked: .*total/).waitFor();
  await screenshot(page, "order-not-checked");
});

scenario("an entry added from an order is in force at the next order, and gone when removed", {}, async (page) => {
  const email = "fresh.buyer@example.com";
  await shop.order({ id: "before", number: "#2001", email });
  await visit(page, shop, "#/orders/before");
  await page.getByText("Approved: no entry and no rule matched.").waitFor();
  await page.getByRole("button", { name: /Add to the blacklist/ }).click();
  const dialog = page.getByRole("dialog");
  assert.equal(await dialog.getByLabel("E-mail", { exact: true }).inputValue(), email);
  await dialog.getByLabel("Points", { exact: true }).fill("75");
  await dialog.getByLabel(/^Reason/).fill("did not collect the parcel");
  await dialog.getByRole("button", { name: "Add entry" }).click();
  await page.getByText("Entry added. It is in force at the next check.").waitFor();

  await shop.order({ id: "after", number: "#2002", email });
  await visit(page, shop, "#/orders/after");
  await page.getByText("Held: 75 points, more than the minimum of 50.").waitFor();
  await page.getByText("did not collect the parcel").first().waitFor();

  await page.getByRole("link", { name: "Blacklist" }).click();
  await page.getByRole("searchbox").fill("fresh.buyer");
  const entry = page.locator("tr[data-entry]", { hasText: email });
  assert.match(await entry.innerText(), /\+75/);
  await entry.getByRole("button", { name: /^Remove the entry/ }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Entry added again").waitFor();
  await entry.getByRole("button", { name: /^Remove the entry/ }).click();
  await page.getByText("Entry removed").waitFor();
  assert.equal(await entry.count(), 0);

  await shop.order({ id: "last", number: "#2003", email });
  await visit(page, shop, "#/orders/last");
  await page.getByText("Approved: no entry and no rule matched.").waitFor();
});

scenario("an entry from an order begins with the fields that the shop has chosen", {}, async (page) => {
  const { id, ...kept } = await shop.send("GET", "/v1/shop");
  await shop.send("PUT", "/v1/shop", { ...kept, list_fields: ["last_name", "postcode", "email_domain", "device"] });
  await shop.order({ id: "listed-by", place: { last_name: "Wójcik", postcode: "60-002" }, email: "W@Example.org" });
  try {
    const chosen = page.waitForResponse((response) => new URL(response.url()).pathname === "/v1/shop");
    await visit(page, shop, "#/orders/listed-by");
    await chosen;
    await page.getByRole("button", { name: /Add to the blacklist/ }).click();
    const dialog = page.getByRole("dialog");
    const filled = (name) => dialog.getByLabel(name, { exact: true }).inputValue();
    assert.deepEqual([await filled("Last name"), await filled("Postcode"), await filled("E-mail domain")], ["Wójcik", "60-002", "example.org"]);
    assert.deepEqual([await filled("First name"), await filled("E-mail"), await filled("Device")], ["", "", ""]);
  } finally {
    await shop.send("PUT", "/v1/shop", kept);
  }
});

scenario("what the server refuses stands at its field", {}, async (page) => {
  await visit(page, shop, "#/blacklist");
  await screenshot(page, "blacklist");
  await page.getByRole("button", { name: /^Add entry/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Add entry" }).click();
  await dialog.getByText("Fill in at least one field.").waitFor();
  await dialog.getByText("Say why.", { exact: false }).waitFor();
  const ip = dialog.getByLabel("IP", { exact: true });
  await ip.fill("nonsense");
  await dialog.getByLabel(/^Reason/).fill("x");
  await screenshot(page, "add-entry");
  await dialog.getByRole("button", { name: "Add entry" }).click();
  await page.waitForFunction(() => document.querySelector("[data-pointer='/fields/ip']")?.getAttribute("aria-invalid") === "true");
  assert.notEqual(await ip.locator("xpath=following-sibling::p").innerText(), "");
  assert.ok(await ip.evaluate((element) => element === document.activeElement), "the first refused field has the focus");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
});

scenario("text of buyers is inert: no markup, no turned direction, nothing hidden", {}, async (page) => {
  await visit(page, shop, "#/orders/hostile");
  await page.getByText(HOSTILE.template).waitFor();
  await screenshot(page, "order-hostile");
  for (const text of [HOSTILE.script, HOSTILE.image, HOSTILE.address]) await page.getByText(text, { exact: false }).first().waitFor();
  await page.locator(".hidden-char", { hasText: "U+202E" }).first().waitFor();
  for (const view of ["#/orders", "#/orders/hostile", "#/blacklist"]) {
    await visit(page, shop, view);
    const found = await page.evaluate(() => ({
      ran: globalThis.ran,
      made: document.querySelectorAll("#app script, #app img, #app [onmouseover], #app [onerror]").length,
      turning: /[\u202a-\u202e]/.test(document.body.innerText + document.title + [...document.querySelectorAll("[title], [aria-label]")].map((e) => e.title + e.ariaLabel).join("")),
    }));
    assert.deepEqual(found, { ran: undefined, made: 0, turning: false }, view);
  }
});

scenario("the keyboard alone goes from the list to an entry and back", {}, async (page) => {
  await settled(page);
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await page.keyboard.press("j");
  const first = await focused();
  await page.keyboard.press("j");
  const second = await focused();
  assert.notEqual(first, second);
  await page.keyboard.press("k");
  assert.equal(await focused(), first);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: second }).waitFor();
  await settled(page);
  await page.keyboard.press("b");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("jjkk");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("u");
  await page.getByRole("heading", { level: 1, name: "Orders" }).waitFor();
  assert.equal(await focused(), second, "the list opens where it was left");
  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: "Single keys are on" }).press("Space");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  assert.equal(await page.getByRole("dialog").count(), 0, "single keys can be switched off");
});

scenario("the list goes on, keeps its place, and says when the shop cannot be reached", {}, async (page) => {
  await settled(page);
  const rows = page.locator("table.orders tbody tr");
  assert.equal(await rows.count(), 50);
  await page.getByRole("button", { name: "Load more" }).click();
  await page.waitForFunction(() => document.querySelectorAll("table.orders tbody tr").length > 50);
  const numbers = await rows.locator("a[data-row]").evaluateAll((links) => links.map((link) => link.dataset.row));
  assert.equal(new Set(numbers).size, numbers.length, "no order twice");
  await page.route("**/v1/orders?*", (route) => route.abort());
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByText("Ordergate cannot be reached").waitFor();
  assert.equal(await rows.count(), numbers.length, "what is shown stays");
  await page.unroute("**/v1/orders?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Ordergate cannot be reached").waitFor({ state: "detached" });
});

scenario("a session that ends while someone works leads to the signed-out page", {}, async (page) => {
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByRole("heading", { name: "You have been signed out" }).waitFor();
});
