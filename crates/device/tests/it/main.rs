//! The whole crate as the server uses it: headers in, profile out.
#![allow(clippy::unwrap_used)] // a test that cannot go on should say where

mod explain;
mod faults;
mod handsets;
mod hostile;
mod privacy;
mod tree;
