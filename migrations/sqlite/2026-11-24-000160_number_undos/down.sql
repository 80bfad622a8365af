DROP TABLE number_undos;
