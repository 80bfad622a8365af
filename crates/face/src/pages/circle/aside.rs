//! What I mark somebody with, for my eyes alone: kept at hand, their news at rest.

use enishi_core::member::Card;
use enishi_core::mute::{self, Rest, Until};
use enishi_core::visibility::Kind;

use crate::context::Context;
use crate::form::Form;
use crate::pages::slip::{Asked, Slip};
use crate::place::Place;

/// The marks of one person. Fields: `favourite` (`1`), and of each kind `diary`, `voice`: empty shows its news, `kept`
/// leaves it as it is, else a [`Rest`].
pub struct AsidePage {
    /// Whom.
    pub card: Card,
    /// What is chosen.
    pub form: Form,
    /// Until when the news of each of [`mute::KINDS`] rest.
    pub resting: [Option<Until>; 2],
}

/// What is asked of each of [`mute::KINDS`].
const LABELS: [&str; 2] = ["aside-diary", "aside-voice"];

impl AsidePage {
    /// The form's name of a kind of news.
    pub fn field(kind: Kind) -> &'static str {
        kind.key()
    }
}

pub(super) fn aside(page: &AsidePage, context: &Context<'_>) -> Slip {
    let asked = Asked::of(Place::Aside(page.card.id), &page.form, "save")
        .check("favourite", "aside-favourite")
        .hinted("aside-favourite-hint");
    let kinds = mute::KINDS.into_iter().zip(LABELS).zip(page.resting);
    let asked = kinds.fold(asked, |asked, ((kind, label), until)| {
        asked.choice(kind.key(), label, choices(until, context))
    });
    Slip::new("aside")
        .person(&page.card, Vec::new())
        .words("aside-lead")
        .form(asked)
        .way(Place::Favourites, "favourites")
}

fn choices(until: Option<Until>, context: &Context<'_>) -> Vec<(String, String)> {
    let words = context.words;
    let kept = match until {
        Some(Until::Moment(at)) => Some(words.say_with("aside-until", "when", context.when(at).as_str())),
        Some(Until::TakenBack) => Some(words.say("aside-still").into_owned()),
        None => None,
    };
    let shown = (String::new(), words.say("aside-shown").into_owned());
    let kept = kept.map(|kept| ("kept".to_owned(), kept));
    let rests = Rest::ALL.map(|rest| (rest.key().to_owned(), words.say(length(rest)).into_owned()));
    kept.into_iter().chain([shown]).chain(rests).collect()
}

fn length(rest: Rest) -> &'static str {
    match rest {
        Rest::Week => "aside-week",
        Rest::Month => "aside-month",
        Rest::ForGood => "aside-for-good",
    }
}
