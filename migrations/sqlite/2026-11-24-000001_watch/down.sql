DROP TABLE live_settings;
DROP TABLE security_events;
