//! Input modes: one question, each dialect's own words.
//!
//! Facts: docomo's input formats from sw-dev-blog.symmetric.jp/archives/182; J-PHONE's `mode` from its HTML
//! guide as quoted by peers. Never `-wap-input-format` on J-PHONE's: there it forbids every other character.

use enishi_device::InputStyle;

use crate::content::Mode;

/// The attribute that asks for `mode`, if the phone knows one.
pub(crate) fn mode_attribute(style: InputStyle, mode: Mode) -> Option<(&'static str, &'static str)> {
    match (style, mode) {
        (InputStyle::Istyle, Mode::Kana) => Some(("istyle", "1")),
        (InputStyle::Istyle, Mode::Letters) => Some(("istyle", "3")),
        (InputStyle::Istyle, Mode::Digits) => Some(("istyle", "4")),
        (InputStyle::WapInputFormat, Mode::Kana) => Some(("style", "-wap-input-format:\"*<ja:h>\"")),
        (InputStyle::WapInputFormat, Mode::Letters) => Some(("style", "-wap-input-format:\"*<ja:en>\"")),
        (InputStyle::WapInputFormat, Mode::Digits) => Some(("style", "-wap-input-format:\"*<ja:n>\"")),
        (InputStyle::Mode, Mode::Kana) => Some(("mode", "hiragana")),
        (InputStyle::Mode, Mode::Letters) => Some(("mode", "alphabet")),
        (InputStyle::Mode, Mode::Digits) => Some(("mode", "numeric")),
        (InputStyle::Inputmode, Mode::Digits) => Some(("inputmode", "numeric")),
        (InputStyle::Inputmode, Mode::Kana | Mode::Letters) | (InputStyle::None, _) => None,
    }
}
