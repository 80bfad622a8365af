//! The `enishi` program: one binary that serves the site and runs the operator's commands.
//!
//! It holds no domain rule, no SQL and no markup: `routes` read a request, call one use case of the domain and
//! name a page; `answer` hands the page to the viewer's face.

mod answer;
mod arrival;
mod beat;
mod cli;
mod commands;
mod config;
mod crowd;
mod desk;
mod dispatch;
mod error;
mod handsets;
mod letter_mark;
mod listen;
mod live_profiles;
mod log;
mod metrics;
mod passkey;
mod picture_token;
mod pool;
mod profile_files;
mod refusal;
mod request;
mod routes;
mod showroom;
mod site;
mod welcome;
mod workers;

use std::process::ExitCode;

/// The system's allocator is slow at the many small strings a page is made of.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::run() {
        Ok(code) => code,
        Err(why) => {
            cli::say_error(&why);
            ExitCode::FAILURE
        }
    }
}
