//! The request headers as this crate looks at them. Headers that name a person's line or handset never get
//! in.

use std::fmt;

use crate::anonymous_user_agent;

/// Carriers' ids of a line or a handset, and what signs a person in: dropped at the door, so nothing behind
/// it can keep them.
const IDENTITY: [&str; 6] =
    ["x-dcmguid", "x-up-subno", "x-jphone-uid", "x-em-uid", "cookie", "authorization"];

/// No real handset sends a longer value; whoever does is not worth parsing.
const MAX_VALUE_BYTES: usize = 1024;

/// A small view of request headers, their names compared without letter case.
///
/// Built once a request from whatever holds the headers; it borrows and copies no text.
#[derive(Clone, Default)]
pub struct Headers<'h> {
    lines: Vec<(&'h str, &'h str)>,
}

impl<'h> Headers<'h> {
    /// The headers of a request, name and value. Of a repeated name the first counts. Carriers' ids, cookies
    /// and values of more than 1,024 bytes are left out.
    pub fn new(lines: impl IntoIterator<Item = (&'h str, &'h str)>) -> Self {
        Headers { lines: lines.into_iter().filter(|(name, value)| is_wanted(name, value)).collect() }
    }

    /// Headers written as text, one `Name: value` a line, as people paste them. Lines without a colon are
    /// skipped.
    pub fn from_lines(text: &'h str) -> Self {
        Headers::new(text.lines().filter_map(|line| line.split_once(':')))
    }

    /// The value of a header without the space around it; `None` where it is absent or empty.
    pub fn get(&self, name: &str) -> Option<&'h str> {
        let (_, value) = self.lines.iter().find(|(known, _)| known.trim().eq_ignore_ascii_case(name))?;
        Some(value.trim()).filter(|value| !value.is_empty())
    }

    /// The `User-Agent`, or nothing.
    pub(crate) fn user_agent(&self) -> &'h str {
        self.get("user-agent").unwrap_or_default()
    }
}

fn is_wanted(name: &str, value: &str) -> bool {
    value.len() <= MAX_VALUE_BYTES && !IDENTITY.iter().any(|id| name.trim().eq_ignore_ascii_case(id))
}

/// Shows no serial numbers: the debug form of a request ends up in logs.
impl fmt::Debug for Headers<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map()
            .entries(self.lines.iter().map(|(name, value)| (name, anonymous_user_agent(value))))
            .finish()
    }
}
