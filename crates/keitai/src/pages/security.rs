//! What guards one's account.

use enishi_core::known_device::Known;
use enishi_core::session;
use enishi_face::pages::{Happened, Overview, SecurityPage, WAYS};
use enishi_face::{Form as State, GuardPlace, Place};

use super::account;
use super::door::{carried, loose_faults};
use crate::content::{Block, Field, Input, Sheet, Tone};
use crate::parts::View;

pub(super) fn security(view: &View<'_>, page: &SecurityPage) -> Sheet {
    match page {
        SecurityPage::AskAgain(state) => ask_again(view, state),
        SecurityPage::Overview(page) => overview(view, page),
        SecurityPage::Password(state) => password(view, state),
        SecurityPage::Guarding(page) => account::slip(view, &page.slip(view.context)),
    }
}

/// The password once more; what was being sent goes along unseen.
fn ask_again(view: &View<'_>, state: &State) -> Sheet {
    let mut fields = vec![
        Field::Input(view.password(state, "password", "login-password")),
        view.hidden("next", state.value("next")),
        view.hidden("act", state.value("act")),
    ];
    fields.extend(carried(view, state));
    let mut sheet = Sheet::new(view.say("again"));
    sheet.extend(loose_faults(view, state, &["password"]));
    sheet.add(Block::words(view.say("again-lead")));
    sheet.add(Block::Form(view.form(Place::Guard(GuardPlace::Again), fields, view.say("again-button"))));
    sheet
}

fn overview(view: &View<'_>, page: &Overview) -> Sheet {
    let mut sheet = Sheet::new(view.say("security"));
    for (place, words) in WAYS {
        sheet.add(Block::Row(view.row(Place::Guard(*place), view.say(words))));
    }
    sheet.add(Block::Heading(view.say("sessions")));
    for line in &page.sessions {
        sheet.extend(session_line(view, line, page));
    }
    if page.sessions.len() > 1 {
        sheet.add(view.button(Place::Guard(GuardPlace::EndOthers), view.say("sessions-end-others")));
    }
    if !page.devices.is_empty() {
        sheet.add(Block::Heading(view.say("devices")));
        sheet.extend(page.devices.iter().flat_map(|known| device_line(view, known, page)));
    }
    sheet.add(Block::Heading(view.say("events")));
    sheet.extend(page.events.iter().map(|event| happened(view, event)));
    if page.events.is_empty() {
        sheet.add(Block::toned(Tone::Soft, view.say("events-none")));
    }
    sheet
}

fn session_line(view: &View<'_>, line: &session::Line, page: &Overview) -> Vec<Block> {
    let used = view.say_with("session-used", "when", view.context.when(line.seen_at).as_str());
    if line.id == page.this {
        let this = format!("{} ({})", line.device, view.say("session-this"));
        return vec![Block::words(this), Block::toned(Tone::Soft, used)];
    }
    vec![
        Block::words(line.device.as_str()),
        Block::toned(Tone::Soft, used),
        view.button(Place::Guard(GuardPlace::EndSession(line.id)), view.say("session-end")),
    ]
}

fn device_line(view: &View<'_>, known: &Known, page: &Overview) -> [Block; 3] {
    let used = view.say_with("device-used", "when", view.context.when(known.seen_at).as_str());
    let name = match page.this_device == Some(known.id) {
        true => format!("{} ({})", known.device, view.say("session-this")),
        false => known.device.clone(),
    };
    let forget = Place::Guard(GuardPlace::ForgetDevice(known.id));
    [Block::words(name), Block::toned(Tone::Soft, used), view.button(forget, view.say("device-forget"))]
}

fn happened(view: &View<'_>, event: &Happened) -> Block {
    Block::words(format!("{} {}", view.context.when(event.at), view.say(event.words)))
}

fn password(view: &View<'_>, state: &State) -> Sheet {
    let field = view.password(state, "new_password", "password-new");
    let field = Field::Input(Input { hint: Some(view.say("signup-password-hint")), ..field });
    let mut sheet = Sheet::new(view.say("password-change"));
    sheet.extend(loose_faults(view, state, &["new_password"]));
    sheet.add(Block::words(view.say("password-lead")));
    let place = Place::Guard(GuardPlace::Password);
    sheet.add(Block::Form(view.form(place, vec![field], view.say("password-button"))));
    sheet
}
