-- What corrects or revokes an issued decision; when printers are to be calibrated again and
-- since when a key has its passphrase.

-- The entities, made from their descriptions in src/model/.
CREATE TABLE decision_act (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  decision_id INTEGER NOT NULL REFERENCES decision (id),
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  date TEXT NOT NULL,
  signer TEXT,
  reason TEXT
) STRICT;
CREATE INDEX decision_act_decision_id ON decision_act (decision_id);

CREATE TABLE decision_act_line (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  act_id INTEGER NOT NULL REFERENCES decision_act (id),
  award_id INTEGER NOT NULL REFERENCES award (id),
  field TEXT,
  was TEXT,
  now TEXT
) STRICT;
CREATE INDEX decision_act_line_act_id ON decision_act_line (act_id);
CREATE INDEX decision_act_line_award_id ON decision_act_line (award_id);

ALTER TABLE award ADD COLUMN revocation_id INTEGER REFERENCES decision_act (id);
CREATE INDEX award_revocation_id ON award (revocation_id);
ALTER TABLE stock_sheet ADD COLUMN recall_id INTEGER REFERENCES decision_act (id);
CREATE INDEX stock_sheet_recall_id ON stock_sheet (recall_id);

ALTER TABLE signing_key ADD COLUMN passphrase_on TEXT;
ALTER TABLE office ADD COLUMN calibration_days INTEGER;
