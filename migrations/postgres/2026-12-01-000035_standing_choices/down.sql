DROP TABLE standing_choices;
