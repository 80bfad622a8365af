-- Who may comment on an entry, of those who may read it: 0 all of them, 1 the author's friends, 2 nobody.
ALTER TABLE diary_entries ADD COLUMN talk SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE diary_drafts ADD COLUMN talk SMALLINT NOT NULL DEFAULT 0;
