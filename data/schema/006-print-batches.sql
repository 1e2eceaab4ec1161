-- Print batches: what was sent to a printer, sheet by sheet.

-- The entities, made from their descriptions in src/model/.
CREATE TABLE print_batch (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  decision_id INTEGER NOT NULL REFERENCES decision (id),
  printer TEXT NOT NULL,
  printer_name TEXT,
  tray TEXT,
  stock_id INTEGER REFERENCES stock (id),
  calibration_id INTEGER REFERENCES calibration (id),
  template_name TEXT,
  sort_order TEXT,
  with_ornament INTEGER NOT NULL DEFAULT 0 CHECK (with_ornament IN (0, 1)),
  copies INTEGER,
  first_number INTEGER,
  chunk_size INTEGER,
  n_pages INTEGER,
  n_sent INTEGER,
  n_printed INTEGER,
  state TEXT NOT NULL,
  started_on TEXT,
  note TEXT
) STRICT;
CREATE INDEX print_batch_decision_id ON print_batch (decision_id);
CREATE INDEX print_batch_stock_id ON print_batch (stock_id);
CREATE INDEX print_batch_calibration_id ON print_batch (calibration_id);

CREATE TABLE print_chunk (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  batch_id INTEGER NOT NULL REFERENCES print_batch (id),
  position INTEGER,
  tag TEXT,
  job_number INTEGER,
  state TEXT NOT NULL,
  first_page INTEGER,
  n_pages INTEGER,
  sent_at TEXT
) STRICT;
CREATE INDEX print_chunk_batch_id ON print_chunk (batch_id);

CREATE TABLE print_page (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  batch_id INTEGER NOT NULL REFERENCES print_batch (id),
  chunk_id INTEGER REFERENCES print_chunk (id),
  position INTEGER,
  award_id INTEGER REFERENCES award (id),
  sheet_id INTEGER REFERENCES stock_sheet (id),
  state TEXT NOT NULL
) STRICT;
CREATE INDEX print_page_batch_id ON print_page (batch_id);
CREATE INDEX print_page_chunk_id ON print_page (chunk_id);
CREATE INDEX print_page_award_id ON print_page (award_id);
CREATE INDEX print_page_sheet_id ON print_page (sheet_id);

-- Beyond the descriptions: what is asked for.
CREATE INDEX print_batch_state ON print_batch (state);
CREATE INDEX print_page_state ON print_page (batch_id, state);
