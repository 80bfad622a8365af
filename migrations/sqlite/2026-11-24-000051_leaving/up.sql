-- Members who have asked to leave and may still come back.
CREATE TABLE leavings (
    member_id INTEGER NOT NULL PRIMARY KEY REFERENCES members (id),
    asked_at BIGINT NOT NULL,
    -- from then on everything of theirs is deleted
    delete_at BIGINT NOT NULL
);
CREATE INDEX leavings_by_end ON leavings (delete_at);

-- Picture files that nobody's row names any more, until a worker has deleted them.
CREATE TABLE loose_files (
    digest TEXT NOT NULL PRIMARY KEY,
    since BIGINT NOT NULL
) WITHOUT ROWID;
