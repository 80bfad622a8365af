//! The page that leads off the site, and what people paste.

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, MOVA, Page, Request};

use crate::program::{demos, write_entry};

/// The way off that an entry's page holds.
fn way_off(page: &Page) -> String {
    let found = page.links().find(|link| link.contains("/leave/"));
    found.unwrap_or_else(|| panic!("no way off on {}: {}", page.path, page.text()))
}

#[test]
fn attack_53_a_link_leads_by_the_page_that_says_so() {
    for program in demos() {
        for model in [IPHONE, FOMA, KAIOS, MOVA] {
            let mut hanako = program.phone_of("hanako", model);
            let body = "見て https://xn--wgv71a.example/river/map?x=1&y=2 ね。";
            let entry = write_entry(&mut hanako, "リンク", body, "members");
            let way = way_off(&hanako.get(&entry));
            assert!(way.starts_with("/leave/"), "the way off holds a session: {way}");
            let page = hanako.fetch(&Request::get(&way));
            let text = page.text();
            assert_eq!(page.status, 200, "{}", model.name);
            assert_eq!(page.header("referrer-policy"), "no-referrer");
            assert!(
                page.location().is_none() && !text.contains("http-equiv=\"refresh"),
                "it leads on by itself"
            );
            assert!(text.contains("xn--wgv71a.example") && text.contains("/river/map?x=1&amp;y=2"), "{text}");
            assert!(page.links().any(|link| link == "https://xn--wgv71a.example/river/map?x=1&y=2"));
            assert!(!text.contains("/~"), "a token stands on the page off the site on {}", model.name);
        }
    }
}

#[test]
fn attack_53_what_was_not_signed_here_leads_nowhere() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let entry = write_entry(&mut hanako, "リンク", "https://a.example/b", "members");
        let way = way_off(&hanako.get(&entry));
        let (target, sign) = way.trim_start_matches("/leave/").split_once('/').unwrap();
        let encode = |text: &str| data_encoding::BASE64URL_NOPAD.encode(text.as_bytes());
        let evil =
            ["https://evil.example/", "javascript:alert(1)", "data:text/html,x", "tel:110", "//evil.example"];
        let forged = evil.iter().map(|text| format!("/leave/{}/{sign}", encode(text)));
        let cut = [
            format!("/leave/{target}/a"),
            format!("/leave/{target}/{}", &sign[1..]),
            "/leave/a/b".to_owned(),
        ];
        for path in forged.chain(cut) {
            let page = hanako.fetch(&Request::get(&path));
            assert_eq!(page.status, 404, "{path}");
            assert!(!page.text().contains("evil.example"), "{path}");
        }
    }
}

#[test]
fn attack_35_a_pasted_address_of_ours_loses_its_token() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", FOMA);
        let token = hanako.prefix().to_owned();
        let body = format!("これ http://{}{token}/friends を見て", program.address);
        let entry = write_entry(&mut hanako, "貼った", &body, "members");
        let mut ken = program.phone_of("ken", FOMA);
        let page = ken.get(&entry);
        assert!(!page.text().contains(&token), "{}", page.text());
        let own = format!("{}/friends", ken.prefix());
        assert!(
            page.links().any(|link| link == own),
            "an address of ours is a link with the reader's own session"
        );
    }
}

#[test]
fn attack_34_a_way_off_with_a_token_loses_it_first() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", FOMA);
        let entry = write_entry(&mut hanako, "リンク", "https://a.example/b", "members");
        let way = way_off(&hanako.get(&entry));
        let page = hanako.fetch(&Request::get(&format!("{}{way}", hanako.prefix())));
        assert_eq!((page.status, page.location()), (303, Some(way)));
    }
}
