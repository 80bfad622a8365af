DROP TABLE notice_groups;
