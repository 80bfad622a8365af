ALTER TABLE diary_drafts DROP COLUMN new_category_open;
ALTER TABLE diary_drafts DROP COLUMN new_category;
DROP TABLE diary_draft_categories;
DROP TABLE diary_entry_categories;
DROP TABLE diary_categories;
