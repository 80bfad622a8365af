//! Opening or closing many entries at once: what it does is named before it is done.

use enishi_core::diary::WidenPage;

use super::levels::{name, step};
use crate::context::Context;
use crate::pages::slip::{Asked, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

/// What is asked before entries are closed to everybody but their author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosingAsked {
    /// All of them, now.
    Narrow,
    /// Those of so many months and older, now and from now on.
    Aging {
        /// The age.
        months: i16,
    },
}

pub(super) fn widen(page: &WidenPage, why: Option<&Phrase>) -> Slip {
    let mut slip = Slip::new("levels-widen");
    if let Some(why) = why {
        slip = slip.piece(Piece::Red(why.clone()));
    }
    slip = slip.piece(Piece::Words(Phrase::new(step(page.widening)).with("n", page.entries)));
    if page.comments > 0 {
        slip = slip.piece(Piece::Red(Phrase::new("levels-widen-comments").with("n", page.comments)));
    }
    if page.left_out > 0 {
        slip = slip.piece(Piece::Hint(Phrase::new("levels-widen-left-out").with("n", page.left_out)));
    }
    for (id, title) in &page.named {
        let title = Phrase::new("favourites-newest").with("title", title.as_str());
        slip = slip.piece(Piece::Way(Place::Diary(*id), title));
    }
    let rest = page.entries - page.named.len() as i64;
    if rest > 0 {
        slip = slip.piece(Piece::Hint(Phrase::new("levels-widen-rest").with("n", rest)));
    }
    if page.entries > 0 {
        let open = Asked::button(Place::DiaryWiden(page.widening), "levels-widen-button").main();
        slip = slip.form(open.hidden("shown", &page.mark()));
    }
    slip.way(Place::DiaryLevels, "levels")
}

pub(super) fn closing(asked: ClosingAsked, entries: i64, context: &Context<'_>) -> Slip {
    let only_me = enishi_core::visibility::Visibility::OnlyMe;
    let level = context.words.say(name(only_me));
    let words = Phrase::new("levels-close-words").with("n", entries).with("level", level.as_ref());
    let agreed = entries.to_string();
    let form = match asked {
        ClosingAsked::Narrow => {
            Asked::button(Place::DiaryNarrow, "levels-narrow-button").hidden("to", &only_me.to_string())
        }
        ClosingAsked::Aging { months } => Asked::button(Place::DiaryAging, "levels-narrow-button")
            .hidden("months", &months.to_string())
            .hidden("level", &only_me.to_string()),
    };
    Slip::new("levels-narrow")
        .piece(Piece::Words(words))
        .piece(Piece::Red(Phrase::new("levels-close-warning")))
        .form(form.main().hidden("agreed", &agreed))
        .way(Place::DiaryLevels, "levels")
}
