//! Every route answers nobody wider than it declares: walked as a guest and as a stranger.

use std::process::Command;

use enishi_testkit::phone::{FOMA, IPHONE, Request};

use crate::program::{demos, member_named, write_entry};

/// A route as `enishi routes` prints it.
pub struct Declared {
    pub method: String,
    pub readers: String,
    pub pattern: String,
    pub on_legacy: bool,
}

/// Every route.
pub fn declared() -> Vec<Declared> {
    let out = Command::new(env!("CARGO_BIN_EXE_enishi")).arg("routes").output().unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    let routes: Vec<_> = text
        .lines()
        .map(|line| {
            let mut words = line.split_whitespace().map(str::to_owned);
            let mut next = || words.next().unwrap();
            let (method, readers, pattern) = (next(), next(), next());
            Declared { method, readers, pattern, on_legacy: words.next().as_deref() == Some("legacy") }
        })
        .collect();
    assert!(routes.len() > 40, "enishi routes prints {} routes", routes.len());
    routes
}

/// The addresses of a route, with every part filled by something of hanako's.
pub fn fill(pattern: &str, entry: &str, member: &str) -> String {
    let id = if pattern.starts_with("/diary") { entry } else { member };
    let id = id.rsplit('/').next().unwrap();
    pattern
        .replace("{id}", id)
        .replace("{number}", "1")
        .replace("{variant}", "240.jpg")
        .replace("{category}", "1")
        .replace("{topic}", id)
        .replace("{member}", id)
}

#[test]
fn a_guest_gets_no_page_of_members() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let entry = write_entry(&mut hanako, "秘密の題", "秘密の本文", "members");
        let member = member_named(&mut hanako, "はなこ");
        for model in [IPHONE, FOMA] {
            for route in declared() {
                let path = fill(&route.pattern, &entry, &member);
                let mut guest = program.phone(model);
                let mut request = Request::get(&path);
                request.method.clone_from(&route.method);
                let page = guest.fetch(&request);
                let what = format!("{} {path} for a guest: {}", route.method, page.status);
                match (route.readers.as_str(), route.method.as_str()) {
                    ("anyone", "GET") => assert!(matches!(page.status, 200 | 404), "{what}"),
                    ("guests", "GET") => assert!(matches!(page.status, 200 | 303), "{what}"),
                    ("oneself" | "audience", "GET") if path.starts_with("/pictures") => {
                        assert_eq!(page.status, 404, "{what}")
                    }
                    ("oneself" | "audience", "GET") => {
                        assert_eq!(page.status, 303, "{what}");
                        assert!(page.header("location").contains("/login"), "{what}");
                    }
                    ("operator", _) => assert_eq!(page.status, 404, "{what}"),
                    ("door", "GET") => assert!(matches!(page.status, 200 | 404), "{what}"),
                    ("door", "POST") => assert!(matches!(page.status, 404 | 422), "{what}"),
                    (_, "POST") => assert!(matches!(page.status, 303 | 403 | 422), "{what}"),
                    other => panic!("a reader nobody knows: {other:?}"),
                }
                assert!(!page.text().contains("秘密"), "{what}");
            }
        }
    }
}

#[test]
fn a_stranger_gets_nothing_that_is_for_others() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let entry = write_entry(&mut hanako, "秘密の題", "秘密の本文", "only_me");
        let member = member_named(&mut hanako, "はなこ");
        for model in [IPHONE, FOMA] {
            let mut ken = program.phone_of("ken", model);
            for route in declared().into_iter().filter(|route| route.method == "GET") {
                let path = fill(&route.pattern, &entry, &member);
                let page = ken.get(&path);
                assert!(!page.text().contains("秘密"), "{path} shows what is for its owner alone");
                assert!(page.status < 500, "{path}: {}", page.status);
                if route.pattern.starts_with("/diary/{id}") {
                    assert_eq!(page.status, 404, "{path}");
                }
            }
        }
    }
}

#[test]
fn no_form_works_without_its_token() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let entry = write_entry(&mut hanako, "無事な題", "無事な本文", "friends");
        let member = member_named(&mut hanako, "ケン坊");
        let mut ken = program.phone_of("ken", IPHONE);
        let foreign = ken.get("/diary/new").form("/diary/new").value("csrf").to_owned();
        // The door leads members home before any form of it is read.
        let forms =
            declared().into_iter().filter(|route| route.method == "POST" && route.readers != "guests");
        for route in forms {
            let path = fill(&route.pattern, &entry, &member);
            for token in ["", "csrf=", &format!("csrf={foreign}"), "csrf=aaaaaaaaaaaaaaaaaaaaaaaa"] {
                let body = format!("{token}&title=x&body=x&visibility=members&name=x&nickname=x&language=en");
                let page = hanako.fetch(&Request::post(&path, body.as_bytes()));
                assert!(matches!(page.status, 403 | 404 | 422), "{path} with {token:?}: {}", page.status);
            }
        }
        assert_eq!(hanako.get(&entry).status, 200);
        assert!(hanako.get("/friends").text().contains("ケン坊"));
    }
}

#[test]
fn a_form_from_another_site_is_refused() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let form = hanako.get("/diary/new").form("/diary/new");
        let form = form.fill("title", "外から").fill("body", "本文").fill("visibility", "members");
        for (name, value) in
            [("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"), ("Origin", "null")]
        {
            let page = hanako.fetch(&form.request().with(name, value));
            assert_eq!(page.status, 403, "{name}: {value}");
        }
        assert_eq!(hanako.submit(&form).status, 200);
    }
}
