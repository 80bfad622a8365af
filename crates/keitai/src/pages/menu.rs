//! Everything one can go to, and the way out.

use enishi_face::{CommunityPlace, Place};

use crate::content::{Block, Row, Sheet};
use crate::parts::View;

/// The menu: eight rows, eight keys; one's groups, seldom gone to, stand below them.
pub(super) fn menu(view: &View<'_>) -> Sheet {
    let mut sheet = Sheet::new(view.say("menu"));
    let signed = |sign: &'static str, row: Row| Block::Row(Row { sign: Some(sign), ..row });
    let write = view.fitting("diary-write", "diary-write-short");
    sheet.add(signed("📝", view.row(Place::DiaryNew, write)));
    if let Some(me) = view.context.viewer {
        sheet.add(signed("🏠", view.row(Place::Member(me.id), view.say("my-page"))));
    }
    sheet.add(signed("✉", view.row(Place::Notifications, view.say("notifications"))));
    let footprints = view.fitting("footprints", "keitai-footprints-short");
    sheet.add(signed("👣", view.row(Place::Footprints, footprints)));
    sheet.add(Block::Row(view.row(Place::Friends, view.say("friends"))));
    let communities = view.fitting("communities", "communities-short");
    sheet.add(Block::Row(view.row(Place::Community(CommunityPlace::All), communities)));
    sheet.add(Block::Row(view.row(Place::Search, view.say("search"))));
    sheet.add(Block::Row(view.row(Place::MySettings, view.say("settings"))));
    sheet.add(Block::Line(vec![view.link(Place::MyGroups, view.say("groups"))]));
    sheet.add(Block::Rule);
    sheet.add(view.button(Place::Logout, view.say("logout")));
    sheet
}
