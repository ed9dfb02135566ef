// A merchant sets points, the shop and its connections; the master switch asks twice.
import assert from "node:assert/strict";
import { mustBeAccessible, mustNotScrollSideways, screenshot, settled, told, visit } from "./page.mjs";
import { LISTED, scenario, shop } from "./story.mjs";

const dialogOf = (page) => page.getByRole("dialog");
const publish = async (page) => {
  await page.getByRole("button", { name: "Review and publish…" }).click();
  await dialogOf(page).getByRole("button", { name: /^Publish snapshot/ }).click();
  await told(page, /Snapshot \d+ is in force\./);
};

scenario("the minimum and default points are changed on one page, published, and count", {}, async (page) => {
  await page.getByRole("link", { name: "Settings" }).click();
  await settled(page);
  const minimum = page.getByLabel("Minimum", { exact: true });
  assert.equal(await minimum.inputValue(), "50");
  for (const name of ["E-mail", "Phone", "Postcode", "Extended postcode", "IP", "Device"]) await page.getByLabel(name, { exact: true }).waitFor();
  await minimum.fill("");
  await page.getByText("No minimum is set: nothing is held by points.").waitFor();
  await minimum.fill("many");
  await page.getByRole("button", { name: "Save in the draft" }).click();
  await page.getByText("A whole number from").waitFor();
  await minimum.fill("70");
  await page.getByLabel("Decline above").fill("60");
  await page.getByRole("button", { name: "Save in the draft" }).click();
  await page.getByText("60 is below minimum_points (70)").waitFor();
  await screenshot(page, "settings-refused");
  await page.getByLabel("Decline above").fill("");
  await page.getByLabel("Postcode", { exact: true }).fill("15");
  await page.getByLabel("Time zone").selectOption("Europe/Warsaw");
  await page.getByRole("button", { name: "Save in the draft" }).click();
  await page.getByText("One change is not published.").waitFor();
  await page.getByRole("button", { name: "Review and publish…" }).click();
  assert.match(await dialogOf(page).innerText(), /Settings[\s\S]*Minimum\s+50 70[\s\S]*Postcode\s+10 15/);
  await page.keyboard.press("Escape");
  await publish(page);
  await shop.order({ id: "sixty", number: "#8001", email: LISTED });
  await visit(page, shop, "#/orders/sixty");
  await page.locator(".banner-title", { hasText: "Marked: one match, 60 points" }).waitFor();
  await visit(page, shop, "#/settings");
  await page.getByLabel("Minimum", { exact: true }).fill("50");
  await page.getByRole("button", { name: "Save in the draft" }).click();
  await publish(page);
});

scenario("screening is switched off only by typing the shop's name, and on again", {}, async (page) => {
  await visit(page, shop, "#/settings");
  await page.getByRole("button", { name: "Switch screening off…" }).click();
  await dialogOf(page).getByRole("button", { name: "Switch screening off" }).click();
  await dialogOf(page).locator("input[aria-invalid=true]").waitFor();
  await mustBeAccessible(page, "the master switch");
  await screenshot(page, "settings-switch");
  await dialogOf(page).getByRole("textbox").fill("Sklep Próbny");
  await dialogOf(page).getByRole("button", { name: "Switch screening off" }).click();
  await told(page, "Screening is off.");
  await page.getByRole("heading", { name: "Screening is off" }).waitFor();
  await shop.order({ id: "unchecked", number: "#8002", email: LISTED });
  await visit(page, shop, "#/orders/unchecked");
  await page.getByText("screening was switched off", { exact: false }).first().waitFor();
  await visit(page, shop, "#/settings");
  await page.getByRole("button", { name: "Switch screening on…" }).click();
  await dialogOf(page).getByRole("button", { name: "Switch screening on" }).click();
  await told(page, "Screening is on.");
  await page.getByRole("heading", { name: "Screening is on" }).waitFor();
  await shop.order({ id: "checked", number: "#8003", email: LISTED });
  await visit(page, shop, "#/orders/checked");
  await page.getByText("Held: 60 points, more than the minimum of 50.").waitFor();
});

scenario("the shop's windows, words and copied fields are in force at once", {}, async (page) => {
  await visit(page, shop, "#/settings?tab=shop");
  await page.getByLabel("Stop window, hours").fill("0");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("must be 1 to 720 hours, or null").waitFor();
  await page.getByLabel("Stop window, hours").fill("36");
  await page.getByLabel("Held by a person").fill("by hand");
  const copied = page.getByRole("group", { name: "Add to the blacklist" });
  await copied.getByRole("checkbox", { name: "Phone" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved. It is in force.").waitFor();
  await page.reload();
  await settled(page);
  await page.getByLabel("Stop window, hours").waitFor();
  assert.equal(await page.getByLabel("Stop window, hours").inputValue(), "36");
  assert.ok(await copied.getByRole("checkbox", { name: "Phone" }).isChecked() && (await copied.getByRole("checkbox", { name: "E-mail", exact: true }).isChecked()));
  await shop.order({ id: "by-hand", number: "#8004" });
  const { order } = await shop.act("by-hand", "hold", "odd");
  assert.equal(order.hold.code, "by hand");
});

scenario("how a connection's webhook stands is said in words, and one that is gone stands out", {}, async (page) => {
  const connection = { platform: "woocommerce", address: "https://sklep.example.com", hold: "note", key_ends: "6789", created_at: "2026-11-20T10:00:00Z", polled_at: "2026-11-24T10:00:00Z", poll_error: null };
  for (const [webhook, words, bad] of [
    ["active", "Its webhook delivers", false], ["recreated", "Its webhook was gone and is set up again", false],
    ["retrying", "Its webhook is gone; setting it up is tried again every hour", true], ["missing", "It has no webhook to this shop’s endpoint", true],
  ]) {
    await page.unroute("**/v1/connections");
    await page.route("**/v1/connections", (route) => route.fulfill({ json: { data: [{ ...connection, webhook }], next: null } }));
    await page.goto("about:blank");
    await visit(page, shop, "#/settings?tab=connections");
    const line = page.getByText(words);
    await line.waitFor();
    assert.equal(await line.evaluate((element) => element.className === "row-bad"), bad, webhook);
  }
  await mustBeAccessible(page, "a connection without its webhook");
  await screenshot(page, "connection-webhook-missing");
  await page.setViewportSize({ width: 360, height: 740 });
  await mustNotScrollSideways(page);
  await screenshot(page, "connection-webhook-missing-360");
});

scenario("a connection is made, its keys are never shown, and it is removed by typing its name", {}, async (page) => {
  await visit(page, shop, "#/settings?tab=connections");
  const woo = page.locator("li[data-platform=woocommerce]");
  await woo.getByRole("button", { name: "Connect" }).click();
  await dialogOf(page).getByLabel(/^Address/).fill("http://10.0.0.1/");
  await dialogOf(page).getByLabel(/^Consumer key/).fill("ck_0123456789abcdef");
  await dialogOf(page).getByLabel(/^Consumer secret/).fill("cs_0123456789abcdef");
  await dialogOf(page).getByRole("button", { name: "Connect" }).click();
  await dialogOf(page).locator("[data-pointer='/url'][aria-invalid=true]").waitFor();
  await dialogOf(page).getByLabel(/^Address/).fill("https://shop.example");
  await dialogOf(page).getByRole("combobox").selectOption("status");
  await dialogOf(page).getByText("WooCommerce mails them about it").waitFor();
  await mustBeAccessible(page, "the form of a connection");
  await screenshot(page, "connect");
  await dialogOf(page).getByRole("button", { name: "Connect" }).click();
  await woo.getByText("Connected", { exact: true }).waitFor();
  assert.match(await woo.innerText(), /https:\/\/shop\.example[\s\S]*Key ends in .*cdef/);
  assert.ok(!(await page.content()).includes("0123456789abcdef"), "no key is shown");
  await woo.getByRole("button", { name: /^Remove the connection/ }).click();
  await dialogOf(page).getByRole("textbox").fill("woocommerce");
  await dialogOf(page).getByRole("button", { name: "Remove" }).click();
  await woo.getByText("Not connected").waitFor();
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    scenario(`settings can be read by everyone, ${scheme}, ${width} px`, { scheme, width }, async (page) => {
      for (const tab of ["decision", "shop", "connections"]) {
        await page.setViewportSize({ width, height: 800 });
        await visit(page, shop, `#/settings?tab=${tab}`);
        await mustBeAccessible(page, `settings, ${tab}`);
        await screenshot(page, `settings-${tab}-${width}-${scheme}`);
        await page.setViewportSize({ width: 320, height: 700 });
        await mustNotScrollSideways(page, `settings, ${tab}, at 320 px`);
      }
    });
  }
}
