-- Each member's friends in one row, beside the friendships themselves and written with them in one transaction:
-- whoever asks about thousands of friends of friends reads a row a friend and not a row a tie.
CREATE TABLE circles (
    member_id BIGINT NOT NULL PRIMARY KEY REFERENCES members (id),
    -- ids in ascending order, eight bytes each, the highest byte first
    friends BYTEA NOT NULL
);
INSERT INTO circles (member_id, friends)
    SELECT member_id, string_agg(int8send(friend_id), ''::bytea ORDER BY friend_id)
    FROM friendships GROUP BY member_id;
