-- Blanks and what becomes of each sheet, and how printers miss.

-- The entities, made from their descriptions in src/model/.
CREATE TABLE stock (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  award_form TEXT,
  giver_id INTEGER REFERENCES giver (id),
  width INTEGER,
  height INTEGER,
  measured_on TEXT,
  measured_by TEXT,
  numbered INTEGER NOT NULL DEFAULT 0 CHECK (numbered IN (0, 1)),
  series TEXT,
  n_digits INTEGER,
  n_least INTEGER,
  note TEXT
) STRICT;
CREATE INDEX stock_giver_id ON stock (giver_id);

CREATE TABLE stock_part (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  stock_id INTEGER NOT NULL REFERENCES stock (id),
  part TEXT NOT NULL,
  text TEXT
) STRICT;
CREATE INDEX stock_part_stock_id ON stock_part (stock_id);

CREATE TABLE stock_pack (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  stock_id INTEGER NOT NULL REFERENCES stock (id),
  received_on TEXT NOT NULL,
  supplier TEXT,
  document TEXT,
  first_number INTEGER,
  n_sheets INTEGER,
  note TEXT
) STRICT;
CREATE INDEX stock_pack_stock_id ON stock_pack (stock_id);

CREATE TABLE stock_round (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  step TEXT NOT NULL,
  decision_id INTEGER REFERENCES decision (id),
  out_on TEXT NOT NULL,
  handed_to TEXT,
  n_out INTEGER,
  back_on TEXT,
  n_back INTEGER,
  note TEXT
) STRICT;
CREATE INDEX stock_round_decision_id ON stock_round (decision_id);

CREATE TABLE stock_sheet (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  stock_id INTEGER NOT NULL REFERENCES stock (id),
  pack_id INTEGER REFERENCES stock_pack (id),
  number INTEGER,
  code TEXT NOT NULL,
  state TEXT NOT NULL,
  changed_on TEXT,
  award_id INTEGER REFERENCES award (id),
  reason TEXT,
  used_on TEXT,
  spoiled_on TEXT,
  presented_on TEXT,
  destroyed_on TEXT,
  document TEXT,
  round_id INTEGER REFERENCES stock_round (id)
) STRICT;
CREATE INDEX stock_sheet_stock_id ON stock_sheet (stock_id);
CREATE INDEX stock_sheet_pack_id ON stock_sheet (pack_id);
CREATE INDEX stock_sheet_award_id ON stock_sheet (award_id);
CREATE INDEX stock_sheet_round_id ON stock_sheet (round_id);

CREATE TABLE calibration (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  printer TEXT NOT NULL,
  tray TEXT,
  stock_id INTEGER REFERENCES stock (id),
  width INTEGER,
  height INTEGER,
  shift_x INTEGER,
  shift_y INTEGER,
  scale_x INTEGER,
  scale_y INTEGER,
  rotation INTEGER,
  skew INTEGER,
  residual INTEGER,
  n_readings INTEGER,
  readings TEXT,
  measured_on TEXT NOT NULL,
  measured_by TEXT
) STRICT;
CREATE INDEX calibration_stock_id ON calibration (stock_id);

-- Beyond the descriptions: what must be single, and what is asked for.
CREATE UNIQUE INDEX stock_sheet_number ON stock_sheet (stock_id, number);
CREATE INDEX stock_sheet_state ON stock_sheet (stock_id, state);
