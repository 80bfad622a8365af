-- What ties a member to the comments on an entry: that they commented, how far they have read, whether they want quiet.
CREATE TABLE diary_threads (
    member_id BIGINT NOT NULL REFERENCES members (id),
    entry_id BIGINT NOT NULL REFERENCES diary_entries (id),
    -- when they last commented; NULL where no comment of theirs stands
    commented_at BIGINT,
    -- the highest number there was when they last looked
    seen INTEGER NOT NULL,
    -- they want to be told nothing of this entry
    is_quiet BOOLEAN NOT NULL,
    PRIMARY KEY (member_id, entry_id)
) WITHOUT ROWID;
CREATE INDEX diary_threads_by_time ON diary_threads (member_id, commented_at, entry_id);
CREATE INDEX diary_threads_by_entry ON diary_threads (entry_id);

INSERT INTO diary_threads (member_id, entry_id, commented_at, seen, is_quiet)
    SELECT c.author_id, c.entry_id, max(c.posted_at), e.comments_given, FALSE
    FROM diary_comments c JOIN diary_entries e ON e.id = c.entry_id
    WHERE c.removed_at IS NULL
    GROUP BY c.author_id, c.entry_id, e.comments_given;
