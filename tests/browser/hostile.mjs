// What buyers, platforms and files may write where a name belongs, and a shop in which all of it stands everywhere.
//
//   const shop = await startShop();
//   const views = await plant(shop);   // every view of the page, by name, as a fragment

/** Each is one attempt: to run, to leave its place, to hide, to be a formula, or to be more than its field. */
export const STRINGS = {
  script: "<script>globalThis.ran = 1</script>",
  image: "<img src=x onerror='globalThis.ran = 1'>",
  drawing: "<svg/onload=globalThis.ran=1>",
  closing: "</title></textarea></style></script><script>globalThis.ran=1</script>",
  comment: "--><!--<iframe srcdoc='<script>parent.ran=1</script>'>",
  attribute: '" onmouseover="globalThis.ran=1" autofocus onfocus="globalThis.ran=1" x="',
  quote: "' onclick='globalThis.ran=1' `onload=globalThis.ran=1`",
  address: "javascript:globalThis.ran=1",
  data: "data:text/html,<script>parent.ran=1</script>",
  entity: "&lt;script&gt; &#60;img src=x onerror=globalThis.ran=1&#62;",
  template: "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>",
  fluent: '{ $name } { "x" } { -brand } { NUMBER(7) }',
  turned: "\u2069\u202Eanna\u202C\u2066",
  marks: "a\u200Fb\u061Cc\u200Ed \u2067abc",
  unseen: "Ko\u200Bwal\u200D\u2060ski\uFEFF\u00AD",
  arabic: "محمد عبد الله (12) #5",
  formula: '=HYPERLINK("https://evil.example","x")',
  plus: "+1+cmd|' /C calc'!A0",
  minus: "-2+3",
  at: "@SUM(1+1)",
  long: "Wolfeschlegelsteinhausenbergerdorff".repeat(5),
  wide: "Ｗ漢字絵文字".repeat(20),
  emoji: "👨‍👩‍👧‍👦🏴‍☠️🇵🇱é́́́́́",
  nothing: "null",
  object: "[object Object]",
  sql: "Robert'); DROP TABLE orders; -- ?1 %s %00",
  header: "x\r\nBcc: evil@evil.example\r\n\r\n<b>hello</b>",
  path: "../../admin/?x=1&y=%2e%2e#/settings",
};

const NAMES = Object.keys(STRINGS);

/** Puts every string into orders, entries, holds, cases, notes, labels, contacts, rules, users, mails and deliveries. */
export async function plant(shop) {
  const attempt = (method, path, body) => shop.send(method, path, body).then((json) => json, (error) => {
    // A field that takes no such text refuses it, and says which.
    if (!/: (400|409|422) /.test(error.message)) throw error;
    return null;
  });
  const ids = {};
  await attempt("POST", "/v1/rules", { id: "r-hostile", name: STRINGS.image, when: 'order.total > 1', points: 5, effect: "points", active: true });
  const { number } = await shop.send("GET", "/v1/snapshots/1");
  await attempt("POST", "/v1/snapshots", { expected: number });
  for (const [index, name] of NAMES.entries()) {
    const text = STRINGS[name];
    await attempt("POST", "/v1/entries", { fields: { last_name: text, city: text }, effect: index % 3 === 0 ? "hold" : "mark", reason: text });
    if (index % 4 === 0) await attempt("POST", "/v1/entries", { fields: { email: `${name}@good.example`, last_name: text }, effect: "allow", reason: text });
    const place = { first_name: text, last_name: text, company: text, street: text, postcode: text.slice(0, 20), city: text, region: text, country: "PL" };
    ids[name] = `h-${name}/?%2e#<b>`;
    const made = await attempt("POST", "/v1/orders", {
      id: ids[name], number: text.slice(0, 60), placed_at: new Date(Date.now() - (index + 1) * 60_000).toISOString().replace(/\.\d+/, ""), currency: "PLN", total: "120.50",
      channel: text.slice(0, 40), email: `${name}@example.com`, phone: text.slice(0, 30), ip: "198.51.100.7", user_agent: text, device: text,
      customer: { id: `c-${name}`, group: text, first_name: text, last_name: text }, billing: place, shipping: place,
      lines: [{ sku: text, product: text, category: text, quantity: 1, price: "120.50", shipping: place }],
      payment: { method: text, provider: text, last4: "4242" }, custom: { [name]: text, [text.slice(0, 40)]: "x" },
    });
    if (made === null) delete ids[name];
    else if (made.order.state === "held") await attempt("POST", `/v1/orders/${encodeURIComponent(ids[name])}/hold`, { comment: text });
    else await attempt("POST", `/v1/orders/${encodeURIComponent(ids[name])}/${index % 2 ? "status" : "hold"}`, index % 2 ? { status: "fraud", comment: text } : { comment: text });
    if (made !== null) await attempt("POST", `/v1/orders/${encodeURIComponent(ids[name])}/labels`, { label: "unsure", comment: text });
    if (index < 8) await attempt("POST", "/v1/contacts", { name: text, email: `${name}@shop.example`, language: "en" });
  }
  const cases = (await shop.send("GET", "/v1/cases?limit=50")).data;
  for (const [index, { id }] of cases.entries()) await attempt("POST", `/v1/cases/${encodeURIComponent(id)}/notes`, { text: STRINGS[NAMES[index % NAMES.length]] });
  // What mail servers and time say, and what was stored before a field was as strict.
  await shop.d1("UPDATE outbox SET state = 'dead', last_error = ?1 WHERE kind <> 'hold'", `550 ${STRINGS.script} ${STRINGS.turned}`);
  await shop.d1("UPDATE contact SET bounced_at = ?1, bounce_reason = ?2", Date.now(), `${STRINGS.image} ${STRINGS.turned}`);
  await shop.d1("UPDATE delivery SET topic = ?1", STRINGS.script);
  await shop.unreadableOrder("900001");
  const key = (await shop.send("GET", "/v1/customers?limit=50")).data[0].key;
  const order = (name) => `#/orders/${encodeURIComponent(ids[name])}`;
  return {
    ids,
    views: {
      today: "#/today", cases: "#/cases", "cases, answered": "#/cases?show=closed", case: `#/cases/${encodeURIComponent(cases[0].id)}`, holds: "#/holds",
      orders: "#/orders", "orders, held": "#/orders?state=held", order: order("image"), "order, long": order("long"), "order, turned": order("turned"),
      customers: "#/customers", customer: `#/customers/${encodeURIComponent(key)}`, blacklist: "#/blacklist", "allow list": "#/blacklist?list=allow_list", rules: "#/rules", rule: "#/rules?edit=rule:r-hostile",
      contacts: "#/contacts", outbox: "#/outbox", "outbox, dead": "#/outbox?state=dead", install: "#/install",
      ...Object.fromEntries(["decision", "shop", "users", "connections", "keys", "endpoints", "audit", "sign-in"].map((tab) => [`settings, ${tab}`, `#/settings?tab=${tab}`])),
      unknown: "#/nowhere",
    },
  };
}
