-- Ten digits by which a member is found by whoever was given them.
CREATE TABLE friend_codes (
    member_id BIGINT NOT NULL PRIMARY KEY REFERENCES members (id),
    code TEXT NOT NULL UNIQUE,
    made_at BIGINT NOT NULL
);
