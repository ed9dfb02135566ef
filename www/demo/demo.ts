// The demo shop: a basket in this browser, a checkout form that embeds the storefront package by its script tag, five languages.
import catalogue from "./products.json";
import { art } from "./art";
import { LANGUAGES, word, type Language } from "./words";
import type { Hint } from "../../crates/storefront/js/types/index";

type Cart = Record<string, number>;

const find = <T extends HTMLElement>(selector: string): T | null => document.querySelector<T>(selector);
const stored = <T>(name: string, otherwise: T): T => {
  try {
    return JSON.parse(localStorage.getItem(`morela-${name}`) ?? "null") as T ?? otherwise;
  } catch {
    return otherwise;
  }
};
const store = (name: string, value: unknown): void => localStorage.setItem(`morela-${name}`, JSON.stringify(value));

let language: Language = stored<Language>("language", (Object.keys(LANGUAGES) as Language[]).find((one) => navigator.language.startsWith(one.slice(0, 2))) ?? "en");
let cart = stored<Cart>("cart", {});
let hints: Hint[] = [];

const money = (amount: number): string => new Intl.NumberFormat(language, { style: "currency", currency: "PLN" }).format(amount);
const lines = () => catalogue.filter((product) => cart[product.sku]).map((product) => ({ ...product, quantity: cart[product.sku] ?? 0 }));
const total = (): number => lines().reduce((sum, line) => sum + Number(line.price) * line.quantity, 0);

/** Puts every word of the page in the chosen language. */
function speak(): void {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll<HTMLElement>("[data-t]")) element.textContent = word(element.dataset["t"] ?? "", language);
  const count = find("#count");
  if (count) count.textContent = String(Object.values(cart).reduce((sum, one) => sum + one, 0));
  const products = find("#products");
  if (products) products.replaceChildren(...catalogue.map(card));
  showLines();
  showHints();
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, text = "", attributes: Record<string, string> = {}): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function card(product: (typeof catalogue)[number]): HTMLElement {
  const item = element("li", "", { class: "product" });
  const add = element("button", word("add", language), { type: "button", "aria-label": `${word("add", language)}: ${word(product.sku, language)}` });
  add.addEventListener("click", () => {
    cart = { ...cart, [product.sku]: (cart[product.sku] ?? 0) + 1 };
    store("cart", cart);
    speak();
    document.querySelector<HTMLElement>(`[data-sku="${product.sku}"] button`)?.focus();
  });
  item.dataset["sku"] = product.sku;
  item.append(art(product.art), element("h2", word(product.sku, language)), element("p", money(Number(product.price)), { class: "price" }), add);
  return item;
}

function showLines(): void {
  const list = find("#lines");
  const sum = find("#total");
  if (!list || !sum) return;
  list.replaceChildren(...lines().map((line) => {
    const item = element("li");
    item.append(element("span", `${line.quantity} × ${word(line.sku, language)}`), element("span", money(Number(line.price) * line.quantity)));
    return item;
  }));
  if (lines().length === 0) list.append(element("li", word("empty", language)));
  sum.textContent = money(total());
}

/** What the engine says of the buyer's own typing, beside the field it is about. */
function showHints(): void {
  for (const field of ["email", "postcode"]) {
    const place = find(`#hint-${field}`);
    const hint = hints.find((one) => one.field.endsWith(field));
    if (!place) continue;
    if (!hint) place.replaceChildren();
    else if (hint.suggestion) {
      const suggestion = hint.suggestion;
      const use = element("button", word("did-you-mean", language, suggestion), { type: "button" });
      use.addEventListener("click", () => fill({ billing_email: suggestion }));
      place.replaceChildren(use);
    } else place.replaceChildren(word(hint.kind === "disposable_email" ? "lasting-email" : "odd-postcode", language));
  }
}

/** Quiet friction: what a public rule hides is not offered. */
function offer(hide: string[]): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[name=payment_method]")) {
    const hidden = hide.includes(input.value);
    input.disabled = hidden;
    const choice = input.closest("label");
    if (choice) choice.hidden = hidden;
    if (hidden && input.checked) {
      const other = document.querySelector<HTMLInputElement>("input[name=payment_method]:not(:disabled)");
      if (other) other.checked = true;
    }
  }
}

const BUYERS: Record<string, Record<string, string>> = {
  ordinary: {
    billing_email: "anna.nowak@poczta.example", billing_phone: "+48 601 234 567", billing_first_name: "Anna", billing_last_name: "Nowak",
    billing_address_1: "ul. Lipowa 7", billing_postcode: "50-123", billing_city: "Wrocław", billing_country: "PL",
  },
  listed: {
    billing_email: "renata.c@poczta.example", billing_phone: "+48 602 555 010", billing_first_name: "Renata", billing_last_name: "Czarnecka",
    billing_address_1: "ul. Morska 12/3", billing_postcode: "81-222", billing_city: "Gdynia", billing_country: "PL",
  },
};

function fill(fields: Record<string, string>): void {
  for (const [name, value] of Object.entries(fields)) {
    const field = document.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (field) field.value = value;
  }
  find("#checkout")?.dispatchEvent(new Event("change", { bubbles: true }));
}

/** The checkout: the form knows the address, this page the basket; the package is told of both. */
async function checkout(form: HTMLFormElement): Promise<void> {
  if (lines().length === 0) cart = { "HP-210": 1 };
  const field = form.querySelector<HTMLInputElement>("input[name=cart]");
  if (field) field.value = lines().map((line) => `${line.sku}:${line.quantity}`).join(",");
  const order = { currency: "PLN", total: total().toFixed(2), lines: lines().map(({ sku, quantity, price, category }) => ({ sku, quantity, price, category })) };
  form.after(Object.assign(element("script", JSON.stringify(order), { type: "application/json", "data-ordergate-order": "" })));
  document.addEventListener("ordergate:judged", ({ detail }) => {
    hints = detail.hints;
    showHints();
    offer(detail.hide);
  });
  const buyers = find("#try-as");
  if (buyers) buyers.hidden = false;
  buyers?.addEventListener("click", (event) => fill(BUYERS[(event.target as HTMLElement).dataset["buyer"] ?? ""] ?? {}));
  const answer = await fetch("/demo/shop.json").catch(() => null);
  if (!answer?.ok) return;
  const { shop } = (await answer.json()) as { shop: string };
  // As a shop's template writes it: <script async src="https://edge/v1/og.js" data-shop="pk_…" data-form="#checkout"></script>
  document.head.append(element("script", "", { async: "", src: "/v1/og.js", "data-shop": shop, "data-form": "#checkout" }));
}

const chooser = find<HTMLSelectElement>("#language");
for (const [code, name] of Object.entries(LANGUAGES)) chooser?.append(element("option", name, { value: code, lang: code }));
if (chooser) chooser.value = language;
chooser?.addEventListener("change", () => {
  language = chooser.value as Language;
  store("language", language);
  speak();
});
if (document.body.dataset["page"] === "thanks") store("cart", (cart = {}));
const form = find<HTMLFormElement>("#checkout");
if (form) void checkout(form);
speak();
