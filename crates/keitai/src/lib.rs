//! The carrier face: pages to XHTML bytes, and the text layer beneath.
//!
//! A page goes one way: its data becomes blocks (`pages`, built from `parts`, made of `content`), the blocks
//! are cut into parts that the phone can take (`paging`), a part is written in the phone's dialect
//! (`markup`), and the text becomes bytes at the very end ([`text`]). Nothing is ever cut after it was
//! encoded. No page asks which carrier it is for: it asks the profile what the phone can do, and only the
//! tables of `charset` and `markup` know how each dialect says it.

mod charset;
mod content;
pub mod edit;
mod face;
mod keys;
mod markup;
mod medium;
mod pages;
mod paging;
mod parts;
pub mod text;

pub use charset::encoder_for;
pub use face::Keitai;
pub use keys::{KEY_SCRIPT, key_script_path};
