ALTER TABLE sessions DROP COLUMN network;
ALTER TABLE sessions DROP COLUMN confirmed_at;
