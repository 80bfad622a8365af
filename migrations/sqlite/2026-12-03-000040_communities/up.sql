-- Places that members share: who founded them, who may come in, who reads what is said there.
CREATE TABLE communities (
    id INTEGER NOT NULL PRIMARY KEY,
    owner_id BIGINT NOT NULL REFERENCES members (id),
    name TEXT NOT NULL,
    -- as members' names are folded, for searches by its beginning
    name_folded TEXT NOT NULL,
    about TEXT NOT NULL,
    -- who wants in waits for the owner's yes
    asks_first BOOLEAN NOT NULL,
    -- only members read its topics
    is_closed BOOLEAN NOT NULL,
    members INTEGER NOT NULL,
    founded_at BIGINT NOT NULL,
    -- when something was said there last
    talked_at BIGINT NOT NULL,
    -- whom the owner would hand it over to, since when
    offered_to BIGINT REFERENCES members (id),
    offered_at BIGINT
);
CREATE INDEX communities_by_name ON communities (name_folded, id);
CREATE INDEX communities_by_owner ON communities (owner_id);
CREATE INDEX communities_by_offer ON communities (offered_to) WHERE offered_to IS NOT NULL;

CREATE TABLE community_members (
    community_id BIGINT NOT NULL REFERENCES communities (id),
    member_id BIGINT NOT NULL REFERENCES members (id),
    -- who is shown, outside it, that the member belongs
    level SMALLINT NOT NULL,
    joined_at BIGINT NOT NULL,
    PRIMARY KEY (community_id, member_id)
) WITHOUT ROWID;
CREATE INDEX community_members_by_level ON community_members (community_id, level, member_id);
CREATE INDEX community_members_by_age ON community_members (community_id, joined_at, member_id);
CREATE INDEX community_members_by_member ON community_members (member_id, community_id);

CREATE TABLE community_requests (
    community_id BIGINT NOT NULL REFERENCES communities (id),
    member_id BIGINT NOT NULL REFERENCES members (id),
    level SMALLINT NOT NULL,
    asked_at BIGINT NOT NULL,
    PRIMARY KEY (community_id, member_id)
) WITHOUT ROWID;
CREATE INDEX community_requests_by_member ON community_requests (member_id);

CREATE TABLE topics (
    id INTEGER NOT NULL PRIMARY KEY,
    community_id BIGINT NOT NULL REFERENCES communities (id),
    -- none where its words were taken away and what others said of it stands
    author_id BIGINT REFERENCES members (id),
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    posted_at BIGINT NOT NULL,
    newest_at BIGINT NOT NULL,
    comments_given INTEGER NOT NULL
);
CREATE INDEX topics_by_community ON topics (community_id, newest_at, id);
CREATE INDEX topics_by_author ON topics (author_id);

CREATE TABLE topic_comments (
    topic_id BIGINT NOT NULL REFERENCES topics (id),
    number INTEGER NOT NULL,
    author_id BIGINT NOT NULL REFERENCES members (id),
    body TEXT NOT NULL,
    posted_at BIGINT NOT NULL,
    PRIMARY KEY (topic_id, number)
) WITHOUT ROWID;
CREATE INDEX topic_comments_by_author ON topic_comments (author_id);

-- What is gone is told of to nobody: without going through all that waits for anybody.
CREATE INDEX notices_by_subject ON notices (subject_id, kind);
