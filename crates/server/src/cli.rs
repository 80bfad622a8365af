//! The command line.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::commands;
use crate::config::{self, Config};

/// A private social network that every phone can open.
#[derive(Parser)]
#[command(name = "enishi", version)]
struct Cli {
    /// The settings file; ./config/enishi.toml if it is there.
    #[arg(long, global = true, env = "ENISHI_CONFIG")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site; the default.
    Serve,
    /// Load people to look around with, if the database is empty, and serve.
    Demo,
    /// Fill an empty database with a large made-up network, for measuring.
    Seed(commands::seed::Seed),
    /// Print every route, its method and its declared readers.
    Routes,
    /// Check settings, database, counters, keys, pictures and files; brings the tables up to date like a start.
    Doctor(commands::doctor::Doctor),
    /// How people join, who waits for a yes, who is kept out.
    #[command(subcommand)]
    Joining(commands::joining::Joining),
    /// The keys of the site: what there is, new ones, old ones let go.
    #[command(subcommand)]
    Keys(commands::keys::Keys),
    /// Who runs the site.
    #[command(subcommand)]
    Operator(commands::operator::Operator),
    /// What the program makes of a phone.
    #[command(subcommand)]
    Device(commands::device::Device),
    /// Turn text from one encoding into another through the keitai text layer.
    Text(commands::text::Text),
}

/// Runs the command named.
pub fn run() -> anyhow::Result<ExitCode> {
    let cli = Cli::parse();
    let settings = || -> anyhow::Result<Config> { config::load(cli.config.as_deref(), environment()) };
    match cli.command.unwrap_or(Command::Serve) {
        Command::Serve => commands::serve::run(settings()?),
        Command::Demo => commands::demo::run(settings()?),
        Command::Seed(seed) => commands::seed::run(&seed, settings()?),
        Command::Routes => commands::routes::run(),
        Command::Doctor(doctor) => commands::doctor::run(&doctor, settings()?),
        Command::Joining(asked) => commands::joining::run(asked, settings()?),
        Command::Keys(asked) => commands::keys::run(asked, settings()?),
        Command::Operator(asked) => commands::operator::run(asked, settings()?),
        Command::Device(device) => commands::device::run(device, &settings()?),
        Command::Text(text) => commands::text::run(&text),
    }
}

/// Only what names a setting: `ENISHI_CONFIG` and the variables of tests have no double underscore.
fn environment() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}

/// Says on standard error what went wrong, causes and all.
pub fn say_error(why: &anyhow::Error) {
    let _ = writeln!(std::io::stderr(), "enishi: {why:#}");
}

/// How far a long command has come: a bar on a terminal, a line at every tenth otherwise.
pub struct Progress {
    label: &'static str,
    bar: Option<indicatif::ProgressBar>,
    tenths: usize,
}

impl Progress {
    /// Nothing done yet.
    pub fn new(label: &'static str) -> Progress {
        Progress { label, bar: None, tenths: 0 }
    }

    /// So much of so much is done.
    pub fn at(&mut self, done: usize, total: usize) {
        if std::io::stderr().is_terminal() {
            let bar = self
                .bar
                .get_or_insert_with(|| indicatif::ProgressBar::new(total as u64).with_message(self.label));
            bar.set_position(done as u64);
        } else if total > 0 && done * 10 / total > self.tenths {
            self.tenths = done * 10 / total;
            let _ = writeln!(std::io::stderr(), "{}: {done} of {total}", self.label);
        }
    }

    /// All done.
    pub fn end(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }
}

/// Prints a line for the person at the terminal; a closed pipe is no fault.
pub fn print(line: impl std::fmt::Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
