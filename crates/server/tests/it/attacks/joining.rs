//! Coming in where one is not asked, writing more than anybody reads, and asking for one heavy page.

use std::time::Duration;

use enishi_testkit::dump::execute;
use enishi_testkit::phone::{FOMA, IPHONE, Page, Phone, Request};

use super::{at_once, can_be_quick};
use crate::program::{Program, demos, demos_with, member_named, place_of, write_entry};

pub(super) const INVITE_ONLY: (&str, &str) = ("ENISHI_SIGNUP__MODE", "invite");
const MANY_TRIES: [(&str, &str); 2] = [
    ("ENISHI_INVITATIONS__TRIES_PER_CLIENT", "[{ seconds = 3600, most = 10000 }]"),
    ("ENISHI_INVITATIONS__TRIES_PER_GUEST", "[{ seconds = 3600, most = 10000 }]"),
];

/// The token and the code of a new invitation.
pub(super) fn invite(phone: &mut Phone) -> (String, String) {
    let page = phone.get("/invitations");
    let page = phone.submit(&page.form("/invitations").fill("message", "どうぞ"));
    assert!(place_of(&page).starts_with("/invitations/"), "{}", page.text());
    let text = page.text();
    let after =
        |mark: &str| text.split(mark).nth(1).unwrap_or_else(|| panic!("no {mark}: {text}")).to_owned();
    let token = after("invite=").chars().take(26).collect();
    let code = after("class=\"invite-code\" translate=\"no\">").chars().take(9).collect();
    (token, code)
}

pub(super) fn ask_for_code(phone: &mut Phone, number: &str, invite: &str) -> Page {
    let form = phone.get("/signup").form("/signup").fill("phone", number).fill("invite", invite);
    phone.submit(&form)
}

/// To the last step, with the number confirmed.
pub(super) fn verified(program: &Program, phone: &mut Phone, last_four: u32, invite: &str) -> Page {
    let page = ask_for_code(phone, &format!("090-4444-{last_four}"), invite);
    assert_eq!(place_of(&page), "/signup/code", "{}", page.text());
    let text = program.text_to(&format!("+81904444{last_four}"));
    let code = text.rsplit('#').next().unwrap().trim().to_owned();
    let page = phone.submit(&page.form("/signup/code").fill("code", &code));
    assert_eq!(place_of(&page), "/signup/profile", "{}", page.text());
    page
}

pub(super) fn last_step(phone: &mut Phone, page: &Page) -> Page {
    let form = page.form("/signup/profile").fill("nickname", "新入り").fill("password", "umi to yama 77");
    phone.submit(&form)
}

#[test]
fn attack_24_one_invitation_is_one_member_however_it_is_used() {
    for program in demos_with(&[INVITE_ONLY]) {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let (token, code) = invite(&mut hanako);
        let page = ask_for_code(&mut program.phone(IPHONE), "090-4444-1000", "");
        assert_eq!(page.status, 422, "nobody comes without one: {}", page.text());
        let followed = program.phone(FOMA).get(&format!("/signup?invite={token}")).text();
        assert!(followed.contains("はなこさんからの招待です"), "{followed}");
        let mut both = [program.phone(IPHONE), program.phone(FOMA)];
        let at_last =
            [verified(&program, &mut both[0], 1001, &token), verified(&program, &mut both[1], 1002, &code)];
        assert!(at_last[1].text().contains("はなこ"), "who invited is said before the last step");
        let phones: Vec<_> = both.into_iter().map(std::sync::Mutex::new).collect();
        let ended = at_once(2, |which| last_step(&mut phones[which].lock().unwrap(), &at_last[which]));
        let mut statuses: Vec<_> = ended.iter().map(|page| page.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 422], "{}", ended[0].text());
        let used = ask_for_code(&mut program.phone(IPHONE), "090-4444-1003", &token);
        assert_eq!((used.status, used.text().contains("この招待は使えません")), (422, true));
        // Whoever came second has lost nothing but the invitation.
        let (other, _) = invite(&mut hanako);
        let loser = usize::from(ended[0].status == 200);
        let form = ended[loser].form("/signup/profile");
        assert_eq!(form.value("nickname"), "新入り");
        let form = form.fill("password", "umi to yama 77").fill("invite", &other);
        let home = phones[loser].lock().unwrap().submit(&form);
        assert_eq!((home.status, place_of(&home).as_str()), (200, "/home"), "{}", home.text());
    }
}

#[test]
fn attack_24_over_edited_and_taken_back_are_refused_alike() {
    let settings = [INVITE_ONLY, MANY_TRIES[0], MANY_TRIES[1]];
    for program in demos_with(&settings) {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let (token, _) = invite(&mut hanako);
        let place =
            hanako.get("/invitations").links().find(|link| link.starts_with("/invitations/")).unwrap();
        let cancel = hanako.get(&place).form(&format!("{place}/cancel"));
        hanako.submit(&cancel);
        let (over, _) = invite(&mut hanako);
        execute(&program.database_url(), "UPDATE invitations SET expires_at = created_at + 1");
        let edited = format!("{}{}", &token[..25], if token.ends_with('a') { 'b' } else { 'a' });
        let said = |invite: &str| {
            let page = ask_for_code(&mut program.phone(IPHONE), "090-4444-2000", invite);
            let fault = page.text().split("role=\"alert\"").last().unwrap().to_owned();
            (page.status, fault.split("</p>").next().unwrap().to_owned())
        };
        let first = said(&token);
        assert_eq!(first.0, 422);
        for invite in [over.as_str(), &edited, "adgjmptw", "こんにちは", "adgj", &"a".repeat(26)] {
            assert_eq!(said(invite), first, "{invite}");
        }
        assert!(program.texts().iter().all(|(to, _)| !to.starts_with("+8190444420")), "nothing was spent");
    }
}

#[test]
fn attack_24_guessing_is_stopped_and_says_when_to_come_back() {
    for program in demos_with(&[INVITE_ONLY]) {
        let mut guest = program.phone(IPHONE);
        let page = guest.get("/signup");
        let form = page.form("/signup").fill("phone", "090-4444-3000");
        let letters = ["a", "b", "d", "e", "g", "h", "j", "k"];
        let statuses: Vec<u16> = (0..40)
            .map(|n| {
                let code = format!("{}mpt{}dgj", letters[n % 8], letters[(n / 8) % 8]);
                let page = guest.fetch(&form.clone().fill("invite", &code).request());
                if page.status == 429 {
                    assert!(page.header("retry-after").parse::<i64>().unwrap() > 0);
                    assert_eq!(page.form("/signup").value("phone"), "090-4444-3000", "nothing typed is lost");
                }
                page.status
            })
            .collect();
        assert_eq!(statuses.iter().filter(|status| **status == 422).count(), 10, "{statuses:?}");
        assert!(statuses[10..].iter().all(|status| *status == 429));
        let others = (0..30).filter(|n| {
            let page = ask_for_code(
                &mut program.phone(IPHONE),
                "090-4444-3000",
                &format!("adgjmpt{}", letters[n % 8]),
            );
            page.status == 422
        });
        assert!(others.count() <= 20, "a new browser is no new address");
    }
}

#[test]
fn attack_24_an_invitation_is_its_owners_alone() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", FOMA);
        let page = hanako.get("/invitations");
        let page = hanako.submit(&page.form("/invitations").fill("message", "どうぞ"));
        let place = place_of(&page);
        let picture = page.pictures().find(|picture| picture.contains("/qr.")).unwrap();
        let drawn = hanako.fetch(&Request::get(&picture));
        assert_eq!((drawn.status, drawn.header("content-type")), (200, "image/gif"), "{picture}");
        assert!(drawn.body.len() < 3000, "{} bytes", drawn.body.len());
        let mut ken = program.phone_of("ken", IPHONE);
        let nowhere = ken.get("/invitations/zzzzzzzzzz");
        for path in [place.clone(), format!("{place}/qr.gif"), format!("{place}/qr.png")] {
            let page = ken.get(&path);
            assert_eq!((page.status, &page.body), (404, &nowhere.body), "{path}");
        }
        let form = ken.get("/invitations").form("/invitations");
        let csrf = format!("csrf={}", form.value("csrf"));
        let page = ken.fetch(&Request::post(&format!("{place}/cancel"), csrf.as_bytes()));
        assert_eq!(page.status, 404);
    }
}

/// The figures a site begins with, in place of those that suit tests.
const REAL: [(&str, &str); 5] = [
    ("ENISHI_LIMITS__POSTS_PER_MEMBER", "[{ seconds = 3600, most = 30 }]"),
    ("ENISHI_LIMITS__POSTS_PER_CLIENT", "[{ seconds = 3600, most = 60 }]"),
    ("ENISHI_LIMITS__TIES_PER_MEMBER", "[{ seconds = 3600, most = 2 }]"),
    ("ENISHI_LIMITS__INVITATIONS_PER_MEMBER", "[{ seconds = 3600, most = 3 }]"),
    ("ENISHI_LIMITS__UPLOADS_PER_MEMBER", "[{ seconds = 3600, most = 2 }]"),
];

fn stopped(page: &Page, what: &str) {
    assert_eq!(page.status, 429, "{what}: {}", page.text());
    assert!((1..=3600).contains(&page.header("retry-after").parse::<i64>().unwrap()), "{what}");
}

#[test]
fn attack_99_writing_has_its_limits_for_one_and_for_a_house() {
    for program in demos_with(&REAL) {
        let mut hanako = program.phone_of("hanako", FOMA);
        let entry = write_entry(&mut hanako, "題", "本文", "members");
        let comments = format!("{entry}/comments");
        for (handle, most) in [("hanako", 29), ("ken", 30), ("mika", 0)] {
            let mut phone = program.phone_of(handle, IPHONE);
            let form = phone.get(&entry).form(&comments).fill("body", "いいですね");
            for n in 0..most {
                let page = phone.fetch(&form.clone().fill("body", &format!("いいですね{n}")).request());
                assert_eq!(page.status, 303, "{handle} {n}");
            }
            let page = phone.fetch(&form.clone().fill("body", "これも").request());
            stopped(&page, handle);
            assert_eq!(page.form(&comments).value("body"), "これも", "what was typed is still there");
            let form =
                phone.get("/diary/new").form("/diary/new").fill("title", "題").fill("body", "本文です");
            let page = phone.fetch(&form.fill("visibility", "friends").request());
            stopped(&page, handle);
            assert_eq!(page.form("/diary/new").value("body"), "本文です");
        }
    }
}

#[test]
fn attack_99_invitations_and_friend_requests_too() {
    for program in demos_with(&REAL) {
        let mut hanako = program.phone_of("hanako", IPHONE);
        for _ in 0..3 {
            invite(&mut hanako);
        }
        let form = hanako.get("/invitations").form("/invitations").fill("message", "もうひとり");
        let page = hanako.fetch(&form.request());
        stopped(&page, "an invitation");
        assert_eq!(page.form("/invitations").value("message"), "もうひとり");
        let people: Vec<String> =
            ["ケン坊", "みか"].into_iter().map(|name| member_named(&mut hanako, name)).collect();
        let asks: Vec<u16> = (0..4)
            .map(|n| {
                let body = format!(
                    "csrf={}&message=hello{n}",
                    hanako.get("/invitations").form("/invitations").value("csrf")
                );
                let place = format!("{}/ask", people[n % people.len()]);
                hanako.fetch(&Request::post(&place, body.as_bytes())).status
            })
            .collect();
        assert!(asks[2..].iter().all(|status| matches!(status, 404 | 429)), "{asks:?}");
    }
}

#[test]
fn attack_99_pages_for_nobody_are_counted_an_address() {
    for program in demos_with(&[("ENISHI_LIMITS__ANONYMOUS_PAGES", "{ seconds = 3600, most = 30 }")]) {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let mut guest = program.phone(IPHONE);
        let statuses: Vec<u16> = (0..40).map(|_| guest.fetch(&Request::get("/login")).status).collect();
        assert!(
            statuses.contains(&200) && statuses[35..].iter().all(|status| *status == 429),
            "{statuses:?}"
        );
        let rubbish = Request::get("/home").with("Cookie", "enishi=saaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        let page = program.phone(IPHONE).fetch(&rubbish);
        stopped(&page, "a token that leads nowhere");
        assert_eq!(hanako.get("/home").status, 200, "members go on");
    }
}

#[test]
fn attack_97_no_address_makes_a_heavy_page() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let mut ken = program.phone_of("ken", model);
            let me = member_named(&mut ken, "ケン坊");
            for path in [
                "/home?before=1000000000".to_owned(),
                "/home?before=7zzzzzzzzzzzz".to_owned(),
                "/home?before=-1".to_owned(),
                "/home?p=1000000000".to_owned(),
                "/home?p=99999999999999999999999".to_owned(),
                format!("{me}/diary?before=7zzzzzzzzzzzz"),
                format!("{me}/friends?after=7zzzzzzzzzzzz"),
                "/invitations?before=7zzzzzzzzzzzz".to_owned(),
                "/search?q=a".to_owned(),
                format!("/search?q={}", "a".repeat(2000)),
                "/diary/7zzzzzzzzzzzz".to_owned(),
                "/diary/9223372036854775807".to_owned(),
            ] {
                let is_quick = can_be_quick(Duration::from_secs(2), || {
                    let page = ken.get(&path);
                    assert!(matches!(page.status, 200 | 400 | 404), "{path}: {}", page.status);
                });
                assert!(is_quick, "{path} takes more than two seconds");
            }
        }
    }
}

#[test]
fn attack_97_no_text_is_kept_beyond_its_size() {
    for program in demos() {
        let mut ken = program.phone_of("ken", IPHONE);
        let long = "あ".repeat(20_000);
        let form = ken.get("/me/profile").form("/me/profile").fill("nickname", &long);
        assert_eq!(ken.fetch(&form.request()).status, 422);
        let form = ken.get("/invitations").form("/invitations").fill("message", &long);
        assert_eq!(ken.fetch(&form.request()).status, 422);
        let huge = "a".repeat(1_000_000);
        for place in ["/me/profile", "/invitations", "/diary/new"] {
            let csrf = ken.get(place).form(place).value("csrf").to_owned();
            let body = format!("csrf={csrf}&nickname={huge}&message={huge}&title={huge}");
            let page = ken.fetch(&Request::post(place, body.as_bytes()));
            assert!(matches!(page.status, 400 | 413 | 422), "{place}: {}", page.status);
        }
        assert_eq!(ken.get("/home").status, 200);
    }
}

#[test]
fn attack_97_a_thread_of_many_comments_is_read_in_parts() {
    for program in demos() {
        let mut ken = program.phone_of("ken", FOMA);
        let entry = write_entry(&mut ken, "長い話", "ここから", "members");
        let comments = format!("{entry}/comments");
        let form = ken.get(&entry).form(&comments);
        for n in 0..300 {
            let form = form.clone().fill("body", &format!("{n}番めの、すこし長めのコメントです。"));
            assert_eq!(ken.fetch(&form.request()).status, 303);
        }
        for model in [IPHONE, FOMA] {
            let mut phone = program.phone_of("ken", model);
            let mut page = phone.get(&entry);
            assert_eq!(page.status, 200);
            let is_quick = can_be_quick(Duration::from_secs(2), || page = phone.get(&entry));
            assert!(is_quick, "more than two seconds on {}", model.name);
            assert!(model.name != FOMA.name || page.body.len() <= 20_000, "{} bytes", page.body.len());
        }
    }
}
