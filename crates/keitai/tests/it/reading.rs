//! Reads markup back with a parser that is not ours.

use quick_xml::Reader;
use quick_xml::events::Event;

/// Checks that XHTML is well formed, and gives the text of every `div` of the class or shape asked for.
pub fn well_formed(page: &str) -> Result<(), String> {
    let mut reader = Reader::from_str(page);
    reader.config_mut().check_end_names = true;
    let mut depth = 0usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                depth += 1;
                attributes_are_sound(&tag)?;
            }
            Ok(Event::Empty(tag)) => attributes_are_sound(&tag)?,
            Ok(Event::End(_)) => depth -= 1,
            Ok(Event::Eof) if depth == 0 => return Ok(()),
            Ok(Event::Eof) => return Err(format!("{depth} elements are left open")),
            Ok(_) => {}
            Err(error) => return Err(format!("{error} at {}", reader.buffer_position())),
        }
    }
}

fn attributes_are_sound(tag: &quick_xml::events::BytesStart<'_>) -> Result<(), String> {
    tag.attributes().try_for_each(|attribute| attribute.map(|_| ()).map_err(|error| error.to_string()))
}

/// The values of an attribute, in order.
pub fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let opening = format!(" {attribute}=\"");
    let found = page.match_indices(&opening);
    found.map(|(at, _)| page[at + opening.len()..].split('"').next().unwrap()).collect()
}

/// Markup back to the text it was made of.
pub fn unescape(markup: &str) -> String {
    let text = markup.replace("<br />", "\n").replace("<br>", "\n");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
