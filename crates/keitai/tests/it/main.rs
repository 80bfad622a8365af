//! The pages of the carrier face, phone by phone.

#![allow(clippy::unwrap_used)] // a test may stop where it fails

mod budget;
mod cast;
mod charset;
mod drive;
mod edit;
mod keys;
mod phones;
mod places;
mod reading;
mod short_levels;
mod snapshots;
mod validity;
