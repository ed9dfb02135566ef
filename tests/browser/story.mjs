// The shop of every browser test: its blacklist, its orders, and a merchant who signs in.
//
// A test file that imports this gets its own browser and Worker before its first test, and loses them after its last.
import { after, before, test } from "node:test";
import { launch, signedIn } from "./page.mjs";
import { startShop } from "./shop.mjs";

export const LISTED = "bad.buyer@example.com";
const PLACE = { first_name: "Jan", last_name: "Kowalski", street: "ul. Długa 12/4", postcode: "50-001", city: "Wrocław", country: "PL" };
export const HOSTILE = {
  script: "<script>globalThis.ran = 1</script>",
  image: "<img src=x onerror='globalThis.ran = 1'>",
  attribute: '" onmouseover="globalThis.ran=1" x="',
  turned: "\u2069\u202Eanna\u202C",
  template: "{{7*7}} ${7*7} =1+1",
  address: "javascript:globalThis.ran=1",
};

export let browser, shop;
let begun;
/** The shop is there: what a file adds to it waits for this in its own `before`. */
export const ready = new Promise((resolve) => (begun = resolve));

before(async () => {
  browser = await launch();
  shop = await startShop();
  await shop.entry({ fields: { email: LISTED }, effect: "points", points: 60, reason: "chargeback in May" });
  await shop.entry({ fields: { ip: "203.0.113.0/24", city: "Wroclaw" }, reason: "unpaid parcels" });
  await shop.entry({ fields: { last_name: HOSTILE.script, city: HOSTILE.turned }, reason: HOSTILE.image });
  for (let n = 0; n < 52; n += 1) await shop.order({});
  await shop.order({ id: "hostile", number: HOSTILE.attribute, email: "hostile@example.com", place: { first_name: HOSTILE.turned, last_name: HOSTILE.script, city: HOSTILE.turned, street: HOSTILE.image, company: HOSTILE.address }, lines: [{ sku: HOSTILE.attribute, product: HOSTILE.template, quantity: 1, price: "120.50" }] });
  await shop.order({ id: "passed/1", number: "#1001" });
  await shop.order({ id: "marked-1", number: "#1002", ip: "203.0.113.9", place: PLACE });
  await shop.order({ id: "held-1", number: "#1003", email: LISTED, ip: "203.0.113.9", place: PLACE });
  await shop.unreadableOrder("1004");
  begun();
});

after(async () => {
  await browser?.close();
  await shop?.stop();
});

/** A test on a signed-in page of its own. */
export function scenario(name, options, act) {
  test(name, () => signedIn(browser, shop, options, act));
}

/** The row of an order in the list. */
export const row = (page, number) => page.locator("table.orders tbody tr", { hasText: number });
