//! Taking secrets out of a provider's words before anyone logs them.
//!
//! Twilio quotes the number it refuses in its error message, and a log must not hold numbers.

/// The longest text kept, in characters: enough for a sentence, too little to fill a disk.
const LONGEST: usize = 200;

/// Digits in a row that may be a phone number or a one-time code; Twilio's error codes have five.
const SUSPECT_DIGITS: usize = 6;

/// `text` without any of `secrets`, without long runs of digits, on one line and cut to a sentence's length.
pub(crate) fn cover(text: &str, secrets: &[&str]) -> String {
    let mut covered = text.to_owned();
    for secret in secrets.iter().filter(|secret| !secret.is_empty()) {
        covered = covered.replace(secret, "…");
    }
    let one_line: String = covered.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    without_long_numbers(&one_line).chars().take(LONGEST).collect()
}

fn without_long_numbers(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars() {
        if c.is_ascii_digit() {
            run.push(c);
        } else {
            kept.push_str(shown(&run));
            run.clear();
            kept.push(c);
        }
    }
    kept.push_str(shown(&run));
    kept
}

fn shown(run: &str) -> &str {
    if run.len() >= SUSPECT_DIGITS { "…" } else { run }
}

#[cfg(test)]
mod tests {
    use super::cover;

    #[test]
    fn numbers_and_secrets_go_and_error_codes_stay() {
        let words = "Error 21211: The 'To' number +819012345678 is not valid.\nAccount ACtest, code 493817";
        let covered = cover(words, &["ACtest", ""]);
        assert_eq!(covered, "Error 21211: The 'To' number +… is not valid. Account …, code …");
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(cover(&"あ".repeat(5000), &[]).chars().count(), super::LONGEST);
    }
}
