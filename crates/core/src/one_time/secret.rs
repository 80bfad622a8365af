//! What an authenticator app shares with us (RFC 6238: SHA-1, six digits, steps of 30 seconds, which is what
//! every app understands).

use std::fmt;

use data_encoding::BASE32_NOPAD;
use rand::RngExt;
use totp_rs::{Algorithm, Builder, Totp};
use zeroize::Zeroizing;

use super::Owner;
use crate::moment::Moment;
use crate::secrets::Keyring;
use crate::store::{Result, Tx};

/// How long a code shows, in seconds.
pub const STEP_SECONDS: u64 = 30;
/// Codes of one step before and one after are taken: clocks of phones go wrong by that much.
const SKEW: u16 = 1;
/// 160 bits, as RFC 4226 advises.
const BYTES: usize = 20;
/// 128 bits, the least that RFC 4226 allows.
const LEAST_BYTES: usize = 16;

/// The secret of one owner. Wiped from memory when dropped, shown by no `Debug`.
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    pub(super) fn draw() -> Secret {
        let mut bytes = Zeroizing::new(vec![0; BYTES]);
        rand::rng().fill(&mut bytes[..]);
        Secret(bytes)
    }

    pub(super) fn seal(&self, tx: &mut Tx<'_>, keys: &Keyring, owner: Owner) -> Result<Vec<u8>> {
        keys.seal(tx, owner.secret_purpose(), owner.id(), &self.0)
    }

    pub(super) fn open(keys: &Keyring, owner: Owner, sealed: &[u8]) -> Result<Secret> {
        Ok(Secret(keys.open_sealed(owner.secret_purpose(), owner.id(), sealed)?))
    }

    /// Reads a key as it is typed into an app, groups and all; `None` if it is too short to guard anything.
    pub fn from_key(key: &str) -> Option<Secret> {
        let signs: String = key.split_whitespace().collect::<String>().to_ascii_uppercase();
        let bytes = BASE32_NOPAD.decode(signs.as_bytes()).ok()?;
        (bytes.len() >= LEAST_BYTES).then(|| Secret(Zeroizing::new(bytes)))
    }

    /// For typing into an app by hand: base 32 in groups of four.
    pub fn in_groups(&self) -> Zeroizing<String> {
        let signs = Zeroizing::new(BASE32_NOPAD.encode(&self.0));
        let mut grouped = Zeroizing::new(String::with_capacity(signs.len() * 2));
        for (index, sign) in signs.chars().enumerate() {
            if index > 0 && index % 4 == 0 {
                grouped.push(' ');
            }
            grouped.push(sign);
        }
        grouped
    }

    /// The `otpauth:` address that an app reads from a picture. `site` and `account` name the entry in the app.
    pub fn address(&self, site: &str, account: &str) -> Zeroizing<String> {
        let signs = Zeroizing::new(BASE32_NOPAD.encode(&self.0));
        let (site, account) = (percent(site), percent(account));
        let address = format!("otpauth://totp/{site}:{account}?secret={}&issuer={site}", *signs);
        Zeroizing::new(address)
    }

    /// The code that an app shows at this moment: for tests, and for nobody else.
    pub fn code_at(&self, moment: Moment) -> String {
        self.totp().generate(seconds(moment)).to_string()
    }

    /// The step of a right code, as a number of [`STEP_SECONDS`] since 1970.
    pub(super) fn step_of(&self, code: &str, now: Moment) -> Option<i64> {
        self.totp().check(code, seconds(now)).and_then(|step| i64::try_from(step).ok())
    }

    fn totp(&self) -> Totp {
        let builder = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_skew(SKEW);
        builder.with_step_duration(STEP_SECONDS).with_secret(self.0.to_vec()).build_noncompliant()
    }
}

fn seconds(moment: Moment) -> u64 {
    u64::try_from(moment.millis() / 1000).unwrap_or_default()
}

/// Everything but plain letters and digits, so that no name can add a part to the address.
fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    let write = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(write).collect()
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret and the codes of RFC 6238, appendix B, cut to six digits.
    #[test]
    fn the_codes_are_those_of_the_standard() {
        let secret = Secret(Zeroizing::new(b"12345678901234567890".to_vec()));
        for (at, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(secret.code_at(Moment::from_millis(at * 1000)), code);
        }
    }

    #[test]
    fn a_code_is_right_a_step_early_and_a_step_late() {
        let secret = Secret(Zeroizing::new(b"12345678901234567890".to_vec()));
        let right = |at: i64| secret.step_of("287082", Moment::from_millis(at * 1000));
        // It belongs to the seconds from 30 to 59.
        for (at, step) in [(0, Some(1)), (59, Some(1)), (89, Some(1)), (90, None)] {
            assert_eq!(right(at), step, "at {at}");
        }
        assert_eq!(secret.step_of("28708", Moment::from_millis(59_000)), None);
        assert_eq!(secret.step_of("+87082", Moment::from_millis(59_000)), None);
    }

    #[test]
    fn names_add_nothing_to_the_address() {
        let secret = Secret(Zeroizing::new(b"12345678901234567890".to_vec()));
        assert_eq!(
            *secret.address("えにし&x", "a?b"),
            "otpauth://totp/%E3%81%88%E3%81%AB%E3%81%97%26x:a%3Fb\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E3%81%88%E3%81%AB%E3%81%97%26x"
        );
        assert_eq!(&secret.in_groups()[..9], "GEZD GNBV");
        let read = Secret::from_key(&secret.in_groups().to_lowercase()).map(|read| read.in_groups());
        assert_eq!(read, Some(secret.in_groups()));
        assert!(Secret::from_key("GEZD GNBV").is_none(), "40 bits guard nothing");
        assert_eq!(format!("{secret:?}"), "Secret(…)");
    }
}
