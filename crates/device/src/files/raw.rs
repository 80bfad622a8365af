//! What the files hold, as it stands in them: parents and profiles are still only names.

use std::sync::Arc;

use crate::tree::{CrawlerWord, Place, Settings, When};

/// What one file holds.
#[derive(Default)]
pub(super) struct Document {
    pub profiles: Vec<RawProfile>,
    pub models: Vec<RawModel>,
    pub crawlers: Vec<CrawlerWord>,
}

/// A profile, with its parent by name only.
pub(super) struct RawProfile {
    pub name: Arc<str>,
    pub place: Place,
    pub inherits: Option<String>,
    pub when: Option<When>,
    pub settings: Settings,
}

/// A model's row, with its profile by name only.
pub(super) struct RawModel {
    pub profile: String,
    pub profile_place: Place,
    pub token: String,
    pub name: Option<String>,
    pub cache_kb: Option<u32>,
    pub settings: Settings,
    pub place: Place,
}
