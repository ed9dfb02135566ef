// An admin invites somebody, gives them another role and lets them go; the shop always keeps an admin.
import assert from "node:assert/strict";
import { mustBeAccessible, mustNotScrollSideways, screenshot, settled, signIn, visit } from "./page.mjs";
import { browser, HOSTILE, scenario, shop } from "./story.mjs";

const dialogOf = (page) => page.getByRole("dialog");
const userRow = (page, name) => page.locator(`li[data-user="${name}"]`);

scenario("somebody is invited by a link, signs in, is given another role, and goes", {}, async (page) => {
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "Users" }).click();
  await settled(page);
  const own = userRow(page, "Admin");
  await own.getByText("You", { exact: true }).waitFor();
  await own.getByText("The only admin", { exact: false }).waitFor();
  assert.equal(await own.getByRole("button", { name: /^Remove/ }).count(), 0);
  await own.getByRole("button", { name: "Edit" }).click();
  assert.ok(await dialogOf(page).getByLabel("Role").isDisabled());
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Invite somebody" }).click();
  await dialogOf(page).getByRole("button", { name: "Make the link" }).click();
  await dialogOf(page).getByText("Write what the user is called.").waitFor();
  await dialogOf(page).getByLabel(/^Name/).fill("engine");
  await dialogOf(page).getByRole("button", { name: "Make the link" }).click();
  await dialogOf(page).getByText("is what the audit calls somebody else", { exact: false }).waitFor();
  await dialogOf(page).getByLabel(/^Name/).fill("Ola Nowak");
  await dialogOf(page).getByLabel("Role").selectOption("viewer");
  await dialogOf(page).getByText("Looks at everything and changes nothing.").waitFor();
  await mustBeAccessible(page, "inviting");
  await screenshot(page, "user-invite");
  await dialogOf(page).getByRole("button", { name: "Make the link" }).click();
  const link = await dialogOf(page).locator("code").innerText();
  assert.match(link, /\/admin\/sign-in\/[0-9a-f]{64}$/);
  await mustBeAccessible(page, "a link for somebody");
  await screenshot(page, "user-link");
  await dialogOf(page).getByRole("button", { name: "I have it" }).click();
  await userRow(page, "Ola Nowak").getByText("Never signed in yet").waitFor();

  const hers = await browser.open();
  await signIn(hers, shop, link);
  assert.match(await hers.locator(".bar-user").innerText(), /Ola Nowak · Viewer/);
  await visit(hers, shop, "#/blacklist");
  assert.equal(await hers.getByRole("button", { name: /^Add entry/ }).count(), 0);

  await userRow(page, "Ola Nowak").getByRole("button", { name: "Edit" }).click();
  await dialogOf(page).getByLabel("Role").selectOption("admin");
  await dialogOf(page).getByRole("button", { name: "Save" }).click();
  await userRow(page, "Ola Nowak").getByText("Admin", { exact: true }).waitFor();
  await own.getByRole("button", { name: /^Remove/ }).waitFor();
  await hers.reload();
  await hers.getByRole("button", { name: /^Add entry/ }).waitFor();

  await visit(hers, shop, "#/settings?tab=users");
  await userRow(page, "Ola Nowak").getByRole("button", { name: /^Remove/ }).click();
  await dialogOf(page).getByRole("button", { name: "Remove", exact: true }).click();
  await dialogOf(page).locator("input[aria-invalid=true]").waitFor();
  await dialogOf(page).getByRole("textbox").fill("ola nowak");
  await screenshot(page, "user-remove");
  await dialogOf(page).getByRole("button", { name: "Remove", exact: true }).click();
  await userRow(page, "Ola Nowak").waitFor({ state: "detached" });
  await own.getByText("The only admin", { exact: false }).waitFor();
  await hers.reload();
  await hers.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await hers.getByRole("navigation", { name: "Main" }).count(), 0, "she is signed out");
  await visit(page, shop, "#/settings?tab=audit");
  await page.getByText("User removed").first().waitFor();
  await hers.context().close();
});

scenario("a new name of one's own is used at once, and a hostile one is inert", {}, async (page) => {
  await visit(page, shop, "#/settings?tab=users");
  await userRow(page, "Admin").getByRole("button", { name: "Edit" }).click();
  await dialogOf(page).getByLabel(/^Name/).fill(HOSTILE.image);
  await dialogOf(page).getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved. It counts from their next step.").waitFor();
  assert.equal(await page.locator(".bar-user bdi").innerText(), HOSTILE.image);
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  await page.locator("li[data-own]").getByRole("button", { name: "Edit" }).click();
  await dialogOf(page).getByLabel(/^Name/).fill("Admin");
  await dialogOf(page).getByRole("button", { name: "Save" }).click();
  await userRow(page, "Admin").waitFor();
});

for (const [width, scheme] of [[1280, "light"], [1280, "dark"], [360, "light"], [360, "dark"]]) {
  scenario(`the users can be read by everyone, ${scheme}, ${width} px`, { width, scheme }, async (page) => {
    await visit(page, shop, "#/settings?tab=users");
    await mustBeAccessible(page, "the users");
    await screenshot(page, `users-${width}-${scheme}`);
    await page.setViewportSize({ width: 320, height: 700 });
    await mustNotScrollSideways(page, "the users at 320 px");
  });
}
