-- Ceremonies: who is called up in which order, what came of it, and what belongs to an award beside the paper.

-- The entities, made from their descriptions in src/model/.
CREATE TABLE ceremony (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  day TEXT,
  hour TEXT,
  place TEXT,
  host TEXT,
  state TEXT,
  n_rows INTEGER,
  n_per_row INTEGER,
  note TEXT
) STRICT;

CREATE TABLE ceremony_line (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  ceremony_id INTEGER NOT NULL REFERENCES ceremony (id),
  position INTEGER,
  award_id INTEGER NOT NULL REFERENCES award (id),
  receiver TEXT,
  seat TEXT,
  presence TEXT,
  received_by TEXT,
  received_on TEXT,
  sent_by TEXT,
  carried_to_id INTEGER REFERENCES ceremony_line (id),
  note TEXT
) STRICT;
CREATE INDEX ceremony_line_ceremony_id ON ceremony_line (ceremony_id);
CREATE INDEX ceremony_line_award_id ON ceremony_line (award_id);
CREATE INDEX ceremony_line_carried_to_id ON ceremony_line (carried_to_id);

CREATE TABLE kit_part (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  award_form TEXT NOT NULL,
  giver_level TEXT,
  item TEXT NOT NULL,
  name TEXT,
  n_person INTEGER,
  n_collective INTEGER,
  n_household INTEGER,
  valid_from TEXT,
  note TEXT
) STRICT;
