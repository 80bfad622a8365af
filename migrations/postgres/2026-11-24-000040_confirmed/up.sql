-- When the password was last given in this session; NULL where it never was (a passkey, another phone's word).
ALTER TABLE sessions ADD COLUMN confirmed_at BIGINT;
-- The wide network a token in the address was handed to; empty where it is not asked for.
ALTER TABLE sessions ADD COLUMN network TEXT NOT NULL DEFAULT '';
