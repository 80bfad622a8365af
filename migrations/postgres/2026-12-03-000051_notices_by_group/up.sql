-- Of some kinds of notices, the group of friends whose doing a member wants to be told of; topic is its bit.
CREATE TABLE notice_groups (
    member_id BIGINT NOT NULL REFERENCES members (id),
    topic SMALLINT NOT NULL,
    group_id BIGINT NOT NULL REFERENCES groups (id),
    PRIMARY KEY (member_id, topic)
);
CREATE INDEX notice_groups_by_group ON notice_groups (group_id);
