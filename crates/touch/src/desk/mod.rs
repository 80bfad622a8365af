//! Pages of the operators' desk, one module a noun.

mod device_file;
mod devices;
mod door;
mod joining;
mod overview;
mod panic;
mod phone;
mod phone_keys;
mod security;
mod sms;
mod sms_plots;
mod sms_step;
mod sms_tables;

use enishi_face::desk::DeskPage;
use enishi_face::{Context, DeskPlace, Place};
use maud::html;

use crate::parts::buttons::{self, Look};
use crate::parts::layout::Sheet;

/// What a page of the desk shows, before the frame is put around it.
pub(crate) fn sheet(page: &DeskPage, context: &Context<'_>) -> Sheet {
    match page {
        DeskPage::Login(form) => door::login(form, context),
        DeskPage::Setup(page) => door::setup(page, context),
        DeskPage::Codes(page) => door::codes(page, context),
        DeskPage::Overview(page) => overview::overview(page, context),
        DeskPage::Joining(page) => joining::joining(page, context),
        DeskPage::Waiting(page) => joining::waiting(page, context),
        DeskPage::KeptOut(page) => joining::kept_out(page, context),
        DeskPage::Person(page) => joining::person(page, context),
        DeskPage::Acts(page) => joining::acts(page, context),
        DeskPage::Devices(page) => devices::devices(page, context),
        DeskPage::Phone(page) => phone::phone(page, context),
        DeskPage::ProfileFile(page) => device_file::device_file(page, context),
        DeskPage::Panic(page) => panic::panic(page, context),
        DeskPage::Held(page) => panic::held(page, context),
        DeskPage::Sms(page) => sms::sms(page, context),
        DeskPage::SmsStep(page) => sms_step::step(page, context),
        DeskPage::Security(page) => security::security(page, context),
        DeskPage::NotFound => {
            said(&context.words.say("not-found"), &context.words.say("not-found-text"), context)
        }
        DeskPage::Trouble(trouble) => {
            said(&context.words.say("trouble"), &context.words.tell(&trouble.tell()), context)
        }
    }
}

fn said(title: &str, text: &str, context: &Context<'_>) -> Sheet {
    let desk = Place::Desk(DeskPlace::Overview);
    Sheet::new(
        title,
        html! {
            h1 { (title) }
            p { (text) }
            p.ways { (buttons::link(context, desk, &context.words.say("desk"), Look::Plain)) }
        },
    )
}
