//! The door on both engines: numbers, codes, limits, logins, sessions, receipts and what lies on the disk.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop with the cause")]

mod at_rest;
mod budget;
mod changing_keys;
mod guard;
mod house;
mod inviting;
mod joining;
mod keys;
mod limits;
mod line;
mod logging_in;
mod messages;
mod one_time;
mod operators;
mod races;
mod receipts;
mod second_step;
mod sending;
mod sessions;
mod signing_up;
mod ways_in;
mod writing;
