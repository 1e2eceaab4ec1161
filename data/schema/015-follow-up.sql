-- Following plans up: the events they wait for, what is due by when, and the reports of units.

CREATE TABLE event (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  day TEXT,
  note TEXT
) STRICT;

CREATE TABLE deadline (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  position INTEGER,
  what TEXT NOT NULL,
  who TEXT,
  is_report INTEGER NOT NULL DEFAULT 0 CHECK (is_report IN (0, 1)),
  due_date TEXT,
  due_text TEXT,
  due_kind TEXT,
  event_id INTEGER REFERENCES event (id),
  clause_id INTEGER REFERENCES clause (id)
) STRICT;
CREATE INDEX deadline_plan_id ON deadline (plan_id);
CREATE INDEX deadline_event_id ON deadline (event_id);
CREATE INDEX deadline_clause_id ON deadline (clause_id);

CREATE TABLE report (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  deadline_id INTEGER NOT NULL REFERENCES deadline (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  received_on TEXT,
  number TEXT,
  document TEXT,
  file_name TEXT,
  note TEXT
) STRICT;
CREATE INDEX report_deadline_id ON report (deadline_id);
CREATE INDEX report_unit_id ON report (unit_id);

ALTER TABLE plan ADD COLUMN end_event_id INTEGER REFERENCES event (id);
ALTER TABLE plan ADD COLUMN lead TEXT;
CREATE INDEX plan_end_event_id ON plan (end_event_id);

ALTER TABLE task ADD COLUMN due_event_id INTEGER REFERENCES event (id);
ALTER TABLE task ADD COLUMN state TEXT;
ALTER TABLE task ADD COLUMN done_on TEXT;
ALTER TABLE task ADD COLUMN note TEXT;
CREATE INDEX task_due_event_id ON task (due_event_id);
