//! Addresses of the operators' desk.

use std::fmt;

use enishi_core::ids::{MemberId, PictureId, PrefixId};
use enishi_core::security_log::Sought;

/// A page of the operators' desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskPlace {
    /// How the site is doing.
    Overview,
    /// Which handsets came, and what each gets.
    Devices,
    /// Any page as any phone gets it; [`crate::desk::PhoneAsked`] is its query.
    Phone,
    /// The page alone, in that one's frame.
    Screen,
    /// Strings of handsets after so many of them.
    DevicesFrom(i64),
    /// One file of device profiles; `?file=` names it.
    DeviceFile,
    /// Taking back a change of one (POST).
    DeviceUndo,
    /// Signing in.
    Login,
    /// Signing out (POST).
    Logout,
    /// Setting up (POST); the address that works once is `/operator/setup/{token}`.
    Setup,
    /// Recovery codes.
    Codes,
    /// They are written down (POST).
    CodesWritten,
    /// How people join.
    Joining,
    /// Changing that (POST).
    JoiningMode,
    /// Who waits for a yes.
    Waiting,
    /// Who is kept out.
    KeptOut,
    /// One person and their branch.
    Person(MemberId),
    /// Revoking that branch (POST).
    RevokeBranch(MemberId),
    /// Stopping things at once.
    Panic,
    /// Posts that wait to be looked at.
    Held,
    /// A photograph on one of them.
    HeldPhoto(PictureId),
    /// What operators did.
    Acts,
    /// What they did before the act of this number.
    ActsBefore(i64),
    /// What text messages cost, and where they go.
    Sms,
    /// Stop them all, or let them go (GET asks; POST does).
    SmsStop,
    /// The same for one country.
    SmsCountry(Letters),
    /// Let messages to neighbours go again (GET asks; POST does).
    SmsPrefix(PrefixId),
    /// Today's budget (GET asks; POST does).
    SmsBudget,
    /// The security log.
    Security,
    /// Some lines of it.
    SecurityOf(Sought),
}

/// The two letters of a country, as an address names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letters([char; 2]);

impl Letters {
    /// `None` unless it is two capital letters.
    pub fn of(country: &str) -> Option<Letters> {
        let letters: Vec<char> = country.chars().collect();
        let letters: [char; 2] = letters.try_into().ok()?;
        letters.iter().all(char::is_ascii_uppercase).then_some(Letters(letters))
    }
}

impl fmt::Display for Letters {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{}", self.0[0], self.0[1])
    }
}

impl fmt::Display for DeskPlace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DeskPlace::Overview => out.write_str("/operator"),
            DeskPlace::Devices => out.write_str("/operator/devices"),
            DeskPlace::Phone => out.write_str("/operator/devices/phone"),
            DeskPlace::Screen => out.write_str("/operator/devices/screen"),
            DeskPlace::DevicesFrom(from) => write!(out, "/operator/devices?from={from}"),
            DeskPlace::DeviceFile => out.write_str("/operator/devices/file"),
            DeskPlace::DeviceUndo => out.write_str("/operator/devices/undo"),
            DeskPlace::Login => out.write_str("/operator/login"),
            DeskPlace::Logout => out.write_str("/operator/logout"),
            DeskPlace::Setup => out.write_str("/operator/setup"),
            DeskPlace::Codes => out.write_str("/operator/codes"),
            DeskPlace::CodesWritten => out.write_str("/operator/codes/written"),
            DeskPlace::Joining => out.write_str("/operator/joining"),
            DeskPlace::JoiningMode => out.write_str("/operator/joining/mode"),
            DeskPlace::Waiting => out.write_str("/operator/joining/waiting"),
            DeskPlace::KeptOut => out.write_str("/operator/joining/kept-out"),
            DeskPlace::Person(member) => write!(out, "/operator/members/{member}"),
            DeskPlace::RevokeBranch(member) => write!(out, "/operator/members/{member}/revoke"),
            DeskPlace::Panic => out.write_str("/operator/panic"),
            DeskPlace::Held => out.write_str("/operator/held"),
            DeskPlace::HeldPhoto(photo) => write!(out, "/operator/held/photos/{photo}"),
            DeskPlace::Acts => out.write_str("/operator/acts"),
            DeskPlace::ActsBefore(number) => write!(out, "/operator/acts?before={number}"),
            DeskPlace::Sms => out.write_str("/operator/sms"),
            DeskPlace::SmsStop => out.write_str("/operator/sms/stop"),
            DeskPlace::SmsCountry(country) => write!(out, "/operator/sms/countries/{country}"),
            DeskPlace::SmsPrefix(id) => write!(out, "/operator/sms/prefixes/{id}"),
            DeskPlace::Security => out.write_str("/operator/security"),
            DeskPlace::SecurityOf(sought) => write_sought(sought, out),
            DeskPlace::SmsBudget => out.write_str("/operator/sms/budget"),
        }
    }
}

fn write_sought(sought: &Sought, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    let parts = [
        sought.kind.map(|kind| format!("kind={}", kind.word())),
        sought.member.map(|member| format!("member={member}")),
        sought.before.map(|before| format!("before={before}")),
    ];
    let query: Vec<String> = parts.into_iter().flatten().collect();
    write!(out, "/operator/security?{}", query.join("&"))
}
