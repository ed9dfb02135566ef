-- People of a shop who sign in. Somebody who works for several shops has the same id in each.
CREATE TABLE user (
  shop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,                 -- as the audit calls them; never another person's, not even after they have left
  role TEXT NOT NULL CHECK (role IN ('viewer', 'analyst', 'approver', 'admin')),
  created_at INTEGER NOT NULL,
  seen_at INTEGER,                    -- when they last signed in here
  removed_at INTEGER,
  PRIMARY KEY (shop_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX user_name ON user (shop_id, name COLLATE NOCASE);
CREATE INDEX user_shops ON user (id) WHERE removed_at IS NULL;

-- Links and sessions from before there were users belong to nobody.
DELETE FROM session WHERE shop_id IS NOT NULL;
DELETE FROM sign_in_link WHERE shop_id IS NOT NULL;
ALTER TABLE sign_in_link ADD COLUMN user_id TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN user_id TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;   -- its last request, to the minute
CREATE UNIQUE INDEX session_of_shop ON session (shop_id, id);

-- Passkeys belong to a person, not to a shop.
CREATE TABLE passkey (
  credential TEXT PRIMARY KEY,        -- the authenticator's id of it, base64url
  user_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  public_key TEXT NOT NULL,           -- x and y of its point on P-256, base64url
  counter INTEGER NOT NULL,           -- of signatures; 0 when the authenticator keeps none
  created_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX passkey_of_user ON passkey (user_id);

-- What an authenticator is to sign: used once, for a few minutes. Without a user: a sign-in by whoever it is.
CREATE TABLE challenge (
  digest TEXT PRIMARY KEY,
  user_id TEXT,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX challenge_end ON challenge (expires_at);
