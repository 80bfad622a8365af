DROP TABLE friend_asks;
DROP TABLE trusted_friends;
