//! `enishi operator`: who runs the site. Operators are made here and nowhere else: whoever holds the machine decides.

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, bail};
use clap::Subcommand;
use enishi_core::moment::Moment;
use enishi_core::operator::{self, Listed, Name, SetupToken, State};
use enishi_face::{DeskPlace, Place};

use crate::cli::print;
use crate::config::Config;
use crate::site::Site;

/// What to do about operators.
#[derive(Subcommand)]
pub enum Operator {
    /// Make one, and print the address to set up at. It works once.
    Create { name: Name },
    /// Print everybody who runs the site.
    List,
    /// Take password, second factor and sessions off, and print a new address to set up at.
    Reset { name: Name },
    /// Remove one. What they did stays in the logs.
    Remove { name: Name },
}

/// Does it.
pub fn run(asked: Operator, config: Config) -> anyhow::Result<ExitCode> {
    let site = Site::open(config)?;
    match asked {
        Operator::Create { name } => tell(&site, &create(&site, &name)?),
        Operator::List => list(&site)?,
        Operator::Reset { name } => tell(&site, &reset(&site, &name)?),
        Operator::Remove { name } => remove(&site, name)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Makes an operator.
pub fn create(site: &Site, name: &Name) -> anyhow::Result<SetupToken> {
    let (keys, rules, named) = (Arc::clone(&site.keys), site.config.operator.clone(), name.clone());
    let made = site.store.write(move |tx| operator::create(tx, &keys, &named, &rules))?;
    made.with_context(|| format!("there is an operator called {name} already; see enishi operator reset"))
}

/// Gives an operator a new address to set up at.
pub fn reset(site: &Site, name: &Name) -> anyhow::Result<SetupToken> {
    let (keys, rules, named) = (Arc::clone(&site.keys), site.config.operator.clone(), name.clone());
    let made = site.store.write(move |tx| operator::reset(tx, &keys, &named, &rules))?;
    made.with_context(|| format!("there is no operator called {name}"))
}

/// The address to set up at, as it is typed into a browser.
fn setup_address(site: &Site, token: &SetupToken, origin: &str) -> String {
    let origin = match site.config.server.public_url.as_str() {
        "" => origin,
        public => public,
    };
    format!("{origin}{}/{}", Place::Desk(DeskPlace::Setup), token.as_str())
}

/// On standard output alone: the address is a key, and no log holds it.
fn tell(site: &Site, token: &SetupToken) {
    let origin = format!("http://{}", site.config.server.listen);
    let until = site.store.now().plus_seconds(site.config.operator.setup_seconds);
    print("Open this address in a browser to set up. It works once, and until then:");
    print(format_args!("  {}", setup_address(site, token, &origin)));
    print(format_args!("  until {}", said(site, until)));
}

fn said(site: &Site, moment: Moment) -> String {
    moment.in_zone(&site.zone).strftime("%Y-%m-%d %H:%M").to_string()
}

fn list(site: &Site) -> anyhow::Result<()> {
    for Listed { name, state, created_at, seen_at, .. } in site.store.read(operator::list)? {
        let state = match state {
            State::Waiting => "waits for the set-up",
            State::Active => "active",
        };
        let seen = seen_at.map_or("not signed in".to_owned(), |at| format!("seen {}", said(site, at)));
        print(format_args!("{name}  {state}  since {}  {seen}", said(site, created_at)));
    }
    Ok(())
}

fn remove(site: &Site, name: Name) -> anyhow::Result<()> {
    let sought = name.clone();
    if !site.store.write(move |tx| operator::remove(tx, &sought))? {
        bail!("there is no operator called {name}");
    }
    print(format_args!("{name} is no operator any more"));
    Ok(())
}
