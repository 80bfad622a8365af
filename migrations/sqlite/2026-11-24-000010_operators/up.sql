-- Who runs the site: accounts apart from members, made at the command line alone.
CREATE TABLE operators (
    id INTEGER NOT NULL PRIMARY KEY,
    -- as it is written, and as it is looked up: lower case
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL UNIQUE,
    -- 0: not set up yet, 1: active
    state SMALLINT NOT NULL,
    -- Argon2id in PHC form; none until it is set up
    password_hash TEXT,
    -- SHA-256 of the one-time set-up address, and until when it is good
    setup_hash BLOB UNIQUE,
    setup_expires_at BIGINT,
    language TEXT,
    created_at BIGINT NOT NULL
);

-- An operator at the desk: a realm of its own, never mixed with members' sessions.
CREATE TABLE operator_sessions (
    id INTEGER NOT NULL PRIMARY KEY,
    token_hash BLOB NOT NULL UNIQUE,
    operator_id BIGINT NOT NULL REFERENCES operators (id),
    -- the address block it was opened from
    client TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX operator_sessions_by_operator ON operator_sessions (operator_id);

-- The second factor of operators (realm 1) and members (realm 2): what an authenticator app shares with us.
CREATE TABLE one_time_secrets (
    realm SMALLINT NOT NULL,
    -- no foreign key: it stands for rows of two tables
    owner_id BIGINT NOT NULL,
    -- sealed for this realm and owner alone
    sealed BLOB NOT NULL,
    -- none until a first code has shown that the app has it
    confirmed_at BIGINT,
    -- the step of the last code taken: a code works once
    last_step BIGINT NOT NULL,
    -- recovery codes not written down yet, sealed; emptied as soon as they are
    codes_sealed BLOB,
    codes_made_at BIGINT,
    PRIMARY KEY (realm, owner_id)
) WITHOUT ROWID;

-- Codes for the day the phone is lost; each works once and is gone then.
CREATE TABLE recovery_codes (
    realm SMALLINT NOT NULL,
    owner_id BIGINT NOT NULL,
    -- HMAC of the code
    code_hash BLOB NOT NULL,
    PRIMARY KEY (realm, owner_id, code_hash)
) WITHOUT ROWID;
