//! A page of plain sentences, a few fields and buttons, described once for both faces.
//!
//! Pages about an account (an address, a number, leaving) and many about people are all of this kind. Each is written
//! down here as data, and a face knows one way to show them.

use enishi_core::diary::Photo;
use enishi_core::group::Group;
use enishi_core::member::Card;

use super::circle::RingHere;
use super::guarding::MakePasskey;
use super::thread;
use crate::form::Form;
use crate::place::Place;
use crate::words::Phrase;

/// The page.
pub struct Slip {
    /// Its name.
    pub title: Phrase,
    /// What stands on it, in reading order.
    pub pieces: Vec<Piece>,
}

/// A piece of it.
pub enum Piece {
    /// A sentence or two.
    Words(Phrase),
    /// Small words beside the rest.
    Hint(Phrase),
    /// What must not be overlooked.
    Red(Phrase),
    /// Begins a part of the page.
    Heading(Phrase),
    /// A person: face and name lead to their page, with small words below.
    Person(Card, Vec<String>),
    /// People to choose one of: each leads on by being chosen.
    Pick(Vec<(Card, Place)>),
    /// Answers of one press: where they are sent, and the name and words of each. On a keypad they have keys from 1.
    Keys(Place, Vec<(&'static str, Phrase)>),
    /// A photograph as wide as the screen, which of several it is, and small words below.
    Photo(Photo, usize, Vec<String>),
    /// What somebody wrote, as they wrote it, in the margin of something else.
    Said(String),
    /// What somebody wrote, for its own sake: its addresses are links.
    Written(String),
    /// Things to choose among, each leading on.
    Rows(Vec<SlipRow>),
    /// What was said of something, by numbers.
    Talk(thread::Said),
    /// A form.
    Form(Asked),
    /// A way on.
    Way(Place, Phrase),
    /// A key or a code to be read out or typed elsewhere, in groups.
    Key(String),
    /// A square picture that this site draws for this page.
    Picture {
        /// Where it is.
        place: Place,
        /// What its address says beside that.
        query: String,
        /// Its side.
        side_px: u32,
        /// What it is.
        alt: Phrase,
    },
    /// An address that opens an app on a phone that has apps.
    Opens(String, Phrase),
    /// The button of a passkey, where the browser makes one.
    MakePasskey(MakePasskey),
    /// The button by which this very phone rings from now on, where the browser can.
    RingHere(RingHere),
    /// A whole address to be opened and kept as a bookmark.
    Bookmark(String, Phrase),
}

/// A row that leads on.
pub struct SlipRow {
    /// Where it leads.
    pub place: Place,
    /// What it is called.
    pub words: String,
    /// Small words beside it.
    pub below: String,
}

/// A form.
pub struct Asked {
    /// Where it is posted.
    pub action: Place,
    /// What was typed, and what is wrong with it.
    pub state: Form,
    /// Its fields.
    pub entries: Vec<Entry>,
    /// What the button says: what will happen.
    pub button: Phrase,
    /// Whether it is the one thing the page is for.
    pub is_main: bool,
}

/// A field of it.
pub enum Entry {
    /// One line.
    Line {
        /// The field's name.
        name: &'static str,
        /// What is asked.
        label: Phrase,
        /// What to know beside it.
        hint: Option<Phrase>,
        /// What is typed there.
        kind: LineKind,
    },
    /// Yes or no; yes is `1`.
    Check {
        /// The field's name.
        name: &'static str,
        /// What yes means.
        label: Phrase,
        /// What to know beside it.
        hint: Option<Phrase>,
    },
    /// Several lines.
    Area {
        /// The field's name.
        name: &'static str,
        /// What is asked.
        label: Phrase,
        /// What to know beside it.
        hint: Option<Phrase>,
        /// Whether what stands there lies in the database as it is, so that a small page may show it in pieces.
        is_stored: bool,
    },
    /// One of a list.
    Choice {
        /// The field's name.
        name: &'static str,
        /// What is asked.
        label: Phrase,
        /// Value and words of each.
        choices: Vec<(String, String)>,
    },
    /// A photograph from the phone, where it can send any; the form is sent with its files then.
    Photo {
        /// The field's name.
        name: &'static str,
        /// What is asked.
        label: Phrase,
        /// What to know beside it.
        hint: Phrase,
    },
    /// Who may see it: the five levels, the fourth once for each group.
    SeenBy {
        /// The field's name.
        name: &'static str,
        /// What is asked.
        label: Phrase,
        /// The member's groups.
        groups: Vec<Group>,
    },
    /// Travels unseen.
    Hidden {
        /// The field's name.
        name: &'static str,
        /// Its value.
        value: String,
    },
}

/// What a line is for, so that the phone opens the right keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// An address of electronic mail.
    Email,
    /// A phone number.
    Phone,
    /// The password one has, or had; it never comes back filled in.
    Password,
    /// The password one makes up; it never comes back filled in.
    NewPassword,
    /// Digits in place of a password; they never come back filled in.
    Pin,
    /// A code made of digits, from an app or another phone.
    Code,
    /// Plain words.
    Words,
    /// A code made of letters and digits.
    Letters,
}

impl LineKind {
    /// Whether what was typed stays unseen and never comes back filled in.
    pub fn is_secret(self) -> bool {
        matches!(self, LineKind::Password | LineKind::NewPassword | LineKind::Pin)
    }
}

impl Slip {
    pub(crate) fn new(title: &'static str) -> Slip {
        Slip { title: Phrase::new(title), pieces: Vec::new() }
    }

    pub(crate) fn piece(mut self, piece: Piece) -> Slip {
        self.pieces.push(piece);
        self
    }

    pub(crate) fn words(self, key: &'static str) -> Slip {
        self.piece(Piece::Words(Phrase::new(key)))
    }

    pub(crate) fn heading(self, key: &'static str) -> Slip {
        self.piece(Piece::Heading(Phrase::new(key)))
    }

    /// Rows, if there are any.
    pub(crate) fn rows(self, rows: Vec<SlipRow>) -> Slip {
        if rows.is_empty() { self } else { self.piece(Piece::Rows(rows)) }
    }

    pub(crate) fn hint(self, key: &'static str) -> Slip {
        self.piece(Piece::Hint(Phrase::new(key)))
    }

    pub(crate) fn person(self, card: &Card, below: Vec<String>) -> Slip {
        self.piece(Piece::Person(card.clone(), below))
    }

    pub(crate) fn way(self, place: Place, key: &'static str) -> Slip {
        self.piece(Piece::Way(place, Phrase::new(key)))
    }

    pub(crate) fn form(self, asked: Asked) -> Slip {
        self.piece(Piece::Form(asked))
    }
}

impl Asked {
    /// A form that is one button.
    pub(crate) fn button(action: Place, button: &'static str) -> Asked {
        Asked {
            action,
            state: Form::empty(),
            entries: Vec::new(),
            button: Phrase::new(button),
            is_main: false,
        }
    }

    /// A form with fields.
    pub(crate) fn of(action: Place, state: &Form, button: &'static str) -> Asked {
        Asked { state: state.clone(), is_main: true, ..Asked::button(action, button) }
    }

    pub(crate) fn main(self) -> Asked {
        Asked { is_main: true, ..self }
    }

    pub(crate) fn line(mut self, name: &'static str, label: &'static str, kind: LineKind) -> Asked {
        self.entries.push(Entry::Line { name, label: Phrase::new(label), hint: None, kind });
        self
    }

    pub(crate) fn check(mut self, name: &'static str, label: &'static str) -> Asked {
        self.entries.push(Entry::Check { name, label: Phrase::new(label), hint: None });
        self
    }

    pub(crate) fn area(mut self, name: &'static str, label: &'static str) -> Asked {
        self.entries.push(Entry::Area { name, label: Phrase::new(label), hint: None, is_stored: false });
        self
    }

    /// As [`Asked::area`], with what to know beside it.
    pub(crate) fn area_hinted(
        mut self,
        name: &'static str,
        label: &'static str,
        hint: &'static str,
    ) -> Asked {
        let (label, hint) = (Phrase::new(label), Some(Phrase::new(hint)));
        self.entries.push(Entry::Area { name, label, hint, is_stored: false });
        self
    }

    /// What stands in the last field lies in the database as it is, unless it comes back refused.
    pub(crate) fn stored(mut self) -> Asked {
        if let Some(Entry::Area { is_stored, .. }) = self.entries.last_mut() {
            *is_stored = !self.state.is_refused();
        }
        self
    }

    pub(crate) fn choice(
        mut self,
        name: &'static str,
        label: &'static str,
        choices: Vec<(String, String)>,
    ) -> Asked {
        self.entries.push(Entry::Choice { name, label: Phrase::new(label), choices });
        self
    }

    pub(crate) fn hinted(mut self, key: &'static str) -> Asked {
        if let Some(Entry::Line { hint, .. } | Entry::Check { hint, .. } | Entry::Area { hint, .. }) =
            self.entries.last_mut()
        {
            *hint = Some(Phrase::new(key));
        }
        self
    }

    pub(crate) fn hidden(mut self, name: &'static str, value: &str) -> Asked {
        self.entries.push(Entry::Hidden { name, value: value.to_owned() });
        self
    }

    /// Whether a file is sent along.
    pub fn sends_photo(&self) -> bool {
        self.entries.iter().any(|entry| matches!(entry, Entry::Photo { .. }))
    }

    /// The names of its fields: what is wrong elsewhere is said above them.
    pub fn shown(&self) -> Vec<&'static str> {
        let line = |entry: &Entry| match entry {
            Entry::Line { name, .. }
            | Entry::Check { name, .. }
            | Entry::Area { name, .. }
            | Entry::Photo { name, .. }
            | Entry::SeenBy { name, .. }
            | Entry::Choice { name, .. } => Some(*name),
            Entry::Hidden { .. } => None,
        };
        self.entries.iter().filter_map(line).collect()
    }
}
