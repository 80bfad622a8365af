DROP TABLE preferences;
DROP TABLE footprint_take_backs;
DROP TABLE footprint_milestones;
DROP INDEX footprints_by_day;
ALTER TABLE footprints DROP COLUMN thanked_at;
