-- Print batches of a ceremony: the certificates of several decisions in the order of the calling list.

ALTER TABLE print_batch ADD COLUMN ceremony_id INTEGER REFERENCES ceremony (id);
CREATE INDEX print_batch_ceremony_id ON print_batch (ceremony_id);
