//! Pages of the operators' desk. They are no [`crate::Page`]: an operator works at it with a browser, and a keypad
//! phone is told that there is no such page. So one face shows them, and the other never learns of them.

mod devices;
mod door;
mod joining;
mod overview;
mod panic;
mod phone;
mod security;
mod sms;

pub use devices::{Change, DevicesPage, EditLine, ProfileFilePage, ProfileValue, Told};
pub use door::{CodesPage, SetupPage};
pub use joining::{ActsPage, JoiningPage, KeptOutPage, PersonPage, WITHIN_DAYS, WaitingDeskPage, picked};
pub use overview::OverviewPage;
pub use panic::{HeldPage, PanicPage, stopped};
pub use phone::{KeyShown, PhoneAsked, PhonePage, PhoneShown, PictureShown, Weight};
pub use security::SecurityPage;
pub use sms::{SmsPage, SmsStepPage};

use crate::form::Form;
use crate::pages::Trouble;

/// A page of the desk.
pub enum DeskPage {
    /// Signing in. Fields: `name`, `password`, `code`.
    Login(Form),
    /// Setting up at an address that works once.
    Setup(SetupPage),
    /// Recovery codes.
    Codes(CodesPage),
    /// How the site is doing.
    Overview(Box<OverviewPage>),
    /// How people join.
    Joining(JoiningPage),
    /// Who waits for a yes.
    Waiting(WaitingDeskPage),
    /// Who is kept out.
    KeptOut(KeptOutPage),
    /// One person and their branch.
    Person(Box<PersonPage>),
    /// What operators did.
    Acts(ActsPage),
    /// Which handsets came.
    Devices(Box<DevicesPage>),
    /// Any page as any phone gets it.
    Phone(Box<PhonePage>),
    /// One file of device profiles.
    ProfileFile(Box<ProfileFilePage>),
    /// Stopping things at once.
    Panic(Box<PanicPage>),
    /// Posts that wait to be looked at.
    Held(HeldPage),
    /// The text messages.
    Sms(Box<SmsPage>),
    /// One switch of theirs, asked about before it is moved.
    SmsStep(SmsStepPage),
    /// The security log.
    Security(Box<SecurityPage>),
    /// There is no such thing here.
    NotFound,
    /// Something went wrong.
    Trouble(Trouble),
}
