//! Where a text may be cut: after a sentence, else between characters as people count them.

use unicode_segmentation::UnicodeSegmentation;

use crate::content::Text;
use crate::markup::Writer;
use crate::medium::Medium;

/// Ends of sentences in `text` as byte offsets, the end of the text last. Closing brackets and line ends
/// belong to the sentence before them.
pub(crate) fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    let mut graphemes = text.grapheme_indices(true).peekable();
    std::iter::from_fn(move || {
        let mut ended = false;
        while let Some((at, grapheme)) = graphemes.next() {
            let next = graphemes.peek().map(|(_, next)| *next);
            let is_full_stop = grapheme == "." && next == Some(" ");
            ended = ends(grapheme) || is_full_stop || ended && trails(grapheme);
            if next.is_none() || ended && !next.is_some_and(|next| ends(next) || trails(next)) {
                return Some(at + grapheme.len());
            }
        }
        None
    })
}

fn ends(grapheme: &str) -> bool {
    matches!(grapheme, "。" | "！" | "？" | "!" | "?" | "．" | "｡" | "\n" | "\r\n")
}

fn trails(grapheme: &str) -> bool {
    matches!(grapheme, "」" | "』" | "）" | ")" | "”" | "\"" | "｣" | "…" | " " | "\u{3000}")
}

/// What a text weighs once it is escaped, its lines are broken and its addresses are links, in bytes.
pub(super) fn weigh_text(medium: &Medium<'_>, text: &Text) -> usize {
    let mut writer = Writer::new(medium.dialect.is_xhtml);
    writer.written(text);
    medium.weigh(&writer.finish())
}

/// Where the last sentence ends that still fits into `room` bytes; 0 if not even the first does.
pub(super) fn whole_sentences(medium: &Medium<'_>, text: &Text, room: usize) -> usize {
    let ends = sentence_ends(&text.words).filter(|end| !text.cuts_link(*end));
    head(medium, text, ends, room)
}

/// Where the last character ends that still fits, for a sentence longer than a page. A character that alone
/// is longer than a page (a letter under hundreds of accents) is cut too: a page too large shows nothing.
pub(super) fn whole_characters(medium: &Medium<'_>, text: &Text, room: usize) -> usize {
    match head(medium, text, text.joints(), room) {
        0 => {
            let ends = text.words.char_indices().map(|(at, sign)| at + sign.len_utf8());
            let first = text.words.chars().next().map_or(0, char::len_utf8);
            head(medium, text, ends, room).max(first)
        }
        end => end,
    }
}

/// An address that fills half a page by itself is shown, and leads nowhere.
pub(super) fn without_heavy_links(medium: &Medium<'_>, mut text: Text, room: usize) -> Text {
    let words = text.words.clone();
    text.links.retain(|link| {
        let alone = Text { words: words[link.at.clone()].to_owned(), links: Vec::new() };
        weigh_text(medium, &alone) + medium.weigh(&link.to) < room / 2
    });
    text
}

/// The last of the ends before which everything fits.
fn head(medium: &Medium<'_>, text: &Text, ends: impl Iterator<Item = usize>, room: usize) -> usize {
    let (mut used, mut begin) = (0, 0);
    for end in ends {
        used += weigh_text(medium, &text.part(begin..end));
        if used > room {
            break;
        }
        begin = end;
    }
    begin
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut begin = 0;
        let sentences: Vec<&str> = sentence_ends(text)
            .map(|end| {
                let sentence = &text[begin..end];
                begin = end;
                sentence
            })
            .collect();
        assert_eq!(sentences, expected);
    }

    #[test]
    fn sentences_keep_what_closes_them() {
        check("", &[]);
        check(
            "おはよう。晴れ！？　「うん。」次\n\n行",
            &["おはよう。", "晴れ！？　", "「うん。」", "次\n\n", "行"],
        );
        check("It is 3.5 km. So far!", &["It is 3.5 km. ", "So far!"]);
    }
}
