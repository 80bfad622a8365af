//! Why a message did not arrive, as the provider says it: its code, and the title its dictionary of errors has for it
//! (<https://www.twilio.com/docs/api/errors>). A report brings the code alone.

/// The titles of the codes a site for sign-up messages meets.
const TITLES: &[(&str, &str)] = &[
    ("20003", "Authentication Error - invalid username"),
    ("20429", "Too Many Requests"),
    ("20503", "Service Unavailable"),
    ("21211", "Invalid 'To' Phone Number"),
    ("21408", "Permission to send an SMS has not been enabled for the region indicated by the 'To' number"),
    ("21610", "Attempt to send to unsubscribed recipient"),
    ("21611", "This 'From' number has exceeded the maximum number of queued messages"),
    ("21612", "Message cannot be sent with the current combination of 'To' and/or 'From' parameters"),
    ("21614", "'To' number is not a valid mobile number"),
    ("30001", "Queue overflow"),
    ("30002", "Account suspended"),
    ("30003", "Unreachable destination handset"),
    ("30004", "Message blocked"),
    ("30005", "Unknown destination handset"),
    ("30006", "Landline or unreachable carrier"),
    ("30007", "Message filtered"),
    ("30008", "Unknown error"),
    ("30010", "Message price exceeds max price"),
    ("30022", "Rate limit exceeded"),
    ("30410", "Provider Timeout Error"),
    ("30450", "Message delivery blocked"),
];

/// The code at the beginning of what was kept, and the words: those kept with it, else the title of the code.
pub(super) fn read(kept: &str) -> (String, String) {
    let end = kept.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(kept.len());
    let (code, words) = (&kept[..end], kept[end..].trim());
    // An answer without a code is kept as `0 words`.
    let code = if code.bytes().all(|digit| digit == b'0') { "" } else { code };
    let title = || TITLES.iter().find(|(known, _)| *known == code).map_or("", |(_, title)| *title);
    (code.to_owned(), if words.is_empty() { title() } else { words }.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kept: &str, code: &str, words: &str) {
        assert_eq!(read(kept), (code.to_owned(), words.to_owned()), "{kept}");
    }

    #[test]
    fn code_and_words_are_told_apart() {
        check("30003", "30003", "Unreachable destination handset");
        check("21614 'To' number is not mobile", "21614", "'To' number is not mobile");
        check("0 status 400", "", "status 400");
        check("99999", "99999", "");
        check("interrupted", "", "interrupted");
        check("", "", "");
    }
}
