-- Which order carried a checkout token first; nothing is stored of checkouts that come to no order.
CREATE TABLE checkout_token (
  shop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (shop_id, id)
) STRICT, WITHOUT ROWID;
