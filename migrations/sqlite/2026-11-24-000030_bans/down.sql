DROP TABLE suspensions;
DROP TABLE bans;
