-- Which pairs of signs stand in what people wrote, so that it is found without being read through. A row says only
-- where to look: whether the searcher may see what is there is always asked of the thing itself.
CREATE TABLE search_grams (
    -- 1 a member's profile, 2 a diary entry
    kind SMALLINT NOT NULL,
    -- two signs, folded, 21 bits each; a single sign has 0 as its second
    gram BIGINT NOT NULL,
    -- 0 where every member may see it, else whose it is
    scope BIGINT NOT NULL,
    -- the member or the entry
    row_id BIGINT NOT NULL,
    PRIMARY KEY (kind, gram, scope, row_id)
);

-- What was written before there was an index, up to where it is done. A kind without a row is done.
CREATE TABLE search_fills (
    kind SMALLINT NOT NULL PRIMARY KEY,
    after_id BIGINT NOT NULL
);
INSERT INTO search_fills (kind, after_id) SELECT 1, 0 WHERE EXISTS (SELECT 1 FROM members);
INSERT INTO search_fills (kind, after_id) SELECT 2, 0 WHERE EXISTS (SELECT 1 FROM diary_entries);
