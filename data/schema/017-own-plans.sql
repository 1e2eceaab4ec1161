-- Plans the office writes itself, or a unit: what they come from, how far they are, and clauses whose words are made
-- from facts.

ALTER TABLE plan ADD COLUMN state TEXT;
ALTER TABLE plan ADD COLUMN marks TEXT;
ALTER TABLE plan ADD COLUMN unit_id INTEGER REFERENCES unit (id);
ALTER TABLE plan ADD COLUMN parent_plan_id INTEGER REFERENCES plan (id);
ALTER TABLE plan ADD COLUMN predecessor_plan_id INTEGER REFERENCES plan (id);
CREATE INDEX plan_unit_id ON plan (unit_id);
CREATE INDEX plan_parent_plan_id ON plan (parent_plan_id);
CREATE INDEX plan_predecessor_plan_id ON plan (predecessor_plan_id);

ALTER TABLE clause ADD COLUMN binding TEXT;
ALTER TABLE clause ADD COLUMN refers_to TEXT;
