DROP TABLE diary_narrowings;
