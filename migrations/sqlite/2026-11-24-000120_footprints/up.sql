-- When the owner thanked the visitor for this footprint.
ALTER TABLE footprints ADD COLUMN thanked_at BIGINT;
CREATE INDEX footprints_by_day ON footprints (day);

-- Round numbers of the counter, and whose footprint reached them.
CREATE TABLE footprint_milestones (
    owner_id BIGINT NOT NULL REFERENCES members (id),
    number BIGINT NOT NULL,
    visitor_id BIGINT NOT NULL REFERENCES members (id),
    day INTEGER NOT NULL,
    reached_at BIGINT NOT NULL,
    PRIMARY KEY (owner_id, number)
) WITHOUT ROWID;
CREATE INDEX footprint_milestones_by_visitor ON footprint_milestones (visitor_id);

-- Footprints taken back late: so many a month.
CREATE TABLE footprint_take_backs (
    id INTEGER NOT NULL PRIMARY KEY,
    visitor_id BIGINT NOT NULL REFERENCES members (id),
    taken_at BIGINT NOT NULL
);
CREATE INDEX footprint_take_backs_by_visitor ON footprint_take_backs (visitor_id, taken_at);

-- What a member has switched on: a row is yes.
CREATE TABLE preferences (
    member_id BIGINT NOT NULL REFERENCES members (id),
    -- 1 leaves and sees no footprints, 2 may be named at round numbers
    kind SMALLINT NOT NULL,
    PRIMARY KEY (member_id, kind)
) WITHOUT ROWID;
