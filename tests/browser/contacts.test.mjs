// A merchant says who is told, sends a test mail, and sees when mails do not arrive.
import assert from "node:assert/strict";
import { mustBeAccessible, mustNotScrollSideways, screenshot, settled, visit } from "./page.mjs";
import { HOSTILE, scenario, shop } from "./story.mjs";

const contact = (page, email) => page.locator(`li[data-contact="${email}"]`);

scenario("a contact is added with a language and what it hears of, tested, changed, removed and taken back", {}, async (page) => {
  await page.getByRole("link", { name: "Contacts" }).click();
  await settled(page);
  await contact(page, "warehouse@shop.example").waitFor();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: "New contact" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("Say who it is.").waitFor();
  await dialog.getByLabel(/^Name/).fill("Ola");
  await dialog.getByLabel(/^E-mail/).fill("ola@shop example");
  await dialog.getByRole("combobox", { name: "Language" }).selectOption("Polish");
  await dialog.getByRole("checkbox", { name: /^Cases/ }).uncheck();
  await dialog.getByRole("combobox", { name: "Marked orders" }).selectOption("digest");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("is not an e-mail address").waitFor();
  assert.ok(await dialog.getByLabel(/^E-mail/).evaluate((field) => field === document.activeElement));
  await screenshot(page, "contact-form");
  await mustBeAccessible(page, "the form of a contact");
  await dialog.getByLabel(/^E-mail/).fill("ola@shop.example");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByText("Contact saved").waitFor();
  const ola = contact(page, "ola@shop.example");
  assert.match(await ola.innerText(), /Ola[\s\S]*Held orders\s+Marked orders, digest\s+Polish/);

  await ola.getByRole("button", { name: "Send test mail" }).click();
  await ola.getByText("Written").waitFor();
  await ola.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel(/^Second channel/).fill("http://shop.example/hook");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByText("https").last().waitFor();
  await page.getByLabel(/^Second channel/).fill("https://hooks.shop.example/ordergate");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  const secret = page.getByRole("dialog", { name: "Secret of the second channel" });
  assert.match(await secret.locator("code").innerText(), /^whsec_/);
  await mustBeAccessible(page, "a secret");
  await secret.getByRole("button", { name: "I have kept it" }).click();
  await ola.getByText(/hooks\.shop\.example/).waitFor();
  assert.equal(await page.getByText("whsec_").count(), 0, "the secret is not shown again");

  await ola.getByRole("button", { name: /^Remove/ }).click();
  await ola.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("dialog", { name: "Secret of the second channel" }).getByRole("button", { name: "I have kept it" }).click();
  await ola.waitFor();
});

scenario("a contact whose mails come back is shown as such", {}, async (page) => {
  await page.route("**/v1/contacts", async (route) => {
    const response = await route.fetch();
    const { data } = await response.json();
    data[0].bounced = { at: new Date(Date.now() - 7_200_000).toISOString(), reason: `mailbox full ${HOSTILE.script}` };
    await route.fulfill({ response, json: { data, next: null } });
  });
  await visit(page, shop, "#/contacts");
  await page.getByText("Mails to a contact come back.").waitFor();
  await page.getByText("mailbox full", { exact: false }).waitFor();
  await screenshot(page, "contacts-bounced");
  await mustBeAccessible(page, "a contact whose mails come back");
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    scenario(`contacts can be read by everyone, ${scheme}, ${width} px`, { scheme, width }, async (page) => {
      await visit(page, shop, "#/contacts");
      await contact(page, "warehouse@shop.example").waitFor();
      await mustBeAccessible(page, "contacts");
      await screenshot(page, `contacts-${width}-${scheme}`);
      await page.setViewportSize({ width: 320, height: 700 });
      await mustNotScrollSideways(page, "contacts at 320 px");
      await page.route("**/v1/contacts", (route) => route.fulfill({ json: { data: [], next: null } }));
      await page.getByRole("button", { name: "Refresh" }).click();
      await page.getByText("Nobody is told yet").waitFor();
      await mustBeAccessible(page, "no contacts");
    });
  }
}
