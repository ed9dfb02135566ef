-- The identities an order has now, so that those it had before can be taken back: [[field, fingerprint], …].
ALTER TABLE orders ADD COLUMN identities TEXT;
