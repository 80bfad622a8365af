DROP TABLE friend_codes;
