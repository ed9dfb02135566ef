-- What a shop of 100,000 orders looks at, found without reading what it has not asked for.
CREATE INDEX entry_live ON entry (shop_id, created_at DESC, id) WHERE removed_at IS NULL;
-- Approved and shipped are what nearly all orders are; the others are looked for by their state.
CREATE INDEX orders_unusual ON orders (shop_id, state, listed_at DESC, id) WHERE state NOT IN ('approved', 'shipped');
CREATE INDEX cases_of_order ON cases (shop_id, order_id);
-- The state stands in the index of the outbox's list, so that the few mails that were given up are found among all that were sent.
DROP INDEX outbox_done;
CREATE INDEX outbox_done ON outbox (shop_id, created_at DESC, id, state) WHERE state IN ('sent', 'dead', 'expired');
