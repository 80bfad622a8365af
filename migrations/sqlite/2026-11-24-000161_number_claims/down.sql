DROP TABLE number_claims;
