//! Who a request claims to be and which house it claims to mean: carriers' ids and host names.

use enishi_testkit::phone::{AU, FOMA, GARAHO, IPHONE, MOVA, Model, Page, Request, SOFTBANK};

use super::Line;
use crate::program::{Program, demos, demos_with, empty, place_of};

/// Headers that once named a line or a handset, with something like what they held.
const NAMES: [(&str, &str); 8] = [
    ("X-DCMGUID", "0000001"),
    ("X-UP-SUBNO", "05001010000000_aa.ezweb.ne.jp"),
    ("x-jphone-uid", "aaaaaaaaaaaaaaaa"),
    ("X-EM-UID", "u0000"),
    ("X-Device-Serial", "NPS000000000000"),
    ("X-Imode-Id", "01"),
    ("X-Network-Info", "IP,203.0.113.1"),
    ("X-MSISDN", "819012345678"),
];
/// Where such a request may say it comes from: nowhere, and old gateways of carriers.
const SOURCES: [&str; 6] =
    ["", "210.153.84.1", "111.107.116.1", "123.108.236.1", "61.198.128.1", "117.55.134.1"];

fn id(template: &str, seed: usize) -> String {
    let digits = format!("{:07}", (seed * 7_919 + 13) % 9_999_999);
    let kept = template.len().saturating_sub(digits.len());
    format!("{}{digits}", template.get(..kept).unwrap_or_default())
}

#[test]
fn attack_41_no_header_of_a_carrier_signs_anyone_in() {
    for program in demos() {
        let _signed_in = program.phone_of("hanako", FOMA);
        for model in [MOVA, FOMA, AU, SOFTBANK, GARAHO] {
            for (name, value) in NAMES {
                for path in ["/home", "/home?guid=ON", "/home?uid=NULLGWDOCOMO"] {
                    let page = program.phone(model).with_header(name, value).get(path);
                    assert_eq!(place_of(&page), "/login", "{name} on {}: {path}", model.name);
                }
            }
        }
        // A serial number in the User-Agent is no name either.
        let serial = "DoCoMo/2.0 P901i(c100;TB;W24H12;ser350000000000000;icc8981100000000000000F)";
        let page = program.phone(FOMA).with_header("User-Agent", serial).get("/home");
        assert_eq!(place_of(&page), "/login");
    }
}

#[test]
fn attack_42_no_source_makes_a_header_true() {
    for program in demos_with(&[("ENISHI_SERVER__TRUSTED_PROXIES", r#"["127.0.0.1"]"#)]) {
        for source in SOURCES {
            for (name, value) in NAMES {
                let phone = program.phone(FOMA).with_header(name, value);
                let page = phone.with_header("X-Forwarded-For", source).get("/home");
                assert_eq!(place_of(&page), "/login", "{name} from {source:?}");
            }
        }
    }
}

#[test]
fn attack_43_two_headers_and_broken_ones_are_no_better() {
    for program in empty(&[]) {
        for value in ["", "0000000", "NULL", "null", &"9".repeat(4_000)] {
            let phone = program.phone(AU).with_header("X-DCMGUID", value).with_header("X-UP-SUBNO", value);
            assert_eq!(place_of(&phone.clone().get("/home")), "/login", "{value:.20}");
        }
    }
}

#[test]
fn attack_44_a_header_says_no_more_over_tls() {
    for program in demos_with(&[("ENISHI_SERVER__PUBLIC_URL", "https://sns.example.jp")]) {
        for (name, value) in NAMES {
            let request = Request::get("/home").with(name, value).with("X-Forwarded-Proto", "https");
            let page = program.phone(FOMA).with_host("sns.example.jp").fetch(&request);
            assert!(
                page.header("location").contains("/login"),
                "{name}: {} {}",
                page.status,
                page.header("location")
            );
        }
    }
}

#[test]
fn attack_45_random_ids_open_nothing() {
    for program in demos() {
        let mut opened = 0;
        for seed in 0..400 {
            let (name, template) = NAMES[seed % NAMES.len()];
            let model = [FOMA, AU, SOFTBANK][seed % 3];
            let request = Request::get("/home").with(name, &id(template, seed));
            let page = program.phone(model).fetch(&request);
            opened += usize::from(page.status == 200);
        }
        assert_eq!(opened, 0, "{}", program.engine);
    }
}

#[test]
fn attack_46_another_id_does_not_change_who_is_signed_in() {
    for program in demos() {
        let phone = program.phone_of("hanako", FOMA);
        let plain = phone.clone().get("/me/profile");
        for (seed, (name, template)) in NAMES.into_iter().enumerate() {
            let page = phone.clone().with_header(name, &id(template, seed)).get("/me/profile");
            assert_eq!((page.status, place_of(&page)), (200, place_of(&plain)), "{name}");
            assert!(page.text().contains("はなこ"), "{name} switched the session");
        }
    }
}

/// With the page of a given host name, on a site whose name is `sns.example.jp`.
fn page_for(program: &Program, model: Model, host: &str) -> Page {
    program.phone(model).with_host(host).fetch(&Request::get("/login"))
}

#[test]
fn attack_47_another_host_gets_nothing() {
    for program in empty(&[("ENISHI_SERVER__PUBLIC_URL", "https://sns.example.jp")]) {
        for model in [IPHONE, FOMA] {
            for host in ["sns.example.jp", "SNS.example.JP", "sns.example.jp:443", "sns.example.jp:8443"] {
                assert_eq!(page_for(&program, model, host).status, 200, "{host}");
            }
            for host in [
                "attacker.example",
                "sns.example.jp.attacker.example",
                "attacker.example:443",
                "sns.example.jp.",
                "sns.example.jp:port",
                "sns.example.jp:443:80",
                "sns.example.jp@attacker.example",
                "attacker.example#sns.example.jp",
                "203.0.113.9",
                "203.0.113.9:443",
                "[2001:db8::9]:443",
                "www.sns.example.jp",
            ] {
                let page = page_for(&program, model, host);
                assert!(matches!(page.status, 400 | 421), "{host}: {}", page.status);
                assert!(page.body.is_empty() && page.header("set-cookie").is_empty(), "{host}");
                assert!(page.header("location").is_empty(), "{host}");
            }
        }
        for (what, request) in [
            ("no host", "GET /login HTTP/1.1\r\n\r\n".to_owned()),
            (
                "two hosts",
                "GET /login HTTP/1.1\r\nHost: sns.example.jp\r\nHost: a.example\r\n\r\n".to_owned(),
            ),
            ("another host in the line", raw("http://attacker.example/login")),
            ("another host and a user", raw("http://sns.example.jp@attacker.example/login")),
        ] {
            let mut line = Line::to(program.address);
            line.say(&request);
            let heard = line.hear_one(std::time::Duration::from_secs(30));
            assert!(matches!(heard.status(), 400 | 421), "{what}: {}", heard.status());
            assert_eq!(heard.header("set-cookie"), "", "{what}");
        }
    }
}

fn raw(target: &str) -> String {
    format!("GET {target} HTTP/1.1\r\nHost: sns.example.jp\r\nConnection: close\r\n\r\n")
}

#[test]
fn attack_47_links_name_the_configured_host_alone() {
    for program in empty(&[("ENISHI_SERVER__PUBLIC_URL", "https://sns.example.jp")]) {
        for (name, value) in [
            ("X-Forwarded-Host", "attacker.example"),
            ("Forwarded", "host=attacker.example"),
            ("X-Host", "attacker.example"),
        ] {
            for path in ["/home", "/login", "/?face=touch"] {
                let page = program
                    .phone(FOMA)
                    .with_host("sns.example.jp")
                    .fetch(&Request::get(path).with(name, value));
                let answer = format!("{:?} {}", page.headers, page.text());
                assert!(!answer.contains("attacker"), "{name}: {answer}");
                let location = page.header("location");
                assert!(location.is_empty() || location.starts_with("https://sns.example.jp/"), "{location}");
            }
        }
    }
}
