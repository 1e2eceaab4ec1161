-- The official file of the state emblem, where what is written on a blank's dots begins, and the English
-- beside the Vietnamese on a certificate for a foreigner.
CREATE TABLE emblem (
  id INTEGER PRIMARY KEY NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  format TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  added_on TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;

ALTER TABLE stock_part ADD COLUMN places TEXT;

ALTER TABLE giver ADD COLUMN name_english TEXT;
ALTER TABLE decision ADD COLUMN achievement_english TEXT;
ALTER TABLE award ADD COLUMN post_english TEXT;
ALTER TABLE award ADD COLUMN achievement_english TEXT;
