//! Forms somebody else made: without a token, with another's, from elsewhere, with more in them than was asked.

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::dump::{changes, dump};
use enishi_testkit::phone::{FOMA, Form, IPHONE, Phone, Request};

use crate::program::{demos, empty, log_in, number_of, place_of, write_entry};
use crate::things::Things;

/// What a refused form may leave behind: counters of limits, and the session's last use.
const LEFT_BY_REFUSALS: [&str; 2] = ["sessions", "counters"];

fn token_of(phone: &mut Phone) -> String {
    phone.get("/diary/new").form("/diary/new").value("csrf").to_owned()
}

/// A token of a session that has been ended.
fn ended_token(phone: &mut Phone) -> String {
    let token = token_of(phone);
    let menu = phone.get("/menu");
    phone.submit(&menu.form("/logout"));
    token
}

const BODY: &str = "title=x&body=x&visibility=members&name=x&nickname=x&language=en&yes=1&confirm=1";

#[test]
fn attack_48_no_form_works_without_its_own_token() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let mut hanako = program.phone_of("hanako", model);
            let entry = write_entry(&mut hanako, "無事な題", "無事な本文", "friends");
            let member = hanako.get("/friends").links().find(|link| link.contains("/members/")).unwrap();
            let others = token_of(&mut program.phone_of("ken", IPHONE));
            let ended = ended_token(&mut program.phone_of("hanako", model));
            let tokens =
                ["".to_owned(), "csrf=".to_owned(), format!("csrf={others}"), format!("csrf={ended}")];
            let things = Things::of_hanako(&program, &entry, &crate::program::without_token(&member));
            let before = dump(&program.database_url());
            let forms = things
                .walk()
                .into_iter()
                .filter(|(route, _)| route.method == "POST" && route.readers != "guests");
            for (_, path) in forms {
                let path = format!("{}{path}", hanako.prefix());
                for token in &tokens {
                    let page = hanako.fetch(&Request::post(&path, format!("{token}&{BODY}").as_bytes()));
                    assert!(matches!(page.status, 403 | 404 | 422), "{path} with {token:?}: {}", page.status);
                }
            }
            let changed = changes(&before, &dump(&program.database_url()), &LEFT_BY_REFUSALS);
            assert!(changed.is_empty(), "{} on {}: {changed:#?}", model.name, program.engine);
        }
    }
}

#[test]
fn attack_49_a_known_address_is_not_enough_to_post_to_it() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", FOMA);
        let token = token_of(&mut hanako);
        let before = dump(&program.database_url());
        let address = format!("{}/diary/new", hanako.prefix());
        for path in
            [address.clone(), format!("{address}?csrf={token}"), format!("{address}?csrf={token}&title=x")]
        {
            let page = hanako.fetch(&Request::post(&path, BODY.as_bytes()));
            assert!(matches!(page.status, 403 | 422), "{path}: {}", page.status);
        }
        let changed = changes(&before, &dump(&program.database_url()), &LEFT_BY_REFUSALS);
        assert!(changed.is_empty(), "{changed:#?}");
        assert!(!hanako.prefix().contains(&token), "the form's token can be read off the address");
        for link in hanako.get("/home").links() {
            assert!(!link.contains(&token), "a form's token is in {link}");
        }
    }
}

/// What a browser says of a page of another site.
const FOREIGN: [(&str, &str); 8] = [
    ("Origin", "https://evil.example"),
    ("Origin", "null"),
    ("Origin", "http://127.0.0.1"),
    ("Origin", "http://127.0.0.1.evil.example"),
    ("Origin", ""),
    ("Sec-Fetch-Site", "cross-site"),
    ("Sec-Fetch-Site", "same-site"),
    ("Sec-Fetch-Site", "nonsense"),
];

#[test]
fn attack_51_a_form_from_another_site_is_refused_before_and_after_login() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let entry = hanako.get("/diary/new").form("/diary/new");
        let entry = entry.fill("title", "外から").fill("body", "本文").fill("visibility", "members");
        let mut guest = program.phone(IPHONE);
        let login =
            guest.get("/login").form("/login").fill("login", number_of("ken")).fill("password", PASSWORD);
        for (name, value) in FOREIGN {
            for (phone, form) in [(&mut hanako, &entry), (&mut guest, &login)] {
                let page = phone.fetch(&form.request().with(name, value));
                assert_eq!(page.status, 403, "{name}: {value} at {}", page.path);
            }
        }
        // An attacker's page cannot make the victim log in as the attacker: it has no token of the victim's.
        let foreign = program.phone(IPHONE).get("/login").form("/login").value("csrf").to_owned();
        let form = login.clone().fill("csrf", &foreign);
        assert!(matches!(guest.fetch(&form.request()).status, 403 | 422));
        assert_eq!(place_of(&guest.get("/home")), "/login");
        assert_eq!(hanako.submit(&entry).status, 200, "the same form from here works");
    }
}

/// Fields no form of ours has, which name columns of the tables.
const COLUMNS: [(&str, &str); 10] = [
    ("role", "operator"),
    ("is_operator", "1"),
    ("id", "1"),
    ("author_id", "1"),
    ("owner_id", "1"),
    ("member_id", "1"),
    ("created_at", "0"),
    ("posted_at", "0"),
    ("state", "0"),
    ("comments_given", "99"),
];

fn post_with(phone: &mut Phone, form: &Form, more: &[(&str, &str)], query: &str) -> (u16, String) {
    let mut request = form.request();
    for (name, value) in more {
        request.body.extend_from_slice(format!("&{name}={value}").as_bytes());
    }
    request.path.push_str(query);
    let page = phone.fetch(&request);
    (page.status, page.location().unwrap_or_default())
}

#[test]
fn attack_30_a_form_sets_nothing_it_does_not_ask_for() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let mut ken = program.phone_of("ken", IPHONE);
        let form = hanako.get("/diary/new").form("/diary/new");
        let form = form.fill("title", "私の日記").fill("body", "私の本文").fill("visibility", "only_me");
        let (status, place) = post_with(&mut hanako, &form, &COLUMNS, "");
        assert_eq!(status, 303);
        let page = hanako.get(&place);
        assert!(page.text().contains("私の本文") && page.text().contains("はなこ"));
        assert_eq!(ken.get(&place).status, 404, "a column's name in a form opened the entry");
    }
}

#[test]
fn attack_30_a_doubled_field_counts_once_as_its_first() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let mut ken = program.phone_of("ken", IPHONE);
        let form = |hanako: &Phone| {
            let form = hanako.clone().get("/diary/new").form("/diary/new");
            form.fill("title", "一度だけ").fill("body", "最初の本文").fill("visibility", "only_me")
        };
        let twice =
            [("title", "two"), ("body", "two"), ("visibility", "members"), ("csrf", "x"), ("once", "x")];
        for query in ["", "?visibility=members&body=three&title=three&csrf=x"] {
            let form = form(&hanako);
            let (status, place) = post_with(&mut hanako, &form, &twice, query);
            assert_eq!(status, 303, "{query}");
            let shown = hanako.get(&place).text();
            assert!(
                shown.contains("最初の本文") && !shown.contains("two") && !shown.contains("three"),
                "{query}"
            );
            assert_eq!(ken.get(&place).status, 404, "the second visibility counted{query}");
        }
    }
}

#[test]
fn attack_30_nobody_signs_up_as_more_than_they_are() {
    for program in empty(&[]) {
        let mut phone = program.phone(IPHONE);
        let form = phone.get("/signup").form("/signup").fill("phone", "090-1234-5678");
        let (status, _) =
            post_with(&mut phone, &form, &[("verified_at", "1"), ("phone_verified", "1"), ("code", "1")], "");
        assert_eq!(status, 303);
        let skipped = phone.fetch(&Request::get("/signup/profile"));
        assert_ne!(skipped.status, 200, "a form's own word verified a number");
        assert_eq!(place_of(&log_in(&mut program.phone(IPHONE), "090-1234-5678", PASSWORD)), "/login");
    }
}
