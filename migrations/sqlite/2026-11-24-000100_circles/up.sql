-- Each member's friends in one row, beside the friendships themselves and written with them in one transaction:
-- whoever asks about thousands of friends of friends reads a row a friend and not a row a tie.
CREATE TABLE circles (
    member_id INTEGER NOT NULL PRIMARY KEY REFERENCES members (id),
    -- ids in ascending order, eight bytes each, the highest byte first
    friends BLOB NOT NULL
);
INSERT INTO circles (member_id, friends)
    SELECT member_id, unhex(group_concat(printf('%016X', friend_id), '' ORDER BY friend_id))
    FROM friendships GROUP BY member_id;
