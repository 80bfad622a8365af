DROP TABLE waiting_pictures;
DROP INDEX diary_comments_by_picture;
ALTER TABLE diary_comments DROP COLUMN alt;
ALTER TABLE diary_comments DROP COLUMN picture_id;
