//! A long text edited piece by piece on a phone whose page cannot hold all of it.
//!
//! The form shows piece `k` of `n` and sends it back with three hidden fields beside the text `body`:
//! `body_part` = k, `body_parts` = n and `body_mark`, the digest of the text it was made from. Nothing else
//! travels: the stored text and `n` alone decide where a piece begins and ends. If the mark no longer fits,
//! the text was changed elsewhere meanwhile and the piece must not be saved over it.

use data_encoding::HEXLOWER;
use enishi_device::DeviceProfile;
use sha2::{Digest, Sha256};
use unicode_segmentation::UnicodeSegmentation;

use crate::charset::encoder_for;
use crate::paging::sentence_ends;
use crate::text::{normalise_newlines, restore};

/// The most pieces a text is cut into: far more than the longest entry needs on the smallest page.
pub const MOST_PARTS: usize = 999;

/// The text in `parts` pieces (1 to [`MOST_PARTS`]) of about the same length, some of them empty, cut at the ends
/// of sentences where one is near, else between characters. The same for the same arguments.
pub fn split_for_edit(text: &str, parts: usize) -> Vec<&str> {
    let parts = parts.clamp(1, MOST_PARTS);
    let sentences: Vec<usize> = sentence_ends(text).collect();
    let characters: Vec<usize> = text.grapheme_indices(true).map(|(at, sign)| at + sign.len()).collect();
    let mut pieces = Vec::with_capacity(parts);
    let mut begin = 0;
    for number in 1..parts {
        let (wanted, reach) = (text.len() * number / parts, text.len() / parts / 4);
        let near = nearest(&sentences, wanted).filter(|end| end.abs_diff(wanted) <= reach);
        let end = near.unwrap_or_else(|| first_from(&characters, wanted, text.len())).max(begin);
        pieces.push(&text[begin..end]);
        begin = end;
    }
    pieces.push(&text[begin..]);
    pieces
}

/// Of ends in order, the nearest to `wanted`; of two as near, the earlier.
fn nearest(ends: &[usize], wanted: usize) -> Option<usize> {
    let after = ends.partition_point(|end| *end < wanted);
    let around = ends[after.saturating_sub(1)..].iter().take(2);
    around.copied().min_by_key(|end| end.abs_diff(wanted))
}

fn first_from(ends: &[usize], wanted: usize, whole: usize) -> usize {
    ends.get(ends.partition_point(|end| *end < wanted)).copied().unwrap_or(whole)
}

/// The whole text after piece `part` (from 1) of `parts` was replaced by what was typed. Line ends between
/// two pieces stay, whatever the phone made of them. `None` if there is no such piece.
pub fn join_edited(original: &str, part: usize, parts: usize, edited: &str) -> Option<String> {
    let mut pieces = split_for_edit(original, parts);
    let place = pieces.get_mut(part.checked_sub(1)?)?;
    let line_ends = &place[place.trim_end_matches('\n').len()..];
    let edited = normalise_newlines(edited);
    let replaced = format!("{}{line_ends}", edited.trim_end_matches('\n'));
    *place = &replaced;
    Some(pieces.concat())
}

/// [`join_edited`] for a phone that could not show every character: those it was shown as placeholders come
/// back as they were (rule b-12).
pub fn join_restored(
    original: &str,
    part: usize,
    parts: usize,
    typed: &str,
    profile: &DeviceProfile,
) -> Option<String> {
    let piece = *split_for_edit(original, parts).get(part.checked_sub(1)?)?;
    let restored = restore(typed, piece.trim_end_matches('\n'), encoder_for(profile));
    join_edited(original, part, parts, &restored)
}

/// A short digest of the text that a piece was cut from, 12 hexadecimal digits.
pub fn edit_mark(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text.as_bytes())[..6])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test may stop where it fails

    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pieces_end_with_sentences() {
        let text = "朝は雨。昼は晴れ。\n夜は星。おやすみ。";
        assert_eq!(split_for_edit(text, 2), ["朝は雨。昼は晴れ。\n", "夜は星。おやすみ。"]);
        assert_eq!(split_for_edit(text, 1), [text]);
        assert_eq!(split_for_edit("", 3), ["", "", ""]);
    }

    #[test]
    fn one_piece_is_replaced_and_the_line_end_stays() {
        let text = "朝は雨。昼は晴れ。\n夜は星。おやすみ。";
        assert_eq!(join_edited(text, 1, 2, "朝は雪。").unwrap(), "朝は雪。\n夜は星。おやすみ。");
        assert_eq!(join_edited(text, 3, 2, "x"), None);
        assert_eq!(join_edited(text, 0, 2, "x"), None);
    }

    proptest! {
        #[test]
        fn an_untouched_piece_changes_nothing(text in "(\\PC|\n|。){0,80}", parts in 1usize..9, part in 1usize..9) {
            let pieces = split_for_edit(&text, parts);
            prop_assert_eq!(pieces.len(), parts);
            prop_assert_eq!(pieces.concat(), text.clone());
            if let Some(piece) = pieces.get(part - 1) {
                let sent = piece.trim_end_matches('\n').replace('\n', "\r\n");
                prop_assert_eq!(join_edited(&text, part, parts, &sent).unwrap(), text);
            }
        }
    }
}
