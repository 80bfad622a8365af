-- What happened at the door and at the operators' desk: who, what, when, and no secret.
CREATE TABLE security_events (
    id INTEGER NOT NULL PRIMARY KEY,
    -- a word, as security_log::Kind writes it
    kind TEXT NOT NULL,
    -- whose account it is about, where one is known; no foreign key, since the log outlives accounts
    member_id BIGINT,
    operator_id BIGINT,
    -- the address block of the client, never more; empty for what the program did by itself
    client TEXT NOT NULL,
    -- a few plain words or figures; never a number, a code, a token or what somebody typed
    note TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX security_events_by_member ON security_events (member_id, id);
CREATE INDEX security_events_by_kind ON security_events (kind, id);

-- What operators change while the site runs; what has no row is as config/enishi.toml says.
CREATE TABLE live_settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    changed_at BIGINT NOT NULL
) WITHOUT ROWID;
