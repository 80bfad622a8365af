-- Whoever was left out must not read as somebody who is let in: what named such a group is for its owner alone.
UPDATE diary_entries SET level = 4, group_id = NULL WHERE group_id IN (SELECT id FROM groups WHERE leaves_out);
UPDATE voices SET level = 4, group_id = NULL WHERE group_id IN (SELECT id FROM groups WHERE leaves_out);
UPDATE profile_fields SET level = 4, group_id = NULL WHERE group_id IN (SELECT id FROM groups WHERE leaves_out);
UPDATE diary_drafts SET level = 4, group_id = NULL WHERE group_id IN (SELECT id FROM groups WHERE leaves_out);
UPDATE held_posts SET level = 4, group_id = NULL WHERE group_id IN (SELECT id FROM groups WHERE leaves_out);
DELETE FROM last_choices WHERE group_id IN (SELECT id FROM groups WHERE leaves_out);
DELETE FROM group_members WHERE group_id IN (SELECT id FROM groups WHERE leaves_out);
ALTER TABLE groups DROP COLUMN leaves_out;
