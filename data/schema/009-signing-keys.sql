-- Keys that certificates are signed with, what was signed, and where the codes go.

ALTER TABLE office ADD COLUMN code_place TEXT;
ALTER TABLE office ADD COLUMN code_document TEXT;

-- The entities, made from their descriptions in src/model/.
CREATE TABLE signing_key (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  own INTEGER NOT NULL DEFAULT 0 CHECK (own IN (0, 1)),
  made_on TEXT NOT NULL,
  made_by TEXT,
  retired_on TEXT,
  reason TEXT,
  certificate TEXT NOT NULL
) STRICT;

CREATE TABLE statement (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  award_id INTEGER NOT NULL REFERENCES award (id),
  key_id INTEGER NOT NULL REFERENCES signing_key (id),
  signed_on TEXT NOT NULL,
  code TEXT NOT NULL
) STRICT;
CREATE INDEX statement_award_id ON statement (award_id);
CREATE INDEX statement_key_id ON statement (key_id);

-- Beyond the descriptions: a key stands once.
CREATE UNIQUE INDEX signing_key_code ON signing_key (code);

-- Private keys, encrypted, by the code of their key. Not part of any changeset: what the log has once it
-- keeps for ever, and a key that was encrypted anew must not lie there under its old passphrase.
CREATE TABLE signing_secret (
  code TEXT PRIMARY KEY NOT NULL,
  secret TEXT NOT NULL
) STRICT, WITHOUT ROWID;
