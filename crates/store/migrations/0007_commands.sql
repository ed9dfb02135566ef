-- How the shop's platform is reached. What is secret is sealed with the deployment's master key.
CREATE TABLE connection (
  shop_id TEXT NOT NULL,
  platform TEXT NOT NULL,             -- woocommerce, shopify
  address TEXT NOT NULL,              -- the shop's address, or its myshopify.com domain
  hold_mode TEXT NOT NULL,            -- note, status
  credentials TEXT NOT NULL,          -- sealed
  hint TEXT NOT NULL,                 -- the last characters of the key's name
  created_at INTEGER NOT NULL,
  PRIMARY KEY (shop_id, platform)
) STRICT, WITHOUT ROWID;

-- What the platform is to be told, until it has confirmed it.
CREATE TABLE command (
  shop_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  id TEXT NOT NULL,                   -- also the marker and the idempotency key towards the platform
  platform TEXT NOT NULL,
  kind TEXT NOT NULL,                 -- hold, release, cancel, refund
  body TEXT NOT NULL,                 -- JSON: comment, amount, restock
  state TEXT NOT NULL CHECK (state IN ('pending', 'leased', 'confirmed', 'retry', 'unknown', 'dead', 'expired', 'cancelled')),
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL,
  lease TEXT,
  lease_until INTEGER,
  last_error TEXT,
  actor TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  done_at INTEGER,
  PRIMARY KEY (shop_id, order_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX command_open ON command (due_at) WHERE state IN ('pending', 'leased', 'retry', 'unknown');
