//! `enishi device`: what the program makes of a phone, and what is wrong with the profiles.

use std::collections::BTreeMap;
use std::io::{BufRead, Read};
use std::process::ExitCode;

use anyhow::Context;
use clap::Subcommand;
use enishi_device::{Explanation, Headers, Profiles};
use serde::Deserialize;

use crate::cli::print;
use crate::config::Config;

/// Device profiles.
#[derive(Subcommand)]
pub enum Device {
    /// Header lines on standard input; prints the resolved profile and the rule behind each value, as JSON.
    Explain {
        /// One JSON object a line, {"headers":{…},"peer":"ip"}; one profile a line comes out.
        #[arg(long)]
        json_lines: bool,
    },
    /// Reads the profiles and says every fault with file and line.
    Check,
}

/// Runs one of them.
pub fn run(device: Device, config: &Config) -> anyhow::Result<ExitCode> {
    match device {
        Device::Explain { json_lines } => explain(&profiles(config)?, json_lines),
        Device::Check => check(config),
    }
}

fn profiles(config: &Config) -> anyhow::Result<Profiles> {
    crate::site::open_profiles(config)
}

#[derive(Deserialize)]
struct Sample {
    headers: BTreeMap<String, String>,
}

fn explain(profiles: &Profiles, json_lines: bool) -> anyhow::Result<ExitCode> {
    let mut input = std::io::stdin().lock();
    if !json_lines {
        let mut text = String::new();
        input.read_to_string(&mut text)?;
        let told: Explanation = profiles.explain(&Headers::from_lines(&text));
        print(serde_json::to_string_pretty(&told)?);
        return Ok(ExitCode::SUCCESS);
    }
    for (number, line) in input.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let sample: Sample = serde_json::from_str(&line).with_context(|| format!("line {}", number + 1))?;
        let pairs = sample.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        print(serde_json::to_string(&profiles.explain(&Headers::new(pairs)))?);
    }
    Ok(ExitCode::SUCCESS)
}

fn check(config: &Config) -> anyhow::Result<ExitCode> {
    let Some(dir) = config.devices_dir() else {
        print("no folder of profiles: the ones inside the program are used");
        return Ok(ExitCode::SUCCESS);
    };
    let faults = enishi_device::check(&dir);
    for fault in &faults {
        print(fault);
    }
    if faults.is_empty() {
        print(format_args!("{}: no faults", dir.display()));
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::FAILURE)
}
