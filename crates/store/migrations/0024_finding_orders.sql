-- An order is found by the number its buyer knows. Most numbers are the order's id, with or without #, and are found by that.
CREATE INDEX orders_by_number ON orders (shop_id, number) WHERE number <> id AND number <> '#' || id;
-- What the list is narrowed to stands in the index it walks, so that a rare state among 100,000 orders is found without reading them.
DROP INDEX orders_by_time;
CREATE INDEX orders_by_time ON orders (shop_id, listed_at DESC, id, state, marked, decision, score);
