// A reviewer works through the held orders: sees why, takes one up, releases and cancels with a comment, one by one and many at once.
import assert from "node:assert/strict";
import { before } from "node:test";
import { mustBeAccessible, mustNotScrollSideways, screenshot, visit } from "./page.mjs";
import { HOSTILE, LISTED, ready, scenario, shop } from "./story.mjs";

const row = (page, number) => page.locator("table.holds tbody tr", { hasText: number });
const dialog = (page) => page.getByRole("dialog");
const tab = (page, name) => page.getByRole("navigation", { name: "Show" }).getByRole("link", { name, exact: true });
const state = async (id) => (await shop.send("GET", `/v1/orders/${id}`)).order.state;

before(async () => {
  await ready;
  await shop.send("PUT", "/v1/shop", { hold_codes: { automatic: "FRAUD", manual: "CALL" } });
  for (let n = 1; n <= 5; n += 1) await shop.order({ id: `desk-${n}`, number: `#80${n}0`, email: LISTED });
  await shop.order({ id: "by-hand", number: "#8100" });
  await shop.act("by-hand", "hold", "the caller sounded odd");
  await shop.order({ id: "hostile-hold", number: HOSTILE.attribute, place: { first_name: HOSTILE.turned, last_name: HOSTILE.script } });
  await shop.act("hostile-hold", "hold", HOSTILE.image);
});

scenario("the desk says of each held order since when, by whom, and by which matches with their points", {}, async (page) => {
  await visit(page, shop, "#/holds");
  assert.match(await row(page, "#8010").innerText(), /FRAUD[\s\S]*chargeback in May \+60[\s\S]*ago|just now/);
  assert.match(await row(page, "#8100").innerText(), /CALL[\s\S]*the caller sounded odd[\s\S]*API/);
  await screenshot(page, "holds");
  await row(page, "#8100").getByRole("link", { name: "CALL" }).click();
  await row(page, "#8010").waitFor({ state: "detached" });
  assert.match(page.url(), /#\/holds\?code=CALL$/);
  await page.getByRole("link", { name: "Show all" }).click();
  await row(page, "#8010").waitFor();
  await tab(page, "By hand").click();
  await row(page, "#8010").waitFor({ state: "detached" });
  await row(page, "#8100").waitFor();
  await tab(page, "Review overdue").click();
  await page.getByRole("heading", { name: "No held order is like this" }).waitFor();
});

scenario("one hold, one person: it is taken up, a colleague's is taken over only on purpose", {}, async (page) => {
  await visit(page, shop, "#/holds");
  await row(page, "#8010").getByRole("button", { name: /^Work on/ }).click();
  await row(page, "#8010").getByText("Admin").waitFor();
  await row(page, "#8010").getByRole("button", { name: /^Put back/ }).click();
  await row(page, "#8010").getByRole("button", { name: /^Work on/ }).waitFor();
  await shop.send("POST", "/v1/orders/desk-1/lock", { by: "Jan" });
  await row(page, "#8010").getByRole("button", { name: /^Work on/ }).click();
  await page.getByText("Jan works on this hold", { exact: false }).waitFor();
  await row(page, "#8010").getByText("Jan", { exact: true }).waitFor();
  await row(page, "#8010").getByRole("button", { name: /^Take over/ }).click();
  await dialog(page).getByText("works on this hold", { exact: false }).waitFor();
  await dialog(page).getByRole("button", { name: "Take it over" }).click();
  await row(page, "#8010").getByText("Admin").waitFor();
  await tab(page, "Worked on").click();
  await row(page, "#8020").waitFor({ state: "detached" });
  await row(page, "#8010").waitFor();
});

scenario("several are selected by the keyboard and released at once; what cannot be is said, with the reason", {}, async (page) => {
  await visit(page, shop, "#/holds");
  await shop.send("POST", "/v1/orders/desk-1/lock", { by: "Ola Nowak", override: true });
  const select = async (number) => {
    await row(page, number).locator("a[data-row]").focus();
    await page.keyboard.press("x");
  };
  for (const number of ["#8010", "#8020", "#8030"]) await select(number);
  await page.getByRole("toolbar", { name: "3 selected" }).waitFor();
  await page.keyboard.press("h");
  await dialog(page).getByText("Release 3 orders").waitFor();
  await dialog(page).getByRole("button", { name: "Release", exact: true }).click();
  await dialog(page).getByText("Say why.", { exact: false }).waitFor();
  await page.keyboard.type("called the buyers, all is well");
  await dialog(page).getByRole("button", { name: "Release", exact: true }).click();
  await page.getByText("2 orders are released.").waitFor();
  const left = page.getByRole("alert", { name: "These were left as they were:" });
  assert.match(await left.innerText(), /#8010[\s\S]*Ola Nowak works on this hold/);
  assert.deepEqual([await state("desk-1"), await state("desk-2"), await state("desk-3")], ["held", "released", "released"]);
  await row(page, "#8020").waitFor({ state: "detached" });
  assert.ok(await row(page, "#8010").getByRole("checkbox").isChecked(), "what was left stays selected");
  await left.getByRole("button", { name: "Dismiss" }).click();
  await page.getByRole("button", { name: "Clear the selection" }).click();
  assert.equal(await page.getByRole("toolbar").count(), 0);
});

scenario("an order is cancelled for good, with words; a shop that cannot be reached has to be told by hand", {}, async (page) => {
  await visit(page, shop, "#/holds");
  await row(page, "#8040").getByRole("checkbox").check();
  await page.getByRole("toolbar").getByRole("button", { name: "Cancel…" }).click();
  await dialog(page).getByText("This cannot be undone.", { exact: false }).waitFor();
  await dialog(page).getByLabel(/^Comment/).fill("the card was stolen");
  await dialog(page).getByRole("button", { name: "Cancel for good" }).click();
  await page.getByText("Ordergate cannot reach the shop: cancel it there too.", { exact: false }).waitFor();
  assert.equal(await state("desk-4"), "cancelled");
  await row(page, "#8040").waitFor({ state: "detached" });
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    scenario(`axe finds nothing on the desk, its bar and its dialogs, ${scheme}, ${width} px wide`, { scheme, width }, async (page) => {
      await visit(page, shop, "#/holds");
      await row(page, "#8050").getByRole("checkbox").check();
      await row(page, "#8100").getByRole("checkbox").check();
      await mustBeAccessible(page, "holds");
      await screenshot(page, `holds-${width}-${scheme}`);
      await page.getByRole("button", { name: "Add to the blacklist…" }).click();
      await dialog(page).getByRole("checkbox", { name: "E-mail", exact: true }).waitFor();
      await mustBeAccessible(page, "the fields of an entry");
      await screenshot(page, `holds-list-${width}-${scheme}`);
      await page.keyboard.press("Escape");
      await visit(page, shop, "#/holds?show=overdue");
      await mustBeAccessible(page, "no hold");
    });
  }
}

scenario("words of buyers and colleagues are inert, and nothing is wider than 320 px", { width: 320 }, async (page) => {
  await visit(page, shop, "#/holds");
  await page.getByText(HOSTILE.image).first().waitFor();
  await page.getByRole("checkbox").nth(1).check();
  await mustNotScrollSideways(page, "holds");
  assert.deepEqual(await page.evaluate(() => [globalThis.ran, document.querySelectorAll("#app img, #app script, #app [onmouseover]").length]), [undefined, 0]);
});
