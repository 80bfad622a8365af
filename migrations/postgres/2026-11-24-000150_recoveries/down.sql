DROP TABLE recoveries;
DELETE FROM signups WHERE aim <> 0;
ALTER TABLE signups DROP COLUMN aim;
