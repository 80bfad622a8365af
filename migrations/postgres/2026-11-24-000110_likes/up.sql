-- A sign that somebody liked an entry: one a member.
CREATE TABLE diary_likes (
    entry_id BIGINT NOT NULL REFERENCES diary_entries (id),
    member_id BIGINT NOT NULL REFERENCES members (id),
    -- 1 heart, 2 thumb, 3 smile, 4 tear, 5 sparkles
    sign SMALLINT NOT NULL,
    liked_at BIGINT NOT NULL,
    PRIMARY KEY (entry_id, member_id)
);
CREATE INDEX diary_likes_by_member ON diary_likes (member_id);
