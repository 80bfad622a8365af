-- Entries with comments of others that their authors have opened to all members: from this moment on they are open.
CREATE TABLE diary_openings (
    entry_id BIGINT NOT NULL PRIMARY KEY REFERENCES diary_entries (id),
    opens_at BIGINT NOT NULL
);
CREATE INDEX diary_openings_due ON diary_openings (opens_at);
