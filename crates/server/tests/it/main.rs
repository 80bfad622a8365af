//! The whole program from outside: a real process, real sockets, phones with their own headers.
//!
//! Each story runs on SQLite, and on PostgreSQL too when `ENISHI_TEST_POSTGRES_URL` names one.

#![allow(clippy::unwrap_used)] // a test may stop where it fails

mod about_people;
mod architecture;
mod archive;
mod attacks;
mod audience;
mod categories;
mod circle;
mod comment_photos;
mod communities;
mod described;
mod desk;
mod device_commands;
mod diary;
mod doctor;
mod door;
mod drafts;
mod faces;
mod golden;
mod guarding;
mod introductions;
mod keys;
mod later;
mod levels;
mod live_profiles;
mod loaded;
mod long_pages;
mod marks;
mod meetings;
mod nowhere;
mod page_photos;
mod people;
mod pictures;
mod program;
mod push;
mod readers;
mod sessions;
mod sms;
mod telling;
mod things;
mod threads;
mod to_groups;
mod voices;
mod works_on;
