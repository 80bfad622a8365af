DROP TABLE diary_draft_photos;
DROP TABLE diary_drafts;
