// What every view owes everyone, on a shop full of hostile text: nothing of it runs, leaves its place or hides; nothing scrolls sideways; axe
// finds nothing; nothing jumps while a view loads.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { plant, STRINGS } from "./hostile.mjs";
import { launch, mustBeAccessible, mustNotScrollSideways, screenshot, signedIn, visit } from "./page.mjs";
import { startShop } from "./shop.mjs";

let browser, shop, ids, views;
before(async () => {
  browser = await launch();
  shop = await startShop();
  ({ ids, views } = await plant(shop));
});
after(async () => {
  await browser?.close();
  await shop?.stop();
});

/** A test on a signed-in page of its own. */
function walk(name, options, act) {
  test(name, { timeout: 600_000 }, () => signedIn(browser, shop, options, act));
}

/** Nothing ran, nothing became markup, no address is a script's, and no character that acts unseen is in the text. */
async function mustBeInert(page, name) {
  const found = await page.evaluate(() => {
    // What the page itself isolates is closed where it is opened; joiners and marks of direction are part of names, inside their own element.
    const bare = (text) => text.replaceAll(/\u2068[^\u202A-\u202E\u2066-\u2069]*\u2069/gu, "");
    const hidden = { test: (text) => /[\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u.test(bare(text)) };
    const marks = { test: (text) => /[\u061C\u200E\u200F]/u.test(bare(text)) };
    const wrong = [];
    if (globalThis.ran !== undefined) wrong.push("a script ran");
    for (const one of document.querySelectorAll("#app img, #app script, #app object, #app embed, #app base, #app meta, #app style")) wrong.push(`markup: ${one.outerHTML.slice(0, 80)}`);
    for (const one of document.querySelectorAll("#app *")) {
      for (const { name, value } of one.attributes) {
        if (/^on/i.test(name)) wrong.push(`a handler: ${name} of ${one.tagName}`);
        if (/^(href|src|action|formaction)$/i.test(name) && /^\s*(javascript|data|vbscript):/i.test(value)) wrong.push(`an address: ${value.slice(0, 60)}`);
        if (/^(title|aria-label|placeholder|alt)$/.test(name) && hidden.test(value)) wrong.push(`${name} of ${one.tagName}.${one.className}: ${JSON.stringify(value)}`);
      }
    }
    if (hidden.test(document.title)) wrong.push(`the title: ${JSON.stringify(document.title)}`);
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const { data, parentElement } = nodes.currentNode;
      if (marks.test(data) && !parentElement.closest("bdi, textarea, option, script, style")) wrong.push(`a mark outside of its isolate: ${parentElement.outerHTML.slice(0, 100)}`);
      if (hidden.test(data) && !parentElement.closest("script, style, textarea")) wrong.push(`text of ${parentElement.tagName}.${parentElement.className}: ${JSON.stringify(data.slice(0, 60))}`);
    }
    return [...new Set(wrong)].slice(0, 8);
  });
  assert.deepEqual(found, [], name);
  await mustNotScrollSideways(page, name);
}

/** Does it for every view, and says of all of them what is wrong. */
async function each(page, act) {
  const wrong = [];
  for (const [name, fragment] of Object.entries(views)) {
    try {
      await visit(page, shop, fragment);
      await act(name);
    } catch (error) {
      wrong.push(`${name}: ${error.message}`);
    }
  }
  assert.equal(wrong.length, 0, wrong.join("\n\n"));
}

for (const width of [1280, 360]) {
  walk(`hostile text does nothing on any view, ${width} px`, { width }, async (page) => {
    assert.ok(Object.keys(ids).length >= 20, `${Object.keys(ids).length} of ${Object.keys(STRINGS).length} strings stand in an order`);
    await each(page, async (name) => {
      if (["orders", "order, long", "order, turned", "case", "customers", "blacklist", "outbox", "holds"].includes(name)) await screenshot(page, `hostile-${name.replaceAll(/\W+/g, "-")}-${width}`);
      await mustBeInert(page, name);
    });
    for (const [name, id] of Object.entries(ids)) {
      await visit(page, shop, `#/orders/${encodeURIComponent(id)}`);
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      await mustBeInert(page, `the order of ${name}`);
    }
  });
}

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    walk(`axe finds nothing on any view, ${scheme}, ${width} px`, { scheme, width }, async (page) => {
      await each(page, (name) => mustBeAccessible(page, `${name}, ${scheme}, ${width} px`));
    });
  }
}

walk("no view scrolls sideways at 320 px, nor with text twice as large", { width: 320 }, async (page) => {
  await each(page, (name) => mustNotScrollSideways(page, `${name} at 320 px`));
  await page.addInitScript(() => addEventListener("DOMContentLoaded", () => document.documentElement.style.setProperty("font-size", "200%")));
  for (const width of [1280, 640]) {
    await page.setViewportSize({ width, height: 800 });
    await page.reload();
    await each(page, (name) => mustNotScrollSideways(page, `${name} at ${width} px with text at 200 %`));
  }
});

walk("with reduced motion nothing moves on any view, and with forced colours every button has an edge", { reducedMotion: "reduce", forcedColors: "active" }, async (page) => {
  await each(page, async (name) => {
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0, name);
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll("main .button:not(.button-plain)")]
        .filter((one) => one.checkVisibility() && getComputedStyle(one).borderStyle === "none" && getComputedStyle(one).outlineStyle === "none")
        .map((one) => one.textContent));
    assert.deepEqual(bare, [], name);
  });
});

for (const width of [1280, 360]) {
  walk(`nothing jumps while a view loads, ${width} px`, { width }, async (page) => {
    await page.addInitScript(() => {
      globalThis.moved = [];
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput, sources } of list.getEntries()) {
          if (!hadRecentInput) globalThis.moved.push([value, ...sources.map(({ node }) => (node?.outerHTML ?? "").slice(0, 60))]);
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    let asked = 0; // and not answered yet
    await page.route("**/v1/**", async (route) => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 120)); // a network there is
      await route.continue();
    });
    for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => request.url().includes("/v1/") && (asked -= 1));
    const over = [];
    for (const [name, fragment] of Object.entries(views)) {
      await page.goto("about:blank");
      await visit(page, shop, fragment);
      // What is asked for after the first answers may move things too.
      for (let calm = 0; calm < 3; calm = asked > 0 ? 0 : calm + 1) await page.waitForTimeout(50);
      const moved = await page.evaluate(() => globalThis.moved);
      const sum = moved.reduce((total, [value]) => total + value, 0);
      if (sum > 0) over.push(`${name}: ${sum.toFixed(3)} by ${moved.flatMap(([, ...nodes]) => nodes).slice(0, 3).join(" ")}`);
    }
    assert.deepEqual(over, []);
  });
}

test("mails say hostile text as text, and no subject has a second line", async () => {
  const mails = await shop.d1("SELECT kind, recipient, subject, text, html FROM outbox");
  assert.ok(mails.length > 20, `${mails.length} mails`);
  for (const { kind, recipient, subject, html } of mails) {
    assert.doesNotMatch(subject, /[\r\n\u2028\u2029\u202A-\u202E\u2066-\u2069]/u, JSON.stringify(subject));
    assert.doesNotMatch(recipient, /[\r\n,;]/);
    assert.doesNotMatch(html, /<(script|img|svg|iframe|object|b)[\s>/]|href=["']?\s*(javascript|data):|\son\w+=(?![^<]*&)/i, `${kind}: ${html.slice(0, 400)}`);
  }
});

test("a spreadsheet runs nothing of the exported entries", async () => {
  const text = await shop.send("GET", "/v1/entries/export");
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(?:,|\r?\n|$)/g)].map(([, cell]) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
  assert.ok(cells.length > 100, `${cells.length} cells`);
  for (const cell of cells) assert.ok(!/^[=+@\t\r]/.test(cell) && (!cell.startsWith("-") || /^-\d+$/.test(cell)), cell);
  assert.ok(cells.includes(`'${STRINGS.formula}`), "and the text is still there");
});

test("the page behind a mail's link says hostile text as text", async () => {
  const mails = await shop.d1("SELECT text FROM outbox WHERE kind = 'case'");
  const links = mails.flatMap(({ text }) => text.match(/\/answer\/[\w.~-]+/g) ?? []);
  assert.ok(links.length > 0);
  for (const link of links.slice(0, 12)) {
    const answer = await fetch(shop.url + link);
    const html = await answer.text();
    assert.doesNotMatch(html, /<(script|img|svg|iframe|object)[\s>/]|\son(error|load|mouseover|click|focus)=["']?globalThis(?![^<]*&)/i, html.slice(0, 600));
  }
});
