-- Reports that were asked for again: the day of the last letter, and how many letters there were.

ALTER TABLE report ADD COLUMN reminded_on TEXT;
ALTER TABLE report ADD COLUMN n_reminders INTEGER;
