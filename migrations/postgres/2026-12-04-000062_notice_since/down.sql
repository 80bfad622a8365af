UPDATE notice_settings SET silent = silent & 511, mailed = mailed & 511, rung = rung & 511;
ALTER TABLE notices DROP COLUMN since;
