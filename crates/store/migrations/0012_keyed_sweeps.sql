-- A sweep for one key asks for the orders that carry it instead of walking all: [[field, fingerprint], …].
ALTER TABLE sweep ADD COLUMN identities TEXT;
