//! `enishi demo`: people to look around with, and where to look.

use std::process::ExitCode;

use anyhow::Context;
use enishi_testkit::cast::{self, Cast, LoadError, PASSWORD};

use crate::cli::{Progress, print};
use crate::commands::serve;
use crate::config::Config;
use crate::site::Site;

/// Loads the cast into an empty database and serves.
pub fn run(config: Config) -> anyhow::Result<ExitCode> {
    crate::log::start(&config.log);
    let site = Site::open(config)?;
    let cast = cast_of(&site)?;
    serve::serve(site, |address| introduce(&cast, address))
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
