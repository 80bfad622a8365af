DROP TABLE private_notes;
