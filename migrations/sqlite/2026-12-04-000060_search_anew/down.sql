-- Nothing to take back: what was written anew is right before this as well.
SELECT 1;
