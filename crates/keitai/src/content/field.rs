//! Forms as data.

use super::Line;

/// How a form travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// In the address: it asks and changes nothing, so it carries no token.
    Get,
    /// In the body.
    Post,
    /// In the body, with files.
    PostFiles,
}

/// What a field is meant for; each dialect has its own way to say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Digits.
    Digits,
    /// Letters and digits.
    Letters,
    /// Japanese.
    Kana,
}

/// What kind of one-line field it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Shown as typed.
    Text,
    /// Hidden as typed.
    Password,
    /// A file.
    File,
}

/// A field of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Input {
    pub name: String,
    pub label: String,
    pub hint: Option<String>,
    pub fault: Option<String>,
    pub value: String,
    pub kind: Kind,
    pub mode: Mode,
    /// It takes the code of a text message, which some phones fill in by themselves.
    pub is_code: bool,
}

/// A field of many lines: the one kind whose value may be shown piece by piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Area {
    pub name: String,
    pub label: String,
    pub hint: Option<String>,
    pub fault: Option<String>,
    pub value: String,
    /// The hint where only a piece of the value is shown.
    pub hint_of_piece: String,
    /// Whether the value is what is stored, so that a piece of it can be put back where it was. What was
    /// only typed and refused exists nowhere else and is shown whole or not at all.
    pub is_stored: bool,
}

/// One of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    pub value: String,
    pub words: String,
    pub is_chosen: bool,
}

/// Who may read it: the five levels in their order, chosen with keys 1 to 5.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Levels {
    pub label: String,
    pub fault: Option<String>,
    /// Five choices. The fourth has an empty value where there are no groups to choose from.
    pub levels: Vec<Choice>,
    /// Several groups, chosen in a list of their own (`visibility_group`).
    pub groups: Vec<Choice>,
    /// The label of that list.
    pub groups_label: String,
    /// The same in one list, for pages with no room: short words, a value a choice.
    pub short: Vec<Choice>,
}

/// A field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// One line.
    Input(Input),
    /// Many lines.
    Area(Area),
    /// Who may read it.
    Levels(Levels),
    /// One of a list that unfolds.
    Select { name: String, label: String, fault: Option<String>, choices: Vec<Choice> },
    /// One of a list that unfolds, left out where there is no room: the server then leaves it as it is.
    Spare { name: String, label: String, fault: Option<String>, choices: Vec<Choice> },
    /// One of several, all in sight.
    Radios { name: String, label: String, choices: Vec<Choice> },
    /// Yes or no.
    Check { name: String, choice: Choice, fault: Option<String> },
    /// Travels along unseen.
    Hidden { name: String, value: String },
    /// Words between fields.
    Words(Line),
    /// As [`Field::Spare`], of several fields.
    SpareFields(Vec<Field>),
    /// Fields that stay together when the form is divided.
    Together(Vec<Field>),
}

/// One more way to send a form: the name of the button says which way was taken. One without sends the form as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Button {
    pub name: String,
    pub words: String,
    /// The key that presses it, where it has one.
    pub key: Option<char>,
}

/// A form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    pub action: String,
    pub method: Method,
    pub fields: Vec<Field>,
    /// What the button says. Empty where only [`Form::others`] send it.
    pub button: String,
    /// The other buttons, before this one.
    pub others: Vec<Button>,
    /// Whether each field may be sent by itself: those that do not come back stay as they are.
    pub is_divisible: bool,
}
