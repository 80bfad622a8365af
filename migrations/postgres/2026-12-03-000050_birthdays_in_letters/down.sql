UPDATE notice_settings SET mailed = mailed - 128 WHERE (mailed & 128) <> 0;
