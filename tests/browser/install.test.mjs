// A merchant connects a platform by the steps of the page.
import assert from "node:assert/strict";
import { mustBeAccessible, mustNotScrollSideways, screenshot, settled, told, visit } from "./page.mjs";
import { scenario, shop } from "./story.mjs";

scenario("a platform's address is made and shown once, topics are copied, and the last delivery is seen", {}, async (page) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await shop.unreadableOrder("9501");
  await page.getByRole("link", { name: "Install" }).click();
  await settled(page);
  await page.getByText("Last delivery").waitFor();
  await page.getByRole("button", { name: "Copy order.updated" }).click();
  await told(page, "Copied");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "order.updated");
  await screenshot(page, "install-woocommerce");
  await page.getByRole("link", { name: "Shopify" }).click();
  await page.getByRole("button", { name: "Make the endpoint" }).click();
  await page.getByRole("dialog").getByLabel(/^Secret/).fill("shpss_0123456789");
  await page.getByRole("dialog").getByRole("button", { name: "Make the endpoint" }).click();
  const made = page.getByRole("dialog", { name: "Endpoint for Shopify" });
  await made.waitFor();
  assert.equal(await made.locator(".once").count(), 1, "the secret that was given is not shown");
  await made.getByRole("button", { name: "Copy the address" }).click();
  await page.getByRole("status").filter({ hasText: "Copied" }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /\/v1\/webhooks\/[0-9a-f]{48}$/);
  await made.getByRole("button", { name: "I have kept it" }).click();
  await page.getByText("It is made.").waitFor();
  await page.getByText("No delivery yet").waitFor();
});

scenario("a custom shop finds what to send, and the checkout page its script", {}, async (page) => {
  await visit(page, shop, "#/install?platform=api");
  const order = await page.locator(".snippet pre").first().innerText();
  const body = JSON.parse(order.slice(order.indexOf("{"), order.lastIndexOf("}") + 1));
  const answer = await shop.send("POST", "/v1/orders", body);
  assert.equal(answer.check.decision, "approve", "what the page says works");
  assert.ok(order.startsWith(`curl ${shop.url}/v1/orders `));
  await visit(page, shop, "#/install?platform=checkout");
  const tag = await page.locator(".snippet pre").innerText();
  assert.ok(tag.includes(`src="${shop.url}/v1/og.js"`));
  assert.equal(await page.locator("#app script").count(), 0);
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    scenario(`the steps can be read by everyone, ${scheme}, ${width} px`, { scheme, width }, async (page) => {
      for (const platform of ["woocommerce", "shopify", "api", "checkout"]) {
        await page.setViewportSize({ width, height: 800 });
        await visit(page, shop, `#/install?platform=${platform}`);
        await page.locator(".step").first().waitFor();
        await mustBeAccessible(page, platform);
        await screenshot(page, `install-${platform}-${width}-${scheme}`);
        await page.setViewportSize({ width: 320, height: 700 });
        await mustNotScrollSideways(page, `${platform} at 320 px`);
      }
    });
  }
}
