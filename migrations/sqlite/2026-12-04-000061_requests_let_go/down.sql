ALTER TABLE friend_requests DROP COLUMN quiet_until;
