//! How people join: the mode of the site, who waits for a yes, and who came through whom.

mod mode;

pub use mode::{Mode, NotAMode, mode, set_mode};
