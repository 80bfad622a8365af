//! How long a resolve takes, beside `woothee` on the same strings in the same run.
//!
//! `cargo run --release -p enishi-device --example resolve_speed`
#![allow(clippy::unwrap_used, clippy::print_stdout)] // a measurement says what it found, or stops

use std::{
    collections::BTreeMap,
    fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

use enishi_device::{Headers, Profiles};
use serde::Deserialize;

const ROUNDS: u32 = 200;

#[derive(Deserialize)]
struct Samples {
    handset: Vec<Sample>,
}

#[derive(Deserialize)]
struct Sample {
    headers: BTreeMap<String, String>,
}

fn main() {
    let samples = samples();
    let agents: Vec<&str> =
        samples.iter().filter_map(|headers| headers.get("User-Agent")).map(String::as_str).collect();
    let (profiles, woothee) = (Profiles::embedded(), woothee::parser::Parser::new());
    let ours = per_string(&agents, |agent| {
        drop(black_box(profiles.resolve(&Headers::new([("user-agent", *agent)]))))
    });
    let theirs = per_string(&agents, |agent| drop(black_box(woothee.parse(agent))));
    let whole = per_string(&samples, |headers| {
        let pairs = headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        drop(black_box(profiles.resolve(&Headers::new(pairs))));
    });
    println!("{} User-Agents, {ROUNDS} rounds", agents.len());
    println!(
        "enishi-device  {:>7} ns a User-Agent, {} ns a set of headers",
        ours.as_nanos(),
        whole.as_nanos()
    );
    println!("woothee        {:>7} ns a User-Agent", theirs.as_nanos());
    println!("woothee takes {:.1} times as long", theirs.as_secs_f64() / ours.as_secs_f64());
}

/// The quickest of the rounds, for one string on average: what disturbs a run only makes it slower.
fn per_string<T>(strings: &[T], work: impl Fn(&T)) -> Duration {
    let round = || {
        let start = Instant::now();
        strings.iter().for_each(&work);
        start.elapsed()
    };
    (0..ROUNDS).map(|_| round()).min().unwrap() / u32::try_from(strings.len()).unwrap()
}

fn samples() -> Vec<BTreeMap<String, String>> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/handsets");
    let files = fs::read_dir(dir).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
    files
        .flat_map(|text| toml::from_str::<Samples>(&text).unwrap().handset)
        .map(|sample| sample.headers)
        .collect()
}
