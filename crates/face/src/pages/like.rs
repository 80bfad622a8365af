//! Likes, as both faces say them.

use enishi_core::diary::{Likes, Sign};

use crate::words::Words;

/// The name of a sign's button. The one that was pressed already takes the like back.
pub fn like_field(sign: Sign, mine: Option<Sign>) -> String {
    match mine == Some(sign) {
        true => "like_none".to_owned(),
        false => format!("like_{}", sign.key()),
    }
}

/// So many names stand after a sign; the rest is counted.
const NAMED: usize = 10;

/// Each sign that was given, with the names of those who gave it.
pub fn likes_told(words: &'static Words, likes: &Likes) -> Vec<(Sign, String)> {
    let given = Sign::ALL.into_iter().filter(|sign| likes.count(*sign) > 0);
    given.map(|sign| (sign, names(words, likes, sign))).collect()
}

fn names(words: &'static Words, likes: &Likes, sign: Sign) -> String {
    let given = likes.given.iter().filter(|(_, given)| *given == sign);
    let name = |nickname: &str| words.say_with("san", "name", nickname);
    let mut names: Vec<String> = given.take(NAMED).map(|(card, _)| name(&card.nickname)).collect();
    let more = likes.count(sign) - names.len();
    if more > 0 {
        names.push(words.say_with("like-more", "n", more));
    }
    names.join(&words.say("names-joint"))
}
