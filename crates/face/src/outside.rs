//! Addresses in what people write.

/// A stretch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch<'t> {
    /// Words.
    Words(&'t str),
    /// An address of the web as it was typed, `http://…` or `https://…`; where it leads, if anywhere, is for
    /// [`Links::address`](crate::Links::address) to say.
    Address(&'t str),
    /// Another comment that this one names, as it was typed, and its number.
    Comment(&'t str, i32),
}

/// Where an address that somebody wrote leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To a page of this site: its path, without token.
    Inside(String),
    /// Elsewhere, by way of the page that says so: that page's path.
    Outside(String),
}

/// The text in stretches; together they are the text. Only plain signs belong to an address, since Japanese words
/// follow it without a space.
pub fn stretches(text: &str) -> Vec<Stretch<'_>> {
    let mut found = Vec::new();
    let mut begin = 0;
    let mut from = 0;
    while let Some(at) = next_scheme(text, from) {
        let end = at + length_of_address(&text[at..]);
        let scheme = text[at..].find("://").map_or(0, |colon| colon + 3);
        from = end.max(at + scheme);
        if end > at + scheme && !follows_a_letter(text, at) {
            if at > begin {
                found.push(Stretch::Words(&text[begin..at]));
            }
            found.push(Stretch::Address(&text[at..end]));
            begin = end;
        }
    }
    if begin < text.len() {
        found.push(Stretch::Words(&text[begin..]));
    }
    found
}

fn next_scheme(text: &str, from: usize) -> Option<usize> {
    let at = |scheme| text[from..].find(scheme).map(|at| from + at);
    match (at("http://"), at("https://")) {
        (Some(plain), Some(sealed)) => Some(plain.min(sealed)),
        (plain, sealed) => plain.or(sealed),
    }
}

fn follows_a_letter(text: &str, at: usize) -> bool {
    text[..at].ends_with(|sign: char| sign.is_ascii_alphanumeric())
}

/// Up to the first sign no address holds, less what closes a sentence or a bracket around it.
fn length_of_address(text: &str) -> usize {
    let is_part = |sign: char| sign.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(sign);
    let whole = &text[..text.find(|sign| !is_part(sign)).unwrap_or(text.len())];
    let mut kept = whole.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
    while kept.ends_with(')') && kept.matches(')').count() > kept.matches('(').count() {
        kept = kept[..kept.len() - 1].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
    }
    kept.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let all = stretches(text);
        let whole: String = all
            .iter()
            .map(|one| match one {
                Stretch::Words(text) | Stretch::Address(text) | Stretch::Comment(text, _) => *text,
            })
            .collect();
        assert_eq!(whole, text);
        let addresses = all.iter().filter_map(|one| match one {
            Stretch::Address(address) => Some(*address),
            Stretch::Words(_) | Stretch::Comment(..) => None,
        });
        assert_eq!(addresses.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn addresses_end_where_people_end_them() {
        check("", &[]);
        check("なし。http:// https://", &[]);
        check("見てhttps://a.example/b?c=d&e=f#g。つぎ", &["https://a.example/b?c=d&e=f#g"]);
        check("(http://a.example/x_(y)). http://b.example!", &["http://a.example/x_(y)", "http://b.example"]);
        check("xhttp://a.example javascript:http://b.example", &["http://b.example"]);
        check(
            "「https://a.example/」「https://b.example/日記」",
            &["https://a.example/", "https://b.example/"],
        );
        check("https://a.example https://a.example", &["https://a.example", "https://a.example"]);
        check("<a href=\"https://a.example/\">a</a>", &["https://a.example/"]);
    }
}
