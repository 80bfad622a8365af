//! The settings as they fit together, and what the database and the pictures hold.

use enishi_core::checkup::{self, Findings};
use enishi_core::moment::Moment;
use enishi_sms::Provider;

use super::{Finding, Mark};
use crate::config::Config;
use crate::site::Site;

/// A moment ahead of the clock by less than this is another machine's, not a wrong clock.
const CLOCK_SECONDS: i64 = 300;

/// What can be said of the settings alone.
pub fn settings(config: &Config) -> Vec<Finding> {
    vec![public_url(config), proxy(config), messages(config), push(config)]
}

fn public_url(config: &Config) -> Finding {
    let url = &config.server.public_url;
    if config.is_https() {
        return Finding::new(Mark::Well, "address", format!("{url}, with TLS in front"));
    }
    let said = match url.as_str() {
        "" => "[server] public_url is empty: right for trying it out, never for people",
        _ => {
            "[server] public_url is no https address: cookies are not Secure and everything can be read on the way"
        }
    };
    Finding::new(Mark::Mind, "address", said)
}

fn proxy(config: &Config) -> Finding {
    let (server, https) = (&config.server, config.is_https());
    let has_proxies = !server.trusted_proxies.is_empty();
    match (https, server.listen.ip().is_loopback(), has_proxies) {
        (true, true, false) => Finding::new(
            Mark::Mind,
            "proxy",
            "[server] trusted_proxies is empty: behind a proxy everybody counts as one client",
        ),
        (true, false, false) => Finding::new(
            Mark::Mind,
            "proxy",
            format!("{} is open to the network without TLS and without a trusted proxy", server.listen),
        ),
        _ => Finding::new(Mark::Well, "proxy", "as the address asks for"),
    }
}

fn messages(config: &Config) -> Finding {
    if config.sms.provider == Provider::Outbox {
        let said = "text messages go to a file: nobody gets a code on their phone";
        return Finding::new(Mark::Mind, "sms", said);
    }
    match enishi_sms::sender_from(&config.sms, &config.server.data_dir) {
        Ok(_) => {
            Finding::new(Mark::Well, "sms", "credentials have the form they should have; nothing was sent")
        }
        Err(why) => Finding::new(Mark::Broken, "sms", why.to_string()),
    }
}

fn push(config: &Config) -> Finding {
    match (config.push.enabled, config.is_https() || config.server.public_url.is_empty()) {
        (false, _) => Finding::new(Mark::Well, "push", "switched off: no phone rings"),
        (true, true) => Finding::new(Mark::Well, "push", "members may have their phones ring"),
        (true, false) => Finding::new(
            Mark::Mind,
            "push",
            "no browser lets a phone ring for a site that is not reached over TLS",
        ),
    }
}

/// What the opened site holds.
pub fn inside(site: &Site) -> Vec<Finding> {
    let mut findings = vec![Finding::new(Mark::Well, "device profiles", "read without a fault")];
    match site.store.read(|tx| checkup::examine(tx, &site.keys)) {
        Ok(found) => findings.extend(database(&found, site.store.now())),
        Err(why) => findings.push(Finding::new(Mark::Broken, "database", why.to_string())),
    }
    findings.push(super::keys::age(site));
    findings.extend(pictures(site));
    findings
}

fn database(found: &Findings, now: Moment) -> Vec<Finding> {
    vec![
        Finding::counted("database file", found.file_faults, "faults"),
        Finding::counted("friendships", found.one_sided_friendships, "ties that stand one way only"),
        Finding::counted("comments", found.comment_counters, "entries whose counter is behind"),
        Finding::counted("footprints", found.footprint_totals, "totals smaller than their footprints"),
        Finding::counted("belonging", found.orphans, "rows whose owner is gone"),
        numbers(found),
        clock(found.newest, now),
    ]
}

fn numbers(found: &Findings) -> Finding {
    let (bad, tried) = (found.unreadable_numbers, found.numbers_tried);
    match bad {
        0 => Finding::new(Mark::Well, "numbers", format!("{tried} tried, all open with these keys")),
        _ => Finding::new(Mark::Broken, "numbers", format!("{bad} of {tried} do not open with these keys")),
    }
}

fn clock(newest: Option<Moment>, now: Moment) -> Finding {
    match newest.filter(|newest| *newest > now.plus_seconds(CLOCK_SECONDS)) {
        None => Finding::new(Mark::Well, "clock", "not behind anything written down"),
        Some(_) => Finding::new(Mark::Broken, "clock", "behind the newest entry: set the machine's clock"),
    }
}

fn pictures(site: &Site) -> Vec<Finding> {
    let writable = match site.pictures.check() {
        Ok(()) => Finding::new(Mark::Well, "picture store", "can be written"),
        Err(why) => Finding::new(Mark::Broken, "picture store", why.to_string()),
    };
    let named = match site.store.read(checkup::list_pictures) {
        Ok(named) => named,
        Err(why) => return vec![writable, Finding::new(Mark::Broken, "pictures", why.to_string())],
    };
    // A file whose bytes do not match its name counts as missing.
    let is_there = |digest: &String| {
        digest.parse().ok().is_some_and(|digest| matches!(site.pictures.get(&digest), Ok(Some(_))))
    };
    let missing = named.iter().filter(|digest| !is_there(digest)).count() as i64;
    vec![
        writable,
        Finding::counted("pictures", missing, &format!("missing or damaged ones of {}", named.len())),
    ]
}
