-- How often which handsets came, a day each, and never by whom.
CREATE TABLE handsets (
    profile TEXT NOT NULL,
    -- the User-Agent without serial numbers where no row of the tables knows the model; else empty
    agent TEXT NOT NULL,
    day INTEGER NOT NULL,
    times BIGINT NOT NULL,
    PRIMARY KEY (profile, agent, day)
);
CREATE INDEX handsets_by_day ON handsets (day);

-- What operators changed in the files of device profiles, so that it can be taken back.
CREATE TABLE profile_edits (
    number BIGINT NOT NULL PRIMARY KEY,
    operator_id BIGINT NOT NULL,
    file TEXT NOT NULL,
    was TEXT NOT NULL,
    becomes TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX profile_edits_by_file ON profile_edits (file, number);
