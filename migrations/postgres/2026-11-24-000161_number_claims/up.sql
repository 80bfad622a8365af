-- Somebody new has proven a number that stands behind an account: its owner is asked for some days.
CREATE TABLE number_claims (
    id BIGINT NOT NULL PRIMARY KEY,
    number_hash BYTEA NOT NULL,
    -- whose number it was when the claim began; who claims it is kept nowhere
    member_id BIGINT NOT NULL REFERENCES members (id),
    -- 0 open, 1 the owner still has it, 2 released
    state SMALLINT NOT NULL,
    claimed_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX number_claims_open ON number_claims (number_hash) WHERE state = 0;
CREATE INDEX number_claims_by_number ON number_claims (number_hash);
CREATE INDEX number_claims_by_member ON number_claims (member_id);
