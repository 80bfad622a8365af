-- when it was put first after its reader looked last: what is older is no news. Of what waits by now it is not known
ALTER TABLE notices ADD COLUMN since BIGINT NOT NULL DEFAULT 0;
-- News of communities (bit 9) and of introductions and meetings (bit 10) came to all who had chosen, and rang: they go
-- on doing so until somebody chooses otherwise.
UPDATE notice_settings SET mailed = mailed + 1536, rung = rung + 1536;
