-- A phone at the door that asks to be let in by the word of somebody who is signed in elsewhere.
CREATE TABLE approvals (
    -- SHA-256 of the guest's mark: the word lets this one phone in
    guest_hash BYTEA NOT NULL PRIMARY KEY,
    -- HMAC of the code it shows, and the code itself sealed, to be shown again
    code_hash BYTEA NOT NULL UNIQUE,
    code_sealed BYTEA NOT NULL,
    -- the phone in a few words
    device TEXT NOT NULL,
    -- who has said yes
    member_id BIGINT REFERENCES members (id),
    asked_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX approvals_by_end ON approvals (expires_at);
CREATE INDEX approvals_by_member ON approvals (member_id);
