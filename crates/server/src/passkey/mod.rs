//! What a browser sends about a passkey, judged (Web Authentication, level 2: 7.1 and 7.2, and of level 3 the flags of
//! keys that are copied between phones).
//!
//! One kind of key is asked for and taken: ES256, which every phone with passkeys makes. Who made the phone is not
//! asked (no attestation), so nothing but the signature of a login has to be verified.

mod authenticator;
mod challenge;
mod client;

pub use challenge::{Challenge, Use};

use data_encoding::BASE64URL_NOPAD;
use enishi_core::ids::MemberId;
use ring::signature::{ECDSA_P256_SHA256_ASN1, UnparsedPublicKey};
use sha2::{Digest, Sha256};

use authenticator::Authenticator;

/// Who is asking: the address of this site as browsers know it, and the challenge it gave.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// `https://sns.example.jp`.
    pub origin: &'a str,
    /// The challenge, as it stood in the page.
    pub challenge: &'a str,
}

/// A key that was made for this site.
#[derive(Debug, PartialEq, Eq)]
pub struct Made {
    /// What the phone calls it.
    pub credential: Vec<u8>,
    /// Its public half: a point of P-256, uncompressed.
    pub public_key: Vec<u8>,
    /// How often it has signed.
    pub counter: u32,
}

/// What a browser sends, each part in base 64 for addresses.
#[derive(Clone, Copy, Debug)]
pub struct Sent<'a> {
    /// What the browser saw: `clientDataJSON`.
    pub client: &'a str,
    /// What the phone says: `authenticatorData`.
    pub authenticator: &'a str,
    /// Its signature over both; of a login alone.
    pub signature: &'a str,
}

/// What a phone files a member's key under: a login names it, and it has to be the one of the key's owner.
pub fn handle(member: MemberId) -> String {
    write(&i64::from(member).to_be_bytes())
}

/// Writes one part, as [`read`] reads it.
pub fn write(part: &[u8]) -> String {
    BASE64URL_NOPAD.encode(part)
}

/// Reads one part.
pub fn read(part: &str) -> Option<Vec<u8>> {
    const MOST_SIGNS: usize = 8192;
    (part.len() <= MOST_SIGNS).then(|| BASE64URL_NOPAD.decode(part.as_bytes()).ok()).flatten()
}

/// A new key: made for this site and this challenge, by somebody the phone has recognised.
pub fn made(sent: Sent<'_>, expected: Expected<'_>) -> Option<Made> {
    let client = read(sent.client)?;
    client::is_ours(&client, "webauthn.create", expected).then_some(())?;
    let said = read(sent.authenticator)?;
    let said = Authenticator::read(&said, expected.origin)?;
    let (credential, public_key) = said.new_key()?;
    Some(Made { credential, public_key, counter: said.counter })
}

/// A login: the count, if `public_key` has signed this challenge for this site, and the phone has recognised its owner.
pub fn signed(sent: Sent<'_>, expected: Expected<'_>, public_key: &[u8]) -> Option<u32> {
    let client = read(sent.client)?;
    client::is_ours(&client, "webauthn.get", expected).then_some(())?;
    let said = read(sent.authenticator)?;
    let login = Authenticator::read(&said, expected.origin)?;
    login.is_of_login().then_some(())?;
    let counter = login.counter;
    let signed = [said, Sha256::digest(&client).to_vec()].concat();
    let key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, public_key);
    key.verify(&signed, &read(sent.signature)?).ok()?;
    Some(counter)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use ring::rand::SystemRandom;
    use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};

    use super::*;

    const ORIGIN: &str = "https://sns.example.jp";
    const EXPECTED: Expected<'_> = Expected { origin: ORIGIN, challenge: "abc" };
    const OWNER: u8 = 0x05;

    struct Key {
        pair: EcdsaKeyPair,
        random: SystemRandom,
    }

    impl Key {
        fn new() -> Key {
            let random = SystemRandom::new();
            let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
            let pair =
                EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, made.as_ref(), &random).unwrap();
            Key { pair, random }
        }

        fn public(&self) -> Vec<u8> {
            self.pair.public_key().as_ref().to_vec()
        }

        fn sign(&self, client: &str, said: &[u8]) -> String {
            let signed = [said, &Sha256::digest(client.as_bytes())].concat();
            BASE64URL_NOPAD.encode(self.pair.sign(&self.random, &signed).unwrap().as_ref())
        }
    }

    fn client(act: &str, origin: &str, challenge: &str, crossed: bool) -> String {
        format!(r#"{{"type":"{act}","challenge":"{challenge}","origin":"{origin}","crossOrigin":{crossed}}}"#)
    }

    fn said(site: &str, flags: u8, count: u32, rest: &[u8]) -> Vec<u8> {
        [&Sha256::digest(site.as_bytes())[..], &[flags], &count.to_be_bytes(), rest].concat()
    }

    fn encoded(bytes: impl AsRef<[u8]>) -> String {
        BASE64URL_NOPAD.encode(bytes.as_ref())
    }

    fn judge(key: &Key, client: &str, said: &[u8]) -> Option<u32> {
        let (signature, sees, says) = (key.sign(client, said), encoded(client), encoded(said));
        let sent = Sent { client: &sees, authenticator: &says, signature: &signature };
        signed(sent, EXPECTED, &key.public())
    }

    #[test]
    fn a_signature_counts_for_this_site_this_challenge_and_its_owner_alone() {
        let key = Key::new();
        let right = client("webauthn.get", ORIGIN, "abc", false);
        let here = said("sns.example.jp", OWNER, 7, &[]);
        assert_eq!(judge(&key, &right, &here), Some(7));
        for client in [
            client("webauthn.create", ORIGIN, "abc", false),
            client("webauthn.get", "https://sns.example.jp.evil.example", "abc", false),
            client("webauthn.get", "http://sns.example.jp", "abc", false),
            client("webauthn.get", ORIGIN, "abd", false),
            client("webauthn.get", ORIGIN, "abc", true),
            String::new(),
        ] {
            assert_eq!(judge(&key, &client, &here), None, "{client}");
        }
        for (site, flags) in [("evil.example", OWNER), ("sns.example.jp", 0x01), ("sns.example.jp", 0x04)] {
            assert_eq!(judge(&key, &right, &said(site, flags, 7, &[])), None, "{site} {flags}");
        }
        assert_eq!(judge(&key, &right, &here[..36]), None, "cut short");
    }

    #[test]
    fn what_the_browser_saw_is_read_in_one_way_alone() {
        let key = Key::new();
        let here = said("sns.example.jp", OWNER, 7, &[]);
        let right = client("webauthn.get", ORIGIN, "abc", false);
        let more = right.replace("{\"type\"", r#"{"other_keys_can_be_added_here":"x","type""#);
        assert_eq!(judge(&key, &more, &here), Some(7), "browsers add what they like");
        let absent = right.replace(r#","crossOrigin":false"#, "");
        assert_eq!(judge(&key, &absent, &here), Some(7), "older browsers do not tell");
        let with = |more: &str| right.replace('}', &format!(",{more}}}"));
        for client in [
            with(r#""type":"webauthn.get""#),
            with(r#""challenge":"abc""#),
            with(r#""origin":"https://sns.example.jp""#),
            with(r#""crossOrigin":false"#),
            right.replace("\"abc\"", "\"abc=\""),
            right.replace("\"abc\"", "[\"abc\"]"),
            right.replace("\"crossOrigin\":false", "\"crossOrigin\":null"),
            right.replace("\"crossOrigin\":false", "\"crossOrigin\":\"false\""),
            right.replace(ORIGIN, "https://SNS.example.jp"),
            right.replace(ORIGIN, "https://sns.example.jp:443"),
            right.replace(ORIGIN, "https://sns.example.jp/"),
            right.replace(ORIGIN, "null"),
            format!("\u{FEFF}{right}"),
            format!("{right}{right}"),
            format!("[{right}]"),
            "[".repeat(5000),
        ] {
            assert_eq!(judge(&key, &client, &here), None, "{client}");
        }
    }

    #[test]
    fn what_the_phone_says_has_no_more_and_no_less_than_its_flags() {
        let key = Key::new();
        let right = client("webauthn.get", ORIGIN, "abc", false);
        let taken =
            |flags, rest: &[u8]| judge(&key, &right, &said("sns.example.jp", flags, 7, rest)).is_some();
        for (flags, rest, is_taken) in [
            (0x0D, &b""[..], true),
            (0x1D, b"", true),
            (0x15, b"", false),
            (OWNER, b"x", false),
            (0x45, b"", false),
            (0x45, b"0123456789abcdef", false),
            (0x85, b"", false),
            (0x85, b"\xA0", true),
        ] {
            assert_eq!(taken(flags, rest), is_taken, "{flags:#x} {rest:?}");
        }
    }

    #[test]
    fn another_key_and_a_changed_byte_are_no_signature() {
        let (key, other) = (Key::new(), Key::new());
        let (right, here) =
            (client("webauthn.get", ORIGIN, "abc", false), said("sns.example.jp", OWNER, 7, &[]));
        let (signature, sees) = (key.sign(&right, &here), encoded(&right));
        let counted = said("sns.example.jp", OWNER, 8, &[]);
        for (says, public) in [(&here, other.public()), (&counted, key.public()), (&here, vec![4; 65])] {
            let says = encoded(says);
            let sent = Sent { client: &sees, authenticator: &says, signature: &signature };
            assert_eq!(signed(sent, EXPECTED, &public), None);
        }
    }

    #[test]
    fn a_new_key_is_read_whole_or_not_at_all() {
        let key = Key::new();
        let public = key.public();
        let cose = [
            &[0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20][..],
            &public[1..33],
            &[0x22, 0x58, 0x20],
            &public[33..],
        ]
        .concat();
        let rest = [&[0; 16][..], &[0, 3], b"key", &cose].concat();
        let right = client("webauthn.create", ORIGIN, "abc", false);
        let read = |flags, rest: &[u8]| {
            let (sees, says) = (encoded(&right), encoded(said("sns.example.jp", flags, 0, rest)));
            made(Sent { client: &sees, authenticator: &says, signature: "" }, EXPECTED)
        };
        let whole = Made { credential: b"key".to_vec(), public_key: public, counter: 0 };
        assert_eq!(read(0x45, &rest), Some(whole));
        assert_eq!(read(OWNER, &rest), None, "no new key is announced");
        for cut in 0..rest.len() {
            assert_eq!(read(0x45, &rest[..cut]), None, "cut at {cut}");
        }
        let no_name = [&[0; 16][..], &[0, 0], &cose].concat();
        assert_eq!(read(0x45, &no_name), None);
        let long = [&[0; 16][..], &[1, 0], &[7; 256], &cose].concat();
        assert_eq!(read(0x45, &long), None, "a name of 256 bytes");
        let tail = [&rest[..], b"\xA1\x6BcredProtect\x02"].concat();
        assert_eq!(read(0x45, &tail), None, "more than is announced");
        assert!(read(0xC5, &tail).is_some() && read(0xC5, &rest).is_none());
        assert_eq!(read(0x55, &rest), None, "copied, and not to be copied");
        // Another kind of key (RS256, ES384), another curve, a point by half, the map in another order or without end.
        for (at, byte) in [(4, 0x39), (4, 0x38), (6, 0x02), (7, 0x22), (9, 0x21), (0, 0xA4), (0, 0xBF)] {
            let mut other = rest.clone();
            other[21 + at] = byte;
            assert_eq!(read(0x45, &other), None, "{byte:#x} at {at}");
        }
        let act = client("webauthn.get", ORIGIN, "abc", false);
        let (sees, says) = (encoded(act), encoded(said("sns.example.jp", 0x45, 0, &rest)));
        assert_eq!(made(Sent { client: &sees, authenticator: &says, signature: "" }, EXPECTED), None);
    }
}
