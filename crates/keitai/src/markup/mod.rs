//! Blocks to markup, in the dialect of the phone. Everything is escaped in one place, [`writer`].

mod attributes;
mod dialect;
mod document;
mod field;
mod form;
mod input;
mod keys;
mod look;
mod pen;
mod style;
mod writer;

pub(crate) use attributes::Attributes;
pub(crate) use dialect::Dialect;
pub(crate) use document::{Document, Turn, content_type};
pub(crate) use keys::Keys;
pub(crate) use look::{Look, Role};
pub(crate) use pen::Pen;
pub(crate) use writer::Writer;
