//! What both faces share: the pages as data, addresses, form state and wording.
//!
//! A new page is a variant of [`Page`]; it does not compile until both faces show it. Nothing here knows
//! HTML, a web server or a database.

mod community_place;
mod context;
pub mod desk;
mod desk_place;
mod digest_letter;
mod form;
mod guard_place;
mod invitation_place;
mod links;
mod moments;
mod notice_words;
mod origin;
mod outside;
mod page;
pub mod pages;
mod path_query;
mod place;
mod quoting;
mod recovery_place;
mod said;
mod way_in_place;
mod words;

pub use community_place::CommunityPlace;
pub use context::{Context, Face, Part, Rendered};
pub use desk_place::{DeskPlace, Letters};
pub use digest_letter::digest_lines;
pub use form::{CARRIED, Form, Hidden};
pub use guard_place::{GuardPlace, Picks};
pub use invitation_place::InvitationPlace;
pub use links::{Guide, Links, PictureName, PictureSigner};
pub use moments::When;
pub use notice_words::notice_words;
pub use origin::Origin;
pub use outside::{Leads, Stretch, stretches};
pub use page::Page;
pub use path_query::{query_into_path, query_out_of_path};
pub use place::Place;
pub use quoting::said_stretches;
pub use recovery_place::RecoveryPlace;
pub use said::said;
pub use way_in_place::WayIn;
pub use words::{Language, Phrase, Value, Words};
