-- Lists that were taken in: the original rows beside the records made from them, for ever, and what the
-- columns of each sender hold.

-- The entities, made from their descriptions in src/model/.
CREATE TABLE list_import (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  purpose TEXT NOT NULL,
  sender_id INTEGER REFERENCES unit (id),
  plan_id INTEGER REFERENCES plan (id),
  n_rows INTEGER,
  n_taken INTEGER,
  n_returned INTEGER
) STRICT;
CREATE INDEX list_import_sender_id ON list_import (sender_id);
CREATE INDEX list_import_plan_id ON list_import (plan_id);

CREATE TABLE list_row (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  import_id INTEGER NOT NULL REFERENCES list_import (id),
  sheet TEXT,
  line INTEGER,
  cells TEXT,
  fingerprint TEXT,
  subject_id INTEGER REFERENCES subject (id),
  nomination_id INTEGER REFERENCES nomination (id),
  earlier_award_id INTEGER REFERENCES earlier_award (id)
) STRICT;
CREATE INDEX list_row_import_id ON list_row (import_id);
CREATE INDEX list_row_subject_id ON list_row (subject_id);
CREATE INDEX list_row_nomination_id ON list_row (nomination_id);
CREATE INDEX list_row_earlier_award_id ON list_row (earlier_award_id);

CREATE TABLE list_layout (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  sender_id INTEGER NOT NULL REFERENCES unit (id),
  fingerprint TEXT NOT NULL,
  mapping TEXT NOT NULL
) STRICT;
CREATE INDEX list_layout_sender_id ON list_layout (sender_id);

-- The day of a merge stands in the time line of the one that went on.
ALTER TABLE subject_merge ADD COLUMN made_on TEXT;
