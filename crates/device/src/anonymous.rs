//! A User-Agent fit for logs and counts: without the numbers that tell one handset from another.

/// No real User-Agent is longer; a log line should not be either.
const MAX_CHARS: usize = 512;

/// The same User-Agent without serial numbers: docomo's `ser` and `icc`, J-PHONE's and SoftBank's `SN`, and
/// any run of 14 digits or more, which is how IMEI and SIM card numbers look. Control characters go as well,
/// and what exceeds 512 characters.
///
/// ```
/// let user_agent = "DoCoMo/2.0 P903i(c100;TB;serABCDE0123456789;icc0123456789abcdef0123)";
/// assert_eq!(enishi_device::anonymous_user_agent(user_agent), "DoCoMo/2.0 P903i(c100;TB)");
/// ```
pub fn anonymous_user_agent(user_agent: &str) -> String {
    let is_docomo =
        user_agent.trim_start().get(..6).is_some_and(|start| start.eq_ignore_ascii_case("docomo"));
    let mut clean = String::with_capacity(user_agent.len().min(MAX_CHARS));
    for part in user_agent.split_inclusive(is_delimiter) {
        let word = part.trim_end_matches(is_delimiter);
        let delimiter = &part[word.len()..];
        if is_serial(word, is_docomo) {
            close(&mut clean, delimiter);
        } else {
            clean.push_str(part);
        }
    }
    clean.chars().filter(|c| !c.is_control()).take(MAX_CHARS).collect()
}

fn is_delimiter(c: char) -> bool {
    matches!(c, '/' | ';' | '(' | ')' | '[' | ']' | ' ' | ',')
}

/// Ends a list whose last word was left out: the sign that led to the word goes, unless it opened the
/// bracket.
fn close(clean: &mut String, delimiter: &str) {
    if clean.ends_with(['/', ';', ',']) && delimiter != "(" {
        clean.pop();
    }
    clean.push_str(delimiter);
}

/// docomo's serials are cut however short: nothing else in its grammar begins so.
fn is_serial(word: &str, is_docomo: bool) -> bool {
    let least = if is_docomo { 0 } else { 8 };
    has_long_number(word)
        || number_after(word, "ser", least)
        || number_after(word, "icc", least)
        || (!is_docomo && number_after(word, "sn", least))
}

fn number_after(word: &str, prefix: &str, least: usize) -> bool {
    let Some((start, rest)) = word.split_at_checked(prefix.len()) else { return false };
    let has_digit = rest.bytes().any(|byte| byte.is_ascii_digit());
    start.eq_ignore_ascii_case(prefix) && rest.len() >= least && (least == 0 || has_digit)
}

fn has_long_number(word: &str) -> bool {
    word.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= 14)
}
