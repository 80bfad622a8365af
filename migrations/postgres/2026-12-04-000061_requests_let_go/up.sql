-- Until then whoever was asked hears nothing of who asked: they let a request go.
ALTER TABLE friend_requests ADD COLUMN quiet_until BIGINT;
