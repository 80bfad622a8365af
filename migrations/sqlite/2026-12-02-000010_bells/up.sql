-- Phones that ring when something waits. Each goes with the session it was named in, whatever ends that.
CREATE TABLE bells (
    id INTEGER NOT NULL PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    session_id BIGINT NOT NULL UNIQUE REFERENCES sessions (id) ON DELETE CASCADE,
    -- where the phone's push service takes its messages; the hash is SHA-256 of that long random address
    endpoint_sealed BLOB NOT NULL,
    endpoint_hash BLOB NOT NULL UNIQUE,
    -- the phone in a few words
    device TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    -- the first and the last of what has happened and was not rung for; none while nothing waits
    since BIGINT,
    stirred_at BIGINT,
    -- when it is looked at next; none while nothing waits
    due_at BIGINT,
    rung_at BIGINT,
    -- how often it has rung since its owner looked
    unheard SMALLINT NOT NULL,
    tries SMALLINT NOT NULL,
    failing_since BIGINT
);
CREATE INDEX bells_by_member ON bells (member_id);
CREATE INDEX bells_due ON bells (due_at) WHERE due_at IS NOT NULL;

-- Key pairs of the site's own, sealed. 1 signs what goes to push services.
CREATE TABLE key_pairs (
    id INTEGER NOT NULL PRIMARY KEY,
    sealed BLOB NOT NULL,
    made_at BIGINT NOT NULL
);

-- Bits of the topics that phones ring for: at first what letters tell of, without the entries of friends.
ALTER TABLE notice_settings ADD COLUMN rung SMALLINT NOT NULL DEFAULT 0;
UPDATE notice_settings SET rung = mailed & 63;
