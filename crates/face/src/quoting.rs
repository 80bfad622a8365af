//! Comments that name each other by their numbers.

use enishi_core::diary::{Said, quotes};

use crate::outside::{Stretch, stretches};

/// What somebody said, in stretches; together they are its text. A comment that is named in it and can be shown to the
/// reader is a stretch of its own.
pub fn said_stretches(said: &Said) -> Vec<Stretch<'_>> {
    let split = |stretch| match stretch {
        Stretch::Words(words) => with_quotes(words, &said.quotes),
        other => vec![other],
    };
    stretches(&said.body).into_iter().flat_map(split).collect()
}

fn with_quotes<'t>(words: &'t str, shown: &[i32]) -> Vec<Stretch<'t>> {
    let (mut found, mut begin) = (Vec::new(), 0);
    for quote in quotes(words).into_iter().filter(|quote| shown.contains(&quote.number)) {
        if quote.at.start > begin {
            found.push(Stretch::Words(&words[begin..quote.at.start]));
        }
        begin = quote.at.end;
        found.push(Stretch::Comment(&words[quote.at], quote.number));
    }
    if begin < words.len() {
        found.push(Stretch::Words(&words[begin..]));
    }
    found
}

#[cfg(test)]
mod tests {
    use enishi_core::ids::MemberId;
    use enishi_core::member::Card;
    use enishi_core::moment::Moment;

    use super::*;

    #[test]
    fn only_what_can_be_shown_leads_anywhere() {
        let body = ">>1 と＞＞2、https://a.example/>>3".to_owned();
        let author = Card { id: MemberId::from(1), nickname: "さとう".to_owned(), icon: None };
        let said = Said { author, body, posted_at: Moment::from_millis(0), photo: None, quotes: vec![1, 3] };
        let expected = [
            Stretch::Comment(">>1", 1),
            Stretch::Words(" と＞＞2、"),
            Stretch::Address("https://a.example/"),
            Stretch::Comment(">>3", 3),
        ];
        assert_eq!(said_stretches(&said), expected);
    }
}
