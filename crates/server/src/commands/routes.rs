//! `enishi routes`: the site map, with who may read each address.

use std::process::ExitCode;

use crate::cli::print;
use crate::routes::Routes;

/// Prints one route a line: method, readers, address.
pub fn run() -> anyhow::Result<ExitCode> {
    for route in Routes::new().iter() {
        print(format_args!("{:<5} {:<9} {}", route.method.as_str(), route.readers.word(), route.pattern));
    }
    Ok(ExitCode::SUCCESS)
}
