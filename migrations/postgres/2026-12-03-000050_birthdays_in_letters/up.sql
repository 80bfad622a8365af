-- Birthdays (bit 7) come by letter to whoever hears there what friends wrote (bit 6), as for a member who chooses anew.
UPDATE notice_settings SET mailed = mailed + 128 WHERE (mailed & 64) <> 0;
