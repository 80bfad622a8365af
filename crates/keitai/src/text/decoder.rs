//! A reader's bytes to text.

use super::clean::finish;
use super::emoji::{self, Carrier};
use super::encoder::Encoder;
use super::encoding::Encoding;
use super::mail::{self, Rows};
use super::private_use::{self, Area};
use super::sjis;
use super::utf8;
use super::web_code;

/// Decodes `bytes` to composed Unicode without control characters (tab and line ends stay).
///
/// It never fails: a broken byte becomes U+FFFD by itself, and the ASCII byte after it is kept. Codes of
/// emoji are read by the carrier that `from` names, never by their value, and only if the table has them.
pub fn decode(bytes: &[u8], from: Encoding) -> String {
    use Encoding as E;
    finish(match from {
        E::Utf8 | E::Utf8Plain => utf8::decode(bytes),
        E::Cp932 => shift_jis(bytes, None),
        E::DocomoSjis | E::DocomoBasicSjis | E::WillcomSjis => shift_jis(bytes, Some(Carrier::Docomo)),
        E::AuSjis => shift_jis(bytes, Some(Carrier::Au)),
        E::SoftbankSjis => shift_jis(bytes, Some(Carrier::Softbank)),
        E::DocomoPua => private_use::decode(bytes, Area::Own(Carrier::Docomo)),
        E::AuPua => private_use::decode(bytes, Area::Own(Carrier::Au)),
        E::AuPuaGateway => private_use::decode(bytes, Area::AuGateway),
        E::SoftbankPua => private_use::decode(bytes, Area::Own(Carrier::Softbank)),
        E::SoftbankWebcode => web_code::decode_with(bytes, |part| shift_jis(part, Some(Carrier::Softbank))),
        E::Iso2022Jp => from_mail(bytes, None),
        E::DocomoMail | E::WillcomMail => from_mail(bytes, Some(Carrier::Docomo)),
        E::AuMail => from_mail(bytes, Some(Carrier::Au)),
        E::SoftbankMail => web_code::decode_with(bytes, |part| from_mail(part, Some(Carrier::Softbank))),
    })
}

/// Whether all of `text` comes back unchanged from a reader of `to`.
pub fn fits(text: &str, to: impl Into<Encoder>) -> bool {
    let encoder = to.into();
    decode(&encoder.encode(text), encoder.encoding()) == text
}

fn shift_jis(bytes: &[u8], carrier: Option<Carrier>) -> String {
    sjis::decode_with(bytes, |code, out| {
        let sign = carrier.and_then(|carrier| emoji::by_sjis(carrier, code));
        out.extend(sign.map(|sign| sign.text()));
        sign.is_some()
    })
}

fn from_mail(bytes: &[u8], carrier: Option<Carrier>) -> String {
    let rows = if carrier == Some(Carrier::Au) { Rows::Au } else { Rows::Standard };
    shift_jis(&mail::to_sjis(bytes, rows), carrier)
}
