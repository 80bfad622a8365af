-- Somebody would like two friends of theirs to meet. one_id is the smaller of the two; each answers in their own column
-- (0 not yet, 1 yes, 2 no), and the row stays until it is over, so that a no is told by nothing.
CREATE TABLE meetings (
    id INTEGER NOT NULL PRIMARY KEY,
    by_id BIGINT NOT NULL REFERENCES members (id),
    one_id BIGINT NOT NULL REFERENCES members (id),
    other_id BIGINT NOT NULL REFERENCES members (id),
    message TEXT NOT NULL,
    one_said SMALLINT NOT NULL,
    other_said SMALLINT NOT NULL,
    offered_at BIGINT NOT NULL,
    UNIQUE (by_id, one_id, other_id)
);
CREATE INDEX meetings_by_one ON meetings (one_id);
CREATE INDEX meetings_by_other ON meetings (other_id);
