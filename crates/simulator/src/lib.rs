//! A page as a phone shows it, drawn for a browser of today: the phone on the operator's screen.
//!
//! Bytes are read by the phone's own charset and carrier; pictograms become today's signs; links lead where the caller
//! says; pictures, style and colours are put into the one document, which needs nothing from anywhere. What the phone
//! was sent is weighed elsewhere: this is a picture of it, and no answer of the site.
//!
//! Everything here is pure: no page is fetched, no file is read.

mod draw;
mod keys;
mod read;
mod screen;
mod tags;

pub use draw::{Around, Drawn, draw, no_page};
pub use keys::Key;
pub use read::{pictures, read, style_sheets};

/// A page that cannot be drawn because its markup is broken.
#[derive(Debug, thiserror::Error)]
#[error("the markup is broken: {0}")]
pub struct Broken(pub(crate) String);

impl From<quick_xml::Error> for Broken {
    fn from(error: quick_xml::Error) -> Broken {
        Broken(error.to_string())
    }
}
