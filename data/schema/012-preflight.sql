-- Who signed off what preflight had found.

-- The entity, made from its description in src/model/.
CREATE TABLE sign_off (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  decision_id INTEGER NOT NULL REFERENCES decision (id),
  award_id INTEGER REFERENCES award (id),
  rule TEXT NOT NULL,
  about TEXT,
  text TEXT,
  digest TEXT NOT NULL,
  signed_by TEXT NOT NULL,
  signed_on TEXT NOT NULL,
  reason TEXT
) STRICT;
CREATE INDEX sign_off_decision_id ON sign_off (decision_id);
CREATE INDEX sign_off_award_id ON sign_off (award_id);
