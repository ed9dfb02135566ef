-- When what is personal in an order was erased, for its person or because it was kept long enough. It never comes back.
ALTER TABLE orders ADD COLUMN erased_at INTEGER;
-- How far the walk over what a shop has kept long enough has come (JSON), and when it goes on.
ALTER TABLE shop ADD COLUMN retention_walk TEXT NOT NULL DEFAULT '{}';
ALTER TABLE shop ADD COLUMN retention_due_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX shop_retention ON shop (retention_due_at);
