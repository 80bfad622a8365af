-- Whose birthday it is, asked for all friends at once on every home page.
CREATE INDEX profile_fields_birthdays ON profile_fields (value, member_id) WHERE field = 'birthday';
