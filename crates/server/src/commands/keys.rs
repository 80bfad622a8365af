//! `enishi keys`: what keys there are, new ones in use while the site serves, old ones let go.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context;
use clap::Subcommand;
use enishi_core::secrets::Use;
use enishi_core::secrets::change::{self, Known, Place, Stands};
use enishi_core::security_log::Kind;
use enishi_core::store::Error;

use crate::cli::{Progress, print};
use crate::config::Config;
use crate::site::Site;

/// Rows written anew in one transaction: some milliseconds' work, so that nobody waits for it.
const AT_ONCE: usize = 200;
/// How often it is tried to change what counts between two transactions of others.
const TRIES: u32 = 600;
const BETWEEN_TRIES: Duration = Duration::from_millis(50);

/// What to do about the keys.
#[derive(Subcommand)]
pub enum Keys {
    /// Print every key: what for, since when, and how many rows lie under it. It prints no key.
    Status,
    /// Bring in new keys and write old rows anew. Interrupted, the same words go on where it stopped. A running site
    /// goes over by itself; when several machines serve, say --prepare first and copy the key file to each of them.
    Rotate {
        /// data, number, code, form, counter, or all.
        #[arg(default_value = "all", value_parser = read_uses)]
        of: Uses,
        /// Put the new keys into the file and write nothing with them yet.
        #[arg(long)]
        prepare: bool,
        /// Make another key even while rows lie under an older one.
        #[arg(long)]
        anew: bool,
    },
    /// Let the keys go that nothing lies under any more.
    Retire,
}

/// The uses named by a word.
#[derive(Clone, Debug)]
pub struct Uses(Vec<Use>);

fn read_uses(word: &str) -> Result<Uses, String> {
    if word == "all" {
        return Ok(Uses(Use::ALL.to_vec()));
    }
    let all = || Use::ALL.map(Use::word).join(", ");
    Use::of_word(word).map(|of| Uses(vec![of])).ok_or_else(|| format!("say all, or one of {}", all()))
}

/// Does it.
pub fn run(asked: Keys, config: Config) -> anyhow::Result<ExitCode> {
    crate::log::start(&config.log);
    let site = Site::open(config)?;
    match asked {
        Keys::Status => status(&site)?,
        Keys::Rotate { of: Uses(of), prepare, anew } => rotate(&site, &of, prepare, anew)?,
        Keys::Retire => retire(&site)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn survey(site: &Site) -> anyhow::Result<Vec<Known>> {
    Ok(site.store.read(|tx| change::survey(tx, &site.keys))?)
}

fn status(site: &Site) -> anyhow::Result<()> {
    for known in survey(site)? {
        print(line(site, &known));
    }
    Ok(())
}

fn line(site: &Site, known: &Known) -> String {
    let day = |moment: enishi_core::moment::Moment| moment.in_zone(&site.zone).date().to_string();
    let stands = match known.stands {
        Stands::Waiting => "not in use yet".to_owned(),
        Stands::Current(since) if since.millis() == 0 => "in use".to_owned(),
        Stands::Current(since) => format!("in use since {}", day(since)),
        Stands::Older(since) => format!("left since {}", day(since)),
    };
    let made = known.made_at.map_or("unknown".to_owned(), day);
    let mut said = format!(
        "{:<8}{:>3}  {}  made {made}, {stands}, {} rows",
        known.of.word(),
        known.generation,
        &known.fingerprint[..8],
        known.lies.total()
    );
    if matches!(known.stands, Stands::Older(_)) && known.lies.total() > 0 {
        let lies = known.lies;
        said.push_str(&format!(
            " ({} to be written anew, {} over before long, {} stay until they are gone)",
            lies.renewable, lies.passing, lies.kept
        ));
    }
    said
}

fn rotate(site: &Site, of: &[Use], is_only_made: bool, is_anew: bool) -> anyhow::Result<()> {
    let known = survey(site)?;
    let is_unfinished = |of: Use| {
        let left = |one: &Known| one.of == of && matches!(one.stands, Stands::Older(_));
        !is_anew && known.iter().any(|one| left(one) && one.lies.renewable > 0)
    };
    let (go_on, begin): (Vec<Use>, Vec<Use>) = of.iter().partition(|of| is_unfinished(**of));
    for of in go_on {
        print(format_args!("{}: goes on where it stopped", of.word()));
    }
    change::make(&site.keys, &begin, site.store.now()).context("the key file")?;
    if is_only_made {
        site.store.write(move |tx| change::note(tx, Kind::KeysMade, &begin))?;
        print(format_args!("The new keys are in {}. Copy it, then: enishi keys rotate", file(site)));
        return Ok(());
    }
    let keys = Arc::clone(&site.keys);
    let changed = between_others(site, move |tx| change::bring_in(tx, &keys, &begin))?;
    for of in changed {
        print(format_args!("{}: a new key is written with from now on", of.word()));
    }
    renew(site, of)?;
    print(format_args!("Keep a copy of {} apart from the backups of the database.", file(site)));
    Ok(())
}

fn file(site: &Site) -> String {
    site.keys.file().map(|file| file.display().to_string()).unwrap_or_default()
}

/// Runs what must have the keys alone, in a gap between transactions of others.
fn between_others<T: Send + 'static>(
    site: &Site,
    work: impl FnOnce(&mut enishi_core::store::Tx<'_>) -> Result<Option<T>, Error> + Clone + Send + 'static,
) -> anyhow::Result<T> {
    for _ in 0..TRIES {
        if let Some(done) = site.store.write(work.clone())? {
            return Ok(done);
        }
        std::thread::sleep(BETWEEN_TRIES);
    }
    anyhow::bail!("the site is too busy for this now: nothing was lost, try again")
}

fn renew(site: &Site, of: &[Use]) -> anyhow::Result<()> {
    let older = |one: &&Known| of.contains(&one.of) && matches!(one.stands, Stands::Older(_));
    let total: i64 = survey(site)?.iter().filter(older).map(|one| one.lies.renewable).sum();
    let (mut progress, mut done, mut stuck) = (Progress::new("written anew"), 0, 0);
    for place in change::places_of(of) {
        let (renewed, left) = renew_place(site, place, &mut |now| progress.at(done + now, total as usize))?;
        (done, stuck) = (done + renewed, stuck + left);
    }
    progress.end();
    print(format_args!("{done} rows written anew"));
    if stuck > 0 {
        print(format_args!("{stuck} rows do not open with any key here and stay as they are"));
    }
    Ok(())
}

/// As long as a piece of work took, the site has the database to itself.
fn renew_place(
    site: &Site,
    place: &'static Place,
    progress: &mut dyn FnMut(usize),
) -> anyhow::Result<(usize, usize)> {
    let (mut after, mut renewed, mut stuck) = (Some(i64::MIN), 0, 0);
    while let Some(begin) = after {
        let (keys, began) = (Arc::clone(&site.keys), Instant::now());
        let step = site.store.write(move |tx| change::renew(tx, &keys, place, begin, AT_ONCE))?;
        (after, renewed, stuck) = (step.next, renewed + step.renewed, stuck + step.stuck);
        progress(renewed);
        if after.is_some() {
            std::thread::sleep(began.elapsed());
        }
    }
    Ok((renewed, stuck))
}

fn retire(site: &Site) -> anyhow::Result<()> {
    let keys = Arc::clone(&site.keys);
    let gone = between_others(site, move |tx| change::let_go(tx, &keys))?;
    site.store.read(|tx| change::forget(tx, &site.keys))?.context("the key file")?;
    for known in &gone {
        print(format_args!("{} {}: gone", known.of.word(), known.generation));
    }
    for known in survey(site)?.iter().filter(|one| matches!(one.stands, Stands::Older(_))) {
        print(format_args!("stays: {}", line(site, known)));
    }
    if gone.is_empty() {
        print("nothing was let go");
    }
    Ok(())
}
