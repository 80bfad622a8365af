//! Founding a community, and changing one.

use enishi_core::community::{Joins, Reads};
use enishi_core::ids::CommunityId;

use super::{at, shown_to};
use crate::community_place::CommunityPlace;
use crate::form::Form;
use crate::pages::slip::{Asked, LineKind, Slip};
use crate::words::Words;

pub(super) fn new(form: &Form, words: &Words) -> Slip {
    let asked = fields(Asked::of(at(CommunityPlace::New), form, "community-found-button"), words);
    let asked = asked.choice("visibility", "community-shown-to", shown_to(words));
    Slip::new("community-new")
        .hint("community-new-lead")
        .form(asked)
        .way(at(CommunityPlace::All), "communities")
}

pub(super) fn edit(id: CommunityId, form: &Form, can_end: bool, words: &Words) -> Slip {
    let asked = fields(Asked::of(at(CommunityPlace::Edit(id)), form, "community-change-button"), words);
    let slip = Slip::new("community-edit").form(asked).heading("community-hand-over");
    let slip =
        slip.hint("community-hand-over-lead").way(at(CommunityPlace::HandOver(id)), "community-hand-over");
    let slip = if can_end { slip.way(at(CommunityPlace::End(id)), "community-end") } else { slip };
    slip.way(at(CommunityPlace::One(id)), "community-back")
}

fn fields(asked: Asked, words: &Words) -> Asked {
    let said = |key: &'static str| words.say(key).into_owned();
    let joins = Joins::ALL.map(|way| (way.key().to_owned(), said(joins_key(way)))).to_vec();
    let reads = Reads::ALL.map(|way| (way.key().to_owned(), said(reads_key(way)))).to_vec();
    asked
        .line("name", "community-name", LineKind::Words)
        .area("about", "community-about")
        .stored()
        .choice("joins", "community-joins", joins)
        .choice("reads", "community-reads", reads)
}

pub(super) fn joins_key(way: Joins) -> &'static str {
    match way {
        Joins::Freely => "community-joins-freely",
        Joins::AfterYes => "community-joins-after_yes",
    }
}

pub(super) fn reads_key(way: Reads) -> &'static str {
    match way {
        Reads::Everybody => "community-reads-everybody",
        Reads::Insiders => "community-reads-insiders",
    }
}
