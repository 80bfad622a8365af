-- Posts of newcomers that wait to be looked at. The post itself lies in its own table open to its author alone, so that
-- nothing else has to know of the wait.
CREATE TABLE held_posts (
    -- 1 an entry, 2 a voice
    kind SMALLINT NOT NULL,
    post_id BIGINT NOT NULL,
    author_id BIGINT NOT NULL REFERENCES members (id),
    -- whom its author wants to show it to
    level SMALLINT NOT NULL,
    group_id BIGINT,
    held_at BIGINT NOT NULL,
    PRIMARY KEY (kind, post_id)
);
CREATE INDEX held_posts_by_time ON held_posts (held_at, post_id);
CREATE INDEX held_posts_by_author ON held_posts (author_id);
CREATE INDEX held_posts_by_group ON held_posts (group_id);

-- Whose post was let through once: nothing of theirs waits again.
CREATE TABLE passed_newcomers (
    member_id INTEGER NOT NULL PRIMARY KEY REFERENCES members (id),
    passed_at BIGINT NOT NULL
);
