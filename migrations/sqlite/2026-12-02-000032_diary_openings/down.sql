DROP TABLE diary_openings;
