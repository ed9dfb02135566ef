// A merchant writes rules, sees what is wrong in them, and publishes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { mustBeAccessible, mustNotScrollSideways, root, screenshot, settled, told, visit } from "./page.mjs";
import { HOSTILE, scenario, shop } from "./story.mjs";

const condition = (page) => page.getByLabel(/^Condition/);
const save = (page) => page.getByRole("button", { name: "Save in the draft" }).click();
const ruleRow = (page, id) => page.locator(`tr[data-rule="${id}"]`);
const bar = (page) => page.locator(".publish");

scenario("a new shop finds its starter rules, switched off, and switches one on", {}, async (page) => {
  await page.getByRole("link", { name: "Rules" }).click();
  await settled(page);
  await page.getByText("These rules came with the shop and are off.").waitFor();
  assert.equal(await page.locator("tr[data-rule]").count(), 6);
  await page.getByText("Snapshot 1 is in force").waitFor();
  assert.equal(await page.getByRole("button", { name: "Review and publish…" }).count(), 0);
  await page.getByRole("switch", { name: /Disposable e-mail address/ }).click();
  await page.getByText("Switched on in the draft.").waitFor();
  await bar(page).getByText("One change is not published.").waitFor();
  await ruleRow(page, "disposable_email").getByText("Changed").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Switched off in the draft.").waitFor();
  await page.getByRole("button", { name: "Review and publish…" }).waitFor({ state: "detached" });
});

scenario("a rule with a mistake is underlined where it is wrong, mended with one click, published, and in force", {}, async (page) => {
  await visit(page, shop, "#/rules");
  await page.keyboard.press("n");
  await page.getByLabel(/^Name/).fill("Large order to Germany");
  await condition(page).fill('shipping.contry == "DE"\nand order.total > 100 ann same_address');
  await save(page);
  await page.getByText("A whole number from").waitFor();
  await page.getByLabel("Points", { exact: true }).fill("70");
  await save(page);
  await page.waitForFunction(() => document.activeElement?.matches(".code-field[aria-invalid=true]"));
  await condition(page).fill('shipping.contry == "DE"\nand order.total > 100');
  await save(page);
  await page.getByText("did you mean `shipping.country`?").waitFor();
  assert.deepEqual(await page.locator(".code-under .rule-flaw").allInnerTexts(), ["shipping.contry"]);
  await screenshot(page, "rule-wrong");
  await mustBeAccessible(page, "a rule that is refused");
  await page.getByRole("button", { name: "Use shipping.country" }).click();
  assert.equal(await condition(page).inputValue(), 'shipping.country == "DE"\nand order.total > 100');
  await condition(page).press("ControlOrMeta+Enter");
  await page.getByText("Saved in the draft.").waitFor();
  await ruleRow(page, "large_order_to_germany").getByText("New").waitFor();

  await shop.order({ id: "before-publish", number: "#7001", place: { country: "DE" } });
  await page.getByRole("button", { name: "Review and publish…" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish snapshot 2" });
  assert.match(await dialog.innerText(), /New[\s\S]*Large order to Germany[\s\S]*shipping\.country == "DE"[\s\S]*70/);
  await screenshot(page, "publish");
  await mustBeAccessible(page, "publishing");
  await page.setViewportSize({ width: 360, height: 740 });
  assert.ok(await dialog.locator(".dialog-body").evaluate((body) => body.scrollWidth <= body.clientWidth), "nothing of it is cut off on a phone");
  await page.setViewportSize({ width: 1280, height: 800 });
  await dialog.getByRole("button", { name: "Publish snapshot 2" }).click();
  await page.getByText("Snapshot 2 is in force.").waitFor();
  await page.getByText(/Snapshot 2 is in force, published/).waitFor();
  assert.equal(await ruleRow(page, "large_order_to_germany").getByText("New").count(), 0);

  await shop.order({ id: "after-publish", number: "#7002", place: { country: "DE" } });
  await visit(page, shop, "#/orders/after-publish");
  await page.getByText("Held: 70 points, more than the minimum of 50.").waitFor();
  await page.locator("table.matches", { hasText: "Large order to Germany" }).waitFor();
  await visit(page, shop, "#/rules");
  await ruleRow(page, "large_order_to_germany").getByText("last").waitFor();
  assert.match(await ruleRow(page, "large_order_to_germany").innerText(), /\+70[\s\S]*[12] last/, "its hit is counted");
});

scenario("who publishes second is told what is in force, and sees the changes against it", {}, async (page) => {
  await visit(page, shop, "#/rules");
  await page.getByRole("switch", { name: /Parcels left unclaimed/ }).click();
  await told(page, "Switched on in the draft.");
  await page.getByRole("button", { name: "Review and publish…" }).click();
  const before = Number((await page.getByRole("dialog").getByRole("heading").innerText()).match(/\d+/)[0]);
  await shop.send("POST", "/v1/lists", { name: `far${before}`, values: ["XX"] });
  await shop.send("POST", "/v1/snapshots", { expected: before - 1 });
  await shop.send("POST", "/v1/lists", { name: `near${before}`, values: ["YY"] });
  await page.getByRole("dialog").getByRole("button", { name: /^Publish snapshot/ }).click();
  await page.getByText(`snapshot ${before} is in force; look at it and publish again`).waitFor();
  await page.getByRole("dialog", { name: `Publish snapshot ${before + 1}` }).waitFor();
  const changes = await page.getByRole("dialog").innerText();
  assert.ok(changes.includes(`near${before}`) && !changes.includes("unclaimed"), "only what is left to publish is shown");
  await page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
  await page.getByText("Taken back").waitFor();
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

scenario("variables and lists are made, used in a rule by a click, and kept while a rule needs them", {}, async (page) => {
  await visit(page, shop, "#/rules");
  await page.getByRole("button", { name: "New list" }).click();
  await page.getByLabel(/^Name/).fill("risky_cities");
  await page.getByLabel("Values").fill("Gdynia\nSopot\n");
  await save(page);
  await page.getByRole("button", { name: "New variable" }).click();
  await page.getByLabel(/^Name/).fill("to_risky_city");
  await page.getByLabel(/^Stands for/).fill("shipping.city in ");
  await page.getByRole("button", { name: "risky_cities", exact: true }).click();
  await save(page);
  await page.getByRole("link", { name: "to_risky_city" }).waitFor();
  await page.getByRole("button", { name: /^New rule/ }).click();
  await page.getByLabel(/^Name/).fill(HOSTILE.image);
  await page.getByRole("button", { name: "to_risky_city", exact: true }).click();
  await page.getByRole("combobox", { name: "Effect" }).selectOption("mark");
  await page.getByRole("combobox", { name: "Who can read it" }).selectOption("public");
  await page.getByText("Anyone can read a public rule").waitFor();
  await screenshot(page, "rule-editor");
  await save(page);
  await page.locator("tr[data-rule]", { hasText: HOSTILE.image }).getByText("Public").waitFor();
  assert.equal(await page.locator("#app img").count(), 0);
  await page.getByRole("link", { name: "to_risky_city" }).click();
  await page.getByRole("button", { name: "Remove the variable" }).click();
  await told(page, /to_risky_city/);
  assert.ok(page.url().includes("variable"), "what a rule needs is not removed");
  await visit(page, shop, "#/rules");
  await page.getByRole("link", { name: HOSTILE.image }).click();
  await page.getByRole("button", { name: "Remove the rule" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.locator("tr[data-rule]", { hasText: HOSTILE.image }).waitFor();
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    scenario(`rules can be read by everyone, ${scheme}, ${width} px`, { scheme, width }, async (page) => {
      await visit(page, shop, "#/rules");
      await mustBeAccessible(page, "rules");
      await screenshot(page, `rules-${width}-${scheme}`);
      await visit(page, shop, "#/rules?edit=rule%3Acod_first_large");
      await page.getByRole("heading", { level: 1, name: /Large first order/ }).waitFor();
      await mustBeAccessible(page, "a rule");
      await screenshot(page, `rule-${width}-${scheme}`);
      await page.setViewportSize({ width: 320, height: 700 });
      await mustNotScrollSideways(page, "a rule at 320 px");
      await visit(page, shop, "#/rules");
      await mustNotScrollSideways(page, "rules at 320 px");
    });
  }
}

test("the words beside the editor are the engine's", async () => {
  const source = readFileSync(path.join(root, "www/admin/src/rules/words.ts"), "utf8");
  const paths = [...source.matchAll(/"((?:order|email|phone|ip|customer|payment|token|velocity)(?:\.[\w.]+)?|same_address)"/g)].map((found) => found[1]);
  const places = [...source.matchAll(/\["country".*?\]/g)].flatMap((found) => JSON.parse(found[0])).flatMap((field) => [`billing.${field}`, `shipping.${field}`]);
  assert.ok(paths.length > 30 && places.length > 10);
  const lines = [...source.matchAll(/"(line\.\w+)"/g)].map((found) => found[1]);
  const when = [...paths, ...places].map((one) => `exists(${one})`).concat(lines.map((one) => `any(lines, exists(${one}))`)).join(" or ");
  await shop.send("POST", "/v1/rules", { id: "all_words", name: "x", when, points: 1 });
  await shop.send("DELETE", "/v1/rules/all_words");
});
