//! The pages of the cast on every phone: charset, type, length and weight true; the face the right one.

use enishi_testkit::phone::{EVERY_MODEL, IPHONE};

use crate::program::{demos, link_to, without_token};

const PAGES: &[&str] = &[
    "/home",
    "/menu",
    "/notifications",
    "/footprints",
    "/search?q=%E3%81%AF",
    "/friends",
    "/friends/requests",
    "/diary/new",
    "/me/profile",
    "/me/groups",
    "/me/blocks",
    "/me/settings",
    "/nowhere",
];

#[test]
fn every_page_is_true_to_its_headers_and_within_its_budget() {
    for program in demos() {
        for model in EVERY_MODEL {
            let mut phone = program.phone_of("hanako", *model);
            let home = phone.get("/home");
            let mut pages: Vec<String> = PAGES.iter().map(|page| (*page).to_owned()).collect();
            let entries =
                home.links().map(|link| without_token(&link)).filter(|link| link.starts_with("/diary/"));
            pages.extend(entries.filter(|link| link != "/diary/new").take(3));
            pages.extend(link_to(&home, "/members/"));
            for path in pages {
                let mut part = 1;
                loop {
                    let joint = if path.contains('?') { '&' } else { '?' };
                    let page = phone.get(&format!("{path}{joint}p={part}"));
                    let what = format!("{path} part {part} on {} ({})", model.name, program.engine);
                    assert!(page.status == 200 || path == "/nowhere", "{what}: {}", page.status);
                    assert_eq!(page.header("content-length"), page.body.len().to_string(), "{what}");
                    assert_eq!(
                        page.is_shift_jis(),
                        model.shift_jis,
                        "{what}: {}",
                        page.header("content-type")
                    );
                    assert!(
                        model.page_bytes == 0 || page.body.len() <= model.page_bytes,
                        "{what}: {} bytes",
                        page.body.len()
                    );
                    if !model.shift_jis {
                        assert!(std::str::from_utf8(&page.body).is_ok(), "{what} is not UTF-8");
                    }
                    let next = format!("p={}", part + 1);
                    if !page.links().any(|link| link.ends_with(&next)) || part > 40 {
                        break;
                    }
                    part += 1;
                }
            }
        }
    }
}

#[test]
fn a_long_address_makes_no_page_too_heavy() {
    let long = "a".repeat(6000);
    for program in demos() {
        for model in EVERY_MODEL.iter().filter(|model| model.page_bytes > 0) {
            let mut phone = program.phone_of("hanako", *model);
            let mut guest = program.phone(*model);
            for path in ["/home?junk=", "/home?before=", "/search?q=", "/footprints?done="] {
                let page = phone.get(&format!("{path}{long}"));
                assert!(
                    page.body.len() <= model.page_bytes,
                    "{path} on {}: {} bytes",
                    model.name,
                    page.body.len()
                );
            }
            let page = guest.get(&format!("/login?next=/{long}"));
            assert!(
                page.body.len() <= model.page_bytes,
                "/login on {}: {} bytes",
                model.name,
                page.body.len()
            );
        }
    }
}

#[test]
fn a_first_visit_by_iphone_is_light() {
    for program in demos() {
        let mut phone = program.phone(IPHONE);
        let page = phone.get("/");
        let text = page.text();
        let mut bytes = page.body.len();
        for part in text.split('"').filter(|part| part.starts_with("/assets/")) {
            let asset = phone.fetch(&enishi_testkit::phone::Request::get(part));
            assert_eq!(asset.status, 200, "{part}");
            bytes += asset.body.len();
        }
        assert!(bytes < 60_000, "{bytes} bytes");
    }
}
