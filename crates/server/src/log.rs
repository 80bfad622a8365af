//! Lines of log on standard error: one event a line, in UTC, for eyes or for machines.
//!
//! What is logged is written at each place for eyes that may not know who anybody is: ids, counts, reasons. At the
//! most talkative levels the crates below would say more than that (whole heads, with tokens and addresses), so
//! they never get beyond `info`.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, fmt};

use crate::config::{LogConfig, LogFormat};

/// Begins to log. `RUST_LOG` wins over the settings.
pub fn start(config: &LogConfig) {
    let chosen = std::env::var("RUST_LOG").ok().filter(|words| !words.is_empty());
    let filter = EnvFilter::try_new(chosen.as_deref().unwrap_or(&config.level))
        .unwrap_or_else(|_| EnvFilter::new("info"));
    let discreet = tracing_subscriber::filter::filter_fn(|about| {
        about.target().starts_with("enishi") || *about.level() <= LevelFilter::INFO
    });
    let lines = fmt::layer().with_writer(std::io::stderr);
    let lines = match config.format {
        LogFormat::Text => lines.with_ansi(std::io::stderr().is_terminal()).boxed(),
        LogFormat::Json => lines.json().flatten_event(true).boxed(),
    };
    let _ = tracing_subscriber::registry().with(lines.with_filter(discreet).with_filter(filter)).try_init();
}
