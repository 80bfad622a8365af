-- How fresh each author is: one row an author, changed when they post. A feed looks only at the freshest of a circle.
CREATE TABLE newest_entries (
    author_id BIGINT NOT NULL PRIMARY KEY REFERENCES members (id),
    -- nothing of theirs is newer; it may be gone by now
    entry_id BIGINT NOT NULL,
    -- the same of what friends of friends or all members may read; 0 if there never was any
    open_id BIGINT NOT NULL,
    -- grows with every change, so that a process learns only what it does not know yet
    change BIGINT NOT NULL
);
CREATE INDEX newest_entries_by_change ON newest_entries (change);
INSERT INTO newest_entries (author_id, entry_id, open_id, change)
    SELECT author_id, max(id), coalesce(max(CASE WHEN level <= 1 THEN id END), 0),
        row_number() OVER (ORDER BY author_id)
    FROM diary_entries GROUP BY author_id;
