//! What keys are for: each use has keys of its own, so that one can be changed without the others.

/// A use of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// Sealing what must be read again.
    Data,
    /// Recognising numbers and addresses of mail.
    Number,
    /// Recognising codes: of text messages, invitations, recovery.
    Code,
    /// Signing forms and links.
    Form,
    /// Hiding what is counted.
    Counter,
}

impl Use {
    /// All of them.
    pub const ALL: [Use; 5] = [Use::Data, Use::Number, Use::Code, Use::Form, Use::Counter];

    /// The word it is named by on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Use::Data => "data",
            Use::Number => "number",
            Use::Code => "code",
            Use::Form => "form",
            Use::Counter => "counter",
        }
    }

    /// The use of a word.
    pub fn of_word(word: &str) -> Option<Use> {
        Use::ALL.into_iter().find(|one| one.word() == word)
    }

    /// The fact by which the database remembers which of its keys count.
    pub(super) const fn fact(self) -> &'static str {
        match self {
            Use::Data => "keys data",
            Use::Number => "keys number",
            Use::Code => "keys code",
            Use::Form => "keys form",
            Use::Counter => "keys counter",
        }
    }

    /// The name of its first key in the key file. Data keys have borne a number from the first.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Use::Data => "data-key",
            Use::Number => "number-pepper",
            Use::Code => "code-key",
            Use::Form => "form-key",
            Use::Counter => "counter-key",
        }
    }
}
