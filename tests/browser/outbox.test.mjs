// A merchant looks at what contacts were told, and sends again what was given up.
import assert from "node:assert/strict";
import { mustBeAccessible, mustNotScrollSideways, screenshot, settled, visit } from "./page.mjs";
import { HOSTILE, LISTED, scenario, shop } from "./story.mjs";

scenario("a mail is shown as its reader sees it, as text and as HTML, and leads to its order", {}, async (page) => {
  await shop.order({ id: "told", number: "#9301", email: LISTED });
  await page.getByRole("link", { name: "Outbox" }).click();
  await settled(page);
  const mail = page.locator("details.mail", { hasText: "#9301" });
  await mail.locator("summary").click();
  assert.match(await mail.locator("summary").innerText(), /Written[\s\S]*Hold · .*Warehouse/);
  await mail.locator(".mail-text", { hasText: "chargeback in May" }).waitFor();
  await mail.getByRole("button", { name: "HTML" }).click();
  assert.equal(await mail.locator("iframe.mail-frame").getAttribute("sandbox"), "");
  await page.frameLocator("iframe.mail-frame").getByText("chargeback in May").waitFor();
  await screenshot(page, "outbox-open");
  await mustBeAccessible(page, "a mail");
  await mail.getByRole("link", { name: "Open the order" }).click();
  await page.getByRole("heading", { level: 1, name: /#9301/ }).waitFor();
});

scenario("mails are listed by state; one that was given up is sent again", {}, async (page) => {
  await shop.order({ id: "untold", number: "#9302", email: LISTED });
  await shop.d1("UPDATE outbox SET state = 'dead', attempts = 12, last_error = ?1, sent_at = NULL WHERE order_id = 'untold'", `550 ${HOSTILE.script}`);
  await visit(page, shop, "#/outbox");
  await page.getByRole("navigation", { name: "Show" }).getByRole("link", { name: "Not sent" }).click();
  await settled(page);
  assert.match(page.url(), /state=dead/);
  const mail = page.locator("details.mail");
  assert.equal(await mail.count(), 1);
  await mail.locator("summary").click();
  await mail.getByText("550 <script>", { exact: false }).waitFor();
  await mail.getByRole("button", { name: "Send again" }).click();
  await page.getByText("It is sent again.").waitFor();
  await page.getByText("No such mail").waitFor();
  await page.getByRole("navigation", { name: "Show" }).getByRole("link", { name: "Sent", exact: true }).click();
  await page.locator("details.mail", { hasText: "#9302" }).waitFor();
});

scenario("what the shop was not told waits here, and is told again", {}, async (page) => {
  await shop.order({ id: "stuck", number: "#9303", email: LISTED });
  const stuck = page.getByRole("region", { name: "The shop was not told" });
  await visit(page, shop, "#/outbox");
  assert.equal(await stuck.count(), 0);
  for (const [id, state, error] of [["c1", "dead", "401: the key was refused"], ["c2", "unknown", "timed out"]]) {
    await shop.d1("INSERT INTO command (shop_id, order_id, id, platform, kind, body, state, due_at, attempts, last_error, actor, created_at) SELECT shop_id, id, ?1, 'woocommerce', 'hold', '{}', ?2, 9e12, 12, ?3, 'api', 1 FROM orders WHERE id = 'stuck'", id, state, error);
  }
  await page.reload();
  await stuck.getByText("401: the key was refused").waitFor();
  await stuck.getByText("The answer was lost.").waitFor();
  await screenshot(page, "outbox-stuck");
  await mustBeAccessible(page, "commands that wait for a person");
  await stuck.getByRole("button", { name: "Tell it again" }).click();
  await page.getByText("The shop is told again.").waitFor();
  await stuck.getByText("401: the key was refused").waitFor({ state: "detached" });
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    scenario(`the outbox can be read by everyone, ${scheme}, ${width} px`, { scheme, width }, async (page) => {
      await visit(page, shop, "#/outbox");
      await page.locator("details.mail").first().waitFor();
      await mustBeAccessible(page, "the outbox");
      await screenshot(page, `outbox-${width}-${scheme}`);
      await page.setViewportSize({ width: 320, height: 700 });
      await mustNotScrollSideways(page, "the outbox at 320 px");
      await visit(page, shop, "#/outbox?state=expired");
      await page.getByText("No such mail").waitFor();
      await mustBeAccessible(page, "no mail");
    });
  }
}
