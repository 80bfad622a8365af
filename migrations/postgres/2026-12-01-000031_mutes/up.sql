-- Whose news of a kind (1 diary, 11 voices) a member does not want to see, and until when.
CREATE TABLE mutes (
    member_id BIGINT NOT NULL REFERENCES members (id),
    kind SMALLINT NOT NULL,
    muted_id BIGINT NOT NULL REFERENCES members (id),
    until_at BIGINT NOT NULL,
    PRIMARY KEY (member_id, kind, muted_id)
);
CREATE INDEX mutes_by_muted ON mutes (muted_id);
CREATE INDEX mutes_over ON mutes (until_at);

-- Whom a member keeps at hand. Nobody else ever learns of it.
CREATE TABLE favourites (
    member_id BIGINT NOT NULL REFERENCES members (id),
    favourite_id BIGINT NOT NULL REFERENCES members (id),
    since BIGINT NOT NULL,
    PRIMARY KEY (member_id, favourite_id)
);
CREATE INDEX favourites_by_favourite ON favourites (favourite_id);
