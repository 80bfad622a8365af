//! What happened, as lines of a letter: what it is, and the page it is about.

use enishi_core::diary::DiaryLine;
use enishi_core::digest::Digest;
use enishi_core::member::Card;

use crate::notice_words::notice_words;
use crate::place::Place;
use crate::words::{Phrase, Words};

/// The lines of a letter. `url` is what addresses begin with, without a slash at its end.
///
/// Of an entry the letter tells whose it is and its title, and no word of what stands in it: a letter lies about longer
/// than an audience stays the same.
pub fn digest_lines(digest: &Digest, words: &Words, url: &str) -> String {
    let requests = (digest.requests > 0)
        .then(|| (Place::FriendRequests, Phrase::new("red-requests").with("n", digest.requests)));
    let notices = digest.notices.iter().map(|notice| notice_words(&notice.subject));
    let birthdays = digest.birthdays.iter().map(birthday);
    let waits: Vec<String> = birthdays
        .chain(requests)
        .chain(notices)
        .map(|(place, phrase)| item(&words.tell(&phrase), place, url))
        .collect();
    let entries: Vec<String> = digest.entries.iter().map(|entry| entry_item(entry, words, url)).collect();
    let mut parts = waits;
    if !entries.is_empty() {
        parts.push(words.say("letter-digest-entries").into_owned());
        parts.extend(entries);
    }
    parts.join("\n")
}

/// As home says it.
fn birthday(card: &Card) -> (Place, Phrase) {
    (Place::Member(card.id), Phrase::new("birthday-today").with("name", card.nickname.as_str()))
}

fn entry_item(entry: &DiaryLine, words: &Words, url: &str) -> String {
    let phrase = Phrase::new("letter-digest-entry").with("name", entry.author.nickname.as_str());
    item(&words.tell(&phrase.with("title", entry.title.as_str())), Place::Diary(entry.id), url)
}

/// Names and titles are one line wherever they came from.
fn item(said: &str, place: Place, url: &str) -> String {
    let line: String = said.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    format!("・{line}\n  {url}{place}\n")
}
