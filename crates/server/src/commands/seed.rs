//! `enishi seed`: a large made-up network in an empty database, for measuring.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context;
use clap::Args;
use enishi_core::seed::{self, Laid, Plan};
use enishi_testkit::cast::PASSWORD;

use crate::cli::{Progress, print};
use crate::config::Config;
use crate::site::Site;

/// How large, and what chance begins with.
#[derive(Args)]
pub struct Seed {
    /// Members.
    #[arg(long, default_value_t = 10_000)]
    members: u32,
    /// Friends of each on average, by a power law that ends at 1,000.
    #[arg(long, default_value_t = 50)]
    friends: u32,
    /// Diary entries of each on average.
    #[arg(long, default_value_t = 5)]
    diaries: u32,
    /// The same seed makes the same network.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Fills the empty database of the settings, and says whom to sign in as.
pub fn run(seed: &Seed, config: Config) -> anyhow::Result<ExitCode> {
    crate::log::start(&config.log);
    let url = config.database_url();
    let site = Site::open(config)?;
    let (keys, hash, now) = (site.keys.clone(), site.hasher.hash(PASSWORD), site.store.now());
    // Nothing but the seed's own connection may hold the database while its keys are off.
    drop(site);
    let plan = Plan { members: seed.members, friends: seed.friends, diaries: seed.diaries, seed: seed.seed };
    let began = Instant::now();
    let mut shown: Option<(&'static str, Progress)> = None;
    let laid = seed::lay(&url, &keys, plan, &hash, now, &mut |step, done, total| {
        let is_next = shown.as_ref().is_none_or(|(known, _)| *known != step);
        if is_next && let Some((_, last)) = shown.replace((step, Progress::new(step))) {
            last.end();
        }
        if let Some((_, progress)) = &mut shown {
            progress.at(done, total);
        }
    })
    .context("the made-up network")?;
    if let Some((_, last)) = shown {
        last.end();
    }
    tell(&laid, plan, began.elapsed().as_secs_f64());
    Ok(ExitCode::SUCCESS)
}

fn tell(laid: &Laid, plan: Plan, seconds: f64) {
    let rows = laid.friendship_rows + laid.entries + plan.members as usize;
    print(format_args!(
        "{} members, {} friendship rows, {} entries in {seconds:.1} s ({:.0} rows a second)",
        plan.members,
        laid.friendship_rows,
        laid.entries,
        rows as f64 / seconds.max(0.001)
    ));
    for (word, people) in [("ordinary", &laid.ordinary), ("hub", &laid.hubs)] {
        if let Some(one) = people.first() {
            let number = seed::number_of(one.place);
            print(format_args!(
                "{word}: /members/{}, signs in with {} and {PASSWORD}",
                one.id,
                number.as_e164()
            ));
        }
    }
}
