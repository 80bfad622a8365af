-- A standing wish of an author: what is so many months old is narrowed to this level (2 friends, 4 only me).
CREATE TABLE diary_narrowings (
    member_id BIGINT NOT NULL PRIMARY KEY REFERENCES members (id),
    months SMALLINT NOT NULL,
    level SMALLINT NOT NULL,
    due_at BIGINT NOT NULL
);
CREATE INDEX diary_narrowings_due ON diary_narrowings (due_at);
