//! An address of electronic mail as this site takes one.
//!
//! Carriers gave out addresses that no standard knows (`a..b.@docomo.ne.jp`), and they work. What is refused is
//! what could act on a header or a log. An address never shows itself: `Debug` and `Display` cover it.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// RFC 5321, 4.5.3.1: the most bytes of an address that can be delivered to.
const MOST_BYTES: usize = 254;
/// RFC 5321, 4.5.3.1.1: the most bytes before the `@`.
const MOST_LOCAL_BYTES: usize = 64;
/// RFC 1035, 2.3.4: the most bytes of one label of a domain.
const MOST_LABEL_BYTES: usize = 63;

/// Why an address is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    /// Nothing was typed.
    #[error("no address was given")]
    Empty,
    /// No address, or one with signs that have no place in it.
    #[error("this is no address of electronic mail")]
    NotAnAddress,
}

/// An address that mail can be sent to. Wiped from memory when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct EmailAddress(Zeroizing<String>);

impl EmailAddress {
    /// Reads what was typed; full-width signs are a keypad's doing.
    pub fn parse(typed: &str) -> Result<EmailAddress, EmailError> {
        let plain: Zeroizing<String> =
            Zeroizing::new(typed.chars().take(2 * MOST_BYTES).nfkc().collect::<String>().trim().to_owned());
        if plain.is_empty() {
            return Err(EmailError::Empty);
        }
        let (local, domain) = plain.rsplit_once('@').ok_or(EmailError::NotAnAddress)?;
        if plain.len() > MOST_BYTES || !is_local(local) || !is_domain(domain) {
            return Err(EmailError::NotAnAddress);
        }
        Ok(EmailAddress(Zeroizing::new(format!("{local}@{}", domain.to_ascii_lowercase()))))
    }

    /// From our own sealed copy, which was parsed when it came in.
    pub(crate) fn from_kept(address: &str) -> EmailAddress {
        EmailAddress(Zeroizing::new(address.to_owned()))
    }

    /// The whole address: to send to and to seal; never to show to others or to log.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part after the `@`, in lower case.
    pub fn domain(&self) -> &str {
        self.0.rsplit('@').next().unwrap_or_default()
    }

    /// Enough for its owner to recognise it: `h…@example.jp`.
    pub fn covered(&self) -> String {
        let first: String = self.0.chars().take(1).collect();
        format!("{first}…@{}", self.domain())
    }

    /// What one mailbox has in common however it is typed.
    pub(crate) fn folded(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_lowercase())
    }
}

/// Dots may stand anywhere; quotes, brackets, commas and whatever is not plain ASCII may not.
fn is_local(local: &str) -> bool {
    let plain = |sign: u8| sign.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&sign);
    (1..=MOST_LOCAL_BYTES).contains(&local.len()) && local.bytes().all(plain)
}

fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        (1..=MOST_LABEL_BYTES).contains(&label.len())
            && label.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last_is_a_name =
        domain.rsplit('.').next().is_some_and(|last| last.bytes().any(|sign| sign.is_ascii_alphabetic()));
    domain.contains('.') && domain.split('.').all(label) && last_is_a_name
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("EmailAddress(…)")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn carriers_own_addresses_are_taken() {
        for address in [
            "hana@example.jp",
            "a..b.@docomo.ne.jp",
            ".hana--.@ezweb.ne.jp",
            "h_a-n+a/3@t.vodafone.ne.jp",
            "x@sub-1.example.co.jp",
        ] {
            assert_eq!(EmailAddress::parse(address).unwrap().as_str(), address);
        }
        assert_eq!(EmailAddress::parse(" ｈａｎａ＠Example.JP ").unwrap().as_str(), "hana@example.jp");
    }

    #[test]
    fn what_could_act_on_a_header_is_refused() {
        for wrong in [
            "hana",
            "@example.jp",
            "hana@",
            "hana@localhost",
            "hana@127.0.0.1",
            "hana@[127.0.0.1]",
            "ha na@example.jp",
            "hana@example.jp\r\nBcc: all@example.jp",
            "hana@exa\nmple.jp",
            "\"ha\\na\"@example.jp",
            "hana<x@example.jp>",
            "hana@a@example.jp",
            "hana,ken@example.jp",
            "はな@example.jp",
            "hana@-a.jp",
            "hana@a..jp",
            "hana@例え.jp",
        ] {
            assert_eq!(EmailAddress::parse(wrong).err(), Some(EmailError::NotAnAddress), "{wrong:?}");
        }
        assert_eq!(EmailAddress::parse("　").err(), Some(EmailError::Empty));
        assert!(EmailAddress::parse(&format!("{}@example.jp", "a".repeat(65))).is_err());
    }

    #[test]
    fn it_covers_itself() {
        let address = EmailAddress::parse("hanako@example.jp").unwrap();
        assert_eq!(format!("{address:?}"), "EmailAddress(…)");
        assert_eq!(address.covered(), "h…@example.jp");
    }
}
