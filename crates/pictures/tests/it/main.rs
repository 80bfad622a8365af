//! What the room promises, asked from outside.
#![allow(clippy::unwrap_used)] // a panic is how a test fails

mod builders;
mod demo_photos;
mod drawing;
mod hostile;
mod ingest;
mod store;
mod variants;
