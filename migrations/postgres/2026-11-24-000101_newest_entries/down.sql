DROP TABLE newest_entries;
