-- Somebody would like two friends of theirs to meet. one_id is the smaller of the two; each says yes in their own column.
CREATE TABLE meetings (
    id INTEGER NOT NULL PRIMARY KEY,
    by_id BIGINT NOT NULL REFERENCES members (id),
    one_id BIGINT NOT NULL REFERENCES members (id),
    other_id BIGINT NOT NULL REFERENCES members (id),
    message TEXT NOT NULL,
    one_agrees BOOLEAN NOT NULL,
    other_agrees BOOLEAN NOT NULL,
    offered_at BIGINT NOT NULL,
    UNIQUE (by_id, one_id, other_id)
);
CREATE INDEX meetings_by_one ON meetings (one_id);
CREATE INDEX meetings_by_other ON meetings (other_id);
