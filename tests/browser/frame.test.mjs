// The frame around the views: its navigation by pointer, by keys and on a small screen.
import assert from "node:assert/strict";
import { mustBeAccessible, mustNotScrollSideways, screenshot, settled } from "./page.mjs";
import { scenario } from "./story.mjs";

const nav = (page) => page.getByRole("navigation", { name: "Main" });

scenario("every view of the navigation is one click away, and the bar says where one is", {}, async (page) => {
  const names = await nav(page).getByRole("link").evaluateAll((links) => links.map((link) => link.querySelector("span").textContent));
  assert.ok(names.includes("Orders") && names.includes("Blacklist"), names.join());
  for (const name of names) {
    await nav(page).getByRole("link", { name, exact: true }).click();
    await settled(page);
    assert.equal(await nav(page).locator("[aria-current=page] span").innerText(), name);
    assert.match(await page.title(), / · Ordergate$/);
  }
});

scenario("g and a letter go to a view; a g that nothing follows does nothing", {}, async (page) => {
  await settled(page);
  await page.keyboard.press("g");
  await page.keyboard.press("b");
  await page.getByRole("heading", { level: 1, name: "Blacklist" }).waitFor();
  assert.equal(await page.getByRole("dialog").count(), 0, "the letter is not taken for the view's own key");
  await page.keyboard.press("g");
  await page.keyboard.press("o");
  await page.getByRole("heading", { level: 1, name: "Orders" }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("Escape");
  await page.keyboard.press("b");
  assert.match(page.url(), /#\/orders$/);
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByRole("heading", { name: "Go to" }).waitFor();
});

for (const scheme of ["light", "dark"]) {
  scenario(`a small screen has a menu, ${scheme}`, { width: 360, scheme }, async (page) => {
    await settled(page);
    const button = page.getByRole("button", { name: "Menu" });
    assert.equal(await nav(page).isVisible(), false);
    await button.click();
    await nav(page).getByRole("link", { name: "Blacklist" }).waitFor();
    await mustBeAccessible(page, "the menu");
    await screenshot(page, `menu-360-${scheme}`);
    await page.keyboard.press("Escape");
    assert.equal(await nav(page).isVisible(), false);
    assert.ok(await button.evaluate((element) => element === document.activeElement));
    await button.click();
    await nav(page).getByRole("link", { name: "Blacklist" }).click();
    await page.getByRole("heading", { level: 1, name: "Blacklist" }).waitFor();
    assert.equal(await nav(page).isVisible(), false, "choosing closes it");
    await page.setViewportSize({ width: 320, height: 700 });
    await button.click();
    await mustNotScrollSideways(page, "the menu at 320 px");
  });
}

scenario("without its words the page says so, and without the shop it says that in words", {}, async (page) => {
  await page.route("**/*.ftl", (route) => route.abort());
  await page.reload();
  await page.getByText("Ordergate cannot be reached. Load the page again.").waitFor();
  await page.unroute("**/*.ftl");
  await page.route("**/*.ftl", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await page.route("**/v1/**", (route) => route.abort());
  await page.reload();
  await page.getByText("Nothing was changed.", { exact: false }).waitFor();
});
