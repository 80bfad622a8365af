DROP TABLE profile_photos;
