-- What each text message was for and what became of it; the neighbours of a number; the line to the provider.

-- 0 a notice, 1 a code, 2 to a number that is known, 3 to a banned one, 4 nothing is sent (the asker cannot tell)
ALTER TABLE text_messages ADD COLUMN errand SMALLINT NOT NULL DEFAULT 0;
-- 0 a text, 1 a call
ALTER TABLE text_messages ADD COLUMN channel SMALLINT NOT NULL DEFAULT 0;
-- the sign-up that waits for it; gone when that is gone, so no foreign key
ALTER TABLE text_messages ADD COLUMN flow_id BIGINT;
-- two letters, for what it cost and what is stopped
ALTER TABLE text_messages ADD COLUMN country TEXT NOT NULL DEFAULT '';
ALTER TABLE text_messages ADD COLUMN prefix_id BIGINT;
-- all an operator sees of a number
ALTER TABLE text_messages ADD COLUMN last_two TEXT NOT NULL DEFAULT '';
-- its code was typed in
ALTER TABLE text_messages ADD COLUMN verified_at BIGINT;
-- how far it got by the provider's later word, as text_message::Delivery numbers it
ALTER TABLE text_messages ADD COLUMN delivery SMALLINT;
ALTER TABLE text_messages ADD COLUMN delivery_error TEXT;
CREATE INDEX text_messages_by_prefix ON text_messages (prefix_id, created_at);
CREATE INDEX text_messages_by_age ON text_messages (created_at);

-- On the wait-list until then: the flow lives on after its day.
ALTER TABLE signups ADD COLUMN listed_until BIGINT;

-- Numbers that share all but their last digits.
CREATE TABLE prefixes (
    id INTEGER NOT NULL PRIMARY KEY,
    -- HMAC of the digits under a key that is not in the database
    bucket BLOB NOT NULL UNIQUE,
    -- AEAD, bound to this row: for the operators' desk
    sealed BLOB NOT NULL,
    -- the wider neighbourhood this one lies in
    wider_id BIGINT,
    country TEXT NOT NULL,
    -- nothing is sent to these numbers since then
    held_at BIGINT,
    -- an operator released it: what was sent before counts no longer
    counted_from BIGINT NOT NULL
);
CREATE INDEX prefixes_by_wider ON prefixes (wider_id);

-- One row: whether the provider answers.
CREATE TABLE provider_line (
    id SMALLINT NOT NULL PRIMARY KEY,
    -- failures in a row
    failures INTEGER NOT NULL,
    -- given up since then, but for one trial now and again
    opened_at BIGINT,
    -- nothing is sent before
    quiet_until BIGINT NOT NULL
) WITHOUT ROWID;
INSERT INTO provider_line (id, failures, quiet_until) VALUES (1, 0, 0);
