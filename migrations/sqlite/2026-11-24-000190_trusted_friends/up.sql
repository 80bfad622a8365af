-- Whom a member has chosen to vouch for them on the way back. Whether somebody counts is asked when they press.
CREATE TABLE trusted_friends (
    member_id BIGINT NOT NULL REFERENCES members (id),
    friend_id BIGINT NOT NULL REFERENCES members (id),
    chosen_at BIGINT NOT NULL,
    PRIMARY KEY (member_id, friend_id)
);
CREATE INDEX trusted_friends_by_friend ON trusted_friends (friend_id);

-- One friend asked on one way back: three numbers, one of them its sign, and what was answered.
CREATE TABLE friend_asks (
    id INTEGER NOT NULL PRIMARY KEY,
    -- of recoveries, where the row may be gone before this one
    recovery_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL REFERENCES members (id),
    friend_id BIGINT NOT NULL REFERENCES members (id),
    -- in the order they are shown
    first_number SMALLINT NOT NULL,
    second_number SMALLINT NOT NULL,
    third_number SMALLINT NOT NULL,
    -- none yet; 1 the right number, 2 "not them", 3 a wrong number, 4 taken back
    answer SMALLINT,
    asked_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    UNIQUE (recovery_id, friend_id)
);
CREATE INDEX friend_asks_by_member ON friend_asks (member_id);
CREATE INDEX friend_asks_by_friend ON friend_asks (friend_id);
CREATE INDEX friend_asks_by_end ON friend_asks (expires_at);
