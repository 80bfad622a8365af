-- A voice: one line for those whom it is open to.
CREATE TABLE voices (
    id BIGINT NOT NULL PRIMARY KEY,
    author_id BIGINT NOT NULL REFERENCES members (id),
    body TEXT NOT NULL,
    level SMALLINT NOT NULL,
    group_id BIGINT,
    posted_at BIGINT NOT NULL
);
CREATE INDEX voices_by_author ON voices (author_id, id, level);
CREATE INDEX voices_by_group ON voices (group_id);
