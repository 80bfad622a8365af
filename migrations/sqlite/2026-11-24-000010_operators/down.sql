DROP TABLE recovery_codes;
DROP TABLE one_time_secrets;
DROP TABLE operator_sessions;
DROP TABLE operators;
