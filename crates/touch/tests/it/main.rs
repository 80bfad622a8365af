//! Pages as a phone gets them.

#![allow(clippy::unwrap_used)] // a test may stop where it fails

mod accessible;
mod forms;
mod safe;
mod sample;
mod snapshots;
mod tags;
mod weight;

/// The sample of this name.
fn named(name: &str) -> sample::Sample {
    sample::all().into_iter().find(|sample| sample.name == name).unwrap()
}
