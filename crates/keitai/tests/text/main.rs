//! The text layer: what each phone types, every other phone reads.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own table should stop")]

mod broken_bytes;
mod carrier_map;
mod emoji;
mod folds;
mod japanese;
mod mail;
mod masks;
mod names;
mod stability;
mod table;
