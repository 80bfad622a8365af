-- A draft may have a time at which it is posted by itself.
-- what was typed into its two fields, whether or not it is a time
ALTER TABLE diary_drafts ADD COLUMN day TEXT NOT NULL DEFAULT '';
ALTER TABLE diary_drafts ADD COLUMN hour TEXT NOT NULL DEFAULT '';
-- when it is posted; NULL where it waits for its author
ALTER TABLE diary_drafts ADD COLUMN due_at BIGINT;
-- why it could not be posted at its time: 1 its group is gone, 2 a photograph is gone, 3 its author was not here,
-- 4 too much was posted at once, 5 what it says is not fit to be posted
ALTER TABLE diary_drafts ADD COLUMN held_back SMALLINT;
CREATE INDEX diary_drafts_due ON diary_drafts (due_at);
