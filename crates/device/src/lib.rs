//! From request headers to a [`DeviceProfile`]: what the phone in someone's hand can take.
//!
//! Profiles are TOML files in `config/devices`, read at start. Nothing here knows a page, a member or a web
//! server; nothing outside this crate asks "is it docomo?": it asks the profile a question instead. A
//! carrier's own ids are recognised only so that they can be kept out of logs; they never identify a person.
//!
//! The way through: [`Headers`] are read into facts by the grammar of the carrier (`facts`), the facts lead
//! down the tree of profiles (`tree`), and what the model's row and the headers know better is laid on top
//! (`resolve`). `files` turns TOML into that tree and says what is wrong with it, with file and line.

mod anonymous;
mod explain;
mod facts;
mod files;
mod headers;
mod list;
mod profile;
mod profiles;
mod resolve;
mod switch;
mod tree;

pub use anonymous::anonymous_user_agent;
pub use explain::Explanation;
pub use files::{Fault, ProfileFile, Stamp, check, embedded_files, read_files, stamp};
pub use headers::Headers;
pub use list::{Listed, value_keys};
pub use profile::*;
pub use profiles::Profiles;
