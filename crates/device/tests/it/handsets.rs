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
        _ => json[key].as_str().unwrap_or("none").to_owned(),
    }
}

#[test]
fn every_sample_resolves_as_expected() {
    let profiles = Profiles::embedded();
    let samples = samples();
    assert!(samples.len() >= 80, "only {} samples were found", samples.len());
    let mut wrong = Vec::new();
    for (file, sample) in &samples {
        let profile = profiles.resolve(&sample.headers());
        for (key, expected) in &sample.expect {
            let got = value(&profile, key);
            if got != *expected {
                wrong.push(format!("{file}: {:?}: {key} is {got}, not {expected}", sample.headers));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn explaining_and_resolving_agree() {
    let profiles = Profiles::embedded();
    for (_, sample) in samples() {
        let headers = sample.headers();
        assert_eq!(profiles.explain(&headers).profile, *profiles.resolve(&headers));
    }
}
