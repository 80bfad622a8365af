//! Who may read what I wrote before: narrowed or widened many at a time, or narrowed by itself with age.

use enishi_core::diary::{AGES_MONTHS, LevelsPage, NARROWER, STANDING_LEVELS, WidenPage, Widening};
use enishi_core::group::Group;
use enishi_core::visibility::{Kind, Visibility};

use crate::context::Context;
use crate::form::Form;
use crate::pages::group::group_level;
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
    slip.piece(heading("levels-always")).form(always(page, form, context))
}

fn heading(key: &'static str) -> Piece {
    Piece::Heading(Phrase::new(key))
}

/// Each level with how many entries it would narrow.
fn narrower(page: &LevelsPage, context: &Context<'_>) -> Vec<(String, String)> {
    let choice = |to: Visibility| {
        let phrase = Phrase::new("levels-narrow-choice")
            .with("level", context.words.say(name(to)).as_ref())
            .with("n", page.counts.wider_than(to));
        (to.to_string(), context.words.tell(&phrase))
    };
    NARROWER.map(choice).to_vec()
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

/// A field a kind: empty is the last choice.
fn always(page: &LevelsPage, form: &Form, context: &Context<'_>) -> Asked {
    let words = context.words;
    let state = Kind::ALL.into_iter().zip(page.always).fold(form.clone(), |form, (kind, always)| {
        form.with(kind.key(), always.map(|level| level.to_string()).unwrap_or_default())
    });
    let last = [(String::new(), words.say("levels-always-last").into_owned())];
    let level = |level: Visibility| (level.to_string(), words.say(name(level)).into_owned());
    let group = |group: &Group| {
        let level = words.tell(&group_level(&group.name, group.reach));
        (Visibility::Group(group.id).to_string(), level)
    };
    let wide = [Visibility::Members, Visibility::FriendsOfFriends, Visibility::Friends].map(level);
    let all: Vec<(String, String)> = last
        .into_iter()
        .chain(wide)
        .chain(page.groups.iter().map(group))
        .chain([level(Visibility::OnlyMe)])
        .collect();
    Asked::of(Place::DiaryAlways, &state, "save")
        .choice(Kind::Diary.key(), "levels-always-diary", all.clone())
        .choice(Kind::Voice.key(), "levels-always-voice", all)
}

/// What it opens is named before it is opened.
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
        slip = slip.form(open.hidden("shown", &page.entries.to_string()));
    }
    slip.way(Place::DiaryLevels, "levels")
}

fn name(level: Visibility) -> &'static str {
    match level {
        Visibility::Members => "level-members",
        Visibility::FriendsOfFriends => "level-friends_of_friends",
        Visibility::Friends => "level-friends",
        Visibility::Group(_) => "level-group",
        Visibility::OnlyMe => "level-only_me",
    }
}

fn step(widening: Widening) -> &'static str {
    match widening {
        Widening::FriendsToFriendsOfFriends => "levels-step-friends-further",
        Widening::FriendsToMembers => "levels-step-friends-members",
        Widening::FriendsOfFriendsToMembers => "levels-step-further-members",
    }
}
