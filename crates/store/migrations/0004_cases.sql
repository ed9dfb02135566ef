-- An order has two lives: what Ordergate and its people decided, and what the shop's platform says. Its
-- state is what both come to.
ALTER TABLE orders ADD COLUMN standing TEXT NOT NULL DEFAULT 'approved';
ALTER TABLE orders ADD COLUMN platform_status TEXT NOT NULL DEFAULT 'open';
UPDATE orders SET
  standing = CASE state WHEN 'shipped' THEN 'approved' WHEN 'cancelled' THEN 'approved' ELSE state END,
  platform_status = CASE state WHEN 'shipped' THEN 'shipped' WHEN 'cancelled' THEN 'cancelled' ELSE 'open' END;
-- What the retroactive sweep walks, fewest minutes left first.
CREATE INDEX orders_in_window ON orders (shop_id, first_checked_at, id) WHERE state IN ('approved', 'released');

-- What a shop sets beside its draft, in force at once: stop window, hold codes, and the like. JSON.
ALTER TABLE shop ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
UPDATE shop SET settings = json_object('stop_window_hours', stop_window_hours) WHERE stop_window_hours <> 24;
ALTER TABLE shop DROP COLUMN stop_window_hours;

-- The code is the shop's own word; the kind says who held: automatic or manual.
ALTER TABLE hold ADD COLUMN kind TEXT NOT NULL DEFAULT 'automatic';
UPDATE hold SET kind = code;
-- The check-out lock, so that two people do not work one hold.
ALTER TABLE hold ADD COLUMN locked_by TEXT;
ALTER TABLE hold ADD COLUMN locked_at INTEGER;

CREATE TABLE cases (
  shop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  revision INTEGER NOT NULL,          -- counts its events
  cause TEXT NOT NULL,                -- check, declined, fraud, dispute
  detail TEXT NOT NULL,               -- the data of the block request
  actor TEXT NOT NULL,
  check_id TEXT,
  opened_at INTEGER NOT NULL,
  deadline_at INTEGER NOT NULL,       -- first check of the order + stop window
  window_over INTEGER NOT NULL,       -- it was over when the case opened
  assignee TEXT,
  snoozed_until INTEGER,
  resolution TEXT,
  resolution_comment TEXT,
  resolved_at INTEGER,
  resolved_by TEXT,
  PRIMARY KEY (shop_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_open_case ON cases (shop_id, order_id) WHERE resolution IS NULL;
CREATE INDEX cases_by_deadline ON cases (shop_id, deadline_at, id);

CREATE TABLE case_event (
  shop_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (shop_id, case_id, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE label (
  shop_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  id TEXT NOT NULL,
  label TEXT NOT NULL,                -- blocked, not_blocked, fraud, legitimate, chargeback, refund_abuse, unsure
  actor TEXT NOT NULL,
  PRIMARY KEY (shop_id, order_id, at, id)
) STRICT, WITHOUT ROWID;

-- A new entry, rule or confirmed fraud, until every approved order inside the stop window is checked again.
CREATE TABLE sweep (
  shop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  cause TEXT NOT NULL,                -- entry:<id>, entries, snapshot:<number>, fraud:<order>
  public_url TEXT NOT NULL,           -- where links in its mails lead
  due_at INTEGER NOT NULL,
  lease TEXT,
  lease_until INTEGER,
  after_at INTEGER,                   -- where the walk stands
  after_id TEXT,
  checked INTEGER NOT NULL DEFAULT 0,
  raised INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  done_at INTEGER,
  PRIMARY KEY (shop_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sweep_open ON sweep (due_at) WHERE done_at IS NULL;
