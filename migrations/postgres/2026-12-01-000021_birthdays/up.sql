-- Birthdays were free text. What can be read as a date is written as one while the site serves: kind 3.
INSERT INTO search_fills (kind, after_id)
    SELECT 3, 0 WHERE EXISTS (SELECT 1 FROM profile_fields WHERE field = 'birthday');
