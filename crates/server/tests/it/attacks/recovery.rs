//! Coming back when the password is lost: a number alone opens nothing, and says nothing (rows 6, 20, 22, 25, 26, 38).

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::dump::{dump, execute};
use enishi_testkit::phone::{FOMA, GARAHO, IPHONE, KAIOS, Model, Page, Phone, Request};

use super::account::{confirm_address, letters};
use super::at_once;
use crate::program::{Program, demos_with, log_in, number_of, place_of};

pub const NEW: &str = "umi to yama to kawa 3";

/// Everybody here comes from one address, and the waits between texts are others' tests.
const ROOM: [(&str, &str); 4] = [
    ("ENISHI_SERVER__PUBLIC_URL", super::account::URL),
    ("ENISHI_SIGNUP__RESEND_WAITS", "[0]"),
    ("ENISHI_SIGNUP__PER_CLIENT", "[{ seconds = 1800, most = 1000 }]"),
    ("ENISHI_LOGIN__ACCOUNT_WAITS", "[0]"),
];

pub fn demos() -> impl Iterator<Item = Program> {
    demos_with(&ROOM)
}

fn e164(number: &str) -> String {
    format!("+81{}", number.replace('-', "").trim_start_matches('0'))
}

/// Asks for a code with this phone; gives the page it is typed on.
pub fn ask(phone: &mut Phone, number: &str) -> Page {
    let form = phone.get("/login/forgot").form("/login/forgot").fill("phone", number);
    phone.submit(&form)
}

fn enter(phone: &mut Phone, page: &Page, code: &str) -> Page {
    phone.submit(&page.form("/login/forgot/code").fill("code", code))
}

/// The number after so many texts to it.
fn code_to(program: &Program, number: &str, nth: usize) -> String {
    let to = e164(number);
    loop {
        program.text_to(&to);
        let found: Vec<_> = program.texts().into_iter().filter(|(number, _)| *number == to).collect();
        if found.len() >= nth {
            return found[nth - 1].1.rsplit('#').next().unwrap().trim().to_owned();
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

/// Proves the number: what follows is the page of the second proof.
pub fn prove(program: &Program, phone: &mut Phone, number: &str, nth: usize) -> Page {
    let page = ask(phone, number);
    assert_eq!(place_of(&page), "/login/forgot/code", "{}", page.text());
    let page = enter(phone, &page, &code_to(program, number, nth));
    assert_eq!(place_of(&page), "/login/forgot/proof", "{}", page.text());
    page
}

fn digits_in(body: &str) -> String {
    let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|sign| sign.is_ascii_digit());
    body.lines().map(str::trim).find(is_code).unwrap_or_else(|| panic!("no code in {body}")).to_owned()
}

pub fn mailed_code(program: &Program, nth: usize) -> String {
    digits_in(&letters(program, nth)[nth - 1].2)
}

pub fn choose(phone: &mut Phone, page: &Page) -> Page {
    phone.submit(&page.form("/login/forgot/password").fill("new_password", NEW))
}

/// emma has a confirmed address in the cast.
fn by_mail(program: &Program, phone: &mut Phone, nth: usize, letter: usize) -> Page {
    let page = prove(program, phone, number_of("emma"), nth);
    let page = phone.submit(&page.form("/login/forgot/mail"));
    let code = mailed_code(program, letter);
    let page = phone.submit(&page.form("/login/forgot/mail/code").fill("code", &code));
    assert_eq!(place_of(&page), "/login/forgot/password", "{}", page.text());
    page
}

/// A page without the marks that differ from one visit to the next.
fn plain(page: &Page) -> (u16, String, String) {
    let marks = page
        .forms()
        .iter()
        .flat_map(|form| ["csrf", "once"].map(|field| form.value(field).to_owned()))
        .collect::<Vec<_>>();
    let marks = marks.into_iter().filter(|mark| !mark.is_empty());
    let text = marks.fold(page.text(), |text, mark| text.replace(&mark, "…"));
    (page.status, text, place_of(page))
}

#[test]
fn attack_20_whose_number_it_is_shows_only_on_that_phone() {
    for program in demos_with(&[ROOM[2], ROOM[3], ("ENISHI_SIGNUP__RESEND_WAITS", "[0, 3600]")]) {
        execute(&program.database_url(), "UPDATE members SET state = 3 WHERE nickname = 'ケン坊'");
        // All end alike, as far as the page says: the ends of numbers are their own.
        let hanako = number_of("hanako");
        let numbers = [hanako, "090-2022-0001", number_of("ken"), hanako, hanako];
        let mut seen = Vec::new();
        for number in numbers {
            let mut phone = program.phone(IPHONE);
            let page = ask(&mut phone, number);
            let last = &number[number.len() - 2..];
            let mut said: Vec<_> = vec![plain(&page)];
            for wrong in ["999999", "12345"] {
                said.push(plain(&enter(&mut phone, &page, wrong)));
            }
            said.push(plain(&phone.submit(&page.form("/login/forgot/code").fill("code", ""))));
            for (_, text, _) in &mut said {
                *text = text.replace(&format!("末尾{last}"), "末尾…");
            }
            seen.push(said);
        }
        for other in &seen[1..] {
            assert_eq!(other, &seen[0], "on {}", program.engine);
        }
        // The last of them was one text too many for hanako; the phones themselves were told what is so.
        // What is sent later leaves later.
        ask(&mut program.phone(IPHONE), "090-2022-1001");
        program.text_to(&e164("090-2022-1001"));
        let texts = program.texts();
        let to = |number: &str| texts.iter().filter(|(to, _)| *to == e164(number)).collect::<Vec<_>>();
        assert_eq!(to(hanako).len(), 2);
        assert_eq!(to("090-2022-0001")[0].1, to(number_of("ken"))[0].1);
        assert!(!to("090-2022-0001")[0].1.contains('#'));
    }
}

#[test]
fn attack_08_every_spelling_counts_for_one_number_known_or_not() {
    for program in demos_with(&[ROOM[2], ROOM[3], ("ENISHI_SIGNUP__RESEND_WAITS", "[3600]")]) {
        for number in [number_of("hanako"), "090-2022-0002"] {
            let bare = number.replace('-', "");
            let spellings = [number.to_owned(), bare.clone(), e164(number), format!("０{}", &bare[1..])];
            for spelling in &spellings {
                let page = ask(&mut program.phone(IPHONE), spelling);
                assert_eq!(place_of(&page), "/login/forgot/code", "{spelling}");
            }
            program.text_to(&e164(number));
        }
        // The worker has passed over the others by the time a later message leaves.
        ask(&mut program.phone(IPHONE), "090-2022-1003");
        program.text_to(&e164("090-2022-1003"));
        assert_eq!(program.texts().len(), 3, "{:?}", program.texts().len());
    }
}

#[test]
fn attack_06_a_code_for_one_aim_is_worth_nothing_for_another() {
    for program in demos() {
        let mut phone = program.phone(IPHONE);
        let form = phone.get("/signup").form("/signup").fill("phone", "090-2023-0001");
        let page = phone.submit(&form);
        let code = code_to(&program, "090-2023-0001", 1);
        let csrf = page.form("/signup/code").value("csrf").to_owned();
        let body = format!("csrf={csrf}&code={code}");
        let page = phone.fetch(&Request::post("/login/forgot/code", body.as_bytes()));
        assert_eq!(page.location().as_deref(), Some("/login/forgot"), "{}", page.text());
        // The other way about: a number proven to come back makes no account.
        let mut phone = program.phone(IPHONE);
        let page = ask(&mut phone, number_of("emma"));
        let csrf = page.form("/login/forgot/code").value("csrf").to_owned();
        let body = format!("csrf={csrf}&code={}", code_to(&program, number_of("emma"), 1));
        let refused = phone.fetch(&Request::post("/signup/code", body.as_bytes()));
        assert_eq!(refused.location().as_deref(), Some("/signup"), "{}", refused.text());
        assert_eq!(place_of(&phone.get("/signup/profile")), "/signup");
        let page = enter(&mut phone, &page, &code_to(&program, number_of("emma"), 1));
        assert_eq!(place_of(&page), "/login/forgot/proof");
        assert_eq!(place_of(&phone.get("/signup/profile")), "/signup");
    }
}

#[test]
fn attack_22_number_and_letter_bring_a_member_back_and_end_what_was_open() {
    for program in demos() {
        for (nth, model) in [(1, IPHONE), (2, FOMA), (3, KAIOS)] {
            let old = if nth == 1 { PASSWORD } else { NEW };
            let mut open = program.phone(GARAHO);
            assert_eq!(place_of(&log_in(&mut open, number_of("emma"), old)), "/home");
            let mut phone = program.phone(model);
            let page = by_mail(&program, &mut phone, nth, 2 * nth - 1);
            let before = phone.prefix().to_owned();
            let page = choose(&mut phone, &page);
            assert_eq!(place_of(&page), "/me/security", "{}: {}", model.name, page.text());
            assert!(before.is_empty() || before != phone.prefix(), "the token is the guest's");
            assert_eq!(place_of(&open.get("/home")), "/login", "an old session lives on");
            assert!(letters(&program, 2 * nth)[2 * nth - 1].1.contains("password has changed"));
            assert_eq!(place_of(&log_in(&mut program.phone(IPHONE), number_of("emma"), NEW)), "/home");
        }
        assert_ne!(place_of(&log_in(&mut program.phone(IPHONE), number_of("emma"), PASSWORD)), "/home");
    }
}

#[test]
fn attack_22_a_number_in_other_hands_opens_and_tells_nothing() {
    for program in demos() {
        for (nth, model) in [(1, IPHONE), (2, FOMA)] {
            let mut finder = program.phone(model);
            let page = prove(&program, &mut finder, number_of("emma"), nth);
            for secret in ["Emma", "emma@", "example.com"] {
                assert!(!page.text().contains(secret), "{secret}: {}", page.text());
            }
            // Steps are not skipped, by address or by form.
            assert_eq!(place_of(&finder.get("/login/forgot/password")), "/login/forgot/proof");
            let csrf = page.form("/login/forgot/mail").value("csrf").to_owned();
            let body = format!("csrf={csrf}&new_password={}&proof=1", NEW.replace(' ', "+"));
            let path = format!("{}/login/forgot/password", finder.prefix());
            assert_eq!(finder.fetch(&Request::post(&path, body.as_bytes())).status, 422);
            assert_eq!(place_of(&finder.get("/home")), "/login");
            // Somebody without a second proof reads so, and learns no more.
            let mut other = program.phone(model);
            let page = prove(&program, &mut other, number_of("sato"), nth);
            assert!(page.text().contains("番号だけではパスワードを変えられない"), "{}", page.text());
            assert!(page.find_form("/login/forgot/mail").is_none());
        }
        assert_eq!(place_of(&log_in(&mut program.phone(IPHONE), number_of("emma"), PASSWORD)), "/home");
    }
}

#[test]
fn attack_26_a_letters_code_is_guessed_five_times_and_no_more() {
    for program in demos() {
        let mut phone = program.phone(IPHONE);
        let page = prove(&program, &mut phone, number_of("emma"), 1);
        let page = phone.submit(&page.form("/login/forgot/mail"));
        let code = mailed_code(&program, 1);
        let wrong = |by: u32| format!("{:06}", (code.parse::<u32>().unwrap() + by) % 1_000_000);
        let guess = |nth: usize| {
            let form = page.form("/login/forgot/mail/code").fill("code", &wrong(1 + nth as u32));
            phone.clone().fetch(&form.request())
        };
        let pages = at_once(20, guess);
        assert!(pages.iter().all(|page| matches!(page.status, 422 | 429)), "a guess was let in");
        let judged = pages
            .iter()
            .filter(|page| page.text().contains("does not match") || page.text().contains("コードが違います"))
            .count();
        assert!(judged <= 5, "{judged} guesses were judged");
        let late = phone.submit(&page.form("/login/forgot/mail/code").fill("code", &code));
        assert!(matches!(late.status, 422 | 429), "{}", late.text());
        // Beginning anew gives no more tries for this number: they are counted in the day.
        let mut phone = program.phone(IPHONE);
        let page = prove(&program, &mut phone, number_of("emma"), 2);
        let page = phone.submit(&page.form("/login/forgot/mail"));
        let code = mailed_code(&program, 2);
        let late = phone.submit(&page.form("/login/forgot/mail/code").fill("code", &code));
        assert_eq!(late.status, 429, "{}", late.text());
    }
}

#[test]
fn attack_13_letters_to_one_member_are_few_however_often_it_is_begun() {
    for program in demos_with(&[
        ROOM[0],
        ROOM[1],
        ROOM[2],
        ("ENISHI_RECOVERY__MAILS_PER_MEMBER", "{ seconds = 86400, most = 2 }"),
    ]) {
        let mut statuses = Vec::new();
        for nth in [1, 2] {
            let mut phone = program.phone(IPHONE);
            let page = prove(&program, &mut phone, number_of("emma"), nth);
            statuses.push(phone.submit(&page.form("/login/forgot/mail")).status);
            let page = phone.get("/login/forgot/proof");
            statuses.push(phone.submit(&page.form("/login/forgot/mail")).status);
        }
        assert_eq!(statuses, [200, 200, 429, 429]);
    }
}

#[test]
fn attack_11_texts_for_this_have_a_share_of_their_own() {
    for program in demos_with(&[ROOM[2], ("ENISHI_RECOVERY__PER_SITE", "{ seconds = 86400, most = 3 }")]) {
        let place = |number: &str| {
            let page = ask(&mut program.phone(IPHONE), number);
            (page.status, place_of(&page))
        };
        let sent = (200, "/login/forgot/code".to_owned());
        let strangers: Vec<_> = (1..=5).map(|nth| format!("090-202{nth}-0005")).collect();
        for number in &strangers {
            assert_eq!(place(number), sent, "numbers of nobody are answered like any other");
        }
        // They cost one text in all, and keep no member's back.
        for handle in ["hanako", "ken", "mika"] {
            assert_eq!(place(number_of(handle)), sent, "{handle} on {}", program.engine);
            program.text_to(&e164(number_of(handle)));
        }
        let to_nobody = program.texts().into_iter().filter(|(to, _)| to.ends_with("0005")).count();
        assert_eq!(to_nobody, 1);
        for number in [number_of("taro"), "090-2027-0005"] {
            assert_eq!(place(number).0, 429, "and then nobody's number is told from a member's");
        }
        let events = format!("{:?}", dump(&program.database_url())["security_events"]);
        assert_eq!(events.matches("recovery-share-spent").count(), 1);
        // Newcomers have theirs.
        let mut phone = program.phone(IPHONE);
        let form = phone.get("/signup").form("/signup").fill("phone", "090-2026-0005");
        assert_eq!(place_of(&phone.submit(&form)), "/signup/code");
    }
}

#[test]
fn attack_26_the_authenticator_app_is_asked_for_unless_a_code_from_paper_stood_for_it() {
    for program in demos() {
        let mut owner = program.phone_of("hanako", IPHONE);
        confirm_address(&program, &mut owner, "hanako@example.jp");
        let (_, codes) = super::second_step::put_up(&mut owner);
        let written = letters(&program, 2).len();
        // By letter: the app is asked for next.
        let mut phone = program.phone(IPHONE);
        let page = prove(&program, &mut phone, number_of("hanako"), 1);
        let page = phone.submit(&page.form("/login/forgot/mail"));
        let code = mailed_code(&program, written + 1);
        let page = phone.submit(&page.form("/login/forgot/mail/code").fill("code", &code));
        let page = choose(&mut phone, &page);
        assert!(page.find_form("/login/code").is_some(), "{}", page.text());
        assert_eq!(place_of(&phone.get("/home")), "/login");
        let page = phone.submit(&page.form("/login/code").fill("code", &codes[0]));
        assert_eq!(place_of(&page), "/me/security", "{}", page.text());
        // From paper: it stood for the app, and is used up.
        let mut phone = program.phone(FOMA);
        let page = prove(&program, &mut phone, number_of("hanako"), 2);
        let used = phone.submit(&page.form("/login/forgot/paper").fill("paper", &codes[0]));
        assert_eq!(used.status, 422, "a recovery code worked twice");
        let page = phone.submit(&used.form("/login/forgot/paper").fill("paper", &codes[1]));
        let page = choose(&mut phone, &page);
        assert_eq!(place_of(&page), "/me/security", "{}", page.text());
        // And from then on the app is asked for as before.
        let page = log_in(&mut program.phone(IPHONE), number_of("hanako"), NEW);
        assert!(page.find_form("/login/code").is_some(), "{}", page.text());
    }
}

#[test]
fn attack_03_of_many_who_finish_at_once_one_is_heard() {
    for program in demos() {
        let mut phone = program.phone(IPHONE);
        let page = by_mail(&program, &mut phone, 1, 1);
        let ends = at_once(8, |_| place_of(&choose(&mut phone.clone(), &page)));
        assert_eq!(ends.iter().filter(|place| *place == "/me/security").count(), 1, "{ends:?}");
    }
}

#[test]
fn attack_22_the_owner_who_is_signed_in_is_told_and_stops_it() {
    for program in demos() {
        for (nth, model) in [(1, IPHONE), (2, FOMA)] {
            let mut owner = program.phone_of("emma", model);
            let mut thief = program.phone(IPHONE);
            let way = prove(&program, &mut thief, number_of("emma"), nth);
            let home = owner.get("/home");
            assert!(home.links().any(|link| link.contains("/me/security/recovery")), "{}", home.text());
            let page = owner.get("/me/security/recovery");
            let page = owner.submit(&page.form("/me/security/recovery"));
            assert_eq!(place_of(&page), "/me/security", "{}", page.text());
            let page = thief.submit(&way.form("/login/forgot/mail"));
            assert_eq!(page.status, 422, "{}", page.text());
            assert_eq!(place_of(&thief.get("/login/forgot/proof")), "/login/forgot");
            let home = owner.get("/home");
            assert!(!home.links().any(|link| link.contains("/me/security/recovery")));
        }
    }
}

#[test]
fn attack_38_a_changed_password_ends_the_way_back_and_steps_begun_with_the_old_one() {
    for program in demos() {
        let mut thief = program.phone(IPHONE);
        let way = prove(&program, &mut thief, number_of("emma"), 1);
        let mut owner = program.phone_of("emma", IPHONE);
        let page = owner.get("/me/security/password");
        let page = owner.submit(&page.form("/me/security/password").fill("new_password", NEW));
        let page = match page.find_form("/me/again") {
            Some(form) => owner.submit(&form.fill("password", PASSWORD)),
            None => page,
        };
        assert_eq!(place_of(&page), "/me/security", "{}", page.text());
        assert_eq!(thief.submit(&way.form("/login/forgot/mail")).status, 422);
    }
}

/// Every model reads every step.
#[test]
fn the_way_back_is_walked_on_every_phone() {
    let walk = |program: &Program, model: Model, nth: usize| {
        let mut phone = program.phone(model);
        let login = phone.get("/login");
        assert!(login.links().any(|link| link.contains("/login/forgot")), "{}", login.text());
        prove(program, &mut phone, number_of("emma"), nth);
    };
    for program in demos() {
        for (nth, model) in [(1, IPHONE), (2, FOMA), (3, GARAHO), (4, KAIOS)] {
            walk(&program, model, nth);
        }
    }
}
