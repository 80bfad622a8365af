-- What friends say of a member. Others read it once the member has said yes, and only while the two are friends.
CREATE TABLE introductions (
    id INTEGER NOT NULL PRIMARY KEY,
    subject_id BIGINT NOT NULL REFERENCES members (id),
    author_id BIGINT NOT NULL REFERENCES members (id),
    body TEXT NOT NULL,
    is_shown BOOLEAN NOT NULL,
    written_at BIGINT NOT NULL,
    UNIQUE (subject_id, author_id)
);
CREATE INDEX introductions_by_author ON introductions (author_id);
