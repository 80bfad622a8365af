//! What every page is built with: the words, the links, and the fields of its forms.

use enishi_core::diary::Said;
use enishi_device::ImageFormat;
use enishi_face::pages::Thread;
use enishi_face::{Context, Form as State, Phrase, Place, Stretch, Value, said_stretches, stretches};

use crate::content::{
    Area, Block, Field, Form, Input, Key, Kind, Line, Linked, Method, Mode, Piece, Row, Text, Tone,
};
use crate::medium::Medium;

/// One request and the phone it came from.
pub(crate) struct View<'a> {
    pub context: &'a Context<'a>,
    pub medium: &'a Medium<'a>,
}

impl View<'_> {
    /// A phrase.
    pub(crate) fn say(&self, key: &'static str) -> String {
        self.context.words.say(key).into_owned()
    }

    /// A phrase with one value put in.
    pub(crate) fn say_with(&self, key: &'static str, name: &'static str, value: impl Into<Value>) -> String {
        self.context.words.say_with(key, name, value)
    }

    /// A phrase carried as data.
    pub(crate) fn tell(&self, phrase: &Phrase) -> String {
        self.context.words.tell(phrase)
    }

    /// A form that asks and changes nothing: it travels in the address, and carries no token. A phone that loses queries
    /// sends it as any other.
    pub(crate) fn asking(&self, place: Place, fields: Vec<Field>, button: impl Into<String>) -> Form {
        if !self.medium.profile.queries {
            return self.form(place, fields, button);
        }
        let (action, button) = (self.to(place), button.into());
        Form { action, method: Method::Get, fields, button, others: Vec::new(), is_divisible: false }
    }

    /// The address of a place.
    pub(crate) fn to(&self, place: Place) -> String {
        self.context.links.to(place)
    }

    /// Whether the screen takes short words only.
    pub(crate) fn is_narrow(&self) -> bool {
        self.medium.profile.is_narrow()
    }

    /// The most bytes one answer may have.
    pub(crate) fn page_bytes(&self) -> usize {
        self.medium.profile.page_bytes
    }

    /// The first of the phrases on a wide screen, the second on a narrow one.
    pub(crate) fn fitting(&self, wide: &'static str, narrow: &'static str) -> String {
        self.say(if self.is_narrow() { narrow } else { wide })
    }

    /// The format photographs are sent in.
    pub(crate) fn photo_format(&self) -> ImageFormat {
        let formats = &self.medium.profile.image_formats;
        formats.iter().copied().find(|format| *format != ImageFormat::Webp).unwrap_or(ImageFormat::Jpeg)
    }

    /// A line that leads to a place.
    pub(crate) fn row(&self, place: Place, words: impl Into<String>) -> Row {
        self.row_to(self.to(place), words)
    }

    /// A line that leads to an address.
    pub(crate) fn row_to(&self, to: String, words: impl Into<String>) -> Row {
        Row { to, key: Key::Next, sign: None, words: words.into(), is_red: false, below: Vec::new() }
    }

    /// A link inside a line.
    pub(crate) fn link(&self, place: Place, words: impl Into<String>) -> Piece {
        Piece::Link { to: self.to(place), words: words.into() }
    }

    /// What a member wrote, with its addresses as links.
    pub(crate) fn written(&self, text: &str) -> Block {
        let address = |stretch: &Stretch<'_>| match stretch {
            Stretch::Address(address) => self.context.links.address(address),
            Stretch::Words(_) | Stretch::Comment(..) => None,
        };
        Block::Text(with_links(stretches(text), address))
    }

    /// What a member said of something: the comments it names are links too, each to a page that begins with it.
    pub(crate) fn written_comment(&self, thread: Thread, said: &Said) -> Block {
        let address = |stretch: &Stretch<'_>| match stretch {
            Stretch::Address(address) => self.context.links.address(address),
            Stretch::Comment(_, number) => Some(self.to(thread.from(*number))),
            Stretch::Words(_) => None,
        };
        Block::Text(with_links(said_stretches(said), address))
    }

    /// The row to the next page of a list: key `#`, since no part comes after it.
    pub(crate) fn more(&self, place: Place) -> Block {
        Block::Row(Row { key: Key::Fixed('#'), ..self.row(place, self.say("more")) })
    }

    /// A form that changes something.
    pub(crate) fn form(&self, place: Place, fields: Vec<Field>, button: impl Into<String>) -> Form {
        let hidden = self.context.hidden().into_iter();
        let mut all: Vec<Field> = hidden.map(|hidden| self.hidden(hidden.name, hidden.value)).collect();
        all.extend(fields);
        let action = self.to(place);
        let (button, others) = (button.into(), Vec::new());
        Form { action, method: Method::Post, fields: all, button, others, is_divisible: false }
    }

    /// A form that is one button.
    pub(crate) fn button(&self, place: Place, button: impl Into<String>) -> Block {
        Block::Form(self.form(place, Vec::new(), button))
    }

    /// A field that travels unseen.
    pub(crate) fn hidden(&self, name: &str, value: impl Into<String>) -> Field {
        Field::Hidden { name: name.to_owned(), value: value.into() }
    }

    /// A field of one line with what stands in it.
    pub(crate) fn input(&self, state: &State, name: &str, label: &'static str, mode: Mode) -> Input {
        Input {
            name: name.to_owned(),
            label: self.say(label),
            hint: None,
            fault: self.fault(state, name),
            value: state.value(name).to_owned(),
            kind: Kind::Text,
            mode,
            is_code: false,
        }
    }

    /// A field for a password: it never comes back filled in.
    pub(crate) fn password(&self, state: &State, name: &str, label: &'static str) -> Input {
        let input = self.input(state, name, label, Mode::Letters);
        Input { value: String::new(), kind: Kind::Password, ..input }
    }

    /// A field of many lines; `is_stored` where what stands in it lies in the database as it is. One piece of a text that comes back refused keeps saying which piece it is.
    pub(crate) fn area(&self, state: &State, name: &str, label: &'static str, is_stored: bool) -> Vec<Field> {
        self.area_labelled(state, name, self.say(label), is_stored)
    }

    /// As [`View::area`], its label already in words.
    pub(crate) fn area_labelled(
        &self,
        state: &State,
        name: &str,
        label: String,
        is_stored: bool,
    ) -> Vec<Field> {
        let along = ["part", "parts", "mark"].map(|what| format!("{name}_{what}"));
        let is_piece = !state.value(&along[1]).is_empty();
        let area = Area {
            name: name.to_owned(),
            label,
            hint: None,
            fault: self.fault(state, name),
            value: state.value(name).to_owned(),
            hint_of_piece: self.say("keitai-edit-piece"),
            is_stored: is_stored && !is_piece,
        };
        let mut fields = vec![Field::Area(area)];
        if is_piece {
            fields.extend(along.iter().map(|name| self.hidden(name, state.value(name))));
        }
        fields
    }

    /// What is wrong with a field.
    pub(crate) fn fault(&self, state: &State, name: &str) -> Option<String> {
        state.fault_of(name).map(|phrase| self.tell(phrase))
    }

    /// What a refused form says before anything else.
    pub(crate) fn refused(&self, state: &State) -> Vec<Block> {
        if !state.is_refused() {
            return Vec::new();
        }
        let say = |tone, key| Block::toned(tone, self.say(key));
        vec![say(Tone::Red, "check-fields"), say(Tone::Soft, "kept")]
    }

    /// A hint line inside a form.
    pub(crate) fn hint(&self, key: &'static str) -> Field {
        Field::Words(vec![Piece::Toned(Tone::Soft, self.say(key))])
    }

    /// Words in one tone as a line.
    pub(crate) fn soft(&self, words: impl Into<String>) -> Line {
        vec![Piece::Toned(Tone::Soft, words.into())]
    }
}

/// The stretches as one text, with a link on each that leads somewhere.
fn with_links(stretches: Vec<Stretch<'_>>, address: impl Fn(&Stretch<'_>) -> Option<String>) -> Text {
    let mut written = Text::default();
    for stretch in stretches {
        let begin = written.words.len();
        let (Stretch::Words(words) | Stretch::Address(words) | Stretch::Comment(words, _)) = stretch;
        written.words.push_str(words);
        let at = begin..written.words.len();
        written.links.extend(address(&stretch).map(|to| Linked { at, to }));
    }
    written
}
