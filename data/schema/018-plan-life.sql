-- The life of a plan: later documents that change what holds, and what is done for it: works, exemplars, occasions,
-- difficulties, targets.

CREATE TABLE plan_change (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  date TEXT NOT NULL,
  issuer TEXT,
  valid_from TEXT NOT NULL,
  document TEXT,
  file_name TEXT,
  note TEXT
) STRICT;
CREATE INDEX plan_change_plan_id ON plan_change (plan_id);

CREATE TABLE plan_change_line (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  change_id INTEGER NOT NULL REFERENCES plan_change (id),
  what TEXT NOT NULL,
  deadline_id INTEGER REFERENCES deadline (id),
  day TEXT,
  award_form TEXT,
  giver_level TEXT,
  rule TEXT,
  kind TEXT,
  reason TEXT
) STRICT;
CREATE INDEX plan_change_line_change_id ON plan_change_line (change_id);
CREATE INDEX plan_change_line_deadline_id ON plan_change_line (deadline_id);

CREATE TABLE work (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  name TEXT NOT NULL,
  unit_id INTEGER REFERENCES unit (id),
  value INTEGER,
  begun TEXT,
  due TEXT,
  finished TEXT,
  state TEXT,
  note TEXT
) STRICT;
CREATE INDEX work_plan_id ON work (plan_id);
CREATE INDEX work_unit_id ON work (unit_id);

CREATE TABLE exemplar (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  name TEXT NOT NULL,
  subject_id INTEGER REFERENCES subject (id),
  unit_id INTEGER REFERENCES unit (id),
  found_on TEXT,
  state TEXT,
  media TEXT,
  document TEXT,
  file_name TEXT,
  note TEXT
) STRICT;
CREATE INDEX exemplar_plan_id ON exemplar (plan_id);
CREATE INDEX exemplar_subject_id ON exemplar (subject_id);
CREATE INDEX exemplar_unit_id ON exemplar (unit_id);

CREATE TABLE occasion (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  kind TEXT NOT NULL,
  name TEXT,
  day TEXT,
  place TEXT,
  who TEXT,
  document TEXT,
  file_name TEXT,
  note TEXT
) STRICT;
CREATE INDEX occasion_plan_id ON occasion (plan_id);

CREATE TABLE difficulty (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  text TEXT NOT NULL,
  unit_id INTEGER REFERENCES unit (id),
  raised_on TEXT,
  answer TEXT,
  answered_on TEXT
) STRICT;
CREATE INDEX difficulty_plan_id ON difficulty (plan_id);
CREATE INDEX difficulty_unit_id ON difficulty (unit_id);

CREATE TABLE target (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  name TEXT NOT NULL,
  planned TEXT,
  measure TEXT,
  actual TEXT,
  as_of TEXT,
  note TEXT
) STRICT;
CREATE INDEX target_plan_id ON target (plan_id);

-- The day a dossier came is the day whose rules hold for it.
ALTER TABLE nomination ADD COLUMN received_on TEXT;
-- What a criterion weighs, where a plan says so.
ALTER TABLE clause ADD COLUMN points INTEGER;
