//! Why somebody is kept out: a word that a list can be read by, and a memo for those who come after.

use crate::ids::OperatorId;

/// The longest memo, in characters.
pub const MEMO_CHARACTERS: usize = 300;

/// Why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Advertising, or the same thing over and over.
    Spam,
    /// Hurting or threatening others.
    Harassment,
    /// Posing as somebody else.
    Impersonation,
    /// Taking money or secrets from others.
    Fraud,
    /// Too young for this site.
    Underage,
    /// Came in with others who were kept out.
    Branch,
    /// Something else; the memo says what.
    Other,
}

impl Reason {
    /// Every reason, in the order a form offers them.
    pub const ALL: [Reason; 7] = [
        Reason::Spam,
        Reason::Harassment,
        Reason::Impersonation,
        Reason::Fraud,
        Reason::Underage,
        Reason::Branch,
        Reason::Other,
    ];

    /// The word it is stored under and sent in forms as.
    pub const fn word(self) -> &'static str {
        match self {
            Reason::Spam => "spam",
            Reason::Harassment => "harassment",
            Reason::Impersonation => "impersonation",
            Reason::Fraud => "fraud",
            Reason::Underage => "underage",
            Reason::Branch => "branch",
            Reason::Other => "other",
        }
    }

    /// The reason of a word.
    pub fn of_word(word: &str) -> Option<Reason> {
        Reason::ALL.into_iter().find(|reason| reason.word() == word)
    }
}

/// What the operators want to remember: one or a few lines, never shown to members.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memo(String);

/// More than [`MEMO_CHARACTERS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the memo is too long")]
pub struct MemoTooLong;

impl Memo {
    /// Reads what was typed; nothing is a memo too.
    pub fn parse(typed: &str) -> Result<Memo, MemoTooLong> {
        let memo = crate::text::many_lines(typed);
        if crate::text::count(&memo) > MEMO_CHARACTERS { Err(MemoTooLong) } else { Ok(Memo(memo)) }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why somebody is kept out or let in again, and who says so.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Why.
    pub reason: Reason,
    /// What to remember.
    pub memo: Memo,
    /// The operator; `None` when the program itself or its command line does it.
    pub by: Option<OperatorId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_leads_back_to_its_reason() {
        for reason in Reason::ALL {
            assert_eq!(Reason::of_word(reason.word()), Some(reason));
        }
        assert_eq!(Reason::of_word(""), None);
    }

    #[test]
    fn a_memo_has_an_end() {
        assert_eq!(Memo::parse(&"あ".repeat(MEMO_CHARACTERS)).map(|memo| memo.as_str().len()), Ok(900));
        assert_eq!(Memo::parse(&"あ".repeat(MEMO_CHARACTERS + 1)), Err(MemoTooLong));
    }
}
