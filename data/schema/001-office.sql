-- The first version of the office file.
-- A released step is never edited: what comes later adds columns and tables in a step of its own.

-- The log: who did what, with what it changed, chained by hash. Not part of any changeset.
CREATE TABLE change_actor (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  system_user TEXT NOT NULL,
  UNIQUE (name, system_user)
) STRICT;

CREATE TABLE change_entry (
  seq INTEGER PRIMARY KEY NOT NULL,
  made_at TEXT NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES change_actor (id),
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target INTEGER REFERENCES change_entry (seq),
  name TEXT NOT NULL,
  barrier TEXT,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
  n_changes INTEGER NOT NULL,
  hash BLOB NOT NULL,
  changeset BLOB NOT NULL
) STRICT;
CREATE INDEX change_entry_state ON change_entry (state, kind, seq);

-- The entities, made from their descriptions in src/model/.
CREATE TABLE office (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  province TEXT
) STRICT;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  short_name TEXT,
  kind TEXT,
  code TEXT,
  parent_id INTEGER REFERENCES unit (id),
  printed_name TEXT,
  valid_from TEXT,
  valid_to TEXT
) STRICT;
CREATE INDEX unit_parent_id ON unit (parent_id);

CREATE TABLE plan (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  number TEXT,
  symbol TEXT,
  doc_type TEXT,
  issuer TEXT,
  place TEXT,
  issue_date TEXT,
  short_name TEXT,
  theme TEXT,
  start_date TEXT,
  start_text TEXT,
  end_date TEXT,
  end_text TEXT,
  end_kind TEXT,
  signer_name TEXT,
  signer_capacity TEXT,
  signer_position TEXT,
  recipients TEXT,
  legal_bases TEXT
) STRICT;

CREATE TABLE clause (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  parent_id INTEGER REFERENCES clause (id),
  position INTEGER NOT NULL,
  level INTEGER,
  marker TEXT,
  marker_kind TEXT,
  path TEXT,
  form TEXT,
  title TEXT,
  body TEXT,
  role TEXT,
  first_line INTEGER,
  last_line INTEGER
) STRICT;
CREATE INDEX clause_plan_id ON clause (plan_id);
CREATE INDEX clause_parent_id ON clause (parent_id);

CREATE TABLE allowance (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  position INTEGER,
  award_form TEXT NOT NULL,
  giver_level TEXT,
  giver_text TEXT,
  rule TEXT NOT NULL,
  kind TEXT,
  reason TEXT,
  clause_id INTEGER REFERENCES clause (id)
) STRICT;
CREATE INDEX allowance_plan_id ON allowance (plan_id);
CREATE INDEX allowance_clause_id ON allowance (clause_id);

CREATE TABLE task (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  position INTEGER,
  assignee TEXT NOT NULL,
  mode TEXT,
  body TEXT NOT NULL,
  due_date TEXT,
  due_text TEXT,
  clause_id INTEGER REFERENCES clause (id)
) STRICT;
CREATE INDEX task_plan_id ON task (plan_id);
CREATE INDEX task_clause_id ON task (clause_id);

CREATE TABLE giver (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  level TEXT NOT NULL,
  body_name TEXT,
  governing_body TEXT,
  symbol TEXT,
  place TEXT,
  signer_capacity TEXT,
  signer_position TEXT,
  signer_name TEXT,
  fund TEXT,
  unit_id INTEGER REFERENCES unit (id),
  proposer TEXT,
  executors TEXT,
  filing TEXT,
  recipients TEXT
) STRICT;
CREATE INDEX giver_unit_id ON giver (unit_id);

CREATE TABLE subject (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  birth TEXT,
  sex TEXT,
  citizen_id TEXT,
  address_form TEXT,
  post TEXT,
  unit_id INTEGER REFERENCES unit (id),
  residence TEXT
) STRICT;
CREATE INDEX subject_unit_id ON subject (unit_id);

CREATE TABLE nomination (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  award_form TEXT NOT NULL,
  giver_id INTEGER NOT NULL REFERENCES giver (id),
  kind TEXT NOT NULL,
  unit_id INTEGER REFERENCES unit (id),
  post TEXT,
  achievement TEXT,
  period_from TEXT,
  period_to TEXT,
  posthumous INTEGER NOT NULL DEFAULT 0 CHECK (posthumous IN (0, 1)),
  printed_name TEXT,
  state TEXT,
  position INTEGER
) STRICT;
CREATE INDEX nomination_subject_id ON nomination (subject_id);
CREATE INDEX nomination_plan_id ON nomination (plan_id);
CREATE INDEX nomination_giver_id ON nomination (giver_id);
CREATE INDEX nomination_unit_id ON nomination (unit_id);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  number TEXT,
  date TEXT,
  title TEXT NOT NULL,
  giver_id INTEGER NOT NULL REFERENCES giver (id),
  plan_id INTEGER REFERENCES plan (id),
  state TEXT,
  signer_capacity TEXT,
  signer_position TEXT,
  signer_name TEXT,
  achievement TEXT,
  proposal TEXT,
  anchor TEXT
) STRICT;
CREATE INDEX decision_giver_id ON decision (giver_id);
CREATE INDEX decision_plan_id ON decision (plan_id);

CREATE TABLE award (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  decision_id INTEGER NOT NULL REFERENCES decision (id),
  nomination_id INTEGER REFERENCES nomination (id),
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  giver_id INTEGER NOT NULL REFERENCES giver (id),
  position INTEGER,
  subject_name TEXT NOT NULL,
  printed_name TEXT,
  subject_kind TEXT,
  unit_id INTEGER REFERENCES unit (id),
  unit_name TEXT,
  post TEXT,
  award_form TEXT NOT NULL,
  kind TEXT,
  achievement TEXT,
  period_from TEXT,
  period_to TEXT,
  posthumous INTEGER NOT NULL DEFAULT 0 CHECK (posthumous IN (0, 1)),
  register_year INTEGER,
  register_number INTEGER,
  coefficient INTEGER,
  factor INTEGER,
  base_salary INTEGER,
  money INTEGER,
  money_note TEXT
) STRICT;
CREATE INDEX award_decision_id ON award (decision_id);
CREATE INDEX award_nomination_id ON award (nomination_id);
CREATE INDEX award_subject_id ON award (subject_id);
CREATE INDEX award_giver_id ON award (giver_id);
CREATE INDEX award_unit_id ON award (unit_id);

-- Beyond the descriptions: what must be single.
CREATE UNIQUE INDEX unit_code ON unit (code);
CREATE UNIQUE INDEX award_register ON award (giver_id, register_year, register_number);
CREATE INDEX subject_citizen_id ON subject (citizen_id);
CREATE INDEX subject_name ON subject (name);
