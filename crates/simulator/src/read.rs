//! What the phone reads, and what it would fetch next.

use enishi_device::{DeviceProfile, FaceKind};
use enishi_keitai::encoder_for;
use enishi_keitai::text::{Encoding, decode, encode};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::Broken;
use crate::tags::Tag;

/// The page as the phone reads it, its pictograms in the signs of today. A logo that Unicode never took in (i-mode,
/// EZweb) is written out in words.
pub fn read(body: &[u8], profile: &DeviceProfile) -> String {
    match profile.face {
        FaceKind::Touch => String::from_utf8_lossy(body).into_owned(),
        FaceKind::Keitai => {
            let text = decode(body, encoder_for(profile).encoding());
            as_keycaps(&decode(&encode(&text, Encoding::Utf8), Encoding::Utf8))
        }
    }
}

/// Digits in a box are one sign where a browser is told to draw them as a pictogram, and a digit beside an empty box else.
fn as_keycaps(text: &str) -> String {
    text.replace("\u{FE0F}\u{20E3}", "\u{20E3}").replace('\u{20E3}', "\u{FE0F}\u{20E3}")
}

/// The addresses of its pictures, each once, as they stand there.
///
/// # Errors
/// [`Broken`] if the markup is none.
pub fn pictures(page: &str) -> Result<Vec<String>, Broken> {
    attributes(page, |tag| tag.get("src").filter(|_| tag.name == "img").map(str::to_owned))
}

/// The addresses of its style sheets.
///
/// # Errors
/// [`Broken`] if the markup is none.
pub fn style_sheets(page: &str) -> Result<Vec<String>, Broken> {
    let is_sheet = |tag: &Tag| tag.name == "link" && tag.get("rel") == Some("stylesheet");
    attributes(page, |tag| tag.get("href").filter(|_| is_sheet(tag)).map(str::to_owned))
}

fn attributes(page: &str, wanted: impl Fn(&Tag) -> Option<String>) -> Result<Vec<String>, Broken> {
    let mut reader = reader(page);
    let mut found = Vec::new();
    loop {
        match reader.read_event()? {
            Event::Start(start) | Event::Empty(start) => {
                let value = wanted(&Tag::of(&start)?);
                found.extend(value.filter(|value| !found.contains(value)));
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// HTML leaves its empty tags open.
pub(crate) fn reader(page: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(page);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    reader
}
