//! A community: what it is, what is talked about, and what one may do there.

use enishi_core::community::{CommunityPage, Joins, Mine};

use super::form::{joins_key, reads_key};
use super::topics::topic_rows;
use super::{at, named, shown_to, yes_or_no};
use crate::community_place::CommunityPlace;
use crate::context::Context;
use crate::form::Form;
use crate::pages::slip::{Asked, Piece, Slip};
use crate::words::{Phrase, Words};

pub(super) fn one(page: &CommunityPage, form: &Form, context: &Context<'_>) -> Slip {
    let slip = Slip { title: named("as-named", &page.name), pieces: Vec::new() };
    let slip = waiting(slip, page);
    let slip = if page.about.is_empty() { slip } else { slip.piece(Piece::Written(page.about.clone())) };
    let slip = topics(slip, page, context);
    let slip = about(slip, page, context);
    mine(slip, page, form, context.words).way(at(CommunityPlace::All), "communities")
}

/// What waits for the viewer's answer.
fn waiting(slip: Slip, page: &CommunityPage) -> Slip {
    let slip = match page.asking {
        0 => slip,
        n => {
            let words = Phrase::new("community-asking").with("n", n);
            slip.piece(Piece::Way(at(CommunityPlace::Requests(page.id)), words))
        }
    };
    match (&page.offer, page.mine) {
        (Some(card), Mine::Owner(_)) => slip
            .piece(Piece::Hint(named("community-offered", &card.nickname)))
            .form(Asked::button(at(CommunityPlace::Keep(page.id)), "community-keep")),
        (Some(card), _) => {
            let slip = slip.piece(Piece::Red(named("community-offers", &card.nickname)));
            let answer = CommunityPlace::TakeOver(page.id);
            yes_or_no(answer, "community-take", "community-take-not").into_iter().fold(slip, Slip::piece)
        }
        (None, _) => slip,
    }
}

fn topics(slip: Slip, page: &CommunityPage, context: &Context<'_>) -> Slip {
    let slip = slip.heading("topics");
    let Some(topics) = &page.topics else { return slip.words("topics-closed") };
    let slip = if topics.is_empty() { slip.words("topics-none") } else { slip };
    let slip = slip.rows(topic_rows(topics, context));
    let slip = if page.has_more { slip.way(at(CommunityPlace::Topics(page.id)), "topics-all") } else { slip };
    match page.mine.belongs() {
        true => slip.way(at(CommunityPlace::NewTopic(page.id)), "topic-new"),
        false => slip,
    }
}

/// Who owns it, since when it is there, who comes in and who reads.
fn about(slip: Slip, page: &CommunityPage, context: &Context<'_>) -> Slip {
    let slip = slip.heading("community");
    let slip = match &page.owner {
        Some(owner) => slip.person(owner, vec![context.words.say("community-owner").into_owned()]),
        None => slip,
    };
    let founded = context.when(page.founded_at);
    let count = Phrase::new("community-members").with("n", i64::from(page.members));
    slip.piece(Piece::Hint(Phrase::new("community-founded").with("when", founded.as_str())))
        .hint(joins_key(page.joins))
        .hint(reads_key(page.reads))
        .piece(Piece::Way(at(CommunityPlace::Members(page.id)), count))
}

/// What the viewer is here, and may do about it.
fn mine(slip: Slip, page: &CommunityPage, form: &Form, words: &Words) -> Slip {
    match page.mine {
        Mine::Outside => slip.form(join(page, form, words)),
        Mine::Asked => slip
            .words("community-asked")
            .form(Asked::button(at(CommunityPlace::Withdraw(page.id)), "community-withdraw")),
        Mine::Member(_) => {
            shown(slip, page, form, words).way(at(CommunityPlace::Leave(page.id)), "community-leave")
        }
        Mine::Owner(_) => {
            shown(slip, page, form, words).way(at(CommunityPlace::Edit(page.id)), "community-edit")
        }
    }
}

fn join(page: &CommunityPage, form: &Form, words: &Words) -> Asked {
    let button = match page.joins {
        Joins::Freely => "community-join",
        Joins::AfterYes => "community-ask",
    };
    Asked::of(at(CommunityPlace::Join(page.id)), form, button).choice(
        "visibility",
        "community-shown-to",
        shown_to(words),
    )
}

fn shown(slip: Slip, page: &CommunityPage, form: &Form, words: &Words) -> Slip {
    let change = Asked::of(at(CommunityPlace::ShownTo(page.id)), form, "community-shown-button");
    let change = Asked { is_main: false, ..change };
    slip.form(change.choice("visibility", "community-shown-to", shown_to(words))).hint("community-shown-hint")
}
