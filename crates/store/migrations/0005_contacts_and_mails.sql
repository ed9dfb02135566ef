-- What a contact wants to hear of, whether mail reaches them, and a second way to tell them.
ALTER TABLE contact ADD COLUMN holds INTEGER NOT NULL DEFAULT 1;
ALTER TABLE contact ADD COLUMN cases INTEGER NOT NULL DEFAULT 1;
ALTER TABLE contact ADD COLUMN marks TEXT NOT NULL DEFAULT 'at_once';   -- at_once, digest, off
ALTER TABLE contact ADD COLUMN bounced_at INTEGER;
ALTER TABLE contact ADD COLUMN bounce_reason TEXT;

-- Mails stand by order, so that an order's mails need no index of their own; a mail about no order has an empty one.
CREATE TABLE mail (
  shop_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  id TEXT NOT NULL,                   -- also the idempotency key towards the mail API
  kind TEXT NOT NULL,                 -- hold, mark, case, digest, test
  contact_id TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'leased', 'retry', 'sent', 'dead', 'expired')),
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL,
  expires_at INTEGER,                 -- not sent from then on
  lease TEXT,
  lease_until INTEGER,
  transport TEXT,
  provider_id TEXT,
  last_error TEXT,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  bounced_at INTEGER,
  PRIMARY KEY (shop_id, order_id, id)
) STRICT, WITHOUT ROWID;
INSERT INTO mail (shop_id, order_id, id, kind, contact_id, recipient, subject, text, html, state, attempts, due_at, lease, lease_until, transport, provider_id, last_error, created_at, sent_at)
  SELECT shop_id, order_id, id, 'hold', contact_id, recipient, subject, text, html, state, attempts, due_at, lease, lease_until, transport, provider_id, last_error, created_at, sent_at
  FROM outbox WHERE shop_id IS NOT NULL;
DROP TABLE outbox;
ALTER TABLE mail RENAME TO outbox;
CREATE INDEX outbox_open ON outbox (due_at) WHERE state IN ('pending', 'leased', 'retry');

-- Marked orders that wait for a contact's next digest.
CREATE TABLE digest_item (
  shop_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  public_url TEXT NOT NULL,
  PRIMARY KEY (shop_id, contact_id, order_id)
) STRICT, WITHOUT ROWID;
