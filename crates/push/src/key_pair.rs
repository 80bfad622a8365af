//! The key pair a site signs with (ES256), and what it signs for a push service (RFC 8292).

use data_encoding::BASE64URL_NOPAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::json;
use zeroize::Zeroizing;

/// A push service takes at most a day; half of it leaves room for clocks that differ.
const GOOD_SECONDS: i64 = 12 * 3600;

/// A pair, ready to sign. Its private half is shown by nothing.
pub struct KeyPair {
    pair: EcdsaKeyPair,
    random: SystemRandom,
    public: String,
}

impl KeyPair {
    /// Makes one: PKCS #8, to be kept where keys are kept. `None` if this machine has no random numbers.
    pub fn make() -> Option<Zeroizing<Vec<u8>>> {
        let made =
            EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new()).ok()?;
        Some(Zeroizing::new(made.as_ref().to_vec()))
    }

    /// Reads what [`KeyPair::make`] made.
    pub fn read(pkcs8: &[u8]) -> Option<KeyPair> {
        let random = SystemRandom::new();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8, &random).ok()?;
        let public = BASE64URL_NOPAD.encode(pair.public_key().as_ref());
        Some(KeyPair { pair, random, public })
    }

    /// The public half, as browsers and push services read it: an uncompressed point in base 64 for addresses.
    pub fn public(&self) -> &str {
        &self.public
    }

    /// The `Authorization` header for a push service. `None` if this machine has no random numbers.
    pub(crate) fn authorization(&self, origin: &str, contact: &str, now_seconds: i64) -> Option<String> {
        let mut claims = json!({ "aud": origin, "exp": now_seconds + GOOD_SECONDS });
        if !contact.is_empty() {
            claims["sub"] = contact.into();
        }
        let part = |json: serde_json::Value| BASE64URL_NOPAD.encode(json.to_string().as_bytes());
        let said = format!("{}.{}", part(json!({ "typ": "JWT", "alg": "ES256" })), part(claims));
        let signature = self.pair.sign(&self.random, said.as_bytes()).ok()?;
        let signature = BASE64URL_NOPAD.encode(signature.as_ref());
        Some(format!("vapid t={said}.{signature}, k={}", self.public))
    }
}

impl std::fmt::Debug for KeyPair {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "KeyPair({})", self.public)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};

    use super::*;

    #[test]
    fn what_is_signed_is_verified_with_the_public_half() {
        let made = KeyPair::make().unwrap();
        let pair = KeyPair::read(&made).unwrap();
        assert_eq!(KeyPair::read(&made).unwrap().public(), pair.public());
        let header = pair.authorization("https://push.example", "https://sns.example", 1000).unwrap();
        let (token, key) = header.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        let (said, signature) = token.rsplit_once('.').unwrap();
        let key = BASE64URL_NOPAD.decode(key.as_bytes()).unwrap();
        assert_eq!((key.len(), key[0]), (65, 4));
        let signature = BASE64URL_NOPAD.decode(signature.as_bytes()).unwrap();
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, key).verify(said.as_bytes(), &signature).unwrap();
        let (head, claims) = said.split_once('.').unwrap();
        let read = |part: &str| BASE64URL_NOPAD.decode(part.as_bytes()).unwrap();
        let read = |part: &str| serde_json::from_slice::<serde_json::Value>(&read(part)).unwrap();
        assert_eq!(read(head), json!({ "typ": "JWT", "alg": "ES256" }));
        let claims = read(claims);
        assert_eq!(
            claims,
            json!({ "aud": "https://push.example", "exp": 44_200, "sub": "https://sns.example" })
        );
    }

    #[test]
    fn debug_shows_no_private_half_and_nonsense_is_no_key() {
        let made = KeyPair::make().unwrap();
        let shown = format!("{:?}", KeyPair::read(&made).unwrap());
        assert!(!shown.contains(&BASE64URL_NOPAD.encode(&made[36..40])), "{shown}");
        assert!(KeyPair::read(b"nonsense").is_none());
        assert!(KeyPair::read(&made[..made.len() - 1]).is_none());
    }
}
