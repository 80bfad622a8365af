-- Keypad phones on which a long PIN of digits stands for the password.
CREATE TABLE pinned_phones (
    id BIGINT NOT NULL PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    -- SHA-256 of the token in the phone's cookie, or in the address it keeps as a bookmark
    token_hash BYTEA NOT NULL UNIQUE,
    -- Argon2id in PHC form
    pin_hash TEXT NOT NULL,
    in_path BOOLEAN NOT NULL,
    -- the family of device profiles; a token in an address is good in this one alone
    family TEXT NOT NULL,
    -- the phone in a few words
    device TEXT NOT NULL,
    tries_left SMALLINT NOT NULL,
    made_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL
);
CREATE INDEX pinned_phones_by_member ON pinned_phones (member_id);
