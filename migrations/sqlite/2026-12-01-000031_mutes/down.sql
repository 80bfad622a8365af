DROP TABLE favourites;
DROP TABLE mutes;
