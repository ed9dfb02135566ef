// A browser on the admin page, and the asserts that every view must pass.
//
//   const browser = await launch();
//   const page = await browser.open({ width: 360, scheme: "dark" });
//   await signIn(page, shop);
//   await mustBeAccessible(page, "orders");
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

function browserPath() {
  const found = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find((file) => file && existsSync(file));
  if (!found) throw new Error("no browser: install chromium or set CHROMIUM to its path");
  return found;
}

/** One browser with an empty profile. Pages opened from it note what they complain about. */
export async function launch() {
  const browser = await chromium.launch({ executablePath: browserPath(), args: FLAGS });
  return {
    async open({ width = 1280, height = width < 600 ? 740 : 800, scheme = "light", ...more } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, locale: "en-GB", ...more });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.complaints = [];
      page.on("pageerror", (error) => page.complaints.push(`error: ${error.message}`));
      page.on("console", (message) => {
        // A refused request is an answer; a broken policy or a warning is a fault.
        if (["error", "warning"].includes(message.type()) && !message.text().startsWith("Failed to load resource")) page.complaints.push(message.text());
      });
      page.on("dialog", (dialog) => {
        page.complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      return page;
    },
    close: () => browser.close(),
  };
}

/** Opens the one-time link, presses its button, and goes to the orders. */
export async function signIn(page, shop, link) {
  await page.goto(new URL(link ?? (await shop.signInLink()), shop.url).href);
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(() => (location.hash = "#/orders"));
  await page.getByRole("heading", { name: "Orders", level: 1 }).waitFor();
}

/** A signed-in page of its own, on which something is done; in the end it must have nothing to complain about. */
export async function signedIn(browser, shop, options, act) {
  const page = await browser.open(options);
  try {
    await signIn(page, shop);
    await act(page);
    assert.deepEqual(page.complaints, []);
  } finally {
    await page.context().close();
  }
}

/** Goes to a view by its fragment and waits until it has settled. */
export async function visit(page, shop, fragment) {
  await page.goto(`${shop.url}/admin/${fragment}`);
  await settled(page);
}

/** Nothing is loading any more. What was asked for just now, by a click or a fragment, is on the screen before that is looked at. */
export async function settled(page) {
  await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done)))));
  await page.waitForFunction(() => document.querySelector("h1") && !document.querySelector("[aria-busy=true], .skeleton, .order-skeleton"));
}

/** The page has said so; the notice is put away, so that a later wait cannot take it for its own. */
export async function told(page, text) {
  const notice = page.getByRole("status").filter({ hasText: text });
  await notice.getByRole("button", { name: "Dismiss" }).click();
  await notice.waitFor({ state: "detached" });
}

export async function screenshot(page, name) {
  const folder = path.join(root, "build/screenshots");
  mkdirSync(folder, { recursive: true });
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true, animations: "disabled" });
}

/** axe finds nothing, and the page does not scroll sideways. */
export async function mustBeAccessible(page, name) {
  await page.evaluate(() => Promise.all(document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < Infinity).map((one) => one.finished)));
  await page.evaluate(axe); // evaluated from outside: the page's own policy allows no script but its own
  const violations = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
  });
  assert.deepEqual(violations, [], `axe on ${name}`);
  await mustNotScrollSideways(page, name);
}

export async function mustNotScrollSideways(page, name) {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > room + 1)
      .slice(0, 5)
      .map((element) => `${element.tagName}.${element.className.baseVal ?? element.className}`);
  });
  assert.deepEqual(wide, [], `${name} is wider than the screen`);
}

/** Relative luminance contrast of two CSS colours, as WCAG counts it. */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(css) {
  const channels = css.match(/[\d.]+/g).slice(0, 3).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
}
