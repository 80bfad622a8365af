DROP INDEX diary_drafts_due;
ALTER TABLE diary_drafts DROP COLUMN held_back;
ALTER TABLE diary_drafts DROP COLUMN due_at;
ALTER TABLE diary_drafts DROP COLUMN hour;
ALTER TABLE diary_drafts DROP COLUMN day;
