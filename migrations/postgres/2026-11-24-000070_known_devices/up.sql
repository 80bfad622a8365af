-- Phones that a member has signed in on: waits that strangers cause at the door are not theirs.
CREATE TABLE known_devices (
    id BIGINT NOT NULL PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    -- SHA-256 of the mark in the phone's cookie; a family's one phone has one mark
    mark_hash BYTEA NOT NULL,
    -- the phone in a few words
    device TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    UNIQUE (member_id, mark_hash)
);
CREATE INDEX known_devices_by_mark ON known_devices (mark_hash);
