//! The headers of every answer, whatever its status.

use std::collections::BTreeSet;
use std::time::Duration;

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, Page, Request};

use super::Line;
use crate::program::{demos, demos_with, member_named, write_entry};
use crate::things::Things;

/// What every answer must say; gives what is missing.
fn faults(page: &Page, is_https: bool) -> Vec<String> {
    let policy = page.header("content-security-policy");
    let kind = page.header("content-type").to_ascii_lowercase();
    let is_text = kind.starts_with("text/") || kind.contains("xml");
    let checks = [
        ("a policy that begins with nothing", policy.contains("default-src 'none'")),
        ("no frames", policy.contains("frame-ancestors 'none'")),
        (
            "no inline script",
            !policy.contains("script-src")
                || !policy
                    .split("script-src")
                    .nth(1)
                    .unwrap_or("")
                    .split(';')
                    .next()
                    .unwrap_or("")
                    .contains("unsafe"),
        ),
        ("nosniff", page.header("x-content-type-options") == "nosniff"),
        ("a referrer policy", matches!(page.header("referrer-policy"), "no-referrer" | "same-origin")),
        (
            "caching by nobody else",
            page.header("cache-control").contains("private")
                || page.header("cache-control").contains("immutable"),
        ),
        ("a charset", !is_text || kind.contains("charset=")),
        ("no banner", page.header("server").is_empty() && page.header("x-powered-by").is_empty()),
        ("the length of the body", page.header("content-length") == page.body.len().to_string()),
        ("TLS for good", !is_https || page.header("strict-transport-security").contains("max-age=")),
    ];
    checks.iter().filter(|(_, holds)| !holds).map(|(what, _)| (*what).to_owned()).collect()
}

#[test]
fn attack_62_every_route_and_status_carries_strict_headers() {
    for program in demos() {
        let mut statuses = BTreeSet::new();
        let mut hanako = program.phone_of("hanako", IPHONE);
        let entry = write_entry(&mut hanako, "題", "本文", "members");
        let member = member_named(&mut hanako, "はなこ");
        let things = Things::of_hanako(&program, &entry, &member);
        for model in [IPHONE, KAIOS, FOMA] {
            let mut phones = [program.phone(model), program.phone_of("ken", model)];
            for phone in &mut phones {
                for (route, path) in things.walk() {
                    let path = format!("{}{path}", phone.prefix());
                    let mut request = if route.method == "POST" {
                        Request::post(&path, b"a=b")
                    } else {
                        Request::get(&path)
                    };
                    request.method.clone_from(&route.method);
                    let page = phone.fetch(&request);
                    statuses.insert(page.status);
                    assert_eq!(
                        faults(&page, false),
                        [""; 0],
                        "{} {path} ({}) on {}",
                        route.method,
                        page.status,
                        model.name
                    );
                }
            }
        }
        for request in [
            Request::get("/nowhere"),
            Request::get("/healthz"),
            Request::get("/readyz"),
            Request::get("/robots.txt"),
            Request::get("/assets/none.css"),
            Request { method: "PUT".to_owned(), ..Request::get("/login") },
            Request::post("/login", &b"a=b&".repeat(1_000)),
            Request::post("/login", &b"a=b&".repeat(200_000)),
        ] {
            let page = program.phone(IPHONE).fetch(&request);
            statuses.insert(page.status);
            assert_eq!(
                faults(&page, false),
                [""; 0],
                "{} {} ({})",
                request.method,
                request.path,
                page.status
            );
        }
        for status in [200, 303, 400, 403, 404, 405, 413] {
            assert!(statuses.contains(&status), "no answer was a {status}: {statuses:?}");
        }
    }
}

#[test]
fn attack_62_answers_before_there_is_a_request_are_strict_too() {
    for program in demos_with(&[("ENISHI_SERVER__HEAD_SECONDS", "1")]) {
        for (request, status) in [
            (format!("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", "a".repeat(9_000)), 414),
            (format!("GET / HTTP/1.1\r\nHost: x\r\nX: {}\r\n\r\n", "a".repeat(40_000)), 431),
            ("GET / HTTP/1.1\r\nHost: x\r\n".to_owned(), 408),
        ] {
            let mut line = Line::to(program.address);
            line.say(&request);
            let heard = line.hear(Duration::from_secs(30));
            assert_eq!(heard.status(), status);
            assert!(heard.header("content-security-policy").contains("default-src 'none'"), "{status}");
            assert_eq!(
                (heard.header("x-content-type-options"), heard.header("server")),
                ("nosniff".to_owned(), String::new())
            );
        }
    }
}

#[test]
fn attack_62_over_tls_every_answer_says_never_to_come_without() {
    for program in demos_with(&[("ENISHI_SERVER__PUBLIC_URL", "https://sns.example.jp")]) {
        for path in ["/", "/login", "/home", "/nowhere", "/healthz", "/robots.txt", "/~sabc/home"] {
            for model in [IPHONE, FOMA] {
                let page = program.phone(model).with_host("sns.example.jp").fetch(&Request::get(path));
                assert_eq!(faults(&page, true), [""; 0], "{path} ({})", page.status);
            }
        }
        let page = program.phone(IPHONE).with_host("elsewhere.example").fetch(&Request::get("/login"));
        assert_eq!((page.status, faults(&page, true)), (421, vec![]));
    }
}
