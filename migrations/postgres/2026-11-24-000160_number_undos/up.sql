-- A number that was changed, for as long as it can still come back: until then nobody else may have it.
CREATE TABLE number_undos (
    id BIGINT NOT NULL PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    -- the number that went, as it stood in phones
    number_hash BYTEA NOT NULL,
    number_sealed BYTEA NOT NULL,
    -- the password of that day (Argon2id in PHC form): whoever takes the change back gives it
    password_hash TEXT NOT NULL,
    -- keyed hash of the code in the text to the old number
    code_hash BYTEA NOT NULL UNIQUE,
    -- SHA-256 of the link in the letter, if there was one
    link_hash BYTEA UNIQUE,
    changed_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL
);
CREATE INDEX number_undos_by_member ON number_undos (member_id);
CREATE INDEX number_undos_by_number ON number_undos (number_hash);
