// Passkeys in Chromium, with its virtual authenticator: added after the first link, and signing in without one.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, mustBeAccessible, screenshot, settled, signIn } from "./page.mjs";
import { startShop } from "./shop.mjs";

let shop, browser;
before(async () => {
  shop = await startShop();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await shop?.stop();
});

/** A page under a name, as browsers tie passkeys to one, with an authenticator in it. */
async function open(options) {
  const page = await browser.open(options);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return { page, devtools, authenticatorId };
}
const named = () => ({ ...shop, url: shop.url.replace("127.0.0.1", "localhost") });

test("after the first link a passkey is added, and from then on signs in", async () => {
  const { page, devtools, authenticatorId } = await open();
  await signIn(page, named());
  await page.getByText("You need a link to sign in.").waitFor();
  await screenshot(page, "passkey-note");
  await page.getByRole("link", { name: "Add a passkey" }).click();
  await page.getByText("You have no passkey yet.").waitFor();
  await page.getByRole("button", { name: "Add a passkey" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^What you call it/).fill("Laptop");
  await screenshot(page, "passkey-add");
  await dialog.getByRole("button", { name: "Go on" }).click();
  await page.getByText("Passkey added.").waitFor();
  await page.locator("[data-passkey]", { hasText: "Laptop" }).waitFor();
  assert.equal(await page.getByText("You need a link to sign in.").count(), 0);
  await screenshot(page, "settings-sign-in");
  const { credentials } = await devtools.send("WebAuthn.getCredentials", { authenticatorId });
  assert.deepEqual(credentials.map(({ rpId, isResidentCredential }) => [rpId, isResidentCredential]), [["localhost", true]]);

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "You have been signed out" }).waitFor();
  await screenshot(page, "signed-out-passkey");
  await mustBeAccessible(page, "signed out, with passkeys");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
  await settled(page);
  await page.goto(`${named().url}/admin/#/settings?tab=sign-in`);
  await page.locator("[data-session]").first().waitFor();
  assert.match(await page.locator("[data-passkey]").innerText(), /Laptop[\s\S]*used/);

  await page.getByRole("button", { name: /^Remove .?Laptop/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove the passkey" }).click();
  await page.getByText("You have no passkey yet.").waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByRole("alert").getByText("this passkey is not known here").waitFor();
  await page.context().close();
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    test(`axe finds nothing where one sets up the sign-in, ${scheme}, ${width} px wide`, async () => {
      const { page } = await open({ scheme, width });
      await signIn(page, named());
      await page.getByText("You need a link to sign in.").waitFor();
      await mustBeAccessible(page, "the note about passkeys");
      await screenshot(page, `passkey-note-${scheme}-${width}`);
      await page.goto(`${named().url}/admin/#/settings?tab=sign-in`);
      await page.locator("[data-session]").first().waitFor();
      await mustBeAccessible(page, "sign-in settings");
      await screenshot(page, `settings-sign-in-${scheme}-${width}`);
      await page.context().close();
    });
  }
}

test("an owner who is not verified signs in nowhere, and a second passkey of one device is not made", async () => {
  const { page, devtools, authenticatorId } = await open();
  await signIn(page, named());
  await page.goto(`${named().url}/admin/#/settings?tab=sign-in`);
  const add = async () => {
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Go on" }).click();
  };
  await add();
  await page.getByText("Passkey added.").waitFor();
  await add();
  await page.getByRole("alert").getByText("This device has a passkey of yours already.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Sign out" }).click();
  await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByRole("alert").getByText("No passkey was used.").waitFor();
  await page.context().close();
});

test("under a number instead of a name the page says why there are no passkeys, and where there are", async () => {
  const { page } = await open();
  await page.goto(`${shop.url}/admin/`);
  await page.getByText("Passkeys need a name in the address bar").waitFor();
  assert.equal(await page.getByRole("button", { name: "Sign in with a passkey" }).count(), 0);
  await page.getByRole("link", { name: /^localhost:/ }).click();
  await page.getByRole("button", { name: "Sign in with a passkey" }).waitFor();
  await page.goto(`${shop.url}/admin/sign-in`);
  await page.getByRole("heading", { name: "You are signed out" }).waitFor();
  await page.context().close();
});

test("where Cloudflare Access is set up the signed-out page leads to it", async () => {
  const page = await browser.open();
  await page.route(/\/admin\/$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace('<div id="app">', '<div id="app" data-access="true">') });
  });
  await page.goto(`${shop.url}/admin/`);
  const link = page.getByRole("link", { name: "Sign in with Cloudflare Access" });
  await link.waitFor();
  assert.equal(await link.getAttribute("href"), "/admin/sign-in");
  await mustBeAccessible(page, "signing in by Access");
  await screenshot(page, "sign-in-access");
  await page.context().close();
});
