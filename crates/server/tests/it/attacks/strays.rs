//! Things that are not there, words that mean something to somebody else, and other protocols.

use std::time::Duration;

use enishi_testkit::phone::{FOMA, IPHONE, Request};

use super::Line;
use crate::program::{demos, demos_with, empty, write_entry};

/// Files that other sites have left lying about.
const FILES: [&str; 22] = [
    "/.git/HEAD",
    "/.git/config",
    "/.env",
    "/.htaccess",
    "/enishi.db",
    "/enishi.db-wal",
    "/data/enishi.db",
    "/data/keys/keyring",
    "/db.sqlite",
    "/backup.zip",
    "/config/enishi.toml",
    "/enishi.toml",
    "/assets/",
    "/assets/../enishi.db",
    "/assets/%2e%2e/enishi.db",
    "/pictures/",
    "/pictures/../../keys/keyring",
    "/debug",
    "/debug/pprof",
    "/server-status",
    "/phpinfo.php",
    "/login.bak",
];

#[test]
fn attack_92_stray_files_are_all_the_same_nothing() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let mut ken = program.phone_of("ken", model);
            let nothing = ken.get("/nowhere");
            assert_eq!(nothing.status, 404);
            for path in FILES {
                let page = ken.get(path);
                // An asset's name has one shape; everything else is the one page.
                let is_same = page.body == nothing.body || path.starts_with("/assets/");
                assert!(page.status == 404 && is_same, "{path} on {}: {}", model.name, page.status);
            }
        }
    }
}

#[test]
fn attack_92_other_methods_do_nothing() {
    for program in empty(&[]) {
        for method in ["TRACE", "OPTIONS", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND", "DEBUG", "get"] {
            for path in ["/login", "/home", "/healthz", "/nowhere"] {
                let page =
                    program.phone(IPHONE).fetch(&Request { method: method.to_owned(), ..Request::get(path) });
                assert!(matches!(page.status, 400 | 404 | 405), "{method} {path}: {}", page.status);
                assert!(!page.text().contains("User-Agent"), "{method} echoes what was sent");
            }
        }
        let mut line = Line::to(program.address);
        line.say("OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assert!(matches!(line.hear(Duration::from_secs(30)).status(), 400 | 404 | 405));
    }
}

#[test]
fn attack_96_no_second_protocol_is_spoken() {
    for program in empty(&[]) {
        let mut line = Line::to(program.address);
        line.say("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        line.say([0, 0, 0, 4, 0, 0, 0, 0, 0]);
        let heard = line.hear(Duration::from_secs(30));
        assert!(heard.is_closed && matches!(heard.status(), 0 | 400), "{:?}", heard.statuses());
        for upgrade in ["h2c", "websocket", "TLS/1.2"] {
            let mut line = Line::to(program.address);
            line.say(format!(
                "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: {upgrade}\r\n\
                 HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\nSec-WebSocket-Key: x\r\n\r\n"
            ));
            let heard = line.hear_one(Duration::from_secs(30));
            assert_eq!(heard.status(), 200, "{upgrade}");
        }
    }
}

/// Words that end a statement, a pattern, a template or a line somewhere.
const WORDS: [&str; 14] = [
    "'; DROP TABLE members; --",
    "\" OR \"1\"=\"1",
    "' UNION SELECT password_hash FROM members --",
    "\\'; SELECT pg_sleep(5); --",
    "%",
    "_",
    "%%%___",
    "\\%",
    "\" NEAR \"x\" OR *",
    "title:x AND NOT y",
    "{{7*7}} ${7*7} <%= 7*7 %> #{7*7}",
    "../../etc/passwd",
    "$(id) `id` ; id | id",
    "*:*",
];

#[test]
fn attack_90_words_stay_words() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let mut hanako = program.phone_of("hanako", model);
            let rows = |page: &enishi_testkit::phone::Page| {
                page.links().filter(|link| link.contains("/members/")).count()
            };
            for word in WORDS {
                let form = hanako.get("/search").form("/search").fill("q", word);
                let page = hanako.submit(&form);
                assert_eq!(page.status, 200, "{word}");
                assert!(!page.text().contains("49 49"), "{word} was worked out");
                assert!(rows(&page) <= 1, "{word} found {} members", rows(&page));
                let entry = write_entry(&mut hanako, word, word, "only_me");
                let escaped = word.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
                let shown = hanako
                    .get(&entry)
                    .text()
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&#34;", "\"");
                assert!(shown.contains(&escaped), "{word} came back otherwise on {}: {shown}", model.name);
                for path in ["/members/", "/diary/", "/pictures/"] {
                    let hurt: String = word.bytes().map(|byte| format!("%{byte:02X}")).collect();
                    assert_eq!(hanako.get(&format!("{path}{hurt}")).status, 404, "{path}{word}");
                }
            }
        }
    }
}

#[test]
fn attack_90_the_log_stays_one_line_an_event() {
    for program in demos_with(&[("RUST_LOG", "trace")]) {
        let mut phone = program.phone_of("hanako", IPHONE);
        let forged = "2026-01-01T00:00:00.000000Z  INFO forged: root signed in";
        for path in [
            format!("/x%0a{}", forged.replace(' ', "%20")),
            "/x%1b[31mred".to_owned(),
            "/%0d%0aforged".to_owned(),
        ] {
            phone.get(&path);
        }
        write_entry(&mut phone, &format!("題\n{forged}"), &format!("\u{1b}[2J\n{forged}"), "only_me");
        phone.clone().with_header("User-Agent", "x\u{1b}[31m").get("/login");
        let log = program.log();
        assert!(log.lines().count() > 0, "the talkative level says nothing");
        assert!(!log.contains('\u{1b}'), "a terminal would obey the log");
        assert!(!log.lines().any(|line| line.starts_with(forged)), "a line was forged");
    }
}
