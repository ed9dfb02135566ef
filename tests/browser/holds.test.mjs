// A merchant holds and releases orders on the admin page.
import assert from "node:assert/strict";
import { mustBeAccessible, mustNotScrollSideways, screenshot, settled, visit } from "./page.mjs";
import { LISTED, row, scenario, shop } from "./story.mjs";

const words = "called the buyer, all is well";
const comment = (page) => page.getByRole("dialog").getByLabel(/^Comment/);

scenario("a held order is released with a comment, and the order and the list say so", {}, async (page) => {
  await shop.order({ id: "release-me", number: "#3001", email: LISTED });
  await visit(page, shop, "#/orders?state=held");
  await row(page, "#3001").click();
  await page.getByText("Held: 60 points, more than the minimum of 50.").waitFor();
  await page.getByRole("button", { name: "Release…" }).click();
  const dialog = page.getByRole("dialog", { name: /Release order .*#3001/ });
  await dialog.getByRole("button", { name: "Release the order" }).click();
  await dialog.getByText("Say why.", { exact: false }).waitFor();
  assert.ok(await comment(page).evaluate((element) => element === document.activeElement && element.ariaInvalid === "true"), "the empty comment has the focus");
  await comment(page).fill(words);
  await dialog.getByRole("button", { name: "Release the order" }).click();
  await page.getByText("The order is released.").waitFor();
  await dialog.waitFor({ state: "detached" });
  const decision = page.getByRole("region", { name: "Decision" });
  await decision.getByText("Released after a hold").waitFor();
  assert.match(await decision.innerText(), /By .*Admin.*“.*called the buyer, all is well.*”[\s\S]*The check: 60 points, more than the minimum of 50/);
  await page.locator(".order-title .chip-state", { hasText: "Released" }).waitFor();
  const last = page.locator(".timeline li").last();
  assert.match(await last.innerText(), /Released[\s\S]*Admin[\s\S]*called the buyer, all is well/);
  assert.equal(await page.getByRole("button", { name: "Release…" }).count(), 0);

  await page.keyboard.press("u");
  await settled(page);
  assert.match(await row(page, "#3001").innerText(), /Released/, "the list behind it knows at once");
  await page.getByRole("navigation", { name: "Show" }).getByRole("link", { name: "Released" }).click();
  await settled(page);
  assert.match(page.url(), /#\/orders\?state=released$/);
  await row(page, "#3001").waitFor();
});

scenario("an order of a connected shop is released and opened in the shop to be changed", {}, async (page) => {
  await shop.platformOrder("3050", LISTED);
  await shop.connect("https://sklep.example.com");
  await page.route("https://sklep.example.com/**", (route) => route.fulfill({ contentType: "text/html", body: "<h1>the shop's own page</h1>" }));
  await visit(page, shop, "#/orders/3050");
  await page.getByRole("button", { name: "Release…" }).click();
  const dialog = page.getByRole("dialog", { name: /Release order .*3050/ });
  await dialog.getByRole("button", { name: "Release and edit in the shop" }).click();
  await dialog.getByText("Say why.", { exact: false }).waitFor();
  await comment(page).fill("wrong flat number, called the buyer");
  await mustBeAccessible(page);
  await mustNotScrollSideways(page);
  await screenshot(page, "release-to-edit");
  await page.setViewportSize({ width: 360, height: 740 });
  await mustNotScrollSideways(page);
  await screenshot(page, "release-to-edit-360");
  await dialog.getByRole("button", { name: "Release and edit in the shop" }).click();
  await page.getByText("the shop's own page").waitFor();
  assert.equal(page.url(), "https://sklep.example.com/wp-admin/post.php?post=3050&action=edit");
  await page.goBack();
  await page.locator(".timeline li", { hasText: "Released, to be changed in the shop" }).waitFor();
  assert.match(await page.locator(".timeline li").last().innerText(), /wrong flat number, called the buyer/);
});

scenario("the keyboard alone holds an approved order and releases it again", {}, async (page) => {
  await shop.order({ id: "hold-me", number: "#3002" });
  await visit(page, shop, "#/orders/hold-me");
  await page.keyboard.press("h");
  await page.getByRole("dialog", { name: /Hold order/ }).waitFor();
  await page.keyboard.type("the caller sounded odd; her bank calls back");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Held by hand").waitFor();
  assert.match(await page.getByRole("region", { name: "Decision" }).innerText(), /By .*Admin.*“.*the caller sounded odd; her bank calls back.*”/);
  await page.getByRole("button", { name: "Release…" }).waitFor();
  await page.keyboard.press("h");
  await page.getByRole("dialog", { name: /Release order/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("h");
  await page.keyboard.type(words);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.getByText("Released after a hold").waitFor();
  await page.getByRole("button", { name: "Keys" }).click();
  await page.getByRole("dialog").getByText("Hold…", { exact: true }).waitFor();
});

scenario("what is refused is said in the dialog, and nothing typed is lost", {}, async (page) => {
  await shop.order({ id: "race", number: "#3003", email: LISTED });
  await visit(page, shop, "#/orders/race");
  await page.getByRole("button", { name: "Release…" }).click();
  const release = page.getByRole("dialog").getByRole("button", { name: "Release the order" });
  await comment(page).fill("ł".repeat(2001));
  await release.click();
  await page.getByRole("dialog").getByText("has 2001 characters; at most 2000 are kept").waitFor();
  await comment(page).fill(words);
  await page.route("**/v1/orders/race/release", (route) => route.abort());
  await release.click();
  await page.getByRole("dialog").getByText("Ordergate cannot be reached").waitFor();
  assert.equal(await comment(page).inputValue(), words);
  await page.unroute("**/v1/orders/race/release");
  await shop.act("race", "release", "the colleague was faster");
  await release.click();
  await page.getByRole("dialog").getByText("the order is released: somebody has released it already").waitFor();
  await mustBeAccessible(page, "a refused release");
  await page.keyboard.press("Escape");
  await page.getByText("the colleague was faster").first().waitFor();
});

scenario("comments are inert and never widen the page", { width: 360 }, async (page) => {
  await shop.order({ id: "odd", number: "#3004" });
  await shop.act("odd", "hold", `<img src=x onerror="globalThis.ran=1"> \u202eanna ${"w".repeat(1900)}`);
  await visit(page, shop, "#/orders/odd");
  await page.getByText("<img src=x", { exact: false }).first().waitFor();
  assert.deepEqual(await page.evaluate(() => [globalThis.ran, document.querySelectorAll("#app img").length, /[\u202a-\u202e]/.test(document.body.innerText)]), [undefined, 0, false]);
  await mustNotScrollSideways(page, "an order with a long comment");
});

scenario("an order that has ended offers neither", {}, async (page) => {
  await page.route("**/v1/orders/held-1", async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ json: { ...answer, order: { ...answer.order, state: "shipped", held: false, hold: null } } });
  });
  await visit(page, shop, "#/orders/held-1");
  await page.locator(".order-title .chip-state", { hasText: "Shipped" }).waitFor();
  assert.equal(await page.getByRole("button", { name: /^(Hold|Release)…/ }).count(), 0);
  await page.keyboard.press("h");
  assert.equal(await page.getByRole("dialog").count(), 0);
});

for (const [width, scheme] of [[1280, "light"], [360, "dark"]]) {
  scenario(`an order that turned out to be fraud says so, and how long its delivery can be stopped, ${width} px, ${scheme}`, { width, scheme }, async (page) => {
    const id = `turned-${width}`;
    await shop.order({ id, number: "#3005" });
    await shop.act(id, "status", "the card was stolen", { status: "fraud" });
    await visit(page, shop, `#/orders/${id}`);
    await page.locator(".order-title .chip-state", { hasText: "Fraud" }).waitFor();
    const decision = await page.getByRole("region", { name: "Decision" }).innerText();
    assert.match(decision, /Fraud[\s\S]*the card was stolen[\s\S]*A case is open: 23 h \d+ min left to stop the delivery\./);
    await page.getByText("Confirmed as fraud").waitFor();
    assert.equal(await page.getByRole("button", { name: /^(Hold|Release)…/ }).count(), 0);
    await mustBeAccessible(page, "an order that turned");
    await mustNotScrollSideways(page, "an order that turned");
    await screenshot(page, `order-turned-${scheme}-${width}`);
  });
}

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    scenario(`axe finds nothing on held and released orders and their dialogs, ${scheme}, ${width} px wide`, { scheme, width }, async (page) => {
      const id = `look-${scheme}-${width}`;
      await shop.order({ id, number: `#4${width}` });
      await shop.act(id, "hold", "The caller sounded odd.\nHer bank calls back at four.");
      await visit(page, shop, `#/orders/${id}`);
      await mustBeAccessible(page, "held by hand");
      await screenshot(page, `held-by-hand-${width}-${scheme}`);
      await page.getByRole("button", { name: "Release…" }).click();
      await comment(page).waitFor();
      await mustBeAccessible(page, "the release dialog");
      await page.getByRole("dialog").getByRole("button", { name: "Release the order" }).click();
      await page.getByRole("dialog").getByText("Say why.", { exact: false }).waitFor();
      await mustBeAccessible(page, "the release dialog, refused");
      await screenshot(page, `release-${width}-${scheme}`);
      await comment(page).fill(words);
      await page.getByRole("dialog").getByRole("button", { name: "Release the order" }).click();
      await page.getByText("Released after a hold").waitFor();
      await mustBeAccessible(page, "released");
      await screenshot(page, `released-${width}-${scheme}`);
      await page.getByRole("button", { name: "Hold…" }).click();
      await comment(page).waitFor();
      await mustBeAccessible(page, "the hold dialog");
      await page.keyboard.press("Escape");
      await visit(page, shop, "#/orders?state=released");
      await mustBeAccessible(page, "released orders");
      await screenshot(page, `orders-released-${width}-${scheme}`);
    });
  }
}
