-- Entries folded into one segment of bytes, which lies sealed in KV under `key`. A check of an isolate that knows nothing of the shop
-- reads the newest segment and only the entries changed since `seq`.
CREATE TABLE entry_segment (
  shop_id TEXT NOT NULL,
  seq INTEGER NOT NULL,               -- shop.entries_seq that it holds everything up to
  key TEXT NOT NULL,                  -- in KV; never used again for other bytes
  entries INTEGER NOT NULL,           -- how many were folded, for people
  created_at INTEGER NOT NULL,
  dropped_at INTEGER,                 -- no longer read; its bytes are deleted by the cron
  PRIMARY KEY (shop_id, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_segment_dropped ON entry_segment (dropped_at) WHERE dropped_at IS NOT NULL;

-- shop.entries_seq when the cron last looked whether there is enough to fold.
ALTER TABLE shop ADD COLUMN fold_seen_seq INTEGER NOT NULL DEFAULT 0;
CREATE INDEX shop_to_fold ON shop (id) WHERE entries_seq > fold_seen_seq;
