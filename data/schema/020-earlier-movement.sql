-- The movement whose awards are the reason why a plan does not give a form again.

ALTER TABLE allowance ADD COLUMN earlier_plan_id INTEGER REFERENCES plan (id);
CREATE INDEX allowance_earlier_plan_id ON allowance (earlier_plan_id);
