//! Who may read what I wrote before: narrowed or widened many at a time, or narrowed by itself with age.

use enishi_core::diary::{AGES_MONTHS, LevelsPage, NARROWER, STANDING_LEVELS, Widening};
use enishi_core::visibility::Visibility;

use super::always;
use crate::context::Context;
use crate::form::Form;
use crate::pages::slip::{Asked, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

pub(super) fn levels(page: &LevelsPage, form: &Form, context: &Context<'_>) -> Slip {
    let narrow = Asked::of(Place::DiaryNarrow, form, "levels-narrow-button").choice(
        "to",
        "levels-narrow-to",
        narrower(page, context),
    );
    let slip = Slip::new("levels").words("levels-lead").piece(heading("levels-narrow")).form(narrow);
    let slip = widenings(slip, page);
    let slip =
        slip.piece(heading("levels-aging")).words("levels-aging-lead").form(aging(page, form, context));
    slip.piece(heading("levels-always")).form(always::always(page, form, context))
}

fn heading(key: &'static str) -> Piece {
    Piece::Heading(Phrase::new(key))
}

/// Each level with how many entries it would narrow. Nothing is chosen at first: a slip of the thumb narrows nothing.
fn narrower(page: &LevelsPage, context: &Context<'_>) -> Vec<(String, String)> {
    let choice = |to: Visibility| {
        let phrase = Phrase::new("levels-narrow-choice")
            .with("level", context.words.say(name(to)).as_ref())
            .with("n", page.counts.wider_than(to));
        (to.to_string(), context.words.tell(&phrase))
    };
    let none = (String::new(), context.words.say("levels-narrow-none").into_owned());
    std::iter::once(none).chain(NARROWER.map(choice)).collect()
}

/// The steps that would open something.
fn widenings(slip: Slip, page: &LevelsPage) -> Slip {
    let slip = slip.piece(heading("levels-widen")).hint("levels-widen-lead");
    let open: Vec<Widening> =
        Widening::ALL.into_iter().filter(|widening| page.counts.at(widening.from()) > 0).collect();
    if open.is_empty() {
        return slip.words("levels-widen-none");
    }
    open.into_iter().fold(slip, |slip, widening| {
        let n = page.counts.at(widening.from());
        slip.piece(Piece::Way(Place::DiaryWiden(widening), Phrase::new(step(widening)).with("n", n)))
    })
}

fn aging(page: &LevelsPage, form: &Form, context: &Context<'_>) -> Asked {
    let words = context.words;
    let state = match (form.is_refused(), page.aging) {
        (false, Some(aging)) => {
            form.clone().with("months", aging.months.to_string()).with("level", aging.to.to_string())
        }
        _ => form.clone(),
    };
    let never = [(String::new(), words.say("levels-aging-never").into_owned())];
    let age =
        |months: i16| (months.to_string(), words.say_with("levels-aging-months", "n", i64::from(months)));
    let ages = never.into_iter().chain(AGES_MONTHS.map(age)).collect();
    let to = |to: Visibility| (to.to_string(), words.say(name(to)).into_owned());
    Asked::of(Place::DiaryAging, &state, "save").choice("months", "levels-aging-when", ages).choice(
        "level",
        "levels-aging-to",
        STANDING_LEVELS.map(to).to_vec(),
    )
}

pub(super) fn name(level: Visibility) -> &'static str {
    match level {
        Visibility::Members => "level-members",
        Visibility::FriendsOfFriends => "level-friends_of_friends",
        Visibility::Friends => "level-friends",
        Visibility::Group(_) => "level-group",
        Visibility::OnlyMe => "level-only_me",
    }
}

pub(super) fn step(widening: Widening) -> &'static str {
    match widening {
        Widening::FriendsToFriendsOfFriends => "levels-step-friends-further",
        Widening::FriendsToMembers => "levels-step-friends-members",
        Widening::FriendsOfFriendsToMembers => "levels-step-further-members",
    }
}
