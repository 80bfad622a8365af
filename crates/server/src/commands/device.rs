//! `enishi device`: what the program makes of a phone, and what is wrong with the profiles.

use std::collections::BTreeMap;
use std::io::{BufRead, Read};
use std::process::ExitCode;

use clap::Subcommand;
use enishi_device::{Explanation, Headers, Profiles};
use serde::Deserialize;
use serde_json::Value;

use crate::cli::print;
use crate::config::Config;

/// Device profiles.
#[derive(Subcommand)]
pub enum Device {
    /// Header lines on standard input; prints the resolved profile and the rule behind each value, as JSON.
    Explain {
        /// One JSON object a line, {"headers":{…},"peer":"ip"}; one profile a line comes out. A line that cannot
        /// be read comes out as {"error":"…"}.
        #[arg(long)]
        json_lines: bool,
    },
    /// Reads the profiles and says every fault with file and line.
    Check,
    /// Every profile, as the tree they are tried in.
    List {
        /// Only this family, with the models that have a row: docomo, au, softbank, kaios…
        #[arg(long)]
        family: Option<String>,
    },
    /// What differs between two handsets and where each value comes from. Each is a profile's name, a model's
    /// token or a User-Agent.
    Diff {
        /// One.
        one: String,
        /// The other.
        other: String,
    },
}

/// Runs one of them.
pub fn run(device: Device, config: &Config) -> anyhow::Result<ExitCode> {
    match device {
        Device::Check => return check(config),
        Device::Explain { json_lines: false } => explain(&profiles(config)?)?,
        Device::Explain { json_lines: true } => explain_lines(&profiles(config)?)?,
        Device::List { family } => return Ok(list(&profiles(config)?, family.as_deref())),
        Device::Diff { one, other } => diff(&profiles(config)?, &one, &other)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn profiles(config: &Config) -> anyhow::Result<Profiles> {
    crate::site::open_profiles(config)
}

fn explain(profiles: &Profiles) -> anyhow::Result<()> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let told: Explanation = profiles.explain(&Headers::from_lines(&text));
    print(serde_json::to_string_pretty(&told)?);
    Ok(())
}

/// Who comes, and from where. The address is only read: no profile depends on it.
#[derive(Deserialize)]
struct Sample {
    headers: BTreeMap<String, String>,
    #[serde(default, rename = "peer")]
    _peer: Option<String>,
}

/// However odd a line is, one line comes out for it, and the next is read.
fn explain_lines(profiles: &Profiles) -> anyhow::Result<()> {
    for (number, line) in std::io::stdin().lock().split(b'\n').enumerate() {
        let line = line?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let told = match serde_json::from_slice::<Sample>(&line) {
            Ok(sample) => {
                let pairs = sample.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
                serde_json::to_value(profiles.explain(&Headers::new(pairs)))?
            }
            Err(why) => serde_json::json!({ "error": format!("line {}: {why}", number + 1) }),
        };
        print(told);
    }
    Ok(())
}

fn list(profiles: &Profiles, family: Option<&str>) -> ExitCode {
    let mut shown = 0;
    for listed in profiles.list() {
        let profile = &listed.profile;
        if family.is_some_and(|family| family != profile.family) {
            continue;
        }
        shown += 1;
        let name = format!("{}{}", "  ".repeat(listed.depth), profile.name);
        let (kb, width, height) = (profile.page_bytes, profile.screen.width, profile.screen.height);
        print(format_args!(
            "{name:<28} {kb:>7} bytes  {width}x{height}  {} models  {}",
            listed.models, listed.place
        ));
        if family.is_some() {
            profiles
                .models_of(&profile.name)
                .chunks(8)
                .for_each(|some| print(format_args!("    {}", some.join(" "))));
        }
    }
    if shown == 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// One line a value that differs: `key: one (rule) | other (rule)`.
fn diff(profiles: &Profiles, one: &str, other: &str) -> anyhow::Result<()> {
    let (one, other) = (profiles.explain_any(one), profiles.explain_any(other));
    let (left, right) = (serde_json::to_value(&one.profile)?, serde_json::to_value(&other.profile)?);
    let said = |told: &Explanation, key: &str, values: &Value| {
        let rule = told.rules.get(key).map(|rule| format!(" ({rule})")).unwrap_or_default();
        format!("{}{rule}", values.get(key).unwrap_or(&Value::Null))
    };
    let keys = ["name", "family", "model"].into_iter().chain(enishi_device::value_keys());
    for key in keys.filter(|key| left.get(*key) != right.get(*key)) {
        print(format_args!("{key}: {} | {}", said(&one, key, &left), said(&other, key, &right)));
    }
    Ok(())
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
