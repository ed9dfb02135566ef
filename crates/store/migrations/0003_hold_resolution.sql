-- Who ended a hold, and what they said. A hold that a cancellation in the shop ended has neither.
ALTER TABLE hold ADD COLUMN resolved_by TEXT;
ALTER TABLE hold ADD COLUMN resolution_comment TEXT;
