//! Markup read with a parser that is not ours.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A tag with its attributes, values as a browser reads them.
pub struct Tag {
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The tags of HTML that stand alone.
const VOID: [&str; 9] = ["area", "base", "br", "hr", "img", "input", "link", "meta", "source"];

/// Every tag in order. XHTML must be well formed; HTML may leave its empty tags open and nothing else.
pub fn tags(page: &str, is_xml: bool) -> Result<Vec<Tag>, String> {
    let mut reader = Reader::from_str(page);
    reader.config_mut().check_end_names = is_xml;
    let (mut tags, mut open) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                let tag = read(&start, is_xml)?;
                if is_xml || !VOID.contains(&tag.name.as_str()) {
                    open.push(tag.name.clone());
                }
                tags.push(tag);
            }
            Ok(Event::Empty(start)) => tags.push(read(&start, is_xml)?),
            Ok(Event::End(end)) => {
                let name = String::from_utf8_lossy(end.name().as_ref()).into_owned();
                if open.pop().as_deref() != Some(&name) {
                    return Err(format!("</{name}> closes nothing"));
                }
            }
            Ok(Event::Eof) if open.is_empty() => return Ok(tags),
            Ok(Event::Eof) => return Err(format!("{open:?} is left open")),
            Ok(_) => {}
            Err(error) => return Err(format!("{error} at {}", reader.buffer_position())),
        }
    }
}

fn read(start: &BytesStart<'_>, is_xml: bool) -> Result<Tag, String> {
    let name = String::from_utf8_lossy(start.name().as_ref()).into_owned();
    let all = if is_xml { start.attributes() } else { start.html_attributes() };
    let mut attributes = Vec::new();
    for attribute in all {
        let attribute = attribute.map_err(|error| format!("<{name}>: {error}"))?;
        let key = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
        let raw = String::from_utf8_lossy(&attribute.value).into_owned();
        let value = quick_xml::escape::unescape(&raw).map_err(|error| format!("<{name} {key}>: {error}"))?;
        attributes.push((key, value.into_owned()));
    }
    Ok(Tag { name, attributes })
}
