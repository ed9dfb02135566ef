-- The allow list is few entries among many, and commands that wait for a person are few among many.
CREATE INDEX entry_allowed ON entry (shop_id, created_at DESC, id) WHERE removed_at IS NULL AND draft ->> 'effect' = 'allow';
CREATE INDEX command_stuck ON command (shop_id, created_at DESC) WHERE state IN ('dead', 'unknown');
