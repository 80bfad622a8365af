-- An author's own categories of entries.
CREATE TABLE diary_categories (
    id BIGINT NOT NULL PRIMARY KEY,
    author_id BIGINT NOT NULL REFERENCES members (id),
    name TEXT NOT NULL,
    -- whether readers are shown it; else it is for its author alone
    is_open BOOLEAN NOT NULL
);
CREATE INDEX diary_categories_by_author ON diary_categories (author_id);

CREATE TABLE diary_entry_categories (
    entry_id BIGINT NOT NULL REFERENCES diary_entries (id),
    category_id BIGINT NOT NULL REFERENCES diary_categories (id),
    PRIMARY KEY (entry_id, category_id)
);
CREATE INDEX diary_entry_categories_by_category ON diary_entry_categories (category_id, entry_id);

CREATE TABLE diary_draft_categories (
    draft_id BIGINT NOT NULL REFERENCES diary_drafts (id),
    category_id BIGINT NOT NULL REFERENCES diary_categories (id),
    PRIMARY KEY (draft_id, category_id)
);
CREATE INDEX diary_draft_categories_by_category ON diary_draft_categories (category_id);

-- The name of a new category, typed into a form and not made yet.
ALTER TABLE diary_drafts ADD COLUMN new_category TEXT NOT NULL DEFAULT '';
ALTER TABLE diary_drafts ADD COLUMN new_category_open BOOLEAN NOT NULL DEFAULT FALSE;
