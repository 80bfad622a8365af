//! Which handsets come, counted in memory until a worker writes the figures down.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use enishi_core::handset::Handset;
use enishi_device::{DeviceClass, DeviceProfile, Headers, Profiles, anonymous_user_agent};

/// More different ones than this between two writings are not told apart: memory stays bounded.
const MOST_KINDS: usize = 2_000;

/// What came since the figures were last written down.
#[derive(Default)]
pub struct Handsets {
    counted: Mutex<BTreeMap<Handset, i64>>,
}

impl Handsets {
    /// Counts a page that a phone asked for.
    pub fn note(&self, profile: &DeviceProfile, profiles: &Profiles, headers: &Headers<'_>) {
        let agent = headers.get("user-agent").unwrap_or_default();
        let agent =
            if is_known(profile, profiles, headers) { String::new() } else { anonymous_user_agent(agent) };
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = counted.len() >= MOST_KINDS;
        let mut handset = Handset { profile: profile.name.clone(), agent };
        if is_full && !counted.contains_key(&handset) {
            handset.agent.clear();
        }
        *counted.entry(handset).or_default() += 1;
    }

    /// What was counted since the last time.
    pub fn take(&self) -> BTreeMap<Handset, i64> {
        std::mem::take(&mut self.counted.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Whether there is nothing to learn from its User-Agent: it is no keypad phone, or the tables have its model.
fn is_known(profile: &DeviceProfile, profiles: &Profiles, headers: &Headers<'_>) -> bool {
    match profile.class {
        DeviceClass::Featurephone => profile.model.is_none() || profiles.has_row(headers),
        DeviceClass::Other => false,
        DeviceClass::Smartphone | DeviceClass::Tablet | DeviceClass::Pc | DeviceClass::Crawler => true,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn noted(agents: &[&str]) -> Vec<(Handset, i64)> {
        let (profiles, handsets) = (Profiles::embedded(), Handsets::default());
        for agent in agents {
            let headers = Headers::new([("user-agent", *agent)]);
            handsets.note(&profiles.resolve(&headers), &profiles, &headers);
        }
        handsets.take().into_iter().collect()
    }

    #[test]
    fn a_serial_number_is_never_counted() {
        let seen = noted(&[
            "Nobody/1.0 (ser35678901234567890)",
            "DoCoMo/2.0 P903i(c100;TB;W24H12;ser012345678901234;icc8981100000000000000F)",
        ]);
        assert!(seen.iter().all(|(handset, _)| !handset.agent.contains("0123456789")), "{seen:?}");
        assert!(
            seen.iter().any(|(handset, _)| handset.profile.starts_with("docomo") && handset.agent.is_empty())
        );
    }

    #[test]
    fn a_model_that_no_table_has_is_told_apart() {
        let seen = noted(&["DoCoMo/2.0 Z999zz(c500;TB;W24H12;ser012345678901234)"]);
        assert_eq!(seen[0].0.agent, "DoCoMo/2.0 Z999zz(c500;TB;W24H12)");
    }

    #[test]
    fn invented_phones_fill_no_memory() {
        let invented: Vec<String> = (0..3_000).map(|n| format!("Invented/{n}")).collect();
        let seen = noted(&invented.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(seen.len() <= MOST_KINDS + 1);
        assert_eq!(seen.iter().map(|(_, times)| times).sum::<i64>(), 3_000);
    }
}
