-- Entries narrowed or widened many at a time kept their place in the index: under everybody, or under their author.
-- Those of all entries are written anew while the site serves.
DELETE FROM search_grams WHERE kind = 2;
DELETE FROM search_fills WHERE kind = 2;
INSERT INTO search_fills (kind, after_id) SELECT 2, 0 WHERE EXISTS (SELECT 1 FROM diary_entries);

-- ヽ and ヾ are folded as other katakana are: in names, and in the pairs of what people say of themselves.
UPDATE members SET nickname_folded = replace(replace(nickname_folded, 'ヽ', 'ゝ'), 'ヾ', 'ゞ')
    WHERE nickname_folded LIKE '%ヽ%' OR nickname_folded LIKE '%ヾ%';
UPDATE communities SET name_folded = replace(replace(name_folded, 'ヽ', 'ゝ'), 'ヾ', 'ゞ')
    WHERE name_folded LIKE '%ヽ%' OR name_folded LIKE '%ヾ%';
DELETE FROM search_grams
    WHERE kind = 1 AND ((gram >> 21) IN (12541, 12542) OR (gram & 2097151) IN (12541, 12542));
DELETE FROM search_fills
    WHERE kind = 1 AND EXISTS (SELECT 1 FROM profile_fields WHERE value LIKE '%ヽ%' OR value LIKE '%ヾ%');
INSERT INTO search_fills (kind, after_id)
    SELECT 1, 0 WHERE EXISTS (SELECT 1 FROM profile_fields WHERE value LIKE '%ヽ%' OR value LIKE '%ヾ%');
