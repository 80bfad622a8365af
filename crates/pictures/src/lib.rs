//! Uploads become upright, stripped masters; masters become pictures a phone can take.
//!
//! [`ingest`] turns the bytes of an upload into a [`Master`]: the only form of a photo that is ever kept.
//! [`render`] cuts a master to the width, format and byte limit of one phone. [`Store`] keeps both.
//! [`thread_drawing`] is the face of a member who has no icon.
//!
//! Deliberately not here: who may see a picture (the domain's to say), web types, and async. Every function
//! blocks while it computes; a caller on an async thread hops off it first.

mod decode;
mod digest;
mod drawing;
mod encode;
mod gate;
mod ingest;
mod limits;
mod qr;
mod render;
mod scale;
mod sniff;
mod store;
mod variant;

pub use digest::{Digest, NotADigest};
pub use drawing::{thread_drawing, thread_drawing_svg};
pub use ingest::{IngestError, Master, ingest};
pub use limits::Limits;
pub use qr::{TooLong, qr_picture, qr_side_px};
pub use render::{RenderError, render, render_all};
pub use store::{Store, StoreError};
pub use variant::{FIT_WIDTHS_PX, Format, NotAVariant, SQUARE_SIDES_PX, Shape, VariantName, VariantSpec};
