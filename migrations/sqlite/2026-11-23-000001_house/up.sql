-- What people are: members, the number behind each, what they say of themselves.
CREATE TABLE members (
    id INTEGER NOT NULL PRIMARY KEY,
    nickname TEXT NOT NULL,
    -- NFKC, lower case, katakana to hiragana: made in Rust, so both engines find the same people.
    nickname_folded TEXT NOT NULL,
    -- 0 active, 1 in grace, 2 left, 3 suspended
    state SMALLINT NOT NULL,
    password_hash TEXT NOT NULL,
    -- 'ja', 'en', or NULL for the browser's own
    language TEXT,
    icon_id BIGINT,
    joined_at BIGINT NOT NULL
);
CREATE INDEX members_by_nickname ON members (nickname_folded, id);

CREATE TABLE phones (
    member_id INTEGER NOT NULL PRIMARY KEY REFERENCES members (id),
    -- HMAC of the number under a key that is not in the database
    number_hash BLOB NOT NULL UNIQUE,
    -- AEAD, bound to this row's member
    number_sealed BLOB NOT NULL,
    verified_at BIGINT NOT NULL
);

CREATE TABLE profile_fields (
    member_id BIGINT NOT NULL REFERENCES members (id),
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    level SMALLINT NOT NULL,
    group_id BIGINT,
    PRIMARY KEY (member_id, field)
) WITHOUT ROWID;

-- The last visibility chosen for each kind of thing, offered first the next time.
CREATE TABLE last_choices (
    member_id BIGINT NOT NULL REFERENCES members (id),
    kind SMALLINT NOT NULL,
    level SMALLINT NOT NULL,
    group_id BIGINT,
    PRIMARY KEY (member_id, kind)
) WITHOUT ROWID;

-- The door: signing up, sessions, counted limits.
CREATE TABLE signups (
    id INTEGER NOT NULL PRIMARY KEY,
    -- SHA-256 of the guest token that owns this flow
    guest_hash BLOB NOT NULL UNIQUE,
    number_hash BLOB NOT NULL,
    number_sealed BLOB NOT NULL,
    -- HMAC over flow, number and code; NULL when no code was sent or it is dead
    code_hash BLOB,
    tries_left SMALLINT NOT NULL,
    code_expires_at BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    verified_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX signups_by_age ON signups (created_at);

CREATE TABLE sessions (
    id INTEGER NOT NULL PRIMARY KEY,
    -- SHA-256 of the token; the token itself is only with the phone
    token_hash BLOB NOT NULL UNIQUE,
    member_id BIGINT NOT NULL REFERENCES members (id),
    -- rides in the address, because the phone keeps no cookies
    in_path BOOLEAN NOT NULL,
    -- the device family the token is bound to when it rides in the path
    family TEXT NOT NULL,
    device TEXT NOT NULL,
    -- 'keitai', 'touch', or NULL for what the profile says
    face TEXT,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX sessions_by_member ON sessions (member_id);

-- A counter a window: counted before the act, so neither a crash nor a second process resets it.
CREATE TABLE counters (
    -- HMAC of what is counted, never the thing itself
    bucket BLOB NOT NULL,
    window_start BIGINT NOT NULL,
    taken BIGINT NOT NULL,
    PRIMARY KEY (bucket, window_start)
) WITHOUT ROWID;
CREATE INDEX counters_by_age ON counters (window_start);

-- One row a submitted form: a repeated submit finds it and makes nothing.
CREATE TABLE receipts (
    member_id BIGINT NOT NULL REFERENCES members (id),
    once TEXT NOT NULL,
    place TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (member_id, once)
) WITHOUT ROWID;

CREATE TABLE text_messages (
    id INTEGER NOT NULL PRIMARY KEY,
    -- number and words together, sealed: a code never lies readable in the database
    sealed BLOB NOT NULL,
    -- 0 waiting, 1 being sent, 2 accepted, 3 refused, 4 unknown, 5 expired
    state SMALLINT NOT NULL,
    tries SMALLINT NOT NULL,
    due_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    provider_id TEXT,
    error TEXT,
    created_at BIGINT NOT NULL,
    settled_at BIGINT
);
CREATE INDEX text_messages_due ON text_messages (state, due_at);

-- Small facts of the whole site: the fingerprint of its keys, for one.
CREATE TABLE site_facts (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Ties.
CREATE TABLE friendships (
    member_id BIGINT NOT NULL REFERENCES members (id),
    friend_id BIGINT NOT NULL REFERENCES members (id),
    since BIGINT NOT NULL,
    PRIMARY KEY (member_id, friend_id)
) WITHOUT ROWID;

CREATE TABLE friend_requests (
    from_id BIGINT NOT NULL REFERENCES members (id),
    to_id BIGINT NOT NULL REFERENCES members (id),
    message TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (from_id, to_id)
) WITHOUT ROWID;
CREATE INDEX friend_requests_by_receiver ON friend_requests (to_id, created_at);

CREATE TABLE blocks (
    blocker_id BIGINT NOT NULL REFERENCES members (id),
    blocked_id BIGINT NOT NULL REFERENCES members (id),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (blocker_id, blocked_id)
) WITHOUT ROWID;
CREATE INDEX blocks_by_blocked ON blocks (blocked_id, blocker_id);

CREATE TABLE groups (
    id INTEGER NOT NULL PRIMARY KEY,
    owner_id BIGINT NOT NULL REFERENCES members (id),
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX groups_by_owner ON groups (owner_id, id);

CREATE TABLE group_members (
    group_id BIGINT NOT NULL REFERENCES groups (id),
    member_id BIGINT NOT NULL REFERENCES members (id),
    -- sees what was posted from this moment on; 0 opens everything
    opens_from BIGINT NOT NULL,
    PRIMARY KEY (group_id, member_id)
) WITHOUT ROWID;
CREATE INDEX group_members_by_member ON group_members (member_id, group_id);

-- What members post.
CREATE TABLE pictures (
    id INTEGER NOT NULL PRIMARY KEY,
    owner_id BIGINT NOT NULL REFERENCES members (id),
    digest TEXT NOT NULL,
    width_px INTEGER NOT NULL,
    height_px INTEGER NOT NULL,
    weight_bytes BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX pictures_by_owner ON pictures (owner_id, id);

CREATE TABLE diary_entries (
    id INTEGER NOT NULL PRIMARY KEY,
    author_id BIGINT NOT NULL REFERENCES members (id),
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    level SMALLINT NOT NULL,
    group_id BIGINT,
    posted_at BIGINT NOT NULL,
    edited_at BIGINT,
    -- the highest comment number given so far; numbers are never given twice
    comments_given INTEGER NOT NULL
);
CREATE INDEX diary_entries_by_author ON diary_entries (author_id, id, level);
CREATE INDEX diary_entries_by_group ON diary_entries (group_id);

CREATE TABLE diary_photos (
    entry_id BIGINT NOT NULL REFERENCES diary_entries (id),
    position SMALLINT NOT NULL,
    picture_id BIGINT NOT NULL REFERENCES pictures (id),
    alt TEXT NOT NULL,
    PRIMARY KEY (entry_id, position)
) WITHOUT ROWID;
CREATE INDEX diary_photos_by_picture ON diary_photos (picture_id);

CREATE TABLE diary_comments (
    entry_id BIGINT NOT NULL REFERENCES diary_entries (id),
    -- 1, 2, 3 …: stays when others are removed
    number INTEGER NOT NULL,
    author_id BIGINT NOT NULL REFERENCES members (id),
    body TEXT NOT NULL,
    posted_at BIGINT NOT NULL,
    removed_at BIGINT,
    PRIMARY KEY (entry_id, number)
) WITHOUT ROWID;
CREATE INDEX diary_comments_by_author ON diary_comments (author_id, posted_at);

-- Red letters: one row a subject, gone when it was looked at.
CREATE TABLE notices (
    member_id BIGINT NOT NULL REFERENCES members (id),
    -- 1 a comment on my entry, 2 a comment on an entry I commented, 3 a request was accepted
    kind SMALLINT NOT NULL,
    subject_id BIGINT NOT NULL,
    newest_at BIGINT NOT NULL,
    PRIMARY KEY (member_id, kind, subject_id)
) WITHOUT ROWID;

CREATE TABLE footprints (
    owner_id BIGINT NOT NULL REFERENCES members (id),
    -- the day in the site's own time zone, as days since 1970-01-01
    day INTEGER NOT NULL,
    visitor_id BIGINT NOT NULL REFERENCES members (id),
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    visits INTEGER NOT NULL,
    PRIMARY KEY (owner_id, day, visitor_id)
) WITHOUT ROWID;
CREATE INDEX footprints_by_visitor ON footprints (visitor_id, day);

CREATE TABLE footprint_totals (
    owner_id INTEGER NOT NULL PRIMARY KEY REFERENCES members (id),
    total BIGINT NOT NULL
);
