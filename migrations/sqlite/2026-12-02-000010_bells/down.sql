ALTER TABLE notice_settings DROP COLUMN rung;
DROP TABLE key_pairs;
DROP TABLE bells;
