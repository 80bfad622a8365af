//! A tag with its attributes, as browsers read both kinds of markup.

use quick_xml::escape::{escape, unescape};
use quick_xml::events::BytesStart;

use crate::Broken;

/// Tags that stand alone in HTML; any other one that XHTML closes at once is closed by a tag of its own.
pub(crate) const VOID: [&str; 10] =
    ["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source"];

pub(crate) struct Tag {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    pub(crate) fn of(start: &BytesStart<'_>) -> Result<Tag, Broken> {
        let name = String::from_utf8_lossy(start.name().as_ref()).to_ascii_lowercase();
        let mut attributes = Vec::new();
        for attribute in start.html_attributes() {
            let attribute = attribute.map_err(|error| Broken(format!("<{name}>: {error}")))?;
            let key = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
            let raw = String::from_utf8_lossy(&attribute.value).into_owned();
            // A bare `&` in an address is read as itself.
            let value = unescape(&raw).map(|value| value.into_owned()).unwrap_or(raw);
            attributes.push((key, value));
        }
        Ok(Tag { name, attributes })
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.drop(name);
        self.attributes.push((name.to_owned(), value.to_owned()));
    }

    pub(crate) fn drop(&mut self, name: &str) {
        self.attributes.retain(|(known, _)| known != name);
    }

    pub(crate) fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(&self.name);
        for (name, value) in &self.attributes {
            out.push_str(&format!(" {name}=\"{}\"", escape(value.as_str())));
        }
        out.push('>');
    }
}
