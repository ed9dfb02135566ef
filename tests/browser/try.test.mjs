// The page to try before installing, on a plain static server without the Worker: what a merchant sees of a file, and that nothing is sent.
import assert from "node:assert/strict";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { after, before, test } from "node:test";
import { sample, sampleBlacklist } from "../../www/try/sample.ts";
import { launch, mustBeAccessible, mustNotScrollSideways, root, screenshot } from "./page.mjs";
import { startShop } from "./shop.mjs";

const folder = path.join(root, "build/www/try");
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
let server;
let browser;
let url;

before(async () => {
  // Under a path of its own, as on a host that serves other things too.
  server = createServer((request, response) => {
    const name = path.basename(request.url === "/some/where/" ? "index.html" : request.url);
    const file = path.join(folder, name);
    if (!request.url.startsWith("/some/where/") || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[path.extname(name)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${server.address().port}/some/where/`;
  browser = await launch();
});

after(async () => {
  await browser.close();
  server.close();
});

/** The page, loaded; from then on every request is a fault. */
async function open(options = {}, address = url) {
  const page = await browser.open(options);
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset.engine === "ready");
  page.context().on("request", (request) => {
    if (!/^(blob|data):/.test(request.url())) page.complaints.push(`a request after load: ${request.method()} ${request.url()}`);
  });
  return page;
}

function scenario(name, options, run) {
  test(name, { timeout: 120_000 }, async () => {
    const page = await open(options);
    try {
      await run(page);
      assert.deepEqual(page.complaints, []);
    } finally {
      await page.context().close();
    }
  });
}

const csv = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const choose = (page, file) => page.getByLabel(/^Choose (a|another) file of orders$/).setInputFiles(file);
const figure = (page, name) => page.locator(".tile", { has: page.getByText(name, { exact: true }) }).locator("dd").first().innerText();
const rows = (page) => page.locator(".orders tbody tr:not(.detail)");
const tab = (page, name) => page.getByRole("tab", { name });
const checked = (page) => page.locator(".tiles").waitFor({ timeout: 60_000 });

const SHOPIFY = [
  "Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Billing Address1,Billing City,Billing Zip,Billing Country,Billing Phone,Shipping Name,Shipping Country,Cancelled at,Payment Method,Id",
  "#1,jan@example.com,voided,PLN,100.00,2026-11-01 10:00:00 +0100,1,Mug,100.00,Jan Nowak,Polna 1,Opole,'45-001,PL,'+48600100200,Jan Nowak,PL,2026-11-05 10:00:00 +0100,Cash on Delivery (COD),9001",
  "#2,j.nowak@example.com,pending,PLN,900.00,2026-11-10 10:00:00 +0100,1,Lamp,450.00,Jan Nowak,Polna 1,Opole,45-001,PL,600 100 200,Jan Nowak,DE,,Cash on Delivery (COD),9002",
  "#2,,,,,2026-11-10 10:00:00 +0100,2,Cap,225.00,,,,,,,,,,,",
  "#3,anna@example.com,paid,PLN,soon,2026-11-11 10:00:00 +0100,1,Mug,100.00,Anna Lis,Leśna 2,Łódź,90-001,PL,,Anna Lis,PL,,Stripe,9003",
  "#4,ewa@mailinator.com,paid,PLN,60.00,2026-11-12 10:00:00 +0100,1,Mug,60.00,\"=HYPERLINK(\"\"http://x\"\")\u202e\",Leśna 3,Łódź,90-001,PL,,Ewa Lis,PL,,Stripe,9004",
].join("\n");

scenario("a merchant drops Shopify's export and sees what would have been held, and why", {}, async (page) => {
  await choose(page, csv("orders_export.csv", `\ufeff${SHOPIFY.replaceAll("\n", "\r\n")}\r\n`));
  await checked(page);
  await page.getByText("Recognised as Shopify's export; 20 of 20 columns read").waitFor();
  assert.equal(await figure(page, "Orders"), "3");
  assert.equal(await figure(page, "Would be held"), "1");
  assert.equal(await figure(page, "Money in held orders"), "900.00\u00a0PLN");
  assert.equal(await figure(page, "Parcels not taken"), "1");
  assert.equal(await figure(page, "Rows left out"), "1");
  // 20 for a large first order on delivery, 20 for the other country, 35 for the parcel that the same phone left.
  assert.match(await rows(page).innerText(), /#2[\s\S]*Jan Nowak[\s\S]*900\.00\sPLN[\s\S]*75/);
  assert.match(await rows(page).innerText(), /Parcels left unclaimed before\s+\+35/);
  await page.getByRole("button", { name: "#2" }).click();
  await page.getByText("1 in 24 hours").waitFor({ state: "detached" });
  await page.getByText("0 in 24 hours, 1 in 30 days, 1 not taken, before this order").waitFor();
  await page.getByText("2 × Cap").waitFor();
  await tab(page, "Not taken").click();
  assert.match(await rows(page).innerText(), /#1[\s\S]*Parcel not taken/);
  await tab(page, "Shared identities").click();
  await page.getByRole("button", { name: /^Phone/ }).click();
  assert.match(await page.locator(".shared tbody").innerText(), /600 100 200\s*2\s*2\s*1/);
  await page.getByRole("button", { name: "600 100 200" }).click();
  await page.locator(".group-orders").getByText("#1").waitFor();
  await tab(page, "Rules").click();
  await page.getByText("Not tried: it asks for the checkout's proof").waitFor();
  await tab(page, "Rows left out").click();
  assert.match(await page.locator(".bad tbody").innerText(), /^5\s+total: `soon`: must be a decimal number/);
});

scenario("a file is dropped with the network gone, and everything works all the same", {}, async (page) => {
  await page.context().setOffline(true);
  const dataTransfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "orders_export.csv", { type: "text/csv" }));
    return transfer;
  }, SHOPIFY);
  await page.dispatchEvent(".page", "dragover", { dataTransfer });
  await page.locator(".page[data-over]").waitFor();
  await page.dispatchEvent(".page", "drop", { dataTransfer });
  await checked(page);
  assert.equal(await page.locator(".page[data-over]").count(), 0);
  assert.equal(await figure(page, "Would be held"), "1");
  await page.getByRole("button", { name: "#2" }).click();
  await page.getByText("2 × Cap").waitFor();
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as CSV" }).click()]);
  assert.match(readFileSync(await saved.path(), "utf8"), /^#2,3,/m);
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("heading", { name: "Which of your past orders" }).waitFor();
});

scenario("another minimum changes the list at once, and the result can be saved, with no formula in it", {}, async (page) => {
  await choose(page, csv("orders_export.csv", SHOPIFY));
  await checked(page);
  await page.getByLabel("Hold an order with more than").fill("24");
  assert.equal(await figure(page, "Would be held"), "2");
  assert.equal(await rows(page).count(), 2);
  assert.match(await rows(page).nth(1).innerText(), /=HYPERLINK\("http:\/\/x"\)\s*U\+202E/, "what a buyer typed is shown, not obeyed");
  await page.getByLabel("Hold an order with more than").fill("75");
  assert.equal(await figure(page, "Would be held"), "0");
  await page.getByText("No order has more than 75 points.").waitFor();
  await page.getByRole("button", { name: "Back to 50" }).click();
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as CSV" }).click()]);
  const text = readFileSync(await saved.path(), "utf8").split("\n");
  assert.equal(text[0], "order,line,placed_at,total,currency,name,email,to,status,points,held,unclaimed,reasons");
  assert.match(text[1], /^#2,3,2026-11-10T09:00:00Z,900\.00,PLN,Jan Nowak,j\.nowak@example\.com,DE,pending,75,yes,no,/);
  assert.match(text[2], /^#4,6,[^"]*"'=HYPERLINK\(""http:\/\/x""\)/, "a spreadsheet shows it as text");
});

scenario("a blacklist is tried with the orders, and taken away again", {}, async (page) => {
  await choose(page, csv("orders_export.csv", SHOPIFY));
  await checked(page);
  await page.getByLabel("Add a blacklist as CSV").setInputFiles(csv("bad.csv", "email,points,reason\newa@mailinator.com,60,chargeback\n,,nobody\n"));
  await page.waitForFunction(() => document.querySelector(".tile[data-tone=held] dd").textContent === "2");
  assert.match(await rows(page).first().innerText(), /#4[\s\S]*85[\s\S]*chargeback\s+\+60/);
  await page.getByRole("button", { name: "#4" }).click();
  await page.getByText("E-mail matches", { exact: true }).waitFor();
  await tab(page, "Rows left out").click();
  await page.getByText("Blacklist: 1 row left out").waitFor();
  await page.getByRole("button", { name: "Take the blacklist away" }).click();
  await page.waitForFunction(() => document.querySelector(".tile[data-tone=held] dd").textContent === "1");
});

scenario("columns that nobody knows are named by hand, in an encoding of the last century", {}, async (page) => {
  const text = "Nr;Kiedy;Kwota;Klient;Adres;Miasto;Wysylka\n1;03/04/2026 10:00;1 200,50;Łukasz Żak;jan@mailinator.com;Łódź;DE\n2;24/11/2026 11:00;20,00;Ewa Lis;ewa@example.com;Opole;PL\n";
  const polish = { Ł: 0xa3, ó: 0xf3, d: 0x64, ź: 0x9f, Ż: 0xaf };
  await choose(page, { name: "zamowienia.csv", mimeType: "text/csv", buffer: Buffer.from([...text].map((letter) => polish[letter] ?? letter.charCodeAt(0))) });
  await page.getByText("Say which column holds").waitFor();
  assert.equal(await page.locator(".tiles").count(), 0);
  await page.getByLabel("Encoding of the file").selectOption("windows-1250");
  const readAs = (column, field) => page.getByLabel(`${column} is read as`).selectOption(field);
  await readAs("Nr", "id");
  await readAs("Kiedy", "placed_at");
  await readAs("Kwota", "total");
  await readAs("Klient", "billing.name");
  await readAs("Adres", "email");
  await readAs("Miasto", "billing.city");
  await page.getByLabel("Dates such as 03/04/2026").selectOption("day");
  await page.getByLabel("Currency of orders that name none").selectOption("PLN");
  await checked(page);
  assert.match(await page.locator(".tile").first().innerText(), /2\s+3 Apr 2026 to 24 Nov 2026/);
  await tab(page, "With any reason").click();
  assert.match(await rows(page).innerText(), /Łukasz Żak[\s\S]*Łódź[\s\S]*1,200\.50\sPLN[\s\S]*Disposable e-mail address\s+\+25/);
});

scenario("files that are none are told in words, and the next one works", {}, async (page) => {
  for (const [text, says] of [["", /the file is empty/], ["email,points\nx,1\n", /Say which column holds order id, placed at, currency, total/]]) {
    await choose(page, csv("none.csv", text));
    await page.getByText(says).waitFor();
  }
  await choose(page, csv("orders_export.csv", SHOPIFY));
  await checked(page);
});

scenario("ten thousand rows are quick, and the page stays alive meanwhile", {}, async (page) => {
  const text = sample(10_000);
  const begin = performance.now();
  await choose(page, csv("many.csv", text));
  await checked(page);
  const took = performance.now() - begin;
  assert.equal(await figure(page, "Orders"), "10,000");
  assert.ok(took < 10_000, `${took} ms`);
  assert.ok(Number(await figure(page, "Would be held")) > 20);
  assert.equal(await rows(page).count(), 50);
  await page.getByRole("button", { name: "Show more" }).click();
  assert.ok((await rows(page).count()) > 50);
});

scenario("everything can be done with the keyboard", {}, async (page) => {
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter"); // Use made-up orders
  await checked(page);
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await tab(page, "Held").focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-selected")), "true");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^With any reason/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("tr.detail").waitFor();
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    scenario(`axe finds nothing, ${scheme}, ${width} px wide`, { scheme, width }, async (page) => {
      await mustBeAccessible(page, "before there is a file");
      await screenshot(page, `try-start-${width}-${scheme}`);
      await page.getByRole("button", { name: "Use made-up orders" }).click();
      await checked(page);
      await rows(page).first().getByRole("button").click();
      await page.locator(".json").waitFor();
      await mustBeAccessible(page, "the result");
      await screenshot(page, `try-result-${width}-${scheme}`);
      await page.getByRole("button", { name: "Columns" }).click();
      await mustBeAccessible(page, "the columns");
      await screenshot(page, `try-columns-${width}-${scheme}`);
      await page.getByRole("button", { name: "Columns" }).click();
      for (const name of ["Shared identities", "Rules", "Rows left out"]) {
        await tab(page, name).click();
        if (name === "Shared identities") await page.locator(".shared .opener").first().click();
        await mustBeAccessible(page, name);
        if (name !== "Rows left out") await screenshot(page, `try-${name.toLowerCase().replaceAll(" ", "-")}-${width}-${scheme}`);
      }
      await page.setViewportSize({ width: 820, height: 900 });
      await mustNotScrollSideways(page, "at 820 px");
      await page.setViewportSize({ width: 320, height: 700 });
      await mustNotScrollSideways(page, "at 320 px");
    });
  }
}

test("the Worker serves it too, under its own policy", { timeout: 120_000 }, async () => {
  const shop = await startShop();
  const page = await open({}, `${shop.url}/try`);
  try {
    await choose(page, csv("made-up.csv", sample(500)));
    await page.getByLabel("Add a blacklist as CSV").setInputFiles(csv("bad.csv", sampleBlacklist));
    await checked(page);
    assert.equal(await figure(page, "Orders"), "500");
    assert.deepEqual(page.complaints, []);
  } finally {
    await page.context().close();
    await shop.stop();
  }
});
