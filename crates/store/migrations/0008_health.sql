-- When the cron last got through, and what it last counted: one row, written at most once a minute.
CREATE TABLE cron_run (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  at INTEGER NOT NULL,
  counted_at INTEGER NOT NULL DEFAULT 0,
  counts TEXT NOT NULL DEFAULT '{}'   -- JSON: rows of each table, over all shops
) STRICT;

-- Anybody may ask for the health, so that nothing in it may walk a table.
CREATE INDEX outbox_dead ON outbox (created_at) WHERE state = 'dead';
CREATE INDEX command_dead ON command (due_at) WHERE state = 'dead';
CREATE INDEX command_unknown ON command (due_at) WHERE state = 'unknown';
