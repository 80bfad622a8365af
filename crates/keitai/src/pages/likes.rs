//! Liking an entry: five pictograms, keys 4 to 8, and who has pressed which.

use enishi_core::diary::{DiaryPage, Sign};
use enishi_face::Place;
use enishi_face::pages::{DiaryView, like_field, likes_told};

use crate::content::{Block, Button, Form, Tone};
use crate::parts::View;

/// Who liked it, and the buttons to join them.
pub(super) fn likes(view: &View<'_>, shown: &DiaryView) -> Vec<Block> {
    let page = &shown.page;
    let mut blocks = told(view, page);
    if page.likes.may {
        if let Some(fault) = view.fault(&shown.form, "like") {
            blocks.push(Block::toned(Tone::Red, fault));
        }
        blocks.push(Block::Form(buttons(view, page)));
    }
    if page.likes.mine.is_some() {
        blocks.push(Block::toned(Tone::Soft, view.say("like-mine")));
    }
    blocks
}

fn told(view: &View<'_>, page: &DiaryPage) -> Vec<Block> {
    let told = likes_told(view.context.words, &page.likes).into_iter();
    told.map(|(sign, names)| Block::words(format!("{} {names}", name(view, sign)))).collect()
}

/// The sign as this phone shows it: its own pictogram, else a word.
fn name(view: &View<'_>, sign: Sign) -> String {
    match view.medium.sign(sign.pictogram()) {
        Some(sign) => sign.trim_end().to_owned(),
        None => view.say(word(sign)),
    }
}

fn word(sign: Sign) -> &'static str {
    match sign {
        Sign::Heart => "like-heart",
        Sign::Thumb => "like-thumb",
        Sign::Smile => "like-smile",
        Sign::Tear => "like-tear",
        Sign::Sparkles => "like-sparkles",
    }
}

fn buttons(view: &View<'_>, page: &DiaryPage) -> Form {
    let buttons = Sign::ALL.into_iter().zip('4'..).map(|(sign, key)| {
        let is_mine = page.likes.mine == Some(sign);
        let words = if is_mine { format!("[{}]", name(view, sign)) } else { name(view, sign) };
        Button { name: like_field(sign, page.likes.mine), words, key: Some(key) }
    });
    let form = view.form(Place::DiaryLike(page.id), Vec::new(), "");
    Form { others: buttons.collect(), ..form }
}
