//! Headers nobody's handset sends: the answer is always some profile, never a panic.

use enishi_device::{Headers, Profiles, anonymous_user_agent};

use crate::handsets::samples;

/// Small and the same every time (xorshift), so that a failure can be met again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap()
    }
}

const PIECES: [&str; 16] = [
    "(",
    ")",
    ";",
    "/",
    " ",
    "c",
    "-",
    "*",
    ",",
    "#",
    "999999999999999999999",
    "縁",
    "\u{0}",
    "KAIOS/",
    "{series}",
    "…",
];

/// Drops, doubles or puts in a piece at some place between two characters.
fn mutate(text: &str, dice: &mut Dice) -> String {
    let chars: Vec<char> = text.chars().collect();
    let (from, to) = (dice.below(chars.len() + 1), dice.below(chars.len() + 1));
    let (from, to) = (from.min(to), from.max(to));
    let part = |range: std::ops::Range<usize>| chars[range].iter().collect::<String>();
    match dice.below(4) {
        0 => part(0..from) + &part(to..chars.len()),
        1 => part(0..to) + &part(from..chars.len()),
        2 => part(from..to),
        _ => part(0..from) + PIECES[dice.below(PIECES.len())] + &part(from..chars.len()),
    }
}

#[test]
fn mutated_headers_never_panic_and_always_resolve() {
    let profiles = Profiles::embedded();
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for (_, sample) in samples() {
        for _ in 0..12 {
            let mutated: Vec<(String, String)> =
                sample.headers.iter().map(|(name, value)| (name.clone(), mutate(value, &mut dice))).collect();
            let headers = Headers::new(mutated.iter().map(|(name, value)| (name.as_str(), value.as_str())));
            let explained = profiles.explain(&headers);
            assert_eq!(explained.profile, *profiles.resolve(&headers));
            assert!(explained.profile.page_bytes >= 1_000 && explained.profile.screen.width >= 60);
            mutated.iter().for_each(|(_, value)| drop(anonymous_user_agent(value)));
        }
    }
}

#[test]
fn malformed_figures_count_as_absent() {
    let profiles = Profiles::embedded();
    let user_agent = ("user-agent", "SoftBank/1.0/999ZZ/ZZ001");
    let plain = profiles.resolve(&Headers::new([user_agent]));
    for display in ["", "*", "240", "240*", "-1*5", "1*1", "99999*99999", "240 * 3 2 0", "+240*320", "縁*縁"]
    {
        let told = Headers::new([user_agent, ("x-jphone-display", display), ("x-jphone-color", display)]);
        assert_eq!(profiles.resolve(&told), plain, "{display}");
    }
}

#[test]
fn a_value_of_absurd_length_is_not_read() {
    let long = format!("DoCoMo/2.0 {}", "P".repeat(5_000));
    assert_eq!(Profiles::embedded().resolve(&Headers::new([("user-agent", long.as_str())])).name, "unknown");
}

#[test]
fn header_names_have_no_letter_case_and_the_first_value_counts() {
    let headers = Headers::from_lines("USER-AGENT:  J-PHONE/2.0/J-DN02 \nuser-agent: curl/8\nnonsense");
    assert_eq!(headers.get("User-Agent"), Some("J-PHONE/2.0/J-DN02"));
    assert_eq!(Profiles::embedded().resolve(&headers).generation.as_deref(), Some("C"));
}
