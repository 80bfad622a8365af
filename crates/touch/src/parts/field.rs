//! A form field: its label above, what to know under it, what is wrong under that.

use std::borrow::Cow;

use enishi_face::{Context, Form};
use maud::{Markup, html};

/// A field and what is said around it.
pub(crate) struct Field<'a> {
    name: &'a str,
    label: Cow<'a, str>,
    hint: Option<Cow<'a, str>>,
    fault: Option<String>,
}

/// What a single line is for, so that the phone opens the right keys and fills in what it knows.
#[derive(Clone, Copy, Default)]
pub(crate) struct Line {
    kind: Option<&'static str>,
    inputmode: Option<&'static str>,
    autocomplete: Option<&'static str>,
    maxlength: Option<u16>,
    autocapitalize: Option<&'static str>,
}

impl Line {
    const NONE: Line =
        Line { kind: None, inputmode: None, autocomplete: None, maxlength: None, autocapitalize: None };
    /// Plain words.
    pub(crate) const TEXT: Line = Line { autocomplete: Some("off"), ..Line::NONE };
    /// A phone number.
    pub(crate) const PHONE: Line = Line { kind: Some("tel"), autocomplete: Some("tel"), ..Line::NONE };
    /// What one signs in with: a phone number.
    pub(crate) const LOGIN: Line = Line {
        inputmode: Some("tel"),
        autocomplete: Some("username"),
        autocapitalize: Some("none"),
        ..Line::NONE
    };
    /// What one signs in with: an address of mail.
    pub(crate) const LOGIN_EMAIL: Line = Line { inputmode: Some("email"), ..Line::LOGIN };
    /// The code of a text message: of six digits or eight.
    pub(crate) const CODE: Line = Line {
        inputmode: Some("numeric"),
        autocomplete: Some("one-time-code"),
        maxlength: Some(8),
        ..Line::NONE
    };
    /// A code of an app or another phone, or a longer one from paper: groups and all.
    pub(crate) const LONG_CODE: Line = Line { maxlength: Some(20), ..Line::CODE };
    /// A code of an authenticator app, or a longer one for the day it is lost.
    pub(crate) const CODE_OF_APP: Line =
        Line { inputmode: Some("numeric"), autocomplete: Some("one-time-code"), ..Line::NONE };
    /// The name an operator signs in with.
    pub(crate) const OPERATOR: Line =
        Line { autocomplete: Some("username"), autocapitalize: Some("none"), ..Line::NONE };
    /// A count.
    pub(crate) const NUMBER: Line =
        Line { inputmode: Some("numeric"), autocomplete: Some("off"), maxlength: Some(9), ..Line::NONE };
    /// An address of electronic mail. Not of type `email`: browsers refuse what carriers once handed out.
    pub(crate) const EMAIL: Line = Line {
        inputmode: Some("email"),
        autocomplete: Some("email"),
        autocapitalize: Some("none"),
        ..Line::NONE
    };
    /// A code made of letters.
    pub(crate) const CODE_OF_LETTERS: Line =
        Line { autocomplete: Some("off"), autocapitalize: Some("none"), ..Line::NONE };
    /// The name one goes by.
    pub(crate) const NICKNAME: Line = Line { autocomplete: Some("nickname"), ..Line::NONE };
    /// The password one has.
    pub(crate) const PASSWORD: Line =
        Line { kind: Some("password"), autocomplete: Some("current-password"), ..Line::NONE };
    /// Digits in place of a password.
    pub(crate) const PIN: Line =
        Line { kind: Some("password"), inputmode: Some("numeric"), autocomplete: Some("off"), ..Line::NONE };
    /// The password one makes up.
    pub(crate) const NEW_PASSWORD: Line =
        Line { kind: Some("password"), autocomplete: Some("new-password"), ..Line::NONE };
    /// A day of the calendar.
    pub(crate) const DAY: Line = Line { kind: Some("date"), ..Line::TEXT };
    /// What one looks for.
    pub(crate) const SEARCH: Line = Line { kind: Some("search"), autocomplete: Some("off"), ..Line::NONE };
}

impl<'a> Field<'a> {
    /// A field of `form`, with what is wrong with it.
    pub(crate) fn of(
        form: &Form,
        context: &Context<'_>,
        name: &'a str,
        label: impl Into<Cow<'a, str>>,
    ) -> Field<'a> {
        let fault = form.fault_of(name).map(|fault| context.words.tell(fault));
        Field { name, label: label.into(), hint: None, fault }
    }

    pub(crate) fn hint(self, hint: impl Into<Cow<'a, str>>) -> Field<'a> {
        Field { hint: Some(hint.into()), ..self }
    }

    /// One line of text.
    pub(crate) fn line(&self, value: &str, line: Line) -> Markup {
        self.around(&html! {
            input id=(self.id()) name=(self.name) type=(line.kind.unwrap_or("text")) value=(value)
                inputmode=[line.inputmode] autocomplete=[line.autocomplete] maxlength=[line.maxlength]
                autocapitalize=[line.autocapitalize]
                aria-describedby=[self.described_by()] aria-invalid=[self.invalid()];
        })
    }

    /// Several lines; grows with what is typed where the browser can.
    pub(crate) fn area(&self, value: &str, rows: u8) -> Markup {
        self.around(&html! {
            textarea id=(self.id()) name=(self.name) rows=(rows)
                aria-describedby=[self.described_by()] aria-invalid=[self.invalid()] {
                // A browser drops the first line break of a text area.
                "\n" (value)
            }
        })
    }

    /// One of a list: value and words of each.
    pub(crate) fn choice(&self, chosen: &str, choices: &[(String, String)]) -> Markup {
        self.around(&html! {
            select id=(self.id()) name=(self.name)
                aria-describedby=[self.described_by()] aria-invalid=[self.invalid()] {
                @for (value, words) in choices {
                    option value=(value) selected[value == chosen] { (words) }
                }
            }
        })
    }

    /// Photographs from the phone.
    pub(crate) fn photos(&self, multiple: bool) -> Markup {
        self.around(&html! {
            input id=(self.id()) name=(self.name) type="file" accept="image/*" multiple[multiple] data-preview
                aria-describedby=[self.described_by()] aria-invalid=[self.invalid()];
        })
    }

    fn around(&self, control: &Markup) -> Markup {
        html! {
            div.field.faulty[self.fault.is_some()] {
                label for=(self.id()) { (self.label) }
                (control)
                @if let Some(hint) = &self.hint { p.hint id={ (self.id()) "-hint" } { (hint) } }
                @if let Some(fault) = &self.fault { (fault_line(&format!("{}-fault", self.id()), fault)) }
            }
        }
    }

    fn id(&self) -> String {
        format!("field-{}", self.name)
    }

    fn invalid(&self) -> Option<&'static str> {
        self.fault.as_ref().map(|_| "true")
    }

    fn described_by(&self) -> Option<String> {
        let id = self.id();
        match (self.hint.is_some(), self.fault.is_some()) {
            (false, false) => None,
            (true, false) => Some(format!("{id}-hint")),
            (false, true) => Some(format!("{id}-fault")),
            (true, true) => Some(format!("{id}-hint {id}-fault")),
        }
    }
}

/// What is wrong, said at once to those who listen.
pub(crate) fn fault_line(id: &str, fault: &str) -> Markup {
    html! { p.fault id=(id) role="alert" { (fault) } }
}
