//! `enishi routes`: the site map, with who may read each address and what is open at the plain door for handsets.

use std::process::ExitCode;

use crate::cli::print;
use crate::routes::Routes;

/// Prints one route a line: method, readers, address, and `legacy` where the plain door has it.
pub fn run() -> anyhow::Result<ExitCode> {
    for route in Routes::new().iter() {
        let legacy = if route.on_legacy { " legacy" } else { "" };
        let (method, readers) = (route.method.as_str(), route.readers.word());
        print(format_args!("{method:<5} {readers:<9} {}{legacy}", route.pattern));
    }
    Ok(ExitCode::SUCCESS)
}
