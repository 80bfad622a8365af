DROP TABLE loose_files;
DROP TABLE leavings;
