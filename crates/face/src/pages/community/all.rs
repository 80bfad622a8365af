//! Communities one comes by: one's own, those of friends, the newest, all; and somebody's.

use enishi_core::community::{CommunitiesPage, EveryPage, FriendsLine, OfMemberPage};
use enishi_core::ids::CommunityId;

use super::{at, named, row, rows};
use crate::community_place::CommunityPlace;
use crate::form::Form;
use crate::pages::slip::{Asked, LineKind, Piece, Slip, SlipRow};
use crate::place::Place;
use crate::words::{Phrase, Words};

pub(super) fn all(page: &CommunitiesPage, form: &Form, words: &Words) -> Slip {
    let mut slip = Slip::new("communities");
    if page.sought.is_empty() {
        slip = mine(slip, page, words);
    } else {
        slip = slip.piece(Piece::Heading(named("communities-found", &page.sought)));
        slip = if page.found.is_empty() { slip.words("communities-none-found") } else { slip };
        slip = slip.rows(rows(&page.found, words));
        slip = page.next.into_iter().fold(slip, |slip, after| slip.form(found_after(&page.sought, after)));
    }
    let look = Asked::button(at(CommunityPlace::All), "search-button");
    let look = Asked { state: form.clone(), ..look };
    let look = look.line("q", "communities-q", LineKind::Words);
    let slip = slip.piece(Piece::Heading(Phrase::new("communities-search"))).form(look);
    if page.sought.is_empty() {
        return slip
            .way(at(CommunityPlace::New), "community-new")
            .way(at(CommunityPlace::Closed), "communities-closed");
    }
    slip.way(at(CommunityPlace::All), "communities").way(at(CommunityPlace::New), "community-new")
}

/// The rest of those found. What was looked for travels in a form, as it was sent, whatever the phone writes in.
fn found_after(sought: &str, after: CommunityId) -> Asked {
    Asked::button(at(CommunityPlace::All), "more").hidden("q", sought).hidden("after", &after.to_string())
}

/// All there are.
pub(super) fn every(page: &EveryPage, words: &Words) -> Slip {
    let slip = Slip::new("communities-every").rows(rows(&page.communities, words));
    let next = page.next.map(|after| at(CommunityPlace::EveryAfter(after)));
    let slip = next.into_iter().fold(slip, |slip, next| slip.way(next, "more"));
    slip.way(at(CommunityPlace::All), "communities")
}

fn mine(slip: Slip, page: &CommunitiesPage, words: &Words) -> Slip {
    let mut slip = slip.heading("communities-mine");
    slip = if page.mine.is_empty() { slip.words("communities-none") } else { slip };
    slip = slip.rows(rows(&page.mine, words));
    if !page.of_friends.is_empty() {
        let friends = page.of_friends.iter().map(|one| of_friends(one, words)).collect();
        slip = slip.heading("communities-of-friends").rows(friends);
    }
    if !page.newest.is_empty() {
        slip = slip.heading("communities-newest").rows(rows(&page.newest, words));
        slip = slip.way(at(CommunityPlace::Every), "communities-every");
    }
    slip
}

fn of_friends(one: &FriendsLine, words: &Words) -> SlipRow {
    SlipRow { below: words.say_with("community-friends", "n", one.friends), ..row(&one.line, words) }
}

/// Somebody's: those one shares with them first.
pub(super) fn of(page: &OfMemberPage, is_own: bool, words: &Words) -> Slip {
    let mut slip = Slip { title: named("communities-of", &page.owner.nickname), pieces: Vec::new() };
    if page.shared.is_empty() && page.others.is_empty() {
        slip = slip.words("communities-none-shown");
    }
    if !page.shared.is_empty() {
        slip = slip.heading("communities-shared").rows(rows(&page.shared, words));
        slip = if page.others.is_empty() { slip } else { slip.heading("communities-others") };
    }
    let slip = slip.rows(rows(&page.others, words));
    match is_own {
        true => slip.hint("communities-own-hint").way(at(CommunityPlace::All), "communities"),
        false => {
            slip.piece(Piece::Way(Place::Member(page.owner.id), named("profile-of", &page.owner.nickname)))
        }
    }
}
