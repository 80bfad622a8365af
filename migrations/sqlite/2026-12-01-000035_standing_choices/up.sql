-- What a member always begins with for a kind of thing (1 diary, 11 voices), whatever was chosen last.
CREATE TABLE standing_choices (
    member_id BIGINT NOT NULL REFERENCES members (id),
    kind SMALLINT NOT NULL,
    level SMALLINT NOT NULL,
    group_id BIGINT REFERENCES groups (id),
    PRIMARY KEY (member_id, kind)
) WITHOUT ROWID;
CREATE INDEX standing_choices_by_group ON standing_choices (group_id);
