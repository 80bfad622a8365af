-- Invitations: one person each, once.
CREATE TABLE invitations (
    id INTEGER NOT NULL PRIMARY KEY,
    inviter_id BIGINT NOT NULL REFERENCES members (id),
    -- HMAC of the short code, SHA-256 of the token in the link
    code_hash BLOB NOT NULL UNIQUE,
    token_hash BLOB NOT NULL UNIQUE,
    -- both in clear for their owner's eyes, sealed for this row
    sealed BLOB NOT NULL,
    message TEXT NOT NULL,
    -- the inviter would like to be friends
    offers_tie BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    cancelled_at BIGINT,
    used_at BIGINT,
    -- who came in by it; NULL again when they have left for good
    used_by BIGINT REFERENCES members (id)
);
CREATE INDEX invitations_by_inviter ON invitations (inviter_id, id);
CREATE INDEX invitations_by_guest ON invitations (used_by);

-- The invitation somebody at the door came with, until they have joined.
CREATE TABLE held_invitations (
    -- SHA-256 of the guest's token
    guest_hash BLOB NOT NULL PRIMARY KEY,
    invitation_id BIGINT NOT NULL REFERENCES invitations (id),
    held_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX held_invitations_by_age ON held_invitations (held_at);
CREATE INDEX held_invitations_by_invitation ON held_invitations (invitation_id);

-- Who came through whom. A knot stays when its member has left, and then names nobody.
CREATE TABLE knots (
    id INTEGER NOT NULL PRIMARY KEY,
    member_id BIGINT UNIQUE REFERENCES members (id),
    through_id BIGINT REFERENCES knots (id),
    tied_at BIGINT NOT NULL
);
CREATE INDEX knots_by_through ON knots (through_id, id);

-- Members who wait for an operator's yes.
CREATE TABLE applications (
    member_id INTEGER NOT NULL PRIMARY KEY REFERENCES members (id),
    invitation_id BIGINT REFERENCES invitations (id),
    -- would like to be friends with who invited them
    wants_tie BOOLEAN NOT NULL,
    asked_at BIGINT NOT NULL
);
CREATE INDEX applications_by_age ON applications (asked_at, member_id);
CREATE INDEX applications_by_invitation ON applications (invitation_id);
