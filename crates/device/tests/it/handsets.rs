//! Every sample of fixtures/handsets, header by header.

use std::{collections::BTreeMap, fs, path::PathBuf};

use enishi_device::{DeviceProfile, Headers, Profiles};
use serde::Deserialize;

#[derive(Deserialize)]
struct Samples {
    handset: Vec<Sample>,
}

#[derive(Deserialize)]
pub struct Sample {
    pub headers: BTreeMap<String, String>,
    expect: BTreeMap<String, String>,
}

impl Sample {
    pub fn headers(&self) -> Headers<'_> {
        Headers::new(self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }
}

pub fn samples() -> Vec<(String, Sample)> {
    let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/handsets");
    let mut samples = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let read: Samples = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        samples.extend(read.handset.into_iter().map(|sample| (file.clone(), sample)));
    }
    samples
}

/// A value of the profile by its name, as the samples write it.
fn value(profile: &DeviceProfile, key: &str) -> String {
    let json = serde_json::to_value(profile).unwrap();
    match key {
        "profile" => profile.name.clone(),
        "screen" => format!("{}x{}", profile.screen.width, profile.screen.height),
        _ => match &json[key] {
            serde_json::Value::Null => "none".to_owned(),
            serde_json::Value::String(text) => text.clone(),
            serde_json::Value::Array(list) => list[0].as_str().unwrap_or_default().to_owned(),
            other => other.to_string(),
        },
    }
}

#[test]
fn every_sample_resolves_as_expected() {
    let profiles = Profiles::embedded();
    let samples = samples();
    assert!(samples.len() >= 900, "only {} samples were found", samples.len());
    let (mut wrong, mut right) = (Vec::new(), 0);
    for (file, sample) in &samples {
        let before = wrong.len();
        let profile = profiles.resolve(&sample.headers());
        for (key, expected) in &sample.expect {
            let got = value(&profile, key);
            if got != *expected {
                wrong.push(format!("{file}: {:?}: {key} is {got}, not {expected}", sample.headers));
            }
        }
        right += usize::from(wrong.len() == before);
    }
    assert!(wrong.is_empty(), "{right} of {} samples are right\n{}", samples.len(), wrong.join("\n"));
}

#[test]
fn explaining_and_resolving_agree() {
    let profiles = Profiles::embedded();
    for (_, sample) in samples() {
        let headers = sample.headers();
        assert_eq!(profiles.explain(&headers).profile, *profiles.resolve(&headers));
    }
}

#[test]
fn a_phone_is_called_as_its_owner_would_call_it() {
    let profiles = enishi_device::Profiles::embedded();
    for (agent, words) in [
        ("DoCoMo/2.0 P903i(c100;TB;W24H12)", "docomo P903i"),
        ("Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5.1", "Nokia 8110 4G"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
             Version/18.0 Mobile/15E148 Safari/604.1",
            "iPhone",
        ),
    ] {
        let phone = profiles.resolve(&enishi_device::Headers::new([("user-agent", agent)]));
        assert_eq!(phone.words(), words);
    }
}
