//! Looking changes nothing: every link followed, the database compared.

use std::collections::{BTreeSet, VecDeque};

use enishi_testkit::dump::{changes, dump};
use enishi_testkit::phone::{FOMA, IPHONE, Phone, Request};

use crate::program::{demos, demos_with, without_token};

/// What a look may leave behind, and nothing else may: the session's last use, footprints and their total, the
/// notices a look marks as read, how far a thread was read, and counters of limits.
const LEFT_BY_LOOKS: [&str; 7] =
    ["sessions", "last_seen", "footprints", "footprint_totals", "notices", "diary_threads", "counters"];
const MOST_PAGES: usize = 200;

/// Follows every link from home on, with both methods; gives the addresses seen.
fn crawl(phone: &mut Phone) -> BTreeSet<String> {
    let (mut seen, mut waiting) = (BTreeSet::new(), VecDeque::from(["/home".to_owned()]));
    while let Some(path) = waiting.pop_front().filter(|_| seen.len() < MOST_PAGES) {
        if !seen.insert(without_token(&path)) {
            continue;
        }
        let page = phone.get(&path);
        assert!(page.status < 500, "{path}: {}", page.status);
        let head = Request { method: "HEAD".to_owned(), ..Request::get(&page.path) };
        assert_eq!(phone.fetch(&head).status, page.status, "HEAD {path}");
        waiting.extend(page.links().filter(|link| link.starts_with('/')));
    }
    seen
}

#[test]
fn attack_50_looking_changes_nothing() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let mut hanako = program.phone_of("hanako", model);
            let before = dump(&program.database_url());
            let seen = crawl(&mut hanako);
            assert!(seen.len() > 30, "only {} pages were found", seen.len());
            let after = dump(&program.database_url());
            let changed = changes(&before, &after, &LEFT_BY_LOOKS);
            assert!(changed.is_empty(), "{} on {}: {changed:#?}", model.name, program.engine);
            assert_eq!(hanako.get("/home").status, 200, "the crawl signed its own session out");
        }
    }
}

#[test]
fn attack_50_no_other_method_hides_in_a_get() {
    for program in demos_with(&[]) {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let form = hanako.get("/diary/new").form("/diary/new").value("csrf").to_owned();
        let before = dump(&program.database_url());
        for path in [
            format!("/diary/new?_method=POST&csrf={form}&title=x&body=x&visibility=members"),
            format!("/logout?_method=POST&csrf={form}"),
            format!("/logout?csrf={form}"),
        ] {
            for header in ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"] {
                let page = hanako.fetch(&Request::get(&path).with(header, "POST"));
                assert!(matches!(page.status, 200 | 405), "{path}: {}", page.status);
            }
        }
        let after = dump(&program.database_url());
        assert_eq!(changes(&before, &after, &LEFT_BY_LOOKS), [""; 0]);
        assert_eq!(hanako.fetch(&Request::get("/home")).status, 200);
    }
}
