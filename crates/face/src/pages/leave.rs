//! The way off the site.

/// Somewhere else: the reader is told where, and goes or stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeavePage {
    /// The name of the other site, as machines write it: letters of other scripts do not pass for ours.
    pub host: String,
    /// The whole address.
    pub address: String,
    /// Nobody can read along on the way.
    pub is_sealed: bool,
}
