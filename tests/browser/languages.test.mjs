// The admin page in each of its languages: chosen by the browser's, or by hand, and nothing is too long for a small screen.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { launch, mustBeAccessible, mustNotScrollSideways, screenshot, settled } from "./page.mjs";
import { startShop } from "./shop.mjs";

const LANGUAGES = [["pl-PL", "pl", "Ustawienia"], ["pt-PT", "pt-BR", "Configurações"], ["tr-TR", "tr", "Ayarlar"], ["it-CH", "it", "Impostazioni"], ["cs-CZ", "en", "Settings"]];
const VIEWS = ["#/today", "#/cases", "#/holds", "#/orders?decision=review&points=1", "#/orders/one", "#/customers", "#/blacklist", "#/rules", "#/contacts", "#/outbox", "#/settings", "#/install"];

describe("languages", () => {
  let browser;
  let shop;
  before(async () => {
    [browser, shop] = [await launch(), await startShop()];
    await shop.entry({ fields: { email: "listed@example.com" }, effect: "hold", reason: "chargeback in May" });
    await shop.order({ id: "one", number: "#1001", email: "listed@example.com" });
    await shop.order({ id: "two", number: "#1002", email: "good@example.com" });
    await shop.send("POST", "/v1/orders/two/status", { status: "fraud", comment: "the card was stolen" });
  });
  after(async () => {
    await browser?.close();
    await shop?.stop();
  });

  const open = async (options) => {
    const page = await browser.open(options);
    await page.goto(shop.url + (await shop.signInLink()));
    await page.getByRole("button", { name: /sign in/i }).click();
    await page.locator("#main h1").waitFor();
    return page;
  };

  for (const [locale, language, settings] of LANGUAGES) {
    test(`a browser of ${locale} reads ${language}, every view fits 360 px`, async () => {
      const page = await open({ locale, width: 360 });
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      for (const view of VIEWS) {
        await page.evaluate((to) => (location.hash = to), view);
        await settled(page);
        await mustNotScrollSideways(page, `${view} in ${language}`);
      }
      await page.evaluate(() => (location.hash = "#/settings"));
      await page.getByRole("heading", { name: settings, level: 1 }).waitFor();
      await page.evaluate(() => (location.hash = "#/holds"));
      await settled(page);
      await mustBeAccessible(page, `the holds in ${language}`);
      await screenshot(page, `language-${language}-360`);
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }

  test("another language is chosen by hand and stays", async () => {
    const page = await open({ width: 1280 });
    await page.getByRole("combobox", { name: "Language" }).selectOption("tr");
    await page.getByRole("link", { name: "Ayarlar" }).waitFor();
    await page.reload();
    await page.getByRole("link", { name: "Ayarlar" }).waitFor();
    await page.evaluate(() => (location.hash = "#/orders/one"));
    await settled(page);
    await mustBeAccessible(page, "an order in Turkish");
    await screenshot(page, "language-tr-order");
  });

  test("a customer in Polish; a file for Polish spreadsheets has semicolons between cells and commas in amounts", async () => {
    const page = await open({ locale: "pl-PL", width: 1280, acceptDownloads: true });
    const { customer } = (await shop.send("GET", "/v1/orders/one")).order;
    await page.evaluate((to) => (location.hash = to), `#/customers/${encodeURIComponent(customer)}`);
    await settled(page);
    await page.getByText(/^Teraz zostałby wstrzymany/).waitFor();
    await mustBeAccessible(page, "a customer in Polish");
    await screenshot(page, "language-pl-customer");
    await page.evaluate(() => (location.hash = "#/orders/one"));
    await page.getByText("Zweryfikuj, 0 punktów · Dopasowania: 1 · Migawka 1").waitFor();
    await page.evaluate(() => (location.hash = "#/orders"));
    await settled(page);
    await page.getByRole("button", { name: "Eksportuj…" }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Zapisz plik" }).click()]);
    const [head, ...lines] = readFileSync(await download.path(), "utf8").slice(1).trim().split("\r\n");
    assert.match(head, /^Zamówienie;Id;Platforma;Złożono;Kupujący;/);
    assert.match(lines.find((line) => line.includes("#1001")), /^#1001;one;API;[^;]+;Anna Zielińska;Poznań;Polska;120,50;PLN;Wstrzymane;tak;/);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
});
