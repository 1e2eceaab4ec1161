-- Where units lie, what happens to them, how plans call them, and the blocs they compete in.
ALTER TABLE unit ADD COLUMN place_id INTEGER REFERENCES unit (id);
CREATE INDEX unit_place_id ON unit (place_id);

CREATE TABLE unit_act (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  date TEXT NOT NULL,
  document TEXT,
  issuer TEXT,
  note TEXT
) STRICT;

CREATE TABLE unit_act_part (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  act_id INTEGER NOT NULL REFERENCES unit_act (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  role TEXT NOT NULL,
  name TEXT,
  short_name TEXT,
  printed_name TEXT,
  parent_id INTEGER REFERENCES unit (id),
  place_id INTEGER REFERENCES unit (id)
) STRICT;
CREATE INDEX unit_act_part_act_id ON unit_act_part (act_id);
CREATE INDEX unit_act_part_unit_id ON unit_act_part (unit_id);
CREATE INDEX unit_act_part_parent_id ON unit_act_part (parent_id);
CREATE INDEX unit_act_part_place_id ON unit_act_part (place_id);

CREATE TABLE unit_group (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  position INTEGER,
  name TEXT NOT NULL,
  words TEXT,
  kinds TEXT,
  parent_id INTEGER REFERENCES unit (id)
) STRICT;
CREATE INDEX unit_group_parent_id ON unit_group (parent_id);

CREATE TABLE bloc (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  head_id INTEGER REFERENCES unit (id),
  deputy_id INTEGER REFERENCES unit (id),
  agreement TEXT,
  agreement_date TEXT
) STRICT;
CREATE INDEX bloc_head_id ON bloc (head_id);
CREATE INDEX bloc_deputy_id ON bloc (deputy_id);

CREATE TABLE bloc_member (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  bloc_id INTEGER NOT NULL REFERENCES bloc (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  position INTEGER
) STRICT;
CREATE INDEX bloc_member_bloc_id ON bloc_member (bloc_id);
CREATE INDEX bloc_member_unit_id ON bloc_member (unit_id);
