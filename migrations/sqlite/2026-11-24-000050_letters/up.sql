-- Letters, and the addresses they go to.
CREATE TABLE emails (
    member_id INTEGER NOT NULL PRIMARY KEY REFERENCES members (id),
    -- HMAC of the folded address under a key that is not in the database
    address_hash BLOB NOT NULL UNIQUE,
    -- AEAD, bound to this row's member
    address_sealed BLOB NOT NULL,
    confirmed_at BIGINT NOT NULL
);

-- An address somebody has named and not yet confirmed; it is worth nothing until then.
CREATE TABLE email_claims (
    member_id INTEGER NOT NULL PRIMARY KEY REFERENCES members (id),
    -- SHA-256 of the token in the link; the token itself is only in the letter
    token_hash BLOB NOT NULL UNIQUE,
    address_sealed BLOB NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE letters (
    id INTEGER NOT NULL PRIMARY KEY,
    -- address, subject and words together, sealed; emptied once it is settled
    sealed BLOB NOT NULL,
    -- 0 waiting, 1 being sent, 2 accepted, 3 refused, 4 unknown, 5 expired
    state SMALLINT NOT NULL,
    tries SMALLINT NOT NULL,
    due_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    error TEXT,
    created_at BIGINT NOT NULL,
    settled_at BIGINT
);
CREATE INDEX letters_due ON letters (state, due_at);
