-- Numbers that may not sign up again. The hash outlives the account it was banned with.
CREATE TABLE bans (
    -- HMAC of the number; nothing here leads back to it
    number_hash BYTEA NOT NULL PRIMARY KEY,
    -- whose number it was, while that account is here; no foreign key, since the ban outlives it
    member_id BIGINT,
    -- a word, as ban::Reason writes it
    reason TEXT NOT NULL,
    -- what the operators want to remember
    memo TEXT NOT NULL,
    operator_id BIGINT,
    banned_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX bans_by_member ON bans (member_id);
CREATE INDEX bans_by_end ON bans (expires_at);

-- Why a suspended member is kept out.
CREATE TABLE suspensions (
    member_id BIGINT NOT NULL PRIMARY KEY REFERENCES members (id),
    reason TEXT NOT NULL,
    memo TEXT NOT NULL,
    operator_id BIGINT,
    suspended_at BIGINT NOT NULL
);
