-- Times are milliseconds since 1970 in UTC, booleans 0 or 1. D1 binds numbers as REAL: INTEGER
-- columns turn whole ones back into integers.

CREATE TABLE shop (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  stop_window_hours INTEGER NOT NULL DEFAULT 24,
  snapshot INTEGER NOT NULL,          -- number of the published snapshot in force
  entries_seq INTEGER NOT NULL,       -- counts entry changes
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE snapshot (
  shop_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  draft TEXT NOT NULL,                -- settings, lists, variables, rules; entries live in their own table
  created_at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (shop_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE api_key (
  digest TEXT PRIMARY KEY,            -- SHA-256 of the key; the key itself is shown once
  shop_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sk', 'pk')),
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE endpoint (
  token_digest TEXT PRIMARY KEY,      -- SHA-256 of the unguessable part of the address
  shop_id TEXT NOT NULL,
  platform TEXT NOT NULL,
  secret TEXT NOT NULL,
  previous_secret TEXT,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  shop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  language TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (shop_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  shop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  seq INTEGER NOT NULL,               -- shop.entries_seq at its last change; a check reads what is newer than it knows
  draft TEXT NOT NULL,                -- the contract's JSON
  actor TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  removed_at INTEGER,
  PRIMARY KEY (shop_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_by_seq ON entry (shop_id, seq);

CREATE TABLE orders (
  shop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  revision INTEGER NOT NULL,          -- counts writes; an update names the one it read
  number TEXT,
  source TEXT NOT NULL,
  version INTEGER,                    -- the shop's updated_at of the newest version
  placed_at INTEGER,
  received_at INTEGER NOT NULL,       -- first delivery
  listed_at INTEGER NOT NULL,         -- placed_at, or received_at while that cannot be read; the order of the list
  currency TEXT,
  total TEXT,
  state TEXT NOT NULL,
  marked INTEGER NOT NULL,
  score INTEGER,
  minimum INTEGER,
  decision TEXT,
  matches INTEGER NOT NULL DEFAULT 0,
  not_checked TEXT,
  name TEXT,
  city TEXT,
  country TEXT,
  digest TEXT NOT NULL,
  material TEXT NOT NULL,
  details TEXT,                       -- the contract's JSON of the newest readable version
  notes TEXT NOT NULL,                -- JSON array of text
  first_checked_at INTEGER,           -- the stop window counts from here
  PRIMARY KEY (shop_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX orders_by_time ON orders (shop_id, listed_at DESC, id);

CREATE TABLE delivery (
  shop_id TEXT NOT NULL,
  platform TEXT NOT NULL,
  id TEXT NOT NULL,                   -- what makes a repeated delivery the same one
  topic TEXT NOT NULL,
  order_id TEXT,
  outcome TEXT NOT NULL,              -- taken, stale, same, ignored, unreadable
  received_at INTEGER NOT NULL,
  PRIMARY KEY (shop_id, platform, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery_body (
  shop_id TEXT NOT NULL,
  platform TEXT NOT NULL,
  delivery_id TEXT NOT NULL,
  part INTEGER NOT NULL,              -- bodies over 1 MB take several rows, as a row holds 2 MB at most
  bytes BLOB NOT NULL,
  PRIMARY KEY (shop_id, platform, delivery_id, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE checks (
  shop_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,                 -- the contract's JSON, never changed
  facts TEXT NOT NULL,                -- what the shell supplied, so that the check can be replayed
  PRIMARY KEY (shop_id, order_id, at, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE matches (
  shop_id TEXT NOT NULL,
  source TEXT NOT NULL,               -- entry:<id> or rule:<id>
  at INTEGER NOT NULL,
  check_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  points INTEGER NOT NULL,
  PRIMARY KEY (shop_id, source, at, check_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE hold (
  shop_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  placed_at INTEGER NOT NULL,
  id TEXT NOT NULL,
  code TEXT NOT NULL,
  comment TEXT,
  actor TEXT NOT NULL,
  resolution TEXT,
  resolved_at INTEGER,
  PRIMARY KEY (shop_id, order_id, placed_at, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_open_hold ON hold (shop_id, order_id) WHERE resolution IS NULL;

CREATE TABLE outbox (
  shop_id TEXT NOT NULL,
  id TEXT NOT NULL,                   -- also the idempotency key towards the mail API
  order_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'leased', 'retry', 'sent', 'dead')),
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL,
  lease TEXT,
  lease_until INTEGER,
  transport TEXT,
  provider_id TEXT,
  last_error TEXT,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  PRIMARY KEY (shop_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_open ON outbox (due_at) WHERE state IN ('pending', 'leased', 'retry');
CREATE INDEX outbox_of_order ON outbox (shop_id, order_id);

CREATE TABLE audit (
  shop_id TEXT NOT NULL,
  subject TEXT NOT NULL,              -- order:<id>, entry:<id>, shop
  at INTEGER NOT NULL,
  id TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (shop_id, subject, at, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END;
-- REPLACE deletes without asking the trigger above.
CREATE TRIGGER audit_is_never_replaced BEFORE INSERT ON audit
  WHEN EXISTS (SELECT 1 FROM audit WHERE shop_id = NEW.shop_id AND subject = NEW.subject AND at = NEW.at AND id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'audit entries are never replaced'); END;

CREATE TABLE sign_in_link (
  token_digest TEXT PRIMARY KEY,
  shop_id TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  token_digest TEXT PRIMARY KEY,
  shop_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
