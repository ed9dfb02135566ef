-- A second way to tell a contact: an address of the shop's own that is posted to when mails fail.
ALTER TABLE contact ADD COLUMN webhook_url TEXT;
ALTER TABLE contact ADD COLUMN webhook_secret TEXT;                     -- sealed
ALTER TABLE outbox ADD COLUMN channel TEXT NOT NULL DEFAULT 'mail';     -- mail, webhook
