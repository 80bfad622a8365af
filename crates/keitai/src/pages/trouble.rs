//! Questions before something is undone, and what is said when something went wrong.

use enishi_face::Place;
use enishi_face::pages::{Confirm, Trouble};

use crate::content::{Block, Sheet};
use crate::parts::View;

/// The one question before something is undone for good.
pub(super) fn confirm(view: &View<'_>, confirm: &Confirm) -> Sheet {
    let button = view.tell(&confirm.question.button());
    let mut sheet = Sheet::new(button.as_str());
    sheet.add(Block::text(view.tell(&confirm.question.ask())));
    sheet.add(view.button(confirm.action, button));
    sheet.add(Block::Row(view.row(confirm.back, view.say("yes-go-back"))));
    sheet
}

/// Hidden, missing or never there. Nothing on it depends on the address asked for: it is the same to the byte.
pub(super) fn not_found(view: &View<'_>) -> Sheet {
    let mut sheet = Sheet::new(view.fitting("not-found", "trouble"));
    sheet.add(Block::text(view.say("not-found-text")));
    sheet.offers_switch = false;
    sheet
}

/// Something went wrong.
pub(super) fn trouble(view: &View<'_>, trouble: Trouble) -> Sheet {
    let mut sheet = Sheet::new(view.say("trouble"));
    sheet.add(Block::text(view.tell(&trouble.tell())));
    if view.context.viewer.is_none() {
        sheet.add(Block::Row(view.row(Place::Login, view.say("login"))));
    }
    sheet.offers_switch = false;
    sheet
}
