-- Deliveries get lost; what changed in the shop is asked for as well.
ALTER TABLE connection ADD COLUMN public_url TEXT NOT NULL DEFAULT '';
ALTER TABLE connection ADD COLUMN watermark INTEGER;          -- changes up to here have been taken
ALTER TABLE connection ADD COLUMN polled_at INTEGER;          -- the last poll, whatever came of it
ALTER TABLE connection ADD COLUMN poll_error TEXT;
ALTER TABLE connection ADD COLUMN watched_at INTEGER;         -- the last look at the shop's webhooks
ALTER TABLE connection ADD COLUMN webhook TEXT;               -- active, reactivated, missing
ALTER TABLE connection ADD COLUMN page INTEGER NOT NULL DEFAULT 0;   -- pages of the same question that are still coming; 0: the next poll begins anew
