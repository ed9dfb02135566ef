// Fills a shop with many orders, and everything else in proportion, straight in the database: what the list of a shop of years looks like.
//
// Orders come evenly over 90 days, the newest first by number: o1, o2, … Each share below has the size and the place that is hard for
// somebody who looks for it: half a percent is held, all that was declined is the oldest, every fifth order is of one and the same buyer.
import { apiOrder } from "../shop.mjs";

const DAY = 86_400_000;
export const DAYS = 90;

const numbers = (many) => `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${many})`;
const buyer = "CASE WHEN i % 5 = 0 THEN 0 ELSE i / 3 END";
/** The fingerprint of a field, of the buyer's number; that of everybody's friend is the one of the order that came over the API. */
const mark = (field, number, friend) => `CASE ${number} WHEN 0 THEN '${friend[field]}' ELSE printf('%016x', ${number}) END`;

/** The orders that have another state than the ordinary one; `last` is the number of the oldest. */
const state = (last) => `CASE WHEN i > ${last} - 8 THEN 'declined' WHEN i % 1000 = 2 THEN 'not_checked' WHEN i % 200 = 1 THEN 'held' WHEN i % 997 = 3 THEN 'fraud'
  WHEN i % 100 = 4 THEN 'cancelled' WHEN i % 200 = 5 THEN 'released' WHEN i > ${last} / 20 THEN 'shipped' ELSE 'approved' END`;

/** Fills a shop of newShop() that has taken one order over the API, whose content and check become everybody's; answers the fingerprints of its buyer. */
export async function fill(shop, many) {
  const { d1 } = shop.worker;
  const now = Date.now();
  const step = Math.floor((DAYS * DAY) / many);
  const placed = `(${now} - i * ${step})`;
  const run = (sql, ...params) => d1(sql, shop.id, ...params);
  const [check] = await shop.rows("checks");
  const friend = Object.fromEntries((await shop.rows("order_key")).map(({ field, fingerprint }) => [field, fingerprint]));
  const fields = [["email", buyer], ["phone", buyer], ["ip", "i % 997"]].map(([field, number]) => [field, mark(field, number, friend)]);
  const identities = fields.map(([field, value]) => `'${field}:' || ${value}`).join(" || ',' || ");
  const content = JSON.stringify({ ...apiOrder(), id: "@id", email: "buyer@n@shop.example", number: "#@id" });
  const details = `replace(replace(?2, '@id', 'o' || i), '@n', ${buyer})`;
  await run(
    `INSERT INTO orders (shop_id, id, revision, number, source, version, placed_at, received_at, listed_at, currency, total, state, marked, score, minimum, decision, matches,
       not_checked, name, city, country, digest, material, details, notes, first_checked_at, person, identities)
     ${numbers(many)} SELECT ?1, 'o' || i, 1, '#' || (500000 + i), 'woocommerce', ${placed}, ${placed}, ${placed}, ${placed}, 'PLN', '120.50', ${state(many)}, i % 50 = 1 OR i > ${many} - 8,
       CASE WHEN i % 200 = 1 THEN 70 WHEN i % 50 = 1 THEN 20 ELSE 0 END, 50, CASE WHEN i > ${many} - 8 THEN 'decline' WHEN i % 200 = 1 THEN 'review' ELSE 'approve' END, i % 50 = 1,
       CASE WHEN i % 1000 = 2 THEN 'the total cannot be read' END, 'Jan Kowalski', 'Wrocław', 'PL', 'd', 'm', ${details}, '[]', ${placed}, 'email:' || ${fields[0][1]},
       json_array(${fields.map(([field, value]) => `json_array('${field}', ${value})`).join(", ")}) FROM n`,
    content,
  );
  for (const [field, value] of fields) {
    await run(`INSERT INTO order_key (shop_id, field, fingerprint, placed_at, order_id, identities)
      ${numbers(many)} SELECT ?1, '${field}', ${value}, ${placed}, 'o' || i, ${identities} FROM n`);
  }
  await run(`INSERT INTO checks (shop_id, order_id, at, id, kind, body, facts) ${numbers(many)} SELECT ?1, 'o' || i, ${placed}, 'c' || i, 'first', ?2, '{}' FROM n`, check.body);
  await run(`INSERT INTO matches (shop_id, source, at, check_id, order_id, points)
    ${numbers(many)} SELECT ?1, 'entry:big' || (i / 50 % 100 + 1), ${placed}, 'c' || i, 'o' || i, 20 FROM n WHERE i % 50 = 1`);
  await run(`INSERT INTO audit (shop_id, subject, at, id, actor, action, detail)
    ${numbers(many)} SELECT ?1, 'order:o' || i, ${placed}, 'a' || i, CASE WHEN i % 20 = 0 THEN 'Ola' ELSE 'engine' END, 'order.checked', '' FROM n`);
  await run(`INSERT INTO delivery (shop_id, platform, id, topic, order_id, outcome, received_at)
    ${numbers(many)} SELECT ?1, 'woocommerce', 'd' || i, 'order.created', 'o' || i, CASE WHEN i > ${many} - 5 THEN 'unreadable' ELSE 'taken' END, ${placed} FROM n`);
  // One hold in ten is still open, and every order that was released had one.
  await run(`INSERT INTO hold (shop_id, order_id, placed_at, id, code, actor, kind, resolution, resolved_at, locked_by)
    ${numbers(many)} SELECT ?1, 'o' || i, ${placed}, 'h' || i, CASE WHEN i % 400 = 1 THEN 'fraud' ELSE 'by hand' END, 'engine', CASE WHEN i % 400 = 1 THEN 'automatic' ELSE 'manual' END,
      CASE WHEN i % 200 = 5 THEN 'released' END, CASE WHEN i % 200 = 5 THEN ${placed} + 1 END, CASE WHEN i % 800 = 1 THEN 'Ola' END FROM n WHERE i % 200 IN (1, 5)`);
  // Nearly every case is answered; a few are open, and as many are over.
  await run(`INSERT INTO cases (shop_id, id, order_id, revision, cause, detail, actor, opened_at, deadline_at, window_over, assignee, snoozed_until, resolution, resolved_at, resolved_by)
    ${numbers(many)} SELECT ?1, 'k' || i, 'o' || i, 3, 'fraud', 'the bank called', 'Ola', ${placed}, CASE WHEN i % 2000 = 7 THEN ${now} + i * 100 ELSE ${placed} + ${DAY} END, 0,
      CASE WHEN i % 4000 = 7 THEN 'Ola' END, CASE WHEN i % 6000 = 7 THEN ${now} + ${DAY} END, CASE WHEN i % 1000 <> 7 THEN 'blocked' END, CASE WHEN i % 1000 <> 7 THEN ${placed} END, 'Ola' FROM n WHERE i % 10 = 7`);
  await run(`INSERT INTO case_event (shop_id, case_id, revision, at, actor, kind, detail)
    ${numbers(many)} SELECT ?1, 'k' || i, revision.value, ${placed}, 'Ola', 'note', 'called' FROM n, json_each('[1,2,3]') AS revision WHERE i % 10 = 7`);
  await run(`INSERT INTO label (shop_id, order_id, at, id, label, actor) ${numbers(many)} SELECT ?1, 'o' || i, ${placed}, 'l' || i, 'blocked', 'Ola' FROM n WHERE i % 10 = 7`);
  await run(`INSERT INTO outbox (shop_id, order_id, id, kind, contact_id, recipient, subject, text, html, state, due_at, created_at)
    ${numbers(many)} SELECT ?1, 'o' || i, 'm' || i, 'case', 'nobody', 'ola@shop.example', 'A case', 'text', '<p>html</p>',
      CASE WHEN i > ${many} - 30 THEN 'dead' WHEN i % 1000 = 7 THEN 'expired' ELSE 'sent' END, ${placed}, ${placed} FROM n WHERE i % 10 = 7`);
  await run(`INSERT INTO command (shop_id, order_id, id, platform, kind, body, state, due_at, actor, created_at)
    ${numbers(many)} SELECT ?1, 'o' || i, 'x' || i, 'woocommerce', 'hold', '{}', CASE WHEN i > ${many} - 600 THEN 'dead' ELSE 'confirmed' END, ${placed}, 'engine', ${placed} FROM n WHERE i % 200 = 1`);
  // A tenth as many entries as orders; one in a hundred allows, and as many were removed.
  await run(`INSERT INTO entry (shop_id, id, seq, draft, actor, created_at, removed_at)
    ${numbers(Math.floor(many / 10))} SELECT ?1, 'big' || i, i, CASE WHEN i % 100 = 9 THEN json_object('id', 'big' || i, 'fields', json_object('email', 'a' || i || '@x.example', 'ip', '10.0.0.1'), 'effect', 'allow', 'reason', 'known')
      ELSE json_object('id', 'big' || i, 'fields', json_object('email', 'b' || i || '@x.example'), 'points', 10, 'reason', 'chargeback') END, 'Ola', ${placed},
      CASE WHEN i % 100 = 8 THEN ${now} END FROM n`);
  await run("UPDATE shop SET entries_seq = ?2 WHERE id = ?1", Math.floor(many / 10));
  return friend;
}
