DROP TABLE diary_threads;
