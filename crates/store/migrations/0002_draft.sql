-- What a merchant edits until it is published as the next snapshot. A shop without a row here edits
-- what is in force.
CREATE TABLE draft (
  shop_id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,          -- counts writes; an edit names the one it read
  body TEXT NOT NULL,                 -- the contract's JSON, without entries
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
