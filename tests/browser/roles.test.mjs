// What a role may not do is not offered: the page's table is the Worker's, and a viewer and an analyst see what is theirs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { mustBeAccessible, mustNotScrollSideways, root, screenshot, settled, signIn, visit } from "./page.mjs";
import { browser, LISTED, ready, scenario, shop } from "./story.mjs";

const RANKS = ["viewer", "analyst", "approver", "admin"];
const VIEWS = [
  "#/today", "#/cases", "#/cases?show=over", "#/holds", "#/orders", "#/orders/held-1", "#/orders/passed%2F1", "#/customers", "#/blacklist", "#/blacklist?list=allow_list", "#/rules", "#/rules?edit=rule:disposable_email",
  "#/contacts", "#/outbox", "#/settings", "#/settings?tab=shop", "#/settings?tab=users", "#/settings?tab=keys", "#/settings?tab=audit", "#/settings?tab=sign-in", "#/install", "#/install?platform=api",
];
/** What changes nothing of the shop's. */
const READS = /^(Menu|Keys|Theme|Sign out|Refresh|Load more|(Previous|Next|Following)\b|Open|Send me to|Back to|Copy|Add a passkey|Not now|End|Remove “|Filters?|Export|Columns|Clear|Show)/;

before(async () => {
  await ready;
  await shop.order({ id: "turned", number: "#9001" });
  await shop.act("turned", "status", "the bank says so", { status: "fraud" });
});

/** Somebody of this role, invited by the page's admin. */
async function invited(page, name, role) {
  return page.evaluate(async ([name, role]) => {
    const { token } = await (await fetch("/v1/session")).json();
    const answer = await fetch("/v1/users", { method: "POST", headers: { "content-type": "application/json", "x-ordergate-token": token }, body: JSON.stringify({ name, role }) });
    return (await answer.json()).link.url;
  }, [name, role]);
}

/** A page on which somebody of this role is signed in; refused requests are noted. */
async function as(admin, role, options = {}) {
  const page = await browser.open(options);
  page.refused = [];
  page.on("response", (response) => response.status() === 403 && page.refused.push(response.url()));
  await signIn(page, shop, await invited(admin, `A ${role} ${options.width ?? 1280} ${options.scheme ?? ""}`.trim(), role));
  return page;
}

const buttons = (page) => page.locator("button:visible:enabled, input[type=checkbox]:visible:enabled").evaluateAll((all) =>
  all.filter((one) => !one.closest("nav, .bar")).map((one) => one.ariaLabel ?? one.closest("label")?.textContent.trim() ?? one.textContent.trim()));

test("the page's table of roles is the Worker's", () => {
  const theirs = new Map();
  for (const [, methods, route, role] of readFileSync(path.join(root, "crates/worker/src/roles.rs"), "utf8").matchAll(/^ {4}\("([A-Z ]+)",\s+"([^"]+)", (\w+)\),/gm)) {
    for (const method of methods.split(" ")) if (!theirs.has(`${method} ${route}`)) theirs.set(`${method} ${route}`, role.toLowerCase());
  }
  assert.ok(theirs.size > 80, `${theirs.size} routes of the Worker were read`);
  const ours = [...readFileSync(path.join(root, "www/admin/src/roles.ts"), "utf8").matchAll(/^ {2}"?([\w-]+)"?: \["([A-Z]+ [^"]+)", "(\w+)"\],/gm)];
  assert.ok(ours.length > 20, `${ours.length} of the page were read`);
  assert.deepEqual(ours.filter(([, , route, role]) => theirs.get(route) !== role).map(([, deed, route, role]) => `${deed}: ${route} takes ${theirs.get(route)}, not ${role}`), []);
  assert.deepEqual([...new Set(ours.map(([, , , role]) => role))].filter((role) => !RANKS.includes(role)), []);
});

for (const [width, scheme] of [[1280, "light"], [360, "dark"]]) {
  scenario(`a viewer is offered nothing that a viewer may not do, ${width} px, ${scheme}`, { width, scheme }, async (admin) => {
    const page = await as(admin, "viewer", { width, scheme });
    for (const view of VIEWS) {
      await visit(page, shop, view);
      const offered = (await buttons(page)).filter((name) => !READS.test(name) && !/^Select /.test(name));
      assert.deepEqual(offered, [], view);
      await mustNotScrollSideways(page, view);
      for (const key of ["b", "h", "n", "t", "a", "s", "c", "e", "l"]) await page.keyboard.press(key);
      assert.equal(await page.getByRole("dialog").count(), 0, `a key of ${view} opened a dialog`);
    }
    await visit(page, shop, "#/settings");
    const tabs = await page.locator("nav.tabs a").allInnerTexts();
    assert.deepEqual(tabs, ["Points and decisions", "Shop", "Users", "Audit", "Sign-in"]);
    await page.getByText("You look at this as Viewer.", { exact: false }).waitFor();
    assert.ok(await page.getByLabel("Minimum", { exact: true }).isDisabled());
    await mustBeAccessible(page, "settings of a viewer");
    await screenshot(page, `viewer-settings-${width}-${scheme}`);
    await visit(page, shop, "#/rules");
    await mustBeAccessible(page, "rules of a viewer");
    await screenshot(page, `viewer-rules-${width}-${scheme}`);
    assert.deepEqual(page.refused, []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

scenario("an analyst holds, lists and takes cases; releasing, answering and rules are an approver's", {}, async (admin) => {
  const page = await as(admin, "analyst");
  const button = (name) => page.getByRole("button", { name, exact: true });
  await visit(page, shop, "#/orders/held-1");
  await page.getByRole("button", { name: /^Add to the blacklist/ }).waitFor();
  assert.equal(await page.getByRole("button", { name: /^Release/ }).count(), 0);
  await page.keyboard.press("h");
  assert.equal(await page.getByRole("dialog").count(), 0);
  await visit(page, shop, "#/orders/passed%2F1");
  await page.getByRole("button", { name: /^Hold/ }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("odd address");
  await page.getByRole("dialog").getByRole("button", { name: "Hold the order" }).click();
  await page.getByText(/By .*A analyst/).first().waitFor();

  await visit(page, shop, "#/holds");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  const bar = page.getByRole("toolbar");
  assert.deepEqual((await bar.getByRole("button").allInnerTexts()).map((text) => text.replace(/\s.$/, "")).filter(Boolean), ["Select all that are shown", "Add to the blacklist…", "Check again"]);

  await visit(page, shop, "#/cases");
  await page.keyboard.press("e");
  await page.getByRole("heading", { level: 1, name: "#9001" }).waitFor();
  await page.locator(".case-assignee", { hasText: "A analyst" }).waitFor();
  for (const name of ["Blocked", "Not blocked", "Too late"]) assert.equal(await button(name).count(), 0);
  await page.keyboard.press("?");
  const keys = await page.getByRole("dialog").locator("dl").first().innerText();
  assert.match(keys, /a\s+Give/);
  assert.doesNotMatch(keys, /Blocked/);
  await page.keyboard.press("Escape");

  await visit(page, shop, "#/contacts");
  await page.getByRole("button", { name: "Send test mail" }).waitFor();
  assert.equal(await button("Edit").count(), 0);
  await visit(page, shop, "#/rules");
  assert.equal(await page.getByRole("switch").first().isDisabled(), true);
  assert.deepEqual(page.refused, []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

scenario("an admin sees every key of a view by what its button says", {}, async (page) => {
  const listed = async (view) => {
    await visit(page, shop, view);
    await page.keyboard.press("?");
    const lines = await page.getByRole("dialog").locator("dl").first().locator("> div").allInnerTexts();
    await page.keyboard.press("Escape");
    return new Map(lines.map((line) => line.split(/\s+/s)).map(([key, ...does]) => [key, does.join(" ")]));
  };
  const order = await listed("#/orders/held-1");
  assert.match(order.get("h"), /^Release/);
  assert.match(order.get("b"), /^Add to the blacklist/);
  assert.ok(["?", "j", "k", "r", "u"].every((key) => order.has(key)), [...order.keys()].join());
  const found = (await listed("#/blacklist"));
  assert.ok(found.has("/") && found.has("b"), [...found.keys()].join());
  const holds = await listed("#/holds");
  assert.match(holds.get("x"), /Select the row/);
  assert.match(holds.get("c"), /^Cancel/);
  await page.keyboard.press("?");
  await mustBeAccessible(page, "the keys of the holds");
  await screenshot(page, "keys-holds");
  await settled(page);
});
