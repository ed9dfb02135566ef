-- The identities of every order as keyed fingerprints: they serve velocity facts, customers and whoever looks for orders of one key.
CREATE TABLE order_key (
  shop_id TEXT NOT NULL,
  field TEXT NOT NULL,                -- email, phone, ip, device, address, customer, payment
  fingerprint TEXT NOT NULL,          -- 16 hex digits, of this shop and field only
  placed_at INTEGER NOT NULL,
  order_id TEXT NOT NULL,
  identities TEXT NOT NULL,           -- all of the order: email:0123…,ip:4567…
  PRIMARY KEY (shop_id, field, fingerprint, placed_at, order_id)
) STRICT, WITHOUT ROWID;
-- The identity a person is listed by: e-mail address, else customer id, else phone.
ALTER TABLE orders ADD COLUMN person TEXT;
