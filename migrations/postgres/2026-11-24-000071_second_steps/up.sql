-- Somebody at the door who has given the first factor and is asked for the second.
CREATE TABLE second_steps (
    -- SHA-256 of the guest's mark: good on the phone that gave the first one alone
    guest_hash BYTEA NOT NULL PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    -- what the try for the first one was counted under (a keyed hash), so that it is forgotten at the end
    tried BYTEA,
    tries_left SMALLINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX second_steps_by_end ON second_steps (expires_at);
