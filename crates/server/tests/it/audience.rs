//! "Who can read this?", asked anew by a form that is open: what the form says itself, and nothing more.

use enishi_testkit::phone::{FOMA, IPHONE, MOVA, Page};

use crate::long_pages::parts;
use crate::program::{demos, demos_with};

const COUNTING: &str = "connect-src 'self'";

fn said(page: &Page) -> serde_json::Value {
    assert_eq!((page.status, page.header("content-type")), (200, "application/json"), "{}", page.text());
    assert!(page.header("cache-control").contains("no-store"));
    serde_json::from_slice(&page.body).unwrap()
}

#[test]
fn it_says_what_the_form_says() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let said = said(&hanako.get("/me/readers"));
        let said = said.as_object().unwrap();
        let form = hanako.get("/diary/new").text();
        assert_eq!(said.keys().filter(|level| level.starts_with("group:")).count(), 2);
        assert_eq!(said.len(), 4, "of all members and of oneself nothing is counted: {said:?}");
        for (level, words) in said {
            let at = if level.starts_with("group:") { 0 } else { 1 };
            let words = words[at].as_str().unwrap();
            assert!(
                form.contains(&format!("data-readers=\"{level}\"")) && form.contains(words),
                "{level} {words}"
            );
        }
        let guest = program.phone(IPHONE).fetch(&enishi_testkit::phone::Request::get("/me/readers"));
        assert_eq!(guest.status, 303);
        assert!(guest.header("location").contains("/login"));
    }
}

#[test]
fn it_is_asked_so_often_and_by_pages_that_show_it_alone() {
    for program in demos_with(&[("ENISHI_LIMITS__COUNTS_PER_MEMBER", "[{ seconds = 60, most = 2 }]")]) {
        let mut hanako = program.phone_of("hanako", IPHONE);
        for path in ["/diary/new", "/voices", "/me/profile"] {
            assert!(hanako.get(path).header("content-security-policy").contains(COUNTING), "{path}");
        }
        for path in ["/home", "/me/notices", "/diary"] {
            assert!(!hanako.get(path).header("content-security-policy").contains("connect-src"), "{path}");
        }
        let statuses = [(); 3].map(|()| hanako.get("/me/readers").status);
        assert_eq!(statuses, [200, 200, 429]);
        assert_eq!(program.phone_of("ken", IPHONE).get("/me/readers").status, 200, "each has their own");
    }
}

#[test]
fn keypad_phones_are_told_once_a_page() {
    for program in demos() {
        for model in [FOMA, MOVA] {
            let mut hanako = program.phone_of("hanako", model);
            for path in ["/voices", "/me/profile"] {
                let pages = parts(&mut hanako, path);
                let whole: String = pages.iter().map(Page::text).collect();
                let told: Vec<&str> = whole.split("いま見られる人：").skip(1).collect();
                let [told] = told[..] else { panic!("{path} on {}: {whole}", model.name) };
                let line = told.split('<').next().unwrap();
                assert!(names_a_number(line), "{path} on {}: {line}", model.name);
                for page in &pages {
                    assert!(!page.header("content-security-policy").contains("connect-src"));
                }
            }
        }
    }
}

/// Whether some of its words are a number of people.
fn names_a_number(line: &str) -> bool {
    line.split('人').any(|words| words.ends_with(|sign: char| sign.is_ascii_digit()))
}

#[test]
fn saving_a_profile_over_and_over_is_stopped_with_words_and_what_was_typed() {
    for program in demos_with(&[("ENISHI_LIMITS__SAVES_PER_MEMBER", "[{ seconds = 60, most = 1 }]")]) {
        for model in [IPHONE, FOMA] {
            let mut ken = program.phone_of(if model.name == IPHONE.name { "ken" } else { "hanako" }, model);
            let save = |phone: &mut enishi_testkit::phone::Phone, name: &str| {
                let form = phone.get("/me/profile").form("/me/profile").fill("nickname", name);
                phone.submit(&form)
            };
            assert_eq!(save(&mut ken, "一度目").status, 200);
            let again = save(&mut ken, "二度目");
            assert_eq!(again.status, 429);
            assert!(!again.header("retry-after").is_empty());
            assert_eq!(again.form("/me/profile").value("nickname"), "二度目");
            let photo = ken.get("/me/photos").links().find(|link| link.contains("/me/photos/")).unwrap();
            let place = crate::program::without_token(&photo);
            let form = ken.get(&place).form(&place).fill("alt", "あたらしい説明");
            let again = ken.submit(&form);
            assert_eq!((again.status, again.form(&place).value("alt")), (429, "あたらしい説明"));
        }
    }
}
