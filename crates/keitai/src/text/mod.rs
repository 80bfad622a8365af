//! The text layer: Unicode inside, the carriers' bytes outside.
//!
//! Inside the program text is Unicode in composed form, emoji included. This module is the only place that
//! knows Shift_JIS, ISO-2022-JP, private-use emoji and web codes. Every function is pure and total: bytes
//! that mean nothing become U+FFFD, characters that a phone lacks become a stand-in or 〓, and neither ever
//! takes a neighbour with it. Markup is not this module's matter: escape first, then encode.
//!
//! The order on the way out is the carrier's own sign, the signs that customarily stand in for it, a text
//! such as `[霧]`, and 〓 last. The tables and their sources are in this crate's `data` folder.

mod clean;
mod decoder;
mod emoji;
mod encoder;
mod encoding;
mod fold;
mod half_width;
mod mail;
mod mask;
mod private_use;
mod row_13;
mod sjis;
mod utf8;
mod web_code;

pub use clean::normalise_newlines;
pub use decoder::{decode, fits};
pub use encoder::{Encoder, encode, encoded_len};
pub use encoding::{Encoding, UnknownEncoding};
pub use mask::{Placeholders, mask_unmappable, restore};
