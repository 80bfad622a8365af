DROP TABLE applications;
DROP TABLE knots;
DROP TABLE held_invitations;
DROP TABLE invitations;
