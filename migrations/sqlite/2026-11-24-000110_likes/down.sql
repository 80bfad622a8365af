DROP TABLE diary_likes;
