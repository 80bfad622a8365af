//! The authenticator app: put up, confirmed, its recovery codes, taken off.

use enishi_device::ImageFormat;

use crate::form::Form;
use crate::guard_place::GuardPlace;
use crate::pages::slip::{Asked, LineKind, Piece, Slip};
use crate::place::Place;
use crate::words::Phrase;

/// The authenticator app. Field: `code`.
pub struct AppPage {
    /// What it stands at.
    pub stands: AppStands,
    /// What was typed.
    pub form: Form,
}

/// What it stands at.
pub enum AppStands {
    /// None.
    Off,
    /// Its first code is awaited.
    Waiting(AppWaiting),
    /// Its recovery codes are to be written down: in groups, and never shown again.
    Codes(Vec<String>),
    /// It is asked for at every login; so many recovery codes are left.
    On(i64),
}

/// What an app is told.
pub struct AppWaiting {
    /// The key in groups of four, to be typed.
    pub key: String,
    /// The address an app on this very phone opens.
    pub address: String,
    /// Proves that whoever sends the code or asks for the picture has seen this page.
    pub mark: String,
    /// The picture of that address, and its side in pixels, if it fits.
    pub qr: Option<(ImageFormat, u32)>,
}

fn at(place: GuardPlace) -> Place {
    Place::Guard(place)
}

pub(super) fn app(page: &AppPage) -> Slip {
    let slip = Slip::new("app");
    match &page.stands {
        AppStands::Off => {
            slip.words("app-why").form(Asked::button(at(GuardPlace::AppBegin), "app-begin").main())
        }
        AppStands::Waiting(waiting) => self::waiting(slip, waiting, &page.form),
        AppStands::Codes(codes) => self::codes(slip, codes),
        AppStands::On(left) => slip
            .words("app-on")
            .piece(Piece::Words(Phrase::new("app-codes-left").with("n", *left)))
            .form(Asked::button(at(GuardPlace::AppCodes), "app-codes-new"))
            .form(Asked::button(at(GuardPlace::AppOff), "app-off")),
    }
}

fn waiting(slip: Slip, waiting: &AppWaiting, form: &Form) -> Slip {
    let mut slip = slip.words("app-scan");
    if let Some((format, side_px)) = waiting.qr {
        let (place, query) = (at(GuardPlace::AppQr(format)), format!("t={}", waiting.mark));
        slip = slip.piece(Piece::Picture { place, query, side_px, alt: Phrase::new("app-qr") });
    }
    let asked = Asked::of(at(GuardPlace::App), form, "app-confirm").hidden("mark", &waiting.mark);
    slip.hint("app-key")
        .piece(Piece::Key(waiting.key.clone()))
        .piece(Piece::Opens(waiting.address.clone(), Phrase::new("app-here")))
        .form(asked.line("code", "second-step-code", LineKind::Code).hinted("app-code-hint"))
        .form(Asked::button(at(GuardPlace::AppOff), "app-stop"))
}

fn codes(slip: Slip, codes: &[String]) -> Slip {
    let slip = slip.piece(Piece::Red(Phrase::new("app-codes-once"))).words("app-codes-why");
    let slip = codes.iter().fold(slip, |slip, code| slip.piece(Piece::Key(code.clone())));
    slip.form(Asked::button(at(GuardPlace::AppCodesWritten), "app-codes-written").main())
}
