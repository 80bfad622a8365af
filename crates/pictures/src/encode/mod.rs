//! Pixels to files that old handsets read: baseline JPEG, still GIF, indexed PNG.

pub(crate) mod gif;
pub(crate) mod jpeg;
pub(crate) mod palette;
pub(crate) mod png;
