-- What operators did, in an unbroken chain: each line holds a hash of itself and of the line before.
CREATE TABLE operator_acts (
    -- 1, 2, 3 … without a gap
    number INTEGER NOT NULL PRIMARY KEY,
    operator_id BIGINT NOT NULL,
    -- a word, as operator::Act writes it
    act TEXT NOT NULL,
    -- what it was done to: a country, a member's id; empty for the whole site
    subject TEXT NOT NULL,
    -- how it stood before, and how it stands now
    was TEXT NOT NULL,
    becomes TEXT NOT NULL,
    client TEXT NOT NULL,
    at BIGINT NOT NULL,
    hash BLOB NOT NULL
);

-- The end of the chain. Whoever adds to it holds this row, so that no two lines follow the same one.
CREATE TABLE operator_act_heads (
    id SMALLINT NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL,
    hash BLOB NOT NULL
);
INSERT INTO operator_act_heads (id, number, hash) VALUES (1, 0, x'');

-- Lines are added and never changed.
CREATE TRIGGER operator_acts_stay BEFORE UPDATE ON operator_acts
BEGIN SELECT RAISE(ABORT, 'what operators did stays as it is'); END;
CREATE TRIGGER operator_acts_remain BEFORE DELETE ON operator_acts
BEGIN SELECT RAISE(ABORT, 'what operators did stays as it is'); END;
