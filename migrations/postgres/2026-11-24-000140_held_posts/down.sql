DROP TABLE passed_newcomers;
DROP TABLE held_posts;
