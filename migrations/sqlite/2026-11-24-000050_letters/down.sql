DROP TABLE letters;
DROP TABLE email_claims;
DROP TABLE emails;
