// A reviewer works on cases: finds the most urgent, takes it, looks at why, writes notes, and answers before the parcel is gone.
import assert from "node:assert/strict";
import { before } from "node:test";
import { mustBeAccessible, mustNotScrollSideways, screenshot, settled, visit } from "./page.mjs";
import { HOSTILE, ready, scenario, shop } from "./story.mjs";

/** The name that the first admin is given with the link. */
const NAME = "Admin";
/** A buyer of two orders, who shares nothing with anybody. */
const TWICE = { email: "twice@example.com", phone: "+48 511 222 333" };
const row = (page, number) => page.locator("table.cases tbody tr", { hasText: number });
const tab = (page, name) => page.getByRole("navigation", { name: "Show" }).getByRole("link", { name, exact: true });
const dialog = (page) => page.getByRole("dialog");
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** An order that was approved and then turned out to be fraud. */
async function turned(id, number, minutes, fields = {}, said = "the bank says the card was stolen") {
  await shop.order({ id, number, ...fields });
  await shop.act(id, "status", said, { status: "fraud" });
  await shop.minutesLeft(id, minutes);
}

before(async () => {
  await ready;
  await turned("late", "#7001", 1300);
  await turned("soon", "#7002", 200);
  await turned("urgent", "#7003", 45, { ...TWICE, total: "2310.00" });
  await shop.order({ id: "twin", number: "#7000", ...TWICE });
  await turned("over", "#7004", -30);
  await turned("hostile-case", HOSTILE.attribute, 600, { place: { first_name: HOSTILE.turned, last_name: HOSTILE.script } }, HOSTILE.image);
});

scenario("cases stand by the minutes that are left; those whose window is over stand by themselves", {}, async (page) => {
  await visit(page, shop, "#/cases");
  const numbers = await page.locator("table.cases a[data-row]").allInnerTexts();
  assert.deepEqual(numbers.filter((number) => number.startsWith("#")), ["#7003", "#7002", "#7001"]);
  assert.match(await row(page, "#7003").innerText(), /^4\d min[\s\S]*Fraud[\s\S]*the card was stolen[\s\S]*nobody/);
  assert.match(await row(page, "#7002").innerText(), /^3 h \d+ min/);
  await screenshot(page, "cases");
  await tab(page, "Window over").click();
  await settled(page);
  assert.match(page.url(), /#\/cases\?show=over$/);
  assert.match(await row(page, "#7004").innerText(), /^Window over/);
  assert.equal(await row(page, "#7003").count(), 0);
  await tab(page, "Answered").click();
  await page.getByRole("heading", { name: "No case was answered yet" }).waitFor();
});

scenario("a case says what is left, why it opened, and what else the buyer ordered", {}, async (page) => {
  await visit(page, shop, "#/cases");
  await row(page, "#7003").click();
  await page.getByRole("timer").getByText(/^4\d min left to stop the delivery$/).waitFor();
  await page.getByText("Other orders of this buyer").waitFor();
  await page.locator(".linked li", { hasText: "#7000" }).waitFor();
  assert.equal(await page.locator(".linked li").count(), 1);
  await settled(page);
  const timeline = await page.locator(".timeline").innerText();
  assert.match(timeline, /Case opened[\s\S]*Fraud: the bank says the card was stolen[\s\S]*Mail queued[\s\S]*Warehouse/);
  await page.getByText("Graphics card").waitFor();
  assert.match(await page.title(), /^Case of order #7003 · Ordergate$/);
  await screenshot(page, "case");
});

scenario("the keyboard alone takes the most urgent case, notes, snoozes, wakes and answers it", {}, async (page) => {
  await visit(page, shop, "#/cases");
  await page.keyboard.press("e");
  await page.getByRole("heading", { level: 1, name: "#7003" }).waitFor();
  await dialog(page).waitFor({ state: "detached" });
  await page.locator(".case-assignee", { hasText: NAME }).waitFor();

  await page.keyboard.press("c");
  await page.keyboard.type("the warehouse looks for it");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".timeline li", { hasText: "the warehouse looks for it" }).waitFor();
  await dialog(page).waitFor({ state: "detached" });

  await page.keyboard.press("s");
  await dialog(page).getByText("after the stop window").first().waitFor();
  assert.deepEqual(await dialog(page).locator(".case-nap > :first-child").allInnerTexts(), ["30 min", "1 h", "2 h", "4 h", "12 h"]);
  await page.keyboard.press("Enter");
  await page.getByText("The case is snoozed.").waitFor();
  await page.keyboard.press("u");
  await settled(page);
  await tab(page, "Snoozed").click();
  await row(page, "#7003").click();
  await settled(page);
  await button(page, "Wake it").waitFor();
  await page.keyboard.press("s");
  await page.getByText("Awake again").first().waitFor();
  await button(page, "Snooze").waitFor();

  await page.keyboard.press("b");
  await dialog(page).getByText("An answer is final.", { exact: false }).waitFor();
  await page.keyboard.type("stopped at the dock");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const window = page.getByRole("region", { name: "Time to stop the delivery" });
  await window.getByText("Blocked: the delivery was stopped").waitFor();
  assert.match(await window.innerText(), /Admin[\s\S]*stopped at the dock/);
  assert.equal(await button(page, "Blocked").count(), 0, "an answer is final");
  await visit(page, shop, "#/cases?show=closed");
  assert.match(await row(page, "#7003").innerText(), /^Blocked/);
  await visit(page, shop, "#/cases");
  assert.equal(await row(page, "#7003").count(), 0);
});

scenario("a case is taken and given back with undo, assigned to a colleague, and found again under Mine", {}, async (page) => {
  await visit(page, shop, "#/cases");
  await row(page, "#7001").click();
  await button(page, "Take it").click();
  await page.getByText("The case is yours.").waitFor();
  await button(page, "Give it back").waitFor();
  await button(page, "Undo").click();
  await button(page, "Take it").waitFor();
  await button(page, "Assign…").click();
  assert.equal(await dialog(page).getByLabel("Name").inputValue(), NAME);
  await dialog(page).getByLabel("Name").fill("x".repeat(101));
  await button(dialog(page), "Assign").click();
  await dialog(page).getByText("is longer than 100 characters").waitFor();
  await dialog(page).getByLabel("Name").fill("Jan");
  await button(dialog(page), "Assign").click();
  await page.locator(".case-assignee", { hasText: "Jan" }).waitFor();
  await visit(page, shop, "#/cases?show=mine");
  await page.getByRole("heading", { name: "No case is yours" }).waitFor();
  await page.goBack();
  await button(page, "Take it").click();
  await page.getByText("The case is yours.").waitFor();
  await visit(page, shop, "#/cases?show=mine");
  await row(page, "#7001").waitFor();
  await tab(page, "Unassigned").click();
  await settled(page);
  assert.equal(await row(page, "#7001").count(), 0);
  await row(page, "#7002").waitFor();
});

scenario("somebody was faster: the answer that stands is shown, and nothing typed is lost", {}, async (page) => {
  await turned("race-case", "#7010", 500);
  await visit(page, shop, "#/cases");
  await row(page, "#7010").click();
  await button(page, "Too late").click();
  await dialog(page).getByLabel("Comment").fill("the parcel is gone");
  const id = page.url().split("/").at(-1);
  await shop.send("POST", `/v1/cases/${id}/resolution`, { resolution: "not_blocked", comment: "the buyer is fine" });
  await dialog(page).getByRole("button", { name: "Answer: Too late" }).click();
  await dialog(page).getByText("the case was answered already: not_blocked", { exact: false }).waitFor();
  assert.equal(await dialog(page).getByLabel("Comment").inputValue(), "the parcel is gone");
  await page.keyboard.press("Escape");
  await page.getByText("Not blocked: the delivery went out").waitFor();
  await visit(page, shop, "#/cases/nope");
  await page.getByRole("heading", { name: "No such case" }).waitFor();
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    scenario(`axe finds nothing on cases, a case and its dialogs, ${scheme}, ${width} px wide`, { scheme, width }, async (page) => {
      await visit(page, shop, "#/cases");
      await mustBeAccessible(page, "cases");
      await screenshot(page, `cases-${width}-${scheme}`);
      await visit(page, shop, "#/cases?show=snoozed");
      await mustBeAccessible(page, "no case");
      await visit(page, shop, "#/cases");
      await row(page, "#7002").click();
      await page.getByText("Graphics card").waitFor();
      await settled(page);
      await mustBeAccessible(page, "a case");
      await screenshot(page, `case-${width}-${scheme}`);
      for (const name of ["Snooze", "Blocked", "Note", "Assign…"]) {
        await button(page, name).click();
        await dialog(page).waitFor();
        await mustBeAccessible(page, `the dialog of ${name}`);
        if (name === "Snooze") await screenshot(page, `case-snooze-${width}-${scheme}`);
        await page.keyboard.press("Escape");
        await dialog(page).waitFor({ state: "detached" });
      }
    });
  }
}

scenario("words of buyers and of the bank are inert, and nothing is wider than 320 px", { width: 320 }, async (page) => {
  await visit(page, shop, "#/cases");
  await mustNotScrollSideways(page, "cases");
  await page.locator("table.cases a[data-row]", { hasText: "onmouseover" }).click();
  await page.getByText(HOSTILE.image).first().waitFor();
  await page.getByText("Graphics card").waitFor();
  await mustNotScrollSideways(page, "a hostile case");
  assert.deepEqual(await page.evaluate(() => [globalThis.ran, document.querySelectorAll("#app img, #app script, #app [onmouseover]").length]), [undefined, 0]);
});
