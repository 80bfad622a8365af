-- A comment may have one photograph.
ALTER TABLE diary_comments ADD COLUMN picture_id BIGINT REFERENCES pictures (id);
-- what it shows, in words
ALTER TABLE diary_comments ADD COLUMN alt TEXT NOT NULL DEFAULT '';
CREATE INDEX diary_comments_by_picture ON diary_comments (picture_id);

-- Photographs sent with a comment: once the form has had its time, those that hang nowhere go.
CREATE TABLE waiting_pictures (
    picture_id BIGINT NOT NULL PRIMARY KEY REFERENCES pictures (id),
    since BIGINT NOT NULL
);
CREATE INDEX waiting_pictures_by_time ON waiting_pictures (since);
