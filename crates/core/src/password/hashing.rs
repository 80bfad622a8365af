//! Argon2id in PHC form: the cost stands in each hash, so that old ones stay good when it is raised.

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};

use super::is_too_long;

/// What one hash costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Default for Cost {
    /// 19 MiB, two passes, one lane: the least that OWASP's Password Storage Cheat Sheet advises.
    fn default() -> Cost {
        Cost { memory_kib: 19 * 1024, passes: 2, lanes: 1 }
    }
}

impl Cost {
    /// The least Argon2 takes. For tests, which hash often; protects nobody.
    pub const LEAST: Cost = Cost { memory_kib: 8, passes: 1, lanes: 1 };
}

/// Argon2 does not take such a cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Argon2 needs at least one pass, one lane and 8 KiB of memory a lane")]
pub struct CostError;

/// Makes and recognises hashes at one cost.
pub struct Hasher {
    argon: Argon2<'static>,
    params: Params,
    /// The hash of nothing anybody knows: verified when there is no member, so that a login takes as long
    /// for a stranger's name as for a member's.
    nobody: String,
}

impl Hasher {
    /// A hasher at this cost. Hashes once, so it takes as long as one login.
    pub fn new(cost: Cost) -> Result<Hasher, CostError> {
        let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, None).map_err(|_| CostError)?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
        let mut hasher = Hasher { argon, params, nobody: String::new() };
        hasher.nobody = hasher.hash(&format!("{:032x}", rand::random::<u128>()));
        Ok(hasher)
    }

    /// The hash to keep, with a salt of its own: no two are alike.
    pub fn hash(&self, password: &str) -> String {
        let hash: PasswordHash = self
            .argon
            .hash_password(password.as_bytes())
            .expect("the cost was checked and the salt is 16 bytes");
        hash.to_string()
    }

    /// Whether `password` is the one behind `known`. `None` (nobody of that name) costs the same and is
    /// never right; a password over the limits is wrong at once, whoever is meant.
    pub fn verify(&self, password: &str, known: Option<&str>) -> bool {
        if is_too_long(password) {
            return false;
        }
        let right = self.argon.verify_password(password.as_bytes(), known.unwrap_or(&self.nobody)).is_ok();
        right && known.is_some()
    }

    /// Whether a right password should be hashed anew, because `known` was made at another cost.
    pub fn is_outdated(&self, known: &str) -> bool {
        let made_at = PasswordHash::new(known).ok().and_then(|hash| Params::try_from(&hash).ok());
        made_at.is_none_or(|made| {
            (made.m_cost(), made.t_cost(), made.p_cost())
                != (self.params.m_cost(), self.params.t_cost(), self.params.p_cost())
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_default_cost_is_the_one_asked_for() {
        let hash = Hasher::new(Cost::default()).unwrap().hash("correct horse");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
    }

    #[test]
    fn only_the_very_password_is_right() {
        let hasher = Hasher::new(Cost::LEAST).unwrap();
        let hash = hasher.hash("パスワード です");
        assert!(hasher.verify("パスワード です", Some(&hash)));
        for wrong in ["パスワード です ", "ﾊﾟｽﾜｰﾄﾞ です", "パスワード\u{3000}です", ""]
        {
            assert!(!hasher.verify(wrong, Some(&hash)), "{wrong:?}");
        }
        assert_ne!(hash, hasher.hash("パスワード です"));
    }

    #[test]
    fn nobody_and_nonsense_are_never_right() {
        let hasher = Hasher::new(Cost::LEAST).unwrap();
        assert!(!hasher.verify("anything at all", None));
        assert!(!hasher.verify("anything at all", Some("not a hash")));
        let long = "x".repeat(super::super::MOST_BYTES + 1);
        assert!(!hasher.verify(&long, Some(&hasher.hash(&long))));
    }

    #[test]
    fn a_hash_of_another_cost_is_right_and_outdated() {
        let old = Hasher::new(Cost::LEAST).unwrap();
        let new = Hasher::new(Cost { memory_kib: 16, ..Cost::LEAST }).unwrap();
        let hash = old.hash("correct horse");
        assert!(new.verify("correct horse", Some(&hash)));
        assert!(new.is_outdated(&hash) && !old.is_outdated(&hash));
        assert_eq!(Hasher::new(Cost { passes: 0, ..Cost::LEAST }).err(), Some(CostError));
    }
}
