//! A request as handlers see it: decoded, with the phone known and the viewer one step away.

mod allow;
mod ask;
mod asked;
mod body;
mod carried;
mod client;
mod credential;
mod csrf;
mod desk;
mod draft_mark;
mod edited;
mod guest;
mod jar;
mod multipart;
mod preference;
mod realm;
mod viewer;
mod work;

pub use ask::{Ask, done_at};
pub use body::{Typed, declared_bytes, read_body};
pub use carried::{carried, carried_open, carry_all};
pub use client::{block_of, client_block, holds};
pub use credential::{Credential, credential_in};
pub use csrf::{fits as csrf_fits, token_for as csrf_token};
pub use draft_mark::DraftMark;
pub use edited::PIECE_FIELDS;
pub use guest::{Bond, Guest};
pub use jar::{Crumb, Jar};
pub use preference::{face_word, is_own_path};
pub use realm::{Realm, desk_credential};
pub use viewer::Who;
