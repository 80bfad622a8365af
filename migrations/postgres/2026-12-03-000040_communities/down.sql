DROP INDEX notices_by_subject;
DROP TABLE topic_comments;
DROP TABLE topics;
DROP TABLE community_requests;
DROP TABLE community_members;
DROP TABLE communities;
