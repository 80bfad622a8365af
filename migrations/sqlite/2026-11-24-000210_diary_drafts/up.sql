-- What somebody has begun to write and not posted; only its author ever sees it.
CREATE TABLE diary_drafts (
    id INTEGER NOT NULL PRIMARY KEY,
    author_id BIGINT NOT NULL REFERENCES members (id),
    -- the entry it would change; of a new one there is none
    entry_id BIGINT REFERENCES diary_entries (id),
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    -- how long the body is, as people count
    characters INTEGER NOT NULL,
    -- NULL where none was chosen yet
    level SMALLINT,
    group_id BIGINT,
    kept_at BIGINT NOT NULL
);
CREATE INDEX diary_drafts_by_author ON diary_drafts (author_id, kept_at);
CREATE INDEX diary_drafts_by_entry ON diary_drafts (entry_id);
CREATE INDEX diary_drafts_by_group ON diary_drafts (group_id);

CREATE TABLE diary_draft_photos (
    draft_id BIGINT NOT NULL REFERENCES diary_drafts (id),
    position SMALLINT NOT NULL,
    picture_id BIGINT NOT NULL REFERENCES pictures (id),
    alt TEXT NOT NULL,
    PRIMARY KEY (draft_id, position)
) WITHOUT ROWID;
CREATE INDEX diary_draft_photos_by_picture ON diary_draft_photos (picture_id);
