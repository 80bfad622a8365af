//! The unseen field of the entry form that says which draft what is typed is kept as, and whose.
//!
//! It is signed: that it comes back shows that the form was made for this member, even when their session is over or the
//! form's token is stale. Nobody else can lay words among somebody's drafts.

use data_encoding::BASE32_NOPAD;
use enishi_core::ids::{DraftId, MemberId};
use enishi_core::moment::Moment;
use enishi_core::secrets::{Keyring, is_same};

/// A form is good for this many days.
const GOOD_DAYS: i64 = 7;
const DAY_MILLIS: i64 = 86_400_000;
const MAC_BYTES: usize = 8;
const LABEL: &[u8] = b"draft";

/// Which draft, and whose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftMark {
    /// The draft; it may not lie there yet.
    pub draft: DraftId,
    /// Its author.
    pub author: MemberId,
    /// The day the form was shown on, from 1970. A mark that is handed on keeps it: nobody holds one for ever by sending
    /// it again and again.
    shown_day: i64,
}

impl DraftMark {
    /// Of a form that is shown now.
    pub fn new(draft: DraftId, author: MemberId, now: Moment) -> DraftMark {
        DraftMark { draft, author, shown_day: now.millis() / DAY_MILLIS }
    }

    /// Handed on for another draft of the same author.
    pub fn of(self, draft: DraftId) -> DraftMark {
        DraftMark { draft, ..self }
    }

    /// The field's value.
    pub fn write(self, keys: &Keyring) -> String {
        let words = format!("{}.{}.{}", self.draft, self.author, self.shown_day);
        let mac = written(&keys.form_mac(&[LABEL, words.as_bytes()]));
        format!("{words}.{mac}")
    }

    /// Reads what came back; `None` if it was not made here, or long ago.
    pub fn read(sent: &str, now: Moment, keys: &Keyring) -> Option<DraftMark> {
        let (words, mac) = sent.rsplit_once('.')?;
        let fits = |made: &[u8]| is_same(mac.as_bytes(), written(made).as_bytes());
        if !keys.any_form_mac(&[LABEL, words.as_bytes()], fits) {
            return None;
        }
        let mut parts = words.split('.');
        let (draft, author) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let shown_day: i64 = parts.next()?.parse().ok()?;
        let age = now.millis() / DAY_MILLIS - shown_day;
        (age <= GOOD_DAYS).then_some(DraftMark { draft, author, shown_day })
    }
}

fn written(mac: &[u8]) -> String {
    BASE32_NOPAD.encode(&mac[..MAC_BYTES]).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test may stop where it fails

    use super::*;

    fn keys() -> Keyring {
        let folder = tempfile::tempdir().unwrap();
        Keyring::open_or_create(&folder.path().join("keys"), true).unwrap()
    }

    #[test]
    fn only_what_was_made_here_and_lately_is_read() {
        let (keys, now) = (keys(), Moment::from_millis(1_790_000_000_000));
        let mark = DraftMark::new(DraftId::from(77), MemberId::from(5), now);
        let written = mark.write(&keys);
        assert_eq!(DraftMark::read(&written, now, &keys), Some(mark));
        assert_eq!(DraftMark::read(&written, now.plus_seconds(7 * 86_400), &keys), Some(mark));
        assert_eq!(DraftMark::read(&written, now.plus_seconds(9 * 86_400), &keys), None);
        assert_eq!(DraftMark::read(&written, now, &self::keys()), None);
        let other = DraftMark { author: MemberId::from(6), ..mark }.write(&keys);
        let mixed = format!(
            "{}.{}",
            other.rsplit_once('.').map_or("", |(words, _)| words),
            &written[written.len() - 13..]
        );
        for foreign in ["", "...", "2d.5.1.aaaaaaaaaaaaa", mixed.as_str()] {
            assert_eq!(DraftMark::read(foreign, now, &keys), None, "{foreign}");
        }
    }

    #[test]
    fn one_that_is_handed_on_lives_no_longer() {
        let (keys, now) = (keys(), Moment::from_millis(1_790_000_000_000));
        let mark = DraftMark::new(DraftId::from(77), MemberId::from(5), now);
        let later = now.plus_seconds(7 * 86_400);
        let read = DraftMark::read(&mark.write(&keys), later, &keys).unwrap();
        let handed_on = read.of(DraftId::from(78)).write(&keys);
        assert!(DraftMark::read(&handed_on, later, &keys).is_some());
        assert_eq!(DraftMark::read(&handed_on, now.plus_seconds(9 * 86_400), &keys), None);
    }
}
