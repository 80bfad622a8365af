ALTER TABLE diary_drafts DROP COLUMN talk;
ALTER TABLE diary_entries DROP COLUMN talk;
