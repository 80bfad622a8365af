//! What a screen is like, in a style of today: size of the letters, colours it has.

use enishi_device::{DeviceProfile, FaceKind};

/// Screens of four colours and fewer are grey (J-PHONE's first, 501i).
const FEW_COLOURS: u32 = 4;

/// The letters of a handset at their usual size: a line of a mova holds eight full-width signs, one of a FOMA twelve.
fn letter_px(width_px: u32) -> u32 {
    match width_px {
        ..=140 => 12,
        141..=200 => 16,
        201..=320 => 20,
        _ => 28,
    }
}

/// The style that makes a browser of today look like this phone's.
pub(crate) fn style(profile: &DeviceProfile) -> String {
    let grey = if profile.colours <= FEW_COLOURS { "html{filter:grayscale(1) contrast(1.2)}" } else { "" };
    let letters = match profile.face {
        FaceKind::Keitai => keypad(letter_px(profile.screen.width)),
        FaceKind::Touch => String::new(),
    };
    format!("html{{background:#fff;color:#000}}{letters}{grey}")
}

/// Full-width letters of a fixed size, single spacing, fields no wider than the screen. A page with a style of its own
/// says otherwise further down.
fn keypad(px: u32) -> String {
    format!(
        "body{{margin:0;padding:0 1px;font:{px}px/1.2 'Noto Sans Mono CJK JP','MS Gothic','Osaka-Mono',sans-serif;\
         overflow-wrap:anywhere}}h1,h2,p,form,ul{{margin:0;font-size:inherit;font-weight:inherit}}\
         img{{max-width:100%}}input,textarea,select{{font:inherit;max-width:100%;box-sizing:border-box}}\
         textarea{{width:100%}}hr{{margin:3px 0}}"
    )
}
