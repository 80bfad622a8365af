//! Ids of sessions: planted, shared, outlived, guessed, cached: rows 31, 33, 38, 39 and 40.

use std::collections::BTreeSet;

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::dump::execute;
use enishi_testkit::phone::{AU, FOMA, IPHONE, J_PHONE, KAIOS, MOVA, Model, Phone, Request};

use super::at_once;
use crate::program::{Program, demos, demos_with, log_in, member_named, number_of, place_of, write_entry};
use crate::things::Things;

const BEHIND_A_PROXY: (&str, &str) = ("ENISHI_SERVER__TRUSTED_PROXIES", r#"["127.0.0.1"]"#);

/// The id a phone carries, in its cookie or its path.
fn id_of(phone: &Phone) -> String {
    let in_path = phone.prefix().trim_start_matches("/~");
    phone.cookie("enishi").unwrap_or(in_path).to_owned()
}

/// A look at home with an id, as a phone of that model would send it; nothing is followed.
fn look(program: &Program, model: Model, id: &str) -> u16 {
    let request = match model.keeps_cookies {
        true => Request::get("/home").with("Cookie", &format!("enishi={id}")),
        false => Request::get(&format!("/~{id}/home")),
    };
    program.phone(model).fetch(&request).status
}

#[test]
fn attack_31_an_id_that_was_planted_is_worth_nothing_after_login() {
    for program in demos() {
        for model in [IPHONE, KAIOS, FOMA, J_PHONE] {
            let mut attacker = program.phone(model);
            attacker.get("/login");
            let made_up = format!("s{}", "a".repeat(28));
            for planted in [id_of(&attacker), made_up, "attacker".to_owned()] {
                let mut victim = program.phone(model);
                let request = match model.keeps_cookies {
                    true => Request::get("/login").with("Cookie", &format!("enishi={planted}")),
                    false => Request::get(&format!("/~{planted}/login")),
                };
                let page = victim.fetch(&request);
                let page = if page.status == 200 { page } else { victim.get("/login") };
                let form = page.form("/login").fill("login", number_of("hanako")).fill("password", PASSWORD);
                let form = form.fill("session", &planted).fill("enishi", &planted).fill("token", &planted);
                let mut request = form.request();
                if model.keeps_cookies && victim.cookie("enishi").is_none() {
                    request = request.with("Cookie", &format!("enishi={planted}"));
                }
                let answer = victim.fetch(&request);
                assert_eq!(answer.status, 303, "{planted} on {}: {}", model.name, answer.text());
                let shown =
                    format!("{:?} {}", answer.cookies().collect::<Vec<_>>(), answer.header("location"));
                assert!(!shown.contains(&planted), "{planted} was kept on {}: {shown}", model.name);
                assert_eq!(look(&program, model, &planted), 303, "{planted} on {}", model.name);
            }
            assert_eq!(place_of(&attacker.get("/home")), "/login", "{}", model.name);
        }
    }
}

#[test]
fn attack_33_a_shared_address_opens_nothing_far_away_and_its_owner_stays() {
    for program in demos_with(&[BEHIND_A_PROXY]) {
        let at = |model: Model, address: &str| program.phone(model).with_header("X-Forwarded-For", address);
        let mut owner = at(FOMA, "203.0.113.5");
        let home = log_in(&mut owner, number_of("hanako"), PASSWORD);
        assert_eq!(place_of(&home), "/home");
        let link = format!("{}/home", owner.prefix());
        for (model, address) in [
            (IPHONE, "198.51.100.5"),
            (J_PHONE, "198.51.100.5"),
            (MOVA, "198.51.100.5"),
            (FOMA, "198.51.100.5"),
            (AU, "2001:db8::5"),
        ] {
            let found = at(model, address).fetch(&Request::get(&link));
            assert_eq!(found.status, 303, "{} from {address}", model.name);
            let page = at(model, address).get(&link);
            assert_eq!(place_of(&page), "/login", "{} from {address}", model.name);
            assert!(!page.text().contains("はなこ"), "{} from {address}", model.name);
            assert_eq!(place_of(&owner.get("/home")), "/home", "{} put the owner out", model.name);
        }
        // Nor does its form work there, and what would be sensitive asks the password even at home.
        let form = owner.get("/diary/new").form("/diary/new").fill("title", "x").fill("body", "x");
        let posted = at(FOMA, "198.51.100.5").fetch(&form.request());
        assert_eq!(posted.status, 403);
        let asked = owner.get("/me/security/password");
        let asked = owner.submit(&asked.form("/me/security/password").fill("new_password", "umi to yama 77"));
        assert!(asked.find_form("/me/again").is_some(), "{}", asked.text());
    }
}

/// Makes every session older than it is.
fn age(program: &Program, column: &str, seconds: i64) {
    execute(&program.database_url(), &format!("UPDATE sessions SET {column} = {column} - {seconds}000"));
}

const DAY: i64 = 86_400;
/// Room for a slow machine.
const AMPLE: i64 = 240;

#[test]
fn attack_38_an_id_ends_by_its_times() {
    for program in demos() {
        for (model, idle, absolute) in [(FOMA, 1_800, DAY), (IPHONE, 30 * DAY, 365 * DAY)] {
            for (column, most) in [("seen_at", idle), ("created_at", absolute)] {
                let phone = program.phone_of("hanako", model);
                let id = id_of(&phone);
                age(&program, column, most - AMPLE);
                assert_eq!(
                    look(&program, model, &id),
                    200,
                    "{column} on {} is shorter than told",
                    model.name
                );
                // The look has set the last use to now; the beginning stays.
                age(&program, column, if column == "seen_at" { most + 1 } else { AMPLE + 1 });
                assert_eq!(look(&program, model, &id), 303, "{column} on {}", model.name);
                age(&program, column, -most - AMPLE);
                assert_eq!(look(&program, model, &id), 303, "a clock set back revives it: {column}");
            }
        }
    }
}

#[test]
fn attack_38_an_id_ends_at_logout_ban_suspension_and_another_password() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let mut phone = program.phone_of("natsu", model);
            let id = id_of(&phone);
            let menu = phone.get("/menu");
            phone.submit(&menu.form("/logout"));
            assert_eq!(look(&program, model, &id), 303, "after logout on {}", model.name);
        }
        let natsu = member_named(&mut program.phone_of("hanako", IPHONE), "なつ");
        let natsu = natsu.rsplit('/').next().unwrap();
        for (out, back) in [("suspend", "resume"), ("ban", "lift")] {
            let phones = [IPHONE, FOMA].map(|model| (model, id_of(&program.phone_of("natsu", model))));
            assert!(program.command(&["joining", out, natsu]).status.success());
            for (model, id) in &phones {
                assert_eq!(look(&program, *model, id), 303, "after {out} on {}", model.name);
            }
            assert!(program.command(&["joining", back, natsu]).status.success());
            for (model, id) in &phones {
                assert_eq!(look(&program, *model, id), 303, "{back} revives an id on {}", model.name);
            }
        }
        let others = [IPHONE, FOMA].map(|model| (model, id_of(&program.phone_of("natsu", model))));
        let mut phone = program.phone_of("natsu", IPHONE);
        let old = id_of(&phone);
        let form = phone.get("/me/security/password").form("/me/security/password");
        let page = phone.submit(&form.fill("new_password", "umi to yama 77"));
        assert_eq!(place_of(&page), "/me/security", "{}", page.text());
        for (model, id) in others.iter().chain([&(IPHONE, old)]) {
            assert_eq!(look(&program, *model, id), 303, "after another password on {}", model.name);
        }
        assert_eq!(look(&program, IPHONE, &id_of(&phone)), 200, "whoever changed it is put out");
    }
}

const SIGNS: &str = "abcdefghijklmnopqrstuvwxyz234567";

#[test]
fn attack_39_ids_have_no_pattern() {
    for program in demos() {
        let ids: Vec<String> =
            at_once(4, |_| (0..75).map(|_| id_of(&program.phone_of("hanako", IPHONE))).collect::<Vec<_>>())
                .concat();
        let random: Vec<&[u8]> = ids.iter().map(|id| &id.as_bytes()[1..]).collect();
        assert!(random.iter().all(|id| id.len() * 5 >= 128), "{}", ids[0]);
        assert_eq!(random.iter().collect::<BTreeSet<_>>().len(), 300, "two are alike");
        for at in 0..random[0].len() {
            let often = |sign: u8| random.iter().filter(|id| id[at] == sign).count();
            // Nine are expected. That chance alone makes it more than forty happens once in 10^11 runs.
            let most = SIGNS.bytes().map(often).max().unwrap();
            let unseen = SIGNS.bytes().filter(|sign| often(*sign) == 0).count();
            assert!(most <= 40 && unseen <= 8, "sign {at}: one stands {most} times, {unseen} never");
        }
        let rising = random.windows(2).filter(|pair| pair[0] < pair[1]).count();
        assert!((75..=224).contains(&rising), "{rising} of 299 come after the one before");
    }
}

#[test]
fn attack_39_no_neighbour_of_an_id_is_one() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let id = id_of(&program.phone_of("hanako", model));
            for (at, own) in id.bytes().enumerate() {
                let place = SIGNS.bytes().position(|sign| sign == own).unwrap();
                let flipped = (0..5).map(|bit| SIGNS.as_bytes()[place ^ (1 << bit)]);
                for sign in flipped.chain([own.to_ascii_uppercase(), b'0', b'.']) {
                    if sign == own {
                        continue;
                    }
                    let mut near = id.clone().into_bytes();
                    near[at] = sign;
                    let near = String::from_utf8(near).unwrap();
                    assert_eq!(look(&program, model, &near), 303, "{near} beside {id} on {}", model.name);
                }
            }
            for near in [&id[1..], &id[..28], &format!("{id}a"), &format!("{id}%00"), &id.to_uppercase()] {
                assert_eq!(look(&program, model, near), 303, "{near} on {}", model.name);
            }
            assert_eq!(look(&program, model, &id), 200, "{}", model.name);
        }
    }
}

/// An id that looks like ours; which one does not matter.
fn guess(nth: usize) -> String {
    let sign = |at: usize| char::from(SIGNS.as_bytes()[(nth * 7 + at * at * 13 + nth * at) % 32]);
    std::iter::once('s').chain((0..28).map(sign)).collect()
}

#[test]
fn attack_39_guessing_has_its_limit_whatever_the_method() {
    let limit = ("ENISHI_LIMITS__ANONYMOUS_PAGES", "{ seconds = 3600, most = 100 }");
    let ways = [(IPHONE, "GET"), (IPHONE, "POST"), (IPHONE, "HEAD"), (FOMA, "GET"), (FOMA, "POST")];
    for program in demos_with(&[limit, BEHIND_A_PROXY]) {
        for (way, (model, method)) in ways.into_iter().enumerate() {
            let phone = program.phone(model).with_header("X-Forwarded-For", &format!("198.51.100.{way}"));
            let statuses: Vec<u16> =
                (0..130).map(|nth| phone.clone().fetch(&guess_by(model, method, nth)).status).collect();
            let what = format!("{method} on {} ({})", model.name, program.engine);
            assert!(statuses.iter().all(|status| matches!(status, 303 | 403 | 429)), "{what}: {statuses:?}");
            assert!(statuses[100..].iter().all(|status| *status == 429), "{what}: {statuses:?}");
        }
        let mut hanako = program.phone(IPHONE).with_header("X-Forwarded-For", "198.51.100.200");
        assert_eq!(place_of(&log_in(&mut hanako, number_of("hanako"), PASSWORD)), "/home", "others go on");
    }
}

fn guess_by(model: Model, method: &str, nth: usize) -> Request {
    let place = if method == "POST" { "/me/settings" } else { "/home" };
    let request = match model.keeps_cookies {
        true => Request::get(place).with("Cookie", &format!("enishi={}", guess(nth))),
        false => Request::get(&format!("/~{}{place}", guess(nth))),
    };
    Request { method: method.to_owned(), ..request }
}

#[test]
fn attack_39_a_path_is_no_way_around_the_limit() {
    let limit = ("ENISHI_LIMITS__ANONYMOUS_PAGES", "{ seconds = 3600, most = 100 }");
    for program in demos_with(&[limit]) {
        let statuses: Vec<u16> = (0..150)
            .map(|nth| program.phone(IPHONE).fetch(&Request::get(&format!("/~{}/home", guess(nth)))).status)
            .collect();
        assert!(statuses[100..].iter().all(|status| *status == 429), "{statuses:?}");
    }
}

#[test]
fn attack_40_cookies_are_bound_to_host_and_tls() {
    let url = ("ENISHI_SERVER__PUBLIC_URL", "https://sns.example.jp");
    for program in demos_with(&[url]) {
        for model in [IPHONE, KAIOS, AU] {
            let mut phone = program.phone(model).with_host("sns.example.jp");
            let page = phone.fetch(&Request::get("/login"));
            let guest = page.header("set-cookie").to_owned();
            let form = page.form("/login").fill("login", number_of("hanako")).fill("password", PASSWORD);
            let session = phone.fetch(&form.request()).header("set-cookie").to_owned();
            let menu = phone.get("/menu");
            let over = phone.fetch(&menu.form("/logout").request()).header("set-cookie").to_owned();
            for cookie in [&guest, &session, &over] {
                let mut parts = cookie.split("; ");
                assert!(parts.next().unwrap().starts_with("__Host-enishi="), "{cookie}");
                let flags: BTreeSet<&str> = parts.collect();
                for flag in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
                    assert!(flags.contains(flag), "{flag} is not in {cookie}");
                }
                assert!(!cookie.to_ascii_lowercase().contains("domain"), "{cookie}");
            }
            assert!(over.contains("__Host-enishi=;") && over.contains("Max-Age=0"), "{over}");
            // A cookie of the other realm's name is none here.
            let id = session.split(['=', ';']).nth(1).unwrap();
            let plain = Request::get("/home").with("Cookie", &format!("enishi={id}"));
            assert_eq!(program.phone(model).with_host("sns.example.jp").fetch(&plain).status, 303);
        }
    }
}

#[test]
fn attack_40_no_cache_between_keeps_a_page_or_shows_it_to_another() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let entry = write_entry(&mut hanako, "題", "本文", "members");
        let member = member_named(&mut hanako, "はなこ");
        let things = Things::of_hanako(&program, &entry, &member);
        for model in [IPHONE, FOMA] {
            let mut phone = program.phone_of("hanako", model);
            let id = id_of(&phone);
            for (route, path) in things.walk().into_iter().filter(|(route, _)| route.method == "GET") {
                let path = format!("{}{path}", phone.prefix());
                let page = phone.fetch(&Request::get(&path));
                let caching = page.header("cache-control");
                let open = page.status == 200 && matches!(route.readers.as_str(), "anyone");
                assert!(
                    open || (caching.contains("no-store") && !caching.contains("public")),
                    "{path}: {caching}"
                );
                for header in ["etag", "last-modified", "expires"] {
                    assert_eq!(page.header(header), "", "{header} of {path}");
                }
                // A cache that asks whether its copy is still good is told nothing but the page or its absence.
                let again = Request::get(&path).with("If-None-Match", "*").with("Range", "bytes=0-9");
                assert_eq!(phone.fetch(&again).status, page.status, "{path}");
            }
            let menu = phone.get("/menu");
            phone.submit(&menu.form("/logout"));
            assert_eq!(look(&program, model, &id), 303, "the back key shows a page after logout");
        }
    }
}
