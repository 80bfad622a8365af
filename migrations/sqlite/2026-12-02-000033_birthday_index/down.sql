DROP INDEX profile_fields_birthdays;
