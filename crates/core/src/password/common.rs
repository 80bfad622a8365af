//! Passwords that are tried first.

/// A list of ours: keyboard walks, counting, and words that head every published list of leaked passwords,
/// in the lengths this site takes; with the Japanese favourites. One a line, lower case.
const LIST: &str = include_str!("common.txt");

pub(super) fn is_common(lower: &str) -> bool {
    LIST.lines().any(|known| known == lower) || is_one_sign(lower)
}

fn is_one_sign(lower: &str) -> bool {
    let mut signs = lower.chars();
    let first = signs.next();
    signs.all(|sign| Some(sign) == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_holds_only_what_could_pass_otherwise() {
        for known in LIST.lines() {
            assert!(known.chars().count() >= super::super::LEAST_CHARACTERS, "{known} is too short anyway");
            assert_eq!(known, known.to_lowercase());
        }
        assert!(LIST.lines().count() > 150);
        assert!(is_common("aaaaaaaaaaaa") && !is_common("aaaaaaaaaaab"));
    }
}
