-- One person, one record: more of what a subject is, its history, and the merging of doubles.

ALTER TABLE subject ADD COLUMN sort_name TEXT;
ALTER TABLE subject ADD COLUMN head_name TEXT;
ALTER TABLE subject ADD COLUMN id_kind TEXT;
ALTER TABLE subject ADD COLUMN nationality TEXT;
ALTER TABLE subject ADD COLUMN occupation TEXT;
ALTER TABLE subject ADD COLUMN leader_class TEXT;
ALTER TABLE subject ADD COLUMN party_member INTEGER NOT NULL DEFAULT 0 CHECK (party_member IN (0, 1));
ALTER TABLE subject ADD COLUMN enterprise INTEGER NOT NULL DEFAULT 0 CHECK (enterprise IN (0, 1));
ALTER TABLE subject ADD COLUMN size INTEGER;
ALTER TABLE subject ADD COLUMN note TEXT;
ALTER TABLE subject ADD COLUMN merged_into_id INTEGER REFERENCES subject (id);
CREATE INDEX subject_merged_into_id ON subject (merged_into_id);

-- What a decision said stays: also a household's address.
ALTER TABLE award ADD COLUMN residence TEXT;

-- The entities, made from their descriptions in src/model/.
CREATE TABLE other_name (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  name TEXT NOT NULL,
  kind TEXT,
  note TEXT
) STRICT;
CREATE INDEX other_name_subject_id ON other_name (subject_id);

CREATE TABLE subject_post (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  post TEXT,
  unit_id INTEGER REFERENCES unit (id),
  unit_name TEXT,
  from_date TEXT,
  to_date TEXT,
  note TEXT
) STRICT;
CREATE INDEX subject_post_subject_id ON subject_post (subject_id);
CREATE INDEX subject_post_unit_id ON subject_post (unit_id);

CREATE TABLE discipline (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  form TEXT NOT NULL,
  decision_number TEXT,
  from_date TEXT NOT NULL,
  to_date TEXT,
  note TEXT
) STRICT;
CREATE INDEX discipline_subject_id ON discipline (subject_id);

CREATE TABLE verification (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  since TEXT NOT NULL,
  until TEXT,
  source TEXT,
  note TEXT
) STRICT;
CREATE INDEX verification_subject_id ON verification (subject_id);

CREATE TABLE earlier_award (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  subject_id INTEGER NOT NULL REFERENCES subject (id),
  award_form TEXT NOT NULL,
  giver_text TEXT,
  decision_number TEXT,
  decision_date TEXT,
  achievement TEXT,
  unit_name TEXT,
  post TEXT,
  period_from TEXT,
  period_to TEXT,
  source TEXT
) STRICT;
CREATE INDEX earlier_award_subject_id ON earlier_award (subject_id);

CREATE TABLE distinct_pair (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  first_id INTEGER NOT NULL REFERENCES subject (id),
  second_id INTEGER NOT NULL REFERENCES subject (id),
  note TEXT
) STRICT;
CREATE INDEX distinct_pair_first_id ON distinct_pair (first_id);
CREATE INDEX distinct_pair_second_id ON distinct_pair (second_id);

CREATE TABLE subject_merge (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  kept_id INTEGER NOT NULL REFERENCES subject (id),
  dropped_id INTEGER NOT NULL REFERENCES subject (id)
) STRICT;
CREATE INDEX subject_merge_kept_id ON subject_merge (kept_id);
CREATE INDEX subject_merge_dropped_id ON subject_merge (dropped_id);

CREATE TABLE subject_move (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  merge_id INTEGER NOT NULL REFERENCES subject_merge (id),
  record_table TEXT NOT NULL,
  record_uuid TEXT NOT NULL,
  field TEXT,
  old_value TEXT,
  new_value TEXT
) STRICT;
CREATE INDEX subject_move_merge_id ON subject_move (merge_id);

-- Beyond the descriptions: a subject is merged once.
CREATE UNIQUE INDEX subject_merge_once ON subject_merge (dropped_id);
