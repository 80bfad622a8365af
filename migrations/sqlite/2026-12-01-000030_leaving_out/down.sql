ALTER TABLE groups DROP COLUMN leaves_out;
