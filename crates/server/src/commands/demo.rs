//! `enishi demo`: people to look around with, and where to look.

use std::process::ExitCode;

use anyhow::Context;
use enishi_core::operator::{self, Name, SetupToken, State};
use enishi_face::{DeskPlace, Place};
use enishi_testkit::cast::{self, AtTheDoor, Cast, LoadError, PASSWORD};

use crate::cli::{Progress, print};
use crate::commands::{self, serve};
use crate::config::Config;
use crate::site::Site;

/// Loads the cast into an empty database and serves.
pub fn run(config: Config) -> anyhow::Result<ExitCode> {
    crate::log::start(&config.log);
    let site = Site::open(config)?;
    let cast = cast_of(&site)?;
    let (desk, at_the_door) = (operator_of(&site)?, cast::at_the_door()?);
    serve::serve(site, |address| {
        introduce(&cast, address);
        introduce_door(&at_the_door);
        introduce_desk(desk.as_ref(), address);
    })
}

/// The name of the demo's operator.
const OPERATOR: &str = "demo";

/// The end of the address at which the demo's operator sets up; none once somebody has.
fn operator_of(site: &Site) -> anyhow::Result<Option<SetupToken>> {
    let name: Name = OPERATOR.parse()?;
    let known = site.store.read(operator::list)?.into_iter().find(|known| known.name == OPERATOR);
    Ok(match known.map(|known| known.state) {
        None => Some(commands::operator::create(site, &name)?),
        Some(State::Waiting) => Some(commands::operator::reset(site, &name)?),
        Some(State::Active) => None,
    })
}

fn introduce_desk(setup: Option<&SetupToken>, address: &str) {
    match setup {
        Some(token) => {
            print(
                "  The operators' desk (a browser and an authenticator app). Set up at, once and within the hour:",
            );
            print(format_args!("    {address}{}/{}", Place::Desk(DeskPlace::Setup), token.as_str()));
        }
        None => print(format_args!(
            "  The operators' desk: {address}{}, as {OPERATOR}",
            Place::Desk(DeskPlace::Login)
        )),
    }
    print("");
}

fn introduce_door(at_the_door: &[AtTheDoor]) {
    print("  At the door, met by nobody inside:");
    for one in at_the_door {
        print(format_args!("    {}  {} ― {}", one.phone, one.nickname, one.hint));
    }
    print("");
}

/// The cast, loaded now or met again. Other people's data is never mixed with it.
fn cast_of(site: &Site) -> anyhow::Result<Cast> {
    let mut progress = Progress::new("loading the demo cast");
    let loaded =
        cast::load(&site.store, &site.keys, &site.pictures, &mut |done, total| progress.at(done, total));
    progress.end();
    match loaded {
        Ok(cast) => Ok(cast),
        Err(LoadError::NotEmpty) => {
            let met = cast::find(&site.store, &site.keys).context("the demo cast")?;
            met.context(
                "this database holds other people; give the demo an empty one (ENISHI_SERVER__DATA_DIR=…)",
            )
        }
        Err(why) => Err(why).context("the demo cast"),
    }
}

fn introduce(cast: &Cast, address: &str) {
    print("");
    print(format_args!(
        "  Open {address} in a browser and log in as one of these. Everybody's password: {PASSWORD}"
    ));
    print("");
    for player in cast.players() {
        print(format_args!("    {}  {} ― {}", player.phone, player.nickname, player.hint));
        if let Some(email) = player.email {
            print(format_args!("                   or {email}"));
        }
        if let Some(key) = player.app_key {
            print(format_args!("                   key for an authenticator app: {key}"));
        }
    }
    print("");
    print("  The same address as a FOMA handset sees it (Shift_JIS), and as KaiOS does:");
    print(format_args!("    curl -s -A 'DoCoMo/2.0 P901i(c100;TB;W24H12)' {address}/ | iconv -f cp932"));
    print(format_args!(
        "    curl -s -A 'Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5.1' {address}/"
    ));
    print("");
    print(format_args!(
        "  Or in a terminal: w3m {address}/   In a browser, {address}/?face=keitai shows the keypad face."
    ));
    print("  Codes for signing up lie in the data folder, in outbox/sms.jsonl. Stop with Ctrl-C.");
    print("");
}
