-- Passkeys of members: the public half of a key that never leaves the phone.
CREATE TABLE passkeys (
    id INTEGER NOT NULL PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    -- what the phone calls the key, and what it is looked up by
    credential BLOB NOT NULL UNIQUE,
    public_key BLOB NOT NULL,
    -- how often the phone says it has signed; 0 where it does not count
    counter BIGINT NOT NULL,
    -- the phone it was made on, in a few words
    device TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL
);
CREATE INDEX passkeys_by_member ON passkeys (member_id);
