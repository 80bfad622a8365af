DROP TABLE pinned_phones;
