-- The day (in UTC, as its first millisecond) on which members were here last, and the one before it, of those alone who
-- let somebody know it.
CREATE TABLE last_seen (
    member_id BIGINT NOT NULL PRIMARY KEY REFERENCES members (id),
    seen_on BIGINT NOT NULL,
    before_on BIGINT
) WITHOUT ROWID;
