DROP TABLE operator_act_heads;
DROP TABLE operator_acts;
DROP FUNCTION operator_acts_stay();
