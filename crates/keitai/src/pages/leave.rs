//! The way off the site.

use enishi_face::pages::LeavePage;

use crate::content::{Block, Sheet, Tone};
use crate::parts::View;

/// Where the link leads, in full, and the one link that goes there. A phone without cookies came here without its
/// token, so that no other site can learn it: for it there is no way from here but back.
pub(super) fn leave(view: &View<'_>, page: &LeavePage) -> Sheet {
    let site = |key| view.say_with(key, "site", view.context.site);
    let mut sheet = Sheet::new(site("outside-title"));
    sheet.add(Block::text(site("outside-text")));
    sheet.add(Block::Heading(view.say("outside-where")));
    sheet.add(Block::toned(Tone::Red, page.host.as_str()));
    sheet.add(Block::text(page.address.as_str()));
    if !page.is_sealed {
        sheet.add(Block::toned(Tone::Soft, view.say("outside-open-line")));
    }
    sheet.add(Block::Row(view.row_to(page.address.clone(), view.say("outside-go"))));
    sheet.add(Block::toned(Tone::Soft, view.say("outside-stay")));
    sheet.offers_switch = false;
    sheet.has_ways = view.medium.profile.keeps_cookies();
    sheet
}
