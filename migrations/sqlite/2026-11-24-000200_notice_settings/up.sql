-- What a member wants to be told of, and where. Without a row: everything at home, nothing by mail.
CREATE TABLE notice_settings (
    member_id BIGINT NOT NULL PRIMARY KEY REFERENCES members (id),
    -- bits of topics: those not told of at all, and those told by mail as well
    silent SMALLINT NOT NULL,
    mailed SMALLINT NOT NULL,
    -- 0 no letters, 1 one a day, 2 as things happen
    pace SMALLINT NOT NULL,
    -- hour of the site's day for the daily letter
    hour SMALLINT NOT NULL,
    -- the last letter told what happened between these
    told_from BIGINT NOT NULL,
    told_until BIGINT NOT NULL,
    -- when the next letter is looked at; none while nothing waits
    due_at BIGINT
);
CREATE INDEX notice_settings_due ON notice_settings (due_at) WHERE due_at IS NOT NULL;
