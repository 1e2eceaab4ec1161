-- Templates of the office, and what was changed for one recipient.

-- The entities, made from their descriptions in src/model/.
CREATE TABLE certificate_template (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  based_on TEXT,
  changed_on TEXT,
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  xml TEXT NOT NULL
) STRICT;

CREATE TABLE template_underlay (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  template_name TEXT NOT NULL,
  file_name TEXT,
  image TEXT NOT NULL,
  pixel_width INTEGER,
  pixel_height INTEGER,
  marks TEXT
) STRICT;

CREATE TABLE award_layout (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  award_id INTEGER NOT NULL REFERENCES award (id),
  template_name TEXT NOT NULL,
  box TEXT NOT NULL,
  text TEXT,
  dx INTEGER,
  dy INTEGER,
  size INTEGER
) STRICT;
CREATE INDEX award_layout_award_id ON award_layout (award_id);

-- Files of any kind by the SHA-256 of their bytes. They are not part of what is undone, so that a scan of 20 MB
-- does not stand in the log again with every change of it: what nothing refers to any more stays for some weeks.
CREATE TABLE attachment (
  hash TEXT PRIMARY KEY NOT NULL,
  bytes BLOB NOT NULL,
  unused_since TEXT
) STRICT;

-- Beyond the descriptions: what must be single.
CREATE UNIQUE INDEX certificate_template_name ON certificate_template (name);
CREATE UNIQUE INDEX template_underlay_template_name ON template_underlay (template_name);
CREATE UNIQUE INDEX award_layout_box ON award_layout (award_id, template_name, box);
