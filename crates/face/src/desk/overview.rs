//! How the site is doing.

use enishi_core::operator::Overview;

/// The first page of the desk.
pub struct OverviewPage {
    /// The figures.
    pub figures: Overview,
    /// What is wrong with the device profiles on the disk, a line each.
    pub profile_faults: Vec<String>,
}
