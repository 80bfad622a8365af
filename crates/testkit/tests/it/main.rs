//! The cast is who its files say it is, on every engine at hand.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop with the cause")]

mod cast;
