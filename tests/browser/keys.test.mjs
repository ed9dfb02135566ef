// A merchant makes and rotates keys and endpoints, replays a delivery, and reads who did what.
import assert from "node:assert/strict";
import { mustBeAccessible, mustNotScrollSideways, screenshot, visit } from "./page.mjs";
import { scenario, shop } from "./story.mjs";

const dialogOf = (page) => page.getByRole("dialog");
const shown = async (page) => {
  const secret = await dialogOf(page).locator(".once code").first().innerText();
  await dialogOf(page).getByRole("button", { name: "I have kept it" }).click();
  return secret;
};
const ask = (key) => fetch(`${shop.url}/v1/orders?limit=1`, { headers: { authorization: `Bearer ${key}` } });

scenario("a server key is made, shown once, works, is rotated and revoked", {}, async (page) => {
  await visit(page, shop, "#/settings?tab=keys");
  await page.getByRole("button", { name: "New key" }).click();
  await dialogOf(page).getByLabel(/^Name/).fill("The warehouse");
  await mustBeAccessible(page, "a new key");
  await dialogOf(page).getByRole("button", { name: "Make the key" }).click();
  await page.getByRole("dialog", { name: "The key" }).waitFor();
  await screenshot(page, "key-made");
  const key = await shown(page);
  assert.match(key, /^sk_/);
  assert.equal((await ask(key)).status, 200);
  assert.ok(!(await page.content()).includes(key), "it is not shown again");
  const row = page.locator("li", { hasText: "The warehouse" });
  await row.getByText(`…${key.slice(-4)}`).waitFor();
  await row.getByRole("button", { name: "Rotate" }).click();
  await dialogOf(page).getByLabel(/^The old one works on/).fill("999");
  await dialogOf(page).getByRole("button", { name: "Rotate" }).click();
  await dialogOf(page).getByText("use 0 to 168").waitFor();
  await dialogOf(page).getByLabel(/^The old one works on/).fill("0");
  await dialogOf(page).getByRole("button", { name: "Rotate" }).click();
  const next = await shown(page);
  assert.deepEqual([(await ask(key)).status, (await ask(next)).status], [401, 200]);
  await row.getByRole("button", { name: /^Revoke/ }).click();
  await dialogOf(page).getByRole("textbox").fill(next.slice(-4));
  await dialogOf(page).getByRole("button", { name: "Revoke" }).click();
  await row.waitFor({ state: "detached" });
  assert.equal((await ask(next)).status, 401);
});

scenario("a checkout key names the pages that may use it", {}, async (page) => {
  await visit(page, shop, "#/settings?tab=keys");
  await page.getByRole("button", { name: "New key" }).click();
  await dialogOf(page).getByRole("combobox").selectOption("pk");
  await dialogOf(page).getByLabel(/^Name/).fill("Checkout");
  await dialogOf(page).getByLabel(/^Pages that may use it/).fill("https://shop.example/cart");
  await dialogOf(page).getByRole("button", { name: "Make the key" }).click();
  await dialogOf(page).getByText("is not an origin", { exact: false }).waitFor();
  await dialogOf(page).getByLabel(/^Pages that may use it/).fill("https://shop.example\nhttps://www.shop.example");
  await dialogOf(page).getByRole("button", { name: "Make the key" }).click();
  assert.match(await shown(page), /^pk_/);
  await page.locator("li", { hasText: "Checkout" }).getByText("https://www.shop.example").waitFor();
});

scenario("an endpoint is made, its secret rotated, and a delivery replayed", {}, async (page) => {
  await shop.unreadableOrder("9401");
  await visit(page, shop, "#/settings?tab=endpoints");
  const woo = page.locator("li[data-platform=woocommerce]");
  await woo.getByText("Last delivery").waitFor();
  await page.getByRole("button", { name: "New endpoint" }).click();
  await dialogOf(page).getByRole("button", { name: "Make the endpoint" }).click();
  const made = page.getByRole("dialog", { name: "Endpoint for Shopify" });
  assert.match(await made.locator(".once code").first().innerText(), /^http.*\/v1\/webhooks\/[0-9a-f]{48}$/);
  await mustBeAccessible(page, "a new endpoint");
  await made.getByRole("button", { name: "I have kept it" }).click();
  await page.locator("li[data-platform=shopify]").getByText("No delivery yet").waitFor();

  await woo.getByRole("button", { name: "Deliveries" }).click();
  const first = dialogOf(page).locator("li[data-delivery]").first();
  await first.getByText("order.created").waitFor();
  await screenshot(page, "deliveries");
  await mustBeAccessible(page, "deliveries");
  await first.getByRole("button", { name: "Replay" }).click();
  await page.getByText(/^Replayed: /).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("li[data-platform=shopify]").getByRole("button", { name: /^Remove the endpoint/ }).click();
  await dialogOf(page).getByRole("textbox").fill("Shopify");
  await dialogOf(page).getByRole("button", { name: "Remove" }).click();
  await page.locator("li[data-platform=shopify]").waitFor({ state: "detached" });
});

scenario("the audit tells who did what", {}, async (page) => {
  await shop.entry({ id: "audited", fields: { email: "audited@example.com" }, reason: "x" });
  await visit(page, shop, "#/settings?tab=audit");
  const noted = page.locator("li", { hasText: /Entry .*audited/ }).first();
  assert.match(await noted.innerText(), /Entry added[\s\S]*API/);
});

scenario("the audit goes on page by page, no line twice", {}, async (page) => {
  await shop.d1(`INSERT INTO audit (shop_id, subject, at, id, actor, action, detail)
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120) SELECT id, 'shop', i, 'old' || i, 'Zofia', 'shop.settings', 'line ' || i FROM n, shop`);
  await visit(page, shop, "#/settings?tab=audit");
  const lines = page.locator("ul.audit > li");
  for (let more = 1; more <= 3 && (await page.getByRole("button", { name: "Load more" }).count()) > 0; more += 1) {
    await page.getByRole("button", { name: "Load more" }).click();
    await page.waitForFunction((before) => document.querySelectorAll("ul.audit > li").length > before, more * 50);
  }
  const olds = (await lines.locator(".audit-detail").allInnerTexts()).filter((text) => text.startsWith("line "));
  assert.deepEqual(olds, Array.from({ length: 120 }, (_, index) => `line ${120 - index}`));
  await page.getByRole("button", { name: "Load more" }).waitFor({ state: "detached" });
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    scenario(`keys, endpoints and the audit can be read by everyone, ${scheme}, ${width} px`, { scheme, width }, async (page) => {
      for (const tab of ["keys", "endpoints", "audit"]) {
        await page.setViewportSize({ width, height: 800 });
        await visit(page, shop, `#/settings?tab=${tab}`);
        await page.locator("ul.rows li").first().waitFor();
        await mustBeAccessible(page, tab);
        await screenshot(page, `settings-${tab}-${width}-${scheme}`);
        await page.setViewportSize({ width: 320, height: 700 });
        await mustNotScrollSideways(page, `${tab} at 320 px`);
      }
    });
  }
}
