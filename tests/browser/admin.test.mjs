// The admin page as a merchant uses it, in a real browser, on the real Worker.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { contrast, launch, mustBeAccessible, mustNotScrollSideways, screenshot, settled, signIn, visit } from "./page.mjs";
import { startShop } from "./shop.mjs";

const LISTED = "bad.buyer@example.com";
const PLACE = { first_name: "Jan", last_name: "Kowalski", street: "ul. Długa 12/4", postcode: "50-001", city: "Wrocław", country: "PL" };
const HOSTILE = {
  script: "<script>globalThis.ran = 1</script>",
  image: "<img src=x onerror='globalThis.ran = 1'>",
  attribute: '" onmouseover="globalThis.ran=1" x="',
  turned: "\u2069\u202Eanna\u202C",
  template: "{{7*7}} ${7*7} =1+1",
  address: "javascript:globalThis.ran=1",
};

let browser, shop;

before(async () => {
  [browser, shop] = [await launch(), await startShop()];
  await shop.entry({ fields: { email: LISTED }, effect: "points", points: 60, reason: "chargeback in May" });
  await shop.entry({ fields: { ip: "203.0.113.0/24", city: "Wroclaw" }, reason: "unpaid parcels" });
  await shop.entry({ fields: { last_name: HOSTILE.script, city: HOSTILE.turned }, reason: HOSTILE.image });
  for (let n = 0; n < 52; n += 1) await shop.order({});
  await shop.order({ id: "hostile", number: HOSTILE.attribute, email: "hostile@example.com", place: { first_name: HOSTILE.turned, last_name: HOSTILE.script, city: HOSTILE.turned, street: HOSTILE.image, company: HOSTILE.address }, lines: [{ sku: HOSTILE.attribute, product: HOSTILE.template, quantity: 1, price: "120.50" }] });
  await shop.order({ id: "passed/1", number: "#1001" });
  await shop.order({ id: "marked-1", number: "#1002", ip: "203.0.113.9", place: PLACE });
  await shop.order({ id: "held-1", number: "#1003", email: LISTED, ip: "203.0.113.9", place: PLACE });
  await shop.unreadableOrder("1004");
});

after(async () => {
  await browser?.close();
  await shop?.stop();
});

/** A signed-in page; at the end it must have nothing to complain about. */
function scenario(name, options, act) {
  test(name, async () => {
    const page = await browser.open(options);
    try {
      await signIn(page, shop);
      await act(page);
      assert.deepEqual(page.complaints, []);
    } finally {
      await page.context().close();
    }
  });
}

const row = (page, number) => page.locator("table.orders tbody tr", { hasText: number });

test("someone without a session is told how to get one, and a link works once", async () => {
  const page = await browser.open();
  await page.goto(`${shop.url}/admin/`);
  await page.getByRole("heading", { name: "You are signed out" }).waitFor();
  await page.getByText("cargo xtask start").waitFor();
  await screenshot(page, "signed-out");
  const link = shop.url + (await shop.signInLink());
  await page.goto(link);
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.getByRole("heading", { name: "Orders", level: 1 }).waitFor();
  assert.equal(await page.evaluate(() => document.cookie), "", "the session is out of reach of scripts");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "You have been signed out" }).waitFor();
  await page.goto(link);
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.waitForLoadState();
  await page.goto(`${shop.url}/admin/`);
  await page.getByRole("heading", { name: "You are signed out" }).waitFor();
  await page.context().close();
});

scenario("a held, a marked and an unreadable order show their icon at the number", {}, async (page) => {
  await settled(page);
  await row(page, "#1003").getByRole("img", { name: "Held" }).waitFor();
  await row(page, "#1002").getByRole("img", { name: "Marked" }).waitFor();
  await row(page, "1004").getByRole("img", { name: "Not checked" }).waitFor();
  assert.equal(await row(page, "#1001").getByRole("img").count(), 0);
  await screenshot(page, "orders");
  await page.getByRole("navigation", { name: "Show" }).getByRole("link", { name: "Held" }).click();
  await settled(page);
  assert.match(page.url(), /#\/orders\?state=held$/, "the filter is in the fragment");
  assert.ok(await row(page, "#1003").isVisible());
  assert.equal(await row(page, "#1002").count(), 0);
  await page.reload();
  await settled(page);
  assert.equal(await row(page, "#1002").count(), 0, "a shared address shows the same");
});

scenario("a held order says why: matches, points, places, snapshot and the mail", {}, async (page) => {
  await row(page, "#1003").click();
  await page.getByText("Held: 60 points, more than the minimum of 50.").waitFor();
  const matches = page.locator("table.matches tbody tr");
  assert.equal(await matches.count(), 2);
  const mailMatch = matches.filter({ hasText: "chargeback in May" });
  assert.match(await mailMatch.innerText(), /E-mail[\s\S]*\+60/);
  const placeMatch = matches.filter({ hasText: "unpaid parcels" });
  assert.match(await placeMatch.innerText(), /City[\s\S]*IP[\s\S]*Billing[\s\S]*Shipping[\s\S]*Mark/);
  await page.locator("mark.hit", { hasText: LISTED }).waitFor();
  await page.locator("mark.hit", { hasText: "Wrocław" }).waitFor();
  assert.equal(await page.locator("mark.hit", { hasText: "Kowalski" }).count(), 0, "only what matched is shown as matched");
  assert.match(await page.locator("[data-snapshot]").innerText(), /^\d+$/);
  await page.locator(".mail summary", { hasText: "#1003" }).click();
  await page.locator(".mail-text", { hasText: "chargeback in May" }).waitFor();
  await screenshot(page, "order");
  await page.getByRole("button", { name: "HTML" }).click();
  assert.equal(await page.locator("iframe.mail-frame").getAttribute("sandbox"), "");
  await page.frameLocator("iframe.mail-frame").getByText("chargeback in May").waitFor();
  await mailMatch.getByRole("link").click();
  await page.locator("tr[data-current]", { hasText: LISTED }).waitFor();
});

scenario("an order that was not read says which field, and that nobody decided", {}, async (page) => {
  await row(page, "1004").click();
  await page.getByText(/^Not checked: .*total/).waitFor();
  await screenshot(page, "order-not-checked");
});

scenario("an entry added from an order is in force at the next order, and gone when removed", {}, async (page) => {
  const email = "fresh.buyer@example.com";
  await shop.order({ id: "before", number: "#2001", email });
  await visit(page, shop, "#/orders/before");
  await page.getByText("Approved: no entry and no rule matched.").waitFor();
  await page.getByRole("button", { name: /Add to the blacklist/ }).click();
  const dialog = page.getByRole("dialog");
  assert.equal(await dialog.getByLabel("E-mail", { exact: true }).inputValue(), email);
  await dialog.getByLabel("Points", { exact: true }).fill("75");
  await dialog.getByLabel(/^Reason/).fill("did not collect the parcel");
  await dialog.getByRole("button", { name: "Add entry" }).click();
  await page.getByText("Entry added. It is in force at the next check.").waitFor();

  await shop.order({ id: "after", number: "#2002", email });
  await visit(page, shop, "#/orders/after");
  await page.getByText("Held: 75 points, more than the minimum of 50.").waitFor();
  await page.getByText("did not collect the parcel").first().waitFor();

  await page.getByRole("link", { name: "Blacklist" }).click();
  await page.getByRole("searchbox").fill("fresh.buyer");
  const entry = page.locator("tr[data-entry]", { hasText: email });
  assert.match(await entry.innerText(), /\+75/);
  await entry.getByRole("button", { name: /^Remove the entry/ }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Entry added again").waitFor();
  await entry.getByRole("button", { name: /^Remove the entry/ }).click();
  await page.getByText("Entry removed").waitFor();
  assert.equal(await entry.count(), 0);

  await shop.order({ id: "last", number: "#2003", email });
  await visit(page, shop, "#/orders/last");
  await page.getByText("Approved: no entry and no rule matched.").waitFor();
});

scenario("what the server refuses stands at its field", {}, async (page) => {
  await visit(page, shop, "#/blacklist");
  await screenshot(page, "blacklist");
  await page.getByRole("button", { name: /^Add entry/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Add entry" }).click();
  await dialog.getByText("Fill in at least one field.").waitFor();
  await dialog.getByText("Say why.", { exact: false }).waitFor();
  const ip = dialog.getByLabel("IP", { exact: true });
  await ip.fill("nonsense");
  await dialog.getByLabel(/^Reason/).fill("x");
  await screenshot(page, "add-entry");
  await dialog.getByRole("button", { name: "Add entry" }).click();
  await page.waitForFunction(() => document.querySelector("#add-ip")?.getAttribute("aria-invalid") === "true");
  assert.notEqual(await page.locator("#add-ip-help").innerText(), "");
  assert.ok(await ip.evaluate((element) => element === document.activeElement), "the first refused field has the focus");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
});

scenario("text of buyers is inert: no markup, no turned direction, nothing hidden", {}, async (page) => {
  await visit(page, shop, "#/orders/hostile");
  await page.getByText(HOSTILE.template).waitFor();
  await screenshot(page, "order-hostile");
  for (const text of [HOSTILE.script, HOSTILE.image, HOSTILE.address]) await page.getByText(text, { exact: false }).first().waitFor();
  await page.locator(".hidden-char", { hasText: "U+202E" }).first().waitFor();
  for (const view of ["#/orders", "#/orders/hostile", "#/blacklist"]) {
    await visit(page, shop, view);
    const found = await page.evaluate(() => ({
      ran: globalThis.ran,
      made: document.querySelectorAll("#app script, #app img, #app [onmouseover], #app [onerror]").length,
      turning: /[\u202a-\u202e]/.test(document.body.innerText + document.title + [...document.querySelectorAll("[title], [aria-label]")].map((e) => e.title + e.ariaLabel).join("")),
    }));
    assert.deepEqual(found, { ran: undefined, made: 0, turning: false }, view);
  }
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    scenario(`axe finds nothing on any view, ${scheme}, ${width} px wide`, { scheme, width }, async (page) => {
      const views = { orders: "#/orders", empty: "#/orders?state=approved&x", order: "#/orders/held-1", passed: "#/orders/passed%2F1", hostile: "#/orders/hostile", blacklist: "#/blacklist", nothing: "#/blacklist?find=qqqq", unknown: "#/nowhere", "no-order": "#/orders/nope" };
      for (const [name, fragment] of Object.entries(views)) {
        await visit(page, shop, fragment);
        if (name === "order") await page.locator(".mail summary").first().click();
        await mustBeAccessible(page, name);
        if (["orders", "order", "blacklist"].includes(name)) await screenshot(page, `${name}-${width}-${scheme}`);
      }
      await visit(page, shop, "#/blacklist");
      await page.getByRole("button", { name: /^Add entry/ }).click();
      await page.getByRole("dialog").waitFor();
      await page.getByText("More fields").click();
      await mustBeAccessible(page, "the form of an entry");
      await screenshot(page, `add-entry-${width}-${scheme}`);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Keys" }).click();
      await page.getByRole("dialog").waitFor();
      await mustBeAccessible(page, "the keys");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.getByRole("heading", { name: "You have been signed out" }).waitFor();
      await mustBeAccessible(page, "signed out");
    });
  }
}

scenario("nothing scrolls sideways at 320 px, nor with text twice as large", { width: 320 }, async (page) => {
  const walk = async (size) => {
    for (const fragment of ["#/orders", "#/orders/held-1", "#/orders/hostile", "#/blacklist"]) {
      await visit(page, shop, fragment);
      await mustNotScrollSideways(page, `${fragment}, ${size}`);
    }
    await page.getByRole("button", { name: /^Add entry/ }).click();
    await mustNotScrollSideways(page, `the form of an entry, ${size}`);
    await page.keyboard.press("Escape");
  };
  await walk("320 px");
  await page.addInitScript(() => addEventListener("DOMContentLoaded", () => document.documentElement.style.setProperty("font-size", "200%")));
  for (const width of [1280, 640]) {
    await page.setViewportSize({ width, height: 800 });
    await page.reload();
    await walk(`${width} px with text at 200 %`);
  }
});

scenario("the buyer's name can be read at every width", {}, async (page) => {
  for (const width of [1280, 1100, 1000, 900, 820, 740, 640, 560, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const { room, cards } = await page.evaluate(() => {
      const cell = document.querySelector("td.orders-buyer");
      return { room: cell.getBoundingClientRect().width, cards: getComputedStyle(cell.parentElement).display === "grid" };
    });
    assert.ok(room >= 100, `${room} px at ${width}`);
    if (width <= 560) assert.ok(cards, `cards at ${width}`);
    if (width >= 820) assert.ok(!cards, `a table at ${width}`);
    await mustNotScrollSideways(page, `orders at ${width} px`);
  }
});

scenario("the keyboard alone goes from the list to an entry and back", {}, async (page) => {
  await settled(page);
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await page.keyboard.press("j");
  const first = await focused();
  await page.keyboard.press("j");
  const second = await focused();
  assert.notEqual(first, second);
  await page.keyboard.press("k");
  assert.equal(await focused(), first);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: second }).waitFor();
  await settled(page);
  await page.keyboard.press("b");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("jjkk");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("u");
  await page.getByRole("heading", { level: 1, name: "Orders" }).waitFor();
  assert.equal(await focused(), second, "the list opens where it was left");
  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: "Single keys are on" }).press("Space");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  assert.equal(await page.getByRole("dialog").count(), 0, "single keys can be switched off");
});

for (const scheme of ["light", "dark"]) {
  scenario(`colours can be read and focus can be seen, ${scheme}`, { scheme }, async (page) => {
    await settled(page);
    const colours = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement("i"));
      const read = (name) => {
        probe.style.color = `var(--${name})`;
        return getComputedStyle(probe).color;
      };
      const names = ["page", "surface", "sunken", "hover", "ink", "ink-2", "ink-3", "accent", "accent-ink", "accent-soft", "line-strong"];
      const tones = ["held", "marked", "bad", "away", "quiet"].flatMap((tone) => [tone, `${tone}-soft`]);
      return Object.fromEntries([...names, ...tones, "good"].map((name) => [name, read(name)]));
    });
    const least = (one, other, ratio) => assert.ok(contrast(colours[one], colours[other]) >= ratio, `${one} on ${other}: ${contrast(colours[one], colours[other]).toFixed(2)}`);
    for (const ground of ["page", "surface", "sunken", "hover", "accent-soft"]) {
      for (const ink of ["ink", "ink-2", "ink-3", "accent"]) least(ink, ground, 4.5);
    }
    for (const tone of ["held", "marked", "bad", "away", "quiet"]) for (const ground of [`${tone}-soft`, "surface", "page"]) least(tone, ground, 4.5);
    least("good", "surface", 4.5);
    least("accent-ink", "accent", 4.5);
    for (const ground of ["page", "surface"]) least("line-strong", ground, 3); // the border of a field
    await page.evaluate(() => document.body.focus());
    for (let n = 0; n < 20; n += 1) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
        return { what: document.activeElement.outerHTML.slice(0, 80), style: outlineStyle, width: Number.parseFloat(outlineWidth), color: outlineColor };
      });
      assert.ok(seen.style !== "none" && seen.width >= 2, `focus is not visible on ${seen.what}`);
      assert.ok(contrast(seen.color, colours.surface) >= 3, `focus is too faint on ${seen.what}`);
    }
  });
}

scenario("the list goes on, keeps its place, and says when the shop cannot be reached", {}, async (page) => {
  await settled(page);
  const rows = page.locator("table.orders tbody tr");
  assert.equal(await rows.count(), 50);
  await page.getByRole("button", { name: "Load more" }).click();
  await page.waitForFunction(() => document.querySelectorAll("table.orders tbody tr").length > 50);
  const numbers = await rows.locator("a[data-order]").evaluateAll((links) => links.map((link) => link.dataset.order));
  assert.equal(new Set(numbers).size, numbers.length, "no order twice");
  await page.route("**/v1/orders?*", (route) => route.abort());
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByText("Ordergate cannot be reached").waitFor();
  assert.equal(await rows.count(), numbers.length, "what is shown stays");
  await page.unroute("**/v1/orders?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Ordergate cannot be reached").waitFor({ state: "detached" });
});

scenario("nothing moves while the list loads, and the theme stays as chosen", {}, async (page) => {
  await page.addInitScript(() => {
    globalThis.moved = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (globalThis.moved += entry.value))).observe({ type: "layout-shift", buffered: true });
  });
  await page.route("**/v1/orders?*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await page.reload();
  await page.locator(".skeleton").first().waitFor();
  await settled(page);
  assert.ok((await page.evaluate(() => globalThis.moved)) < 0.01, "layout shift");
  const theme = page.getByRole("button", { name: /^Theme/ });
  await theme.click();
  await theme.click();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await page.reload();
  await settled(page);
  assert.equal(await ground(), dark);
  assert.match(await theme.getAttribute("aria-label"), /^Theme: dark/);
});

scenario("a session that ends while someone works leads to the signed-out page", {}, async (page) => {
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByRole("heading", { name: "You have been signed out" }).waitFor();
});

scenario("with reduced motion nothing moves; with forced colours nothing is lost", { reducedMotion: "reduce", forcedColors: "active" }, async (page) => {
  await visit(page, shop, "#/orders/held-1");
  await row(page, "x").count();
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  await page.getByRole("img", { name: "Held" }).waitFor();
  await screenshot(page, "order-forced-colours");
});
