-- A group may also be those who are left out: open to every friend but them.
ALTER TABLE groups ADD COLUMN leaves_out BOOLEAN NOT NULL DEFAULT FALSE;
