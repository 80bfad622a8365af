//! The demo cast, builders, and phones that drive the whole program.

pub mod cast;
pub mod dump;
pub mod phone;
pub mod stores;
