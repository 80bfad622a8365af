//! How the site is doing.

use enishi_core::operator::Glance;

/// The first page of the desk.
pub struct OverviewPage {
    /// The site at a glance.
    pub glance: Glance,
    /// What is wrong with the device profiles on the disk, a line each.
    pub profile_faults: Vec<String>,
    /// The version of the program that answers.
    pub version: &'static str,
    /// The database it keeps things in: `sqlite`, `postgres`.
    pub engine: &'static str,
}
