//! `enishi doctor`: what is well, what an operator should know, what is broken. It prints no secret.

mod disk;
mod house;
mod keys;

use std::process::ExitCode;

use clap::Args;

use crate::cli::print;
use crate::config::Config;
use crate::site::Site;

/// How the findings are printed.
#[derive(Args)]
pub struct Doctor {
    /// One JSON object instead of lines.
    #[arg(long)]
    json: bool,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// As it should be.
    Well,
    /// Works, and the operator should know.
    Mind,
    /// Broken.
    Broken,
}

/// One line.
pub struct Finding {
    mark: Mark,
    about: &'static str,
    said: String,
}

impl Finding {
    fn new(mark: Mark, about: &'static str, said: impl Into<String>) -> Finding {
        Finding { mark, about, said: said.into() }
    }

    /// Broken if there is anything to count.
    fn counted(about: &'static str, count: i64, what: &str) -> Finding {
        match count {
            0 => Finding::new(Mark::Well, about, format!("no {what}")),
            _ => Finding::new(Mark::Broken, about, format!("{count} {what}")),
        }
    }
}

/// Examines everything; the exit code is 1 when something is broken.
pub fn run(asked: &Doctor, config: Config) -> anyhow::Result<ExitCode> {
    let mut findings = house::settings(&config);
    findings.extend(disk::modes(&config));
    match Site::open(config) {
        Ok(site) => findings.extend(house::inside(&site)),
        Err(why) => findings.push(Finding::new(Mark::Broken, "start", format!("{why:#}"))),
    }
    if asked.json {
        print_json(&findings)
    } else {
        print_lines(&findings)
    }
    let is_broken = findings.iter().any(|finding| finding.mark == Mark::Broken);
    Ok(if is_broken { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn print_lines(findings: &[Finding]) {
    for Finding { mark, about, said } in findings {
        let sign = match mark {
            Mark::Well => '✓',
            Mark::Mind => '!',
            Mark::Broken => '✗',
        };
        print(format_args!("{sign} {about}: {said}"));
    }
}

fn print_json(findings: &[Finding]) {
    let one = |finding: &Finding| {
        let mark = match finding.mark {
            Mark::Well => "well",
            Mark::Mind => "mind",
            Mark::Broken => "broken",
        };
        serde_json::json!({ "mark": mark, "about": finding.about, "said": finding.said })
    };
    print(serde_json::json!({ "findings": findings.iter().map(one).collect::<Vec<_>>() }));
}
