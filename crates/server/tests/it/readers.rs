//! Every route answers nobody wider than it declares: walked as a guest and as a stranger.

use std::process::Command;
use std::sync::OnceLock;

use enishi_testkit::phone::{FOMA, IPHONE, Request};

use crate::program::{demos, member_named, write_entry};
use crate::things::{CLOSED, Things, keep_to_oneself};

/// A route as `enishi routes` prints it.
#[derive(Clone)]
pub struct Declared {
    pub method: String,
    pub readers: String,
    pub pattern: String,
    pub on_legacy: bool,
}

/// Every route.
pub fn declared() -> Vec<Declared> {
    static ROUTES: OnceLock<Vec<Declared>> = OnceLock::new();
    ROUTES.get_or_init(printed).clone()
}

fn printed() -> Vec<Declared> {
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

#[test]
fn a_guest_gets_no_page_of_members() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let entry = write_entry(&mut hanako, "秘密の題", "秘密の本文", "members");
        let member = member_named(&mut hanako, "はなこ");
        let things = Things::of_hanako(&program, &entry, &member);
        for model in [IPHONE, FOMA] {
            for (route, path) in things.walk() {
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
                assert!(!page.text().contains("秘密") && !page.text().contains(CLOSED.1), "{what}");
            }
        }
    }
}

/// Whether a pattern is of what is inside a community: all but the place itself and who belongs.
fn is_inside(pattern: &str) -> bool {
    let rest = pattern.strip_prefix("/communities/{id}/");
    rest.is_some_and(|rest| rest != "members")
}

#[test]
fn a_stranger_gets_nothing_that_is_for_others() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let entry = write_entry(&mut hanako, "秘密の題", "秘密の本文", "only_me");
        let member = member_named(&mut hanako, "はなこ");
        keep_to_oneself(&mut hanako, "秘密");
        let things = Things::of_hanako(&program, &entry, &member);
        let closed = things.topics[0].split("/topics/").next().unwrap().to_owned();
        for model in [IPHONE, FOMA] {
            let mut ken = program.phone_of("ken", model);
            for (route, path) in things.walk().into_iter().filter(|(route, _)| route.method == "GET") {
                let page = ken.get(&path);
                assert!(!page.text().contains("秘密"), "{path} shows what is for its owner alone");
                assert!(!page.text().contains(CLOSED.1), "{path} shows what is said in a closed place");
                assert!(page.status < 500, "{path}: {}", page.status);
                let is_hidden = path.starts_with(&closed) && is_inside(&route.pattern);
                if is_hidden || route.pattern.starts_with("/diary/{id}") {
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
        let forms = Things::of_hanako(&program, &entry, &member).walk().into_iter();
        for (_, path) in forms.filter(|(route, _)| route.method == "POST" && route.readers != "guests") {
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
