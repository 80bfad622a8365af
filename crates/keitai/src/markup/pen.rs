//! Writes blocks, one after the other, in the phone's dialect.

use enishi_device::KeyStyle;

use super::{Attributes, Keys, Role, Writer};
use crate::content::{Block, Line, Picture, Piece, Row, Tone};
use crate::medium::Medium;

/// Writes for one phone.
pub(crate) struct Pen<'a> {
    pub(super) medium: &'a Medium<'a>,
    pub(super) writer: Writer,
    pub(super) keys: Keys,
}

impl<'a> Pen<'a> {
    /// Nothing written yet.
    pub(crate) fn new(medium: &'a Medium<'a>, keys: Keys) -> Pen<'a> {
        Pen { medium, writer: Writer::new(medium.dialect.is_xhtml), keys }
    }

    /// What a block weighs on the wire wherever it will stand, in bytes.
    pub(crate) fn weigh(medium: &Medium<'_>, block: &Block) -> usize {
        let mut pen = Pen::new(medium, Keys::Weighing);
        pen.block(block);
        medium.weigh(&pen.writer.finish())
    }

    /// What was written.
    pub(crate) fn finish(self) -> String {
        self.writer.finish()
    }

    /// A block.
    pub(crate) fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(words) => self.heading(words),
            Block::Line(line) => self.stand(None, |pen| pen.line(line)),
            Block::Row(row) => self.stand(Some(Role::Row), |pen| pen.row(row)),
            Block::Text(text) => self.stand(Some(Role::Text), |pen| pen.writer.written(text)),
            Block::Picture(picture) => self.stand(None, |pen| pen.picture(picture)),
            Block::Rule => self.rule(false),
            Block::Form(form) => self.form(form),
        }
    }

    /// The line between two things, or the thread under the page name.
    pub(crate) fn rule(&mut self, is_thread: bool) {
        self.writer.empty("hr", &self.medium.look.rule(is_thread));
    }

    /// Something on lines of its own: a division in XHTML, a break after it in compact HTML.
    pub(crate) fn stand(&mut self, role: Option<Role>, write: impl FnOnce(&mut Self)) {
        if self.medium.dialect.is_xhtml {
            let attributes = role.map(|role| self.medium.look.attributes(role)).unwrap_or_default();
            self.writer.open("div", &attributes);
            write(self);
            self.writer.close("div");
        } else {
            write(self);
            self.brk();
        }
    }

    /// Words in the look of a part.
    pub(crate) fn coloured(&mut self, role: Role, words: &str) {
        let attributes = self.medium.look.attributes(role);
        let tag = match self.medium.look.font(role) {
            Some(_) => "font",
            None if attributes.iter().next().is_some() => "span",
            None => return self.writer.text(words),
        };
        let attributes = attributes.maybe(self.medium.look.font(role).map(|colour| ("color", colour)));
        self.writer.open(tag, &attributes);
        self.writer.text(words);
        self.writer.close(tag);
    }

    /// A line break.
    pub(crate) fn brk(&mut self) {
        self.writer.empty("br", &Attributes::new());
    }

    /// The pieces of a line.
    pub(crate) fn line(&mut self, line: &Line) {
        for piece in line {
            match piece {
                Piece::Words(words) => self.writer.text(words),
                Piece::Toned(tone, words) => self.coloured(role_of(*tone), words),
                Piece::Link { to, words } => self.link(to, None, words),
            }
        }
    }

    /// A link with the key that opens it.
    pub(crate) fn link(&mut self, to: &str, key: Option<char>, words: &str) {
        let attributes = self.key_attributes(Attributes::new().with("href", to), key);
        self.writer.open("a", &attributes);
        self.writer.text(words);
        self.writer.close("a");
    }

    /// The attributes that bind a key, as the phone's browser wants them. J-PHONE would draw its own number
    /// beside ours.
    pub(super) fn key_attributes(&self, attributes: Attributes, key: Option<char>) -> Attributes {
        let Some(key) = key else { return attributes };
        match self.medium.profile.keys {
            KeyStyle::None => attributes,
            KeyStyle::Accesskey | KeyStyle::Script => attributes.with("accesskey", key),
            KeyStyle::Directkey => attributes.with("directkey", key).flag("nonumber", true),
        }
    }

    /// The key as it is printed before what it opens.
    pub(super) fn print_key(&mut self, key: Option<char>) {
        let Some(key) = key.filter(|_| self.medium.has_keys()) else { return };
        self.coloured(Role::Key, &self.medium.printed_key(key));
        self.writer.text(" ");
    }

    fn heading(&mut self, words: &str) {
        if self.medium.dialect.has_headings {
            self.writer.open("h2", &self.medium.look.attributes(Role::Heading));
            self.writer.text(words);
            return self.writer.close("h2");
        }
        let mark = if self.medium.dialect.is_xhtml { "" } else { "■" };
        self.stand(Some(Role::Heading), |pen| {
            if !mark.is_empty() {
                pen.coloured(Role::Heading, mark);
            }
            pen.writer.text(words);
        });
    }

    fn row(&mut self, row: &Row) {
        let key = self.keys.take(row.key);
        self.print_key(key);
        if let Some(sign) = row.sign.and_then(|sign| self.medium.sign(sign)) {
            self.writer.text(&sign);
        }
        self.row_link(row, key);
        for line in &row.below {
            self.brk();
            self.line(line);
        }
    }

    fn row_link(&mut self, row: &Row, key: Option<char>) {
        let class = row.is_red.then(|| self.medium.look.link_class(Role::Red)).flatten();
        let link = Attributes::new().with("href", row.to.as_str()).maybe(class.map(|class| ("class", class)));
        self.writer.open("a", &self.key_attributes(link, key));
        match row.is_red && class.is_none() {
            true => self.coloured(Role::Red, &row.words),
            false => self.writer.text(&row.words),
        }
        self.writer.close("a");
    }

    fn picture(&mut self, picture: &Picture) {
        let (width, height) = picture.size_px;
        let attributes = Attributes::new().with("src", picture.address.as_str());
        let attributes = attributes.with("alt", picture.alt.as_str()).with("width", width.to_string());
        self.writer.empty("img", &attributes.with("height", height.to_string()));
    }
}

/// The part of a page that a tone is drawn as.
pub(super) fn role_of(tone: Tone) -> Role {
    match tone {
        Tone::Soft => Role::Soft,
        Tone::Red => Role::Red,
        Tone::Done => Role::Done,
    }
}
