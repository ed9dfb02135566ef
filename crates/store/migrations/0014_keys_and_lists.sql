-- Keys have a name and their last characters to be recognised by, and the day they were last used. After a rotation the key before
-- works until its end. A public key names the web origins whose checkout may use it (JSON).
ALTER TABLE api_key ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE api_key ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE api_key ADD COLUMN last4 TEXT;
ALTER TABLE api_key ADD COLUMN origins TEXT NOT NULL DEFAULT '[]';
ALTER TABLE api_key ADD COLUMN used_on INTEGER;               -- midnight of that day
ALTER TABLE api_key ADD COLUMN ends_at INTEGER;
UPDATE api_key SET id = substr(digest, 1, 28) WHERE shop_id IS NOT NULL;
CREATE UNIQUE INDEX api_key_of_shop ON api_key (shop_id, id);

-- An endpoint's secret before the present one is believed until its end; NULL: for good.
ALTER TABLE endpoint ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE endpoint ADD COLUMN rotated_at INTEGER;
ALTER TABLE endpoint ADD COLUMN previous_until INTEGER;
UPDATE endpoint SET id = substr(token_digest, 1, 28) WHERE shop_id IS NOT NULL;
CREATE UNIQUE INDEX endpoint_of_shop ON endpoint (shop_id, id);
CREATE UNIQUE INDEX endpoint_of_platform ON endpoint (shop_id, platform);
CREATE INDEX delivery_by_time ON delivery (shop_id, platform, received_at DESC, id);

-- Mails that are under way are few and have an index of their own; a mail enters this one when nothing more becomes of it.
CREATE INDEX outbox_done ON outbox (shop_id, created_at DESC, id) WHERE state IN ('sent', 'dead', 'expired');

-- What people, servers and the operator did. What arrives of an order, and what the engine makes of it, stands at the order.
CREATE INDEX audit_of_people ON audit (shop_id, at DESC, id) WHERE actor NOT IN ('engine', 'woocommerce', 'shopify');
