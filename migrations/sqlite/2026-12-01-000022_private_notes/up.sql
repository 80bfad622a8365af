-- What a member notes about somebody, for their own eyes alone: no query but their own ever reads it.
CREATE TABLE private_notes (
    member_id BIGINT NOT NULL REFERENCES members (id),
    subject_id BIGINT NOT NULL REFERENCES members (id),
    real_name TEXT NOT NULL,
    memo TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (member_id, subject_id)
) WITHOUT ROWID;
CREATE INDEX private_notes_by_subject ON private_notes (subject_id);
