DROP TABLE profile_edits;
DROP TABLE handsets;
