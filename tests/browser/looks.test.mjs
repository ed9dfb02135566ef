// How the admin page looks and feels to everyone: accessibility, widths, colours, motion.
import assert from "node:assert/strict";
import { contrast, mustBeAccessible, mustNotScrollSideways, screenshot, settled, visit } from "./page.mjs";
import { scenario, shop } from "./story.mjs";

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    scenario(`axe finds nothing on any view, ${scheme}, ${width} px wide`, { scheme, width }, async (page) => {
      const views = {
        orders: "#/orders", order: "#/orders/held-1", passed: "#/orders/passed%2F1", hostile: "#/orders/hostile", "no-order": "#/orders/nope",
        blacklist: "#/blacklist", nothing: "#/blacklist?find=qqqq", unknown: "#/nowhere",
      };
      for (const [name, fragment] of Object.entries(views)) {
        await visit(page, shop, fragment);
        if (name === "order") await page.locator(".mail summary").first().click();
        await mustBeAccessible(page, name);
        if (["orders", "order", "blacklist"].includes(name)) await screenshot(page, `${name}-${width}-${scheme}`);
      }
      await page.route("**/v1/orders?*", (route) => route.fulfill({ json: { data: [], next: null } }));
      for (const filter of ["held", "not_checked"]) {
        await visit(page, shop, `#/orders?state=${filter}`);
        await page.getByRole("link", { name: "Show all" }).waitFor();
        await mustBeAccessible(page, `no order that is ${filter}`);
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

scenario("nothing moves while the list loads, and the theme stays as chosen", {}, async (page) => {
  await page.addInitScript(() => {
    globalThis.moved = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (globalThis.moved += entry.value))).observe({ type: "layout-shift", buffered: true });
  });
  let answer;
  const seen = new Promise((resolve) => (answer = resolve));
  await page.route("**/v1/orders?*", async (route) => {
    await seen;
    await route.continue();
  });
  await page.reload();
  await page.locator(".skeleton").first().waitFor();
  answer();
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

scenario("with reduced motion nothing moves; with forced colours nothing is lost", { reducedMotion: "reduce", forcedColors: "active" }, async (page) => {
  await visit(page, shop, "#/orders/held-1");
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  await page.getByRole("img", { name: "Held" }).waitFor();
  await screenshot(page, "order-forced-colours");
});
