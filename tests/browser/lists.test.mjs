// The blacklist and the allow list: preview, edit, expiry, CSV in and out.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mustBeAccessible, mustNotScrollSideways, screenshot, settled, visit } from "./page.mjs";
import { HOSTILE, LISTED, scenario, shop } from "./story.mjs";

const dialogOf = (page) => page.getByRole("dialog");
const entryRow = (page, text) => page.locator("tr[data-entry]", { hasText: text });

scenario("before an entry is saved it says which of the newest orders it would have matched", {}, async (page) => {
  for (let n = 0; n < 7; n += 1) await shop.order({ number: `#91${n}`, email: "serial@example.com" });
  await visit(page, shop, "#/blacklist");
  await page.keyboard.press("b");
  await dialogOf(page).getByText("Once the fields are filled in").waitFor();
  await dialogOf(page).getByLabel("E-mail", { exact: true }).fill("Serial+x@example.com");
  await dialogOf(page).getByText(/^Would have matched 7 of the last \d+ orders\.$/).waitFor();
  await dialogOf(page).getByText("7 of them were not stopped.").waitFor();
  assert.equal(await dialogOf(page).locator(".preview").getByRole("link", { name: /^#91\d$/ }).count(), 5);
  await dialogOf(page).getByText("and 2 more").waitFor();
  await screenshot(page, "entry-preview");
  await mustBeAccessible(page, "the preview of an entry");
  await dialogOf(page).getByLabel("City", { exact: true }).fill("Nowhere");
  await dialogOf(page).getByText(/^Would have matched none of the last/).waitFor();
});

scenario("an entry is edited: its reason, points and expiry", {}, async (page) => {
  await shop.entry({ fields: { phone: "+48 600 700 800" }, points: 10, reason: "first words" });
  await visit(page, shop, "#/blacklist");
  await entryRow(page, "first words").getByRole("button", { name: /^Edit the entry/ }).click();
  const dialog = page.getByRole("dialog", { name: "Edit the entry" });
  assert.equal(await dialog.getByLabel("Phone", { exact: true }).inputValue(), "+48 600 700 800");
  assert.match(await dialog.getByLabel("Expires").locator("option:checked").innerText(), /as it is$/);
  await dialog.getByLabel("Points", { exact: true }).fill("-5");
  await dialog.getByLabel(/^Reason/).fill("other words");
  await dialog.getByLabel("Expires").selectOption("never");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByText("Entry changed.").waitFor();
  assert.match(await entryRow(page, "other words").innerText(), /-5[\s\S]*Never/);
  await page.reload();
  await settled(page);
  await entryRow(page, "other words").waitFor();
  assert.equal(await entryRow(page, "first words").count(), 0);
});

scenario("the allow list is a list of its own; an allow entry lets an order pass", {}, async (page) => {
  await visit(page, shop, "#/blacklist");
  await page.getByRole("link", { name: "Allow list" }).click();
  await page.getByText("The allow list is empty").waitFor();
  await mustBeAccessible(page, "an empty allow list");
  await page.keyboard.press("b");
  const dialog = page.getByRole("dialog", { name: "Add to the allow list" });
  await dialog.getByLabel("E-mail", { exact: true }).fill(LISTED);
  await dialog.getByLabel(/^Reason/).fill("our best customer");
  await dialog.getByRole("button", { name: "Add entry" }).click();
  await dialog.locator("[data-pointer='/effect'][aria-invalid=true]").waitFor();
  await dialog.getByLabel("IP", { exact: true }).fill("198.51.100.99");
  await dialog.getByRole("button", { name: "Add entry" }).click();
  await entryRow(page, "our best customer").waitFor();
  await shop.order({ id: "let-pass", number: "#9200", email: LISTED, ip: "198.51.100.99" });
  await visit(page, shop, "#/orders/let-pass");
  await page.getByText("an allow entry matched", { exact: false }).first().waitFor();
  await visit(page, shop, "#/blacklist");
  assert.equal(await entryRow(page, "our best customer").count(), 0);
});

scenario("a CSV file is looked through first, mended, imported, and exported with formulas disarmed", {}, async (page) => {
  await visit(page, shop, "#/blacklist");
  await page.getByRole("button", { name: "Import…" }).click();
  const dialog = page.getByRole("dialog", { name: "Import entries" });
  const choose = (lines) => dialog.getByLabel("File", { exact: true }).setInputFiles({ name: "entries.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
  await dialog.getByRole("button", { name: "Look through the file" }).click();
  await choose(["email,ip,points,reason", "csv1@example.com,,20,from the file", ",nonsense,20,from the file", `csv2@example.com,,20,"${HOSTILE.image}"`]);
  await dialog.getByRole("button", { name: "Look through the file" }).click();
  await dialog.getByText("2 new, 0 changed, 0 the same, 1 invalid.").waitFor();
  assert.match(await dialog.locator(".import-lines li").first().innerText(), /Line 3: invalid.*IP: .nonsense. is not an IP address/);
  await screenshot(page, "import");
  await mustBeAccessible(page, "an import");
  await choose(["email,points,reason", "csv1@example.com,20,=1+1", `csv2@example.com,20,"${HOSTILE.image}"`]);
  await dialog.getByRole("button", { name: "Look through the file" }).click();
  await dialog.getByText("2 new, 0 changed, 0 the same, 0 invalid.").waitFor();
  await dialog.getByText("Nothing has been changed yet.").waitFor();
  await dialog.getByRole("button", { name: "Import 2 entries" }).click();
  await page.getByText("2 entries imported.").waitFor();
  await entryRow(page, "csv1@example.com").waitFor();
  await entryRow(page, HOSTILE.image).first().waitFor();
  assert.equal(await page.locator("#app img").count(), 0);
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export" }).click();
  const text = readFileSync(await (await waiting).path(), "utf8");
  assert.match(text, /csv1@example\.com/);
  assert.doesNotMatch(text, /(^|,)"?=1\+1/m, "a spreadsheet does not run it");
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    scenario(`both lists can be read by everyone, ${scheme}, ${width} px`, { scheme, width }, async (page) => {
      for (const list of ["", "?list=allow_list"]) {
        await page.setViewportSize({ width, height: 800 });
        await visit(page, shop, `#/blacklist${list}`);
        await mustBeAccessible(page, "a list");
        await screenshot(page, `${list ? "allow-list" : "blacklist"}-${width}-${scheme}`);
        await page.setViewportSize({ width: 320, height: 700 });
        await mustNotScrollSideways(page, "a list at 320 px");
      }
    });
  }
}
