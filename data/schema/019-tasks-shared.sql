-- Who takes part in a task, and the file that shows how it was done.

ALTER TABLE task ADD COLUMN partners TEXT;
ALTER TABLE task ADD COLUMN document TEXT;
ALTER TABLE task ADD COLUMN file_name TEXT;
