//! Tags and text into a string. The only place of this face that writes `<`, `&` or a quotation mark.

use super::Attributes;
use crate::content::Text;

/// Markup being written.
#[derive(Clone, Debug)]
pub(crate) struct Writer {
    out: String,
    is_xhtml: bool,
}

impl Writer {
    /// Nothing written yet. XHTML closes its empty tags and spells out attributes that stand alone.
    pub(crate) fn new(is_xhtml: bool) -> Writer {
        Writer { out: String::new(), is_xhtml }
    }

    /// Begins an element.
    pub(crate) fn open(&mut self, tag: &str, attributes: &Attributes) {
        self.begin(tag, attributes);
        self.out.push('>');
    }

    /// Ends an element.
    pub(crate) fn close(&mut self, tag: &str) {
        self.out.extend(["</", tag, ">"]);
    }

    /// An element without content.
    pub(crate) fn empty(&mut self, tag: &str, attributes: &Attributes) {
        self.begin(tag, attributes);
        self.out.push_str(if self.is_xhtml { " />" } else { ">" });
    }

    /// Text, with a break for each line end.
    pub(crate) fn lines(&mut self, text: &str) {
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.empty("br", &Attributes::new());
            }
            self.text(line);
        }
    }

    /// What somebody wrote: a break for each line end, a link for each address that leads somewhere.
    pub(crate) fn written(&mut self, text: &Text) {
        let mut begin = 0;
        for link in &text.links {
            self.lines(&text.words[begin..link.at.start]);
            self.open("a", &Attributes::new().with("href", link.to.as_str()));
            self.text(&text.words[link.at.clone()]);
            self.close("a");
            begin = link.at.end;
        }
        self.lines(&text.words[begin..]);
    }

    /// Text.
    pub(crate) fn text(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    /// What is markup already and part of this program: a document type, a style sheet.
    pub(crate) fn constant(&mut self, markup: &'static str) {
        self.out.push_str(markup);
    }

    /// What was written.
    pub(crate) fn finish(self) -> String {
        self.out
    }

    fn begin(&mut self, tag: &str, attributes: &Attributes) {
        self.out.extend(["<", tag]);
        for (name, value) in attributes.iter() {
            self.out.extend([" ", name]);
            match value {
                Some(value) => self.value(value),
                None if self.is_xhtml => self.value(name),
                None => {}
            }
        }
    }

    fn value(&mut self, value: &str) {
        self.out.push_str("=\"");
        escape(value, &mut self.out);
        self.out.push('"');
    }
}

/// Control signs and non-characters have no place in XML, and an escape sign would open a J-PHONE web code.
fn escape(text: &str, out: &mut String) {
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(sign),
            '\r' => {}
            '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            _ if sign.is_control() => out.push('\u{FFFD}'),
            _ => out.push(sign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_was_typed_is_markup() {
        let mut writer = Writer::new(true);
        writer.open("a", &Attributes::new().with("href", "/?a=1&b=\"<"));
        writer.lines("<b>&\"'\u{1B}$Gj\u{0F}\r\n次");
        writer.close("a");
        writer.empty("input", &Attributes::new().flag("checked", true).flag("disabled", false));
        assert_eq!(
            writer.finish(),
            "<a href=\"/?a=1&amp;b=&quot;&lt;\">&lt;b&gt;&amp;&quot;'\u{FFFD}$Gj\u{FFFD}<br />次</a>\
             <input checked=\"checked\" />"
        );
    }

    #[test]
    fn html_leaves_its_empty_tags_open() {
        let mut writer = Writer::new(false);
        writer.empty("input", &Attributes::new().with("name", "a").flag("checked", true));
        assert_eq!(writer.finish(), "<input name=\"a\" checked>");
    }
}
