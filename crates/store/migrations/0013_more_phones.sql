-- The order may carry phones that are not among its keys, so whoever looks for one phone looks here too.
ALTER TABLE orders ADD COLUMN more_phones INTEGER NOT NULL DEFAULT 0;
CREATE INDEX orders_with_more_phones ON orders (shop_id, first_checked_at) WHERE more_phones = 1;
