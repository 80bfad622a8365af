-- What a flow is for: 0 to join, 1 to come back to an account.
ALTER TABLE signups ADD COLUMN aim SMALLINT NOT NULL DEFAULT 0;

-- Somebody who has proven a member's number and lost the password: what they prove beside it.
CREATE TABLE recoveries (
    id BIGINT NOT NULL PRIMARY KEY,
    -- SHA-256 of the guest's mark: the way back belongs to this one phone
    guest_hash BLOB NOT NULL UNIQUE,
    -- one at a time; another begins anew
    member_id BIGINT NOT NULL UNIQUE REFERENCES members (id),
    -- HMAC of the number that was proven: worth nothing once the member has another
    number_hash BLOB NOT NULL,
    -- two digits that friends are shown as well
    sign SMALLINT NOT NULL,
    -- HMAC of the code in a letter, until when it is good, and the tries it has left
    mail_code_hash BLOB,
    mail_code_until BIGINT NOT NULL,
    mail_tries_left SMALLINT NOT NULL,
    -- what was proven beside the number; none yet
    proof SMALLINT,
    friends_asked_at BIGINT,
    -- a friend has said no
    refused_at BIGINT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX recoveries_by_end ON recoveries (expires_at);
