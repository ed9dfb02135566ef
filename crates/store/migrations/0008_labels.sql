-- What the person who gave a label said.
ALTER TABLE label ADD COLUMN comment TEXT;
