//! The document around the blocks of one part: head, bar, turning keys, foot.

use enishi_device::{CssSupport, InputStyle, KeyStyle};

use super::{Attributes, Keys, Pen, Role, style};
use crate::content::{Block, Line};
use crate::keys::key_script_path;
use crate::medium::Medium;
use crate::parts::BETWEEN;

/// A way to another part.
#[derive(Clone, Debug)]
pub(crate) struct Turn {
    /// The address.
    pub to: String,
    /// What it says.
    pub words: String,
}

/// Everything of a page but its blocks.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// The name of the page.
    pub name: String,
    /// The language of its words, `ja` or `en`.
    pub language: &'static str,
    /// `2/3` where there is more than one part.
    pub count: Option<String>,
    /// The part before.
    pub previous: Option<Turn>,
    /// The part after.
    pub next: Option<Turn>,
    /// The ways out, each with its key.
    pub ways: Vec<(char, Turn)>,
    /// A small line at the very end: the other face, the other language.
    pub switch: Line,
}

impl Document {
    /// The whole page as text.
    pub(crate) fn write(&self, medium: &Medium<'_>, blocks: &[Block]) -> String {
        let mut pen = Pen::new(medium, Keys::for_part(blocks, self.next.is_some()));
        self.prologue(&mut pen);
        self.head(&mut pen);
        pen.writer.open("body", &medium.look.body());
        self.bar(&mut pen);
        blocks.iter().for_each(|block| pen.block(block));
        self.foot(&mut pen);
        pen.writer.close("body");
        pen.writer.close("html");
        pen.finish()
    }

    fn prologue(&self, pen: &mut Pen<'_>) {
        let mut html = Attributes::new();
        if pen.medium.dialect.is_xhtml {
            pen.writer.constant(match pen.medium.encoder.encoding().charset() {
                "Shift_JIS" => "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>\n",
                _ => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            });
            html = html.with("xmlns", "http://www.w3.org/1999/xhtml").with("xml:lang", self.language);
        }
        pen.writer.constant(pen.medium.dialect.document_type);
        pen.writer.open("html", &html);
    }

    fn head(&self, pen: &mut Pen<'_>) {
        pen.writer.open("head", &Attributes::new());
        let meta = Attributes::new().with("http-equiv", "Content-Type");
        pen.writer.empty("meta", &meta.with("content", content_type(pen.medium)));
        if is_current(pen.medium) {
            let meta = Attributes::new().with("name", "viewport");
            pen.writer.empty("meta", &meta.with("content", "width=device-width,initial-scale=1"));
        }
        pen.writer.open("title", &Attributes::new());
        pen.writer.text(&self.name);
        pen.writer.close("title");
        style_element(pen);
        if pen.medium.profile.keys == KeyStyle::Script && pen.medium.profile.script {
            let script = Attributes::new().with("type", "text/javascript");
            pen.writer.open("script", &script.with("src", key_script_path()));
            pen.writer.close("script");
        }
        pen.writer.close("head");
    }

    fn bar(&self, pen: &mut Pen<'_>) {
        let name = match &self.count {
            Some(count) => format!("{} {count}", self.name),
            None => self.name.clone(),
        };
        if pen.medium.dialect.has_headings {
            pen.writer.open("h1", &pen.medium.look.attributes(Role::Bar));
            pen.writer.text(&name);
            pen.writer.close("h1");
        } else if pen.medium.look.has_bar {
            pen.stand(Some(Role::Bar), |pen| pen.writer.text(&name));
        } else {
            pen.stand(None, |pen| pen.coloured(Role::Bar, &name));
        }
        if !pen.medium.look.has_bar {
            pen.rule(true);
        }
    }

    fn foot(&self, pen: &mut Pen<'_>) {
        pen.rule(false);
        let turns = [('*', &self.previous), ('#', &self.next)];
        let turns: Vec<_> = turns.into_iter().filter_map(|(key, turn)| Some((key, turn.as_ref()?))).collect();
        if !turns.is_empty() {
            pen.stand(Some(Role::Foot), |pen| ways(pen, turns.into_iter()));
        }
        if !self.ways.is_empty() {
            pen.stand(Some(Role::Keys), |pen| ways(pen, self.ways.iter().map(|(key, turn)| (*key, turn))));
        }
        if !self.switch.is_empty() {
            pen.stand(Some(Role::Foot), |pen| pen.line(&self.switch));
        }
    }
}

fn ways<'t>(pen: &mut Pen<'_>, turns: impl Iterator<Item = (char, &'t Turn)>) {
    for (number, (key, turn)) in turns.enumerate() {
        if number > 0 {
            pen.writer.text(if pen.medium.has_keys() { " " } else { BETWEEN });
        }
        pen.print_key(Some(key));
        pen.link(&turn.to, Some(key), &turn.words);
    }
}

/// The media type and charset of a page, as the header and the page itself say it.
pub(crate) fn content_type(medium: &Medium<'_>) -> String {
    format!("{}; charset={}", medium.profile.content_type, medium.encoder.encoding().charset())
}

/// A current browser behind a small screen: it lays out 980 pixels wide unless it is told the width.
fn is_current(medium: &Medium<'_>) -> bool {
    medium.profile.input == InputStyle::Inputmode
}

fn style_element(pen: &mut Pen<'_>) {
    let css = match pen.medium.look.css {
        CssSupport::Embedded if pen.medium.dialect.has_headings => style::CURRENT,
        CssSupport::Embedded => style::PLAIN,
        CssSupport::Inline if pen.medium.dialect.wraps_style => style::LINKS,
        _ => return,
    };
    let wraps = pen.medium.dialect.wraps_style;
    pen.writer.open("style", &Attributes::new().with("type", "text/css"));
    pen.writer.constant(if wraps { "<![CDATA[" } else { "" });
    pen.writer.constant(css);
    pen.writer.constant(if wraps { "]]>" } else { "" });
    pen.writer.close("style");
}
