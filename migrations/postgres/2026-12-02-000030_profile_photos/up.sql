-- Photographs on a member's page, each with a visibility of its own; they are shown in the order of their ids.
CREATE TABLE profile_photos (
    id BIGINT NOT NULL PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    picture_id BIGINT NOT NULL REFERENCES pictures (id),
    alt TEXT NOT NULL,
    level SMALLINT NOT NULL,
    group_id BIGINT REFERENCES groups (id)
);
CREATE INDEX profile_photos_by_member ON profile_photos (member_id, id);
CREATE INDEX profile_photos_by_picture ON profile_photos (picture_id);
CREATE INDEX profile_photos_by_group ON profile_photos (group_id);
