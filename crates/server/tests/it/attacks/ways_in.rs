//! Ways in beside the password: another phone's word, and a PIN on a bound phone (rows 26, 31, 33).

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{FOMA, GARAHO, IPHONE, J_PHONE, KAIOS, Model, Page, Phone, Request};

use super::at_once;
use crate::program::{Program, demos, log_in, number_of, place_of, without_token};

/// A phone without cookies is asked for the password at every sensitive step.
fn confirmed(phone: &mut Phone, page: Page) -> Page {
    match page.find_form("/me/again") {
        Some(form) => phone.submit(&form.fill("password", PASSWORD)),
        None => page,
    }
}

/// Digits in two groups of four.
fn code_on(page: &Page) -> String {
    let is_code = |piece: &&str| {
        piece.len() == 9
            && piece.split(' ').all(|part| part.len() == 4 && part.bytes().all(|sign| sign.is_ascii_digit()))
    };
    let text = page.text();
    let code = text.split(['<', '>']).map(str::trim).find(is_code);
    code.unwrap_or_else(|| panic!("no code on {text}")).to_owned()
}

fn asking(program: &Program, model: Model) -> (Phone, Page, String) {
    let mut phone = program.phone(model);
    let page = phone.get("/login/other");
    let page = phone.submit(&page.form("/login/other"));
    let code = code_on(&page);
    (phone, page, code)
}

fn approve(phone: &mut Phone, code: &str) -> Page {
    let form = phone.get("/me/security/approve").form("/me/security/approve").fill("code", code);
    let question = phone.submit(&form);
    assert!(question.text().contains("待っています"), "{}", question.text());
    let page = phone.submit(&question.form("/me/security/approve/yes"));
    confirmed(phone, page)
}

#[test]
fn attack_31_a_word_lets_in_the_phone_that_asked_and_no_other() {
    for program in demos() {
        for (new, old) in [(IPHONE, FOMA), (FOMA, IPHONE), (KAIOS, GARAHO)] {
            let mut owner = program.phone_of("hanako", old);
            let (mut asks, page, code) = asking(&program, new);
            let early = asks.submit(&page.form("/login/other/in"));
            assert_eq!(early.status, 422, "in without a word on {}", new.name);
            assert_eq!(code_on(&early), code, "asking too early lost the code");
            assert_eq!(place_of(&approve(&mut owner, &code)), "/me/security");
            // Who has merely heard the code, or sends what another phone would send, stays outside.
            let (mut thief, page, _) = asking(&program, new);
            assert_eq!(thief.submit(&page.form("/login/other/in")).status, 422);
            assert_eq!(place_of(&thief.get("/home")), "/login");
            let shown = asks.get("/login/other");
            let form = shown.form("/login/other/in");
            let before = asks.prefix().to_owned();
            let home = asks.submit(&form);
            assert_eq!(place_of(&home), "/home", "{}: {}", new.name, home.text());
            assert!(before.is_empty() || before != asks.prefix(), "the token is the guest's");
            // A word given is no password given: a serious step asks for it.
            let page = asks.get("/me/leave");
            assert!(page.find_form("/me/again").is_some(), "{}", page.text());
            assert_eq!(
                owner
                    .submit(
                        &owner
                            .clone()
                            .get("/me/security/approve")
                            .form("/me/security/approve")
                            .fill("code", &code)
                    )
                    .status,
                422,
                "a code was good twice"
            );
        }
    }
}

#[test]
fn attack_31_codes_on_other_phones_are_not_found_by_guessing() {
    for program in demos() {
        let mut owner = program.phone_of("ken", IPHONE);
        let page = owner.get("/me/security/approve");
        let mut stopped = 0;
        for nth in 0..30 {
            let form = page.form("/me/security/approve").fill("code", &format!("{nth:08}"));
            let page = owner.submit(&form);
            assert!(matches!(page.status, 422 | 429), "{}", page.text());
            stopped += usize::from(page.status == 429);
        }
        assert_eq!(stopped, 10);
        // The limit holds for the yes as well.
        let (_, _, code) = asking(&program, FOMA);
        let csrf = page.form("/me/security/approve").value("csrf").to_owned();
        let body = format!("csrf={csrf}&code={}", code.replace(' ', ""));
        let page = owner.fetch(&Request::post("/me/security/approve/yes", body.as_bytes()));
        assert_eq!(page.status, 422, "{}", page.text());
    }
}

#[test]
fn attack_31_the_second_factor_is_asked_for_on_every_other_way_in() {
    for program in demos() {
        let mut owner = program.phone(IPHONE);
        let page = log_in(&mut owner, number_of("neko"), PASSWORD);
        let page = owner.submit(&page.form("/login/code").fill("code", &super::second_step::code(0)));
        assert_eq!(place_of(&page), "/home");
        let (mut asks, page, code) = asking(&program, KAIOS);
        approve(&mut owner, &code);
        let page = asks.submit(&page.form("/login/other/in"));
        assert!(page.find_form("/login/code").is_some(), "{}", page.text());
        assert_eq!(place_of(&asks.get("/home")), "/login");
        let page = asks.submit(&page.form("/login/code").fill("code", &super::second_step::code(1)));
        assert_eq!(place_of(&page), "/home");
        let page = bind(&mut asks, PIN);
        assert_eq!(place_of(&page), "/me/security/pin", "{}", page.text());
        log_out(&mut asks);
        let page = open(&mut asks, "/login/pin", PIN);
        assert!(
            page.find_form("/login/code").is_some(),
            "a PIN goes around the second step: {}",
            page.text()
        );
    }
}

const PIN: &str = "58294176";

fn log_out(phone: &mut Phone) {
    let menu = phone.get("/menu");
    phone.submit(&menu.form("/logout"));
}

fn bind(phone: &mut Phone, pin: &str) -> Page {
    let form = phone.get("/me/security/pin").form("/me/security/pin").fill("pin", pin);
    let page = phone.submit(&form);
    confirmed(phone, page)
}

fn open(phone: &mut Phone, path: &str, pin: &str) -> Page {
    let form = phone.get(path).form("/login/pin").fill("pin", pin);
    phone.submit(&form)
}

/// The address a phone without cookies keeps, or the page of one with.
fn kept_address(page: &Page) -> String {
    let kept = page.links().find(|link| link.contains("/login/pin/"));
    kept.map_or("/login/pin".to_owned(), |link| without_token(&link[link.find("/login/pin/").unwrap()..]))
}

#[test]
fn attack_26_a_pin_opens_the_bound_phone_and_five_wrong_ones_end_it() {
    for program in demos() {
        for model in [FOMA, KAIOS, GARAHO] {
            let mut phone = program.phone_of("hanako", model);
            let address = kept_address(&bind(&mut phone, PIN));
            assert!(!address.contains("/~"), "a bookmark holds a session: {address}");
            log_out(&mut phone);
            let home = open(&mut phone, &address, "５８２９４１７６");
            assert_eq!(place_of(&home), "/home", "{}: {}", model.name, home.text());
            log_out(&mut phone);
            // Parallel guesses: five are judged.
            let form = phone.get(&address).form("/login/pin");
            let guess = |nth: usize| {
                phone.clone().fetch(&form.clone().fill("pin", &format!("9182736{nth:02}")).request())
            };
            let pages = at_once(12, guess);
            assert!(pages.iter().all(|page| page.status == 422), "a guess was let in");
            let judged = pages.iter().filter(|page| page.text().contains("暗証番号が違います")).count();
            assert!(judged <= 4, "{judged}");
            let late = open(&mut phone, &address, PIN);
            assert!(late.text().contains("使えません"), "{}: {}", model.name, late.text());
            // The password still opens.
            assert_eq!(place_of(&log_in(&mut phone, number_of("hanako"), PASSWORD)), "/home");
        }
    }
}

#[test]
fn attack_33_a_bookmark_on_another_kind_of_phone_ends_and_headers_stand_for_nothing() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", FOMA);
        let address = kept_address(&bind(&mut phone, PIN));
        log_out(&mut phone);
        for other in [IPHONE, KAIOS] {
            let page = program.phone(other).get(&address);
            let form = page.form("/login/pin").fill("pin", PIN);
            assert_eq!(program.phone(other).submit(&form).status, 422, "a form of another phone");
            let mut other_phone = program.phone(other);
            assert_eq!(open(&mut other_phone, &address, PIN).status, 422, "{}", other.name);
        }
        assert_eq!(place_of(&open(&mut phone, &address, PIN)), "/home", "phones with cookies have no say");
        log_out(&mut phone);
        let mut finder = program.phone(J_PHONE);
        assert_eq!(open(&mut finder, &address, PIN).status, 422);
        assert_eq!(open(&mut phone, &address, PIN).status, 422, "it went astray and lives on");
        // Neither the subscriber's id nor the terminal's stands for the token.
        let mut bare = program.phone(FOMA).with_header("X-DCMGUID", "abc1234");
        assert_eq!(open(&mut bare, "/login/pin", PIN).status, 422);
    }
}

#[test]
fn a_pin_is_refused_for_what_it_is_and_ends_where_its_owner_says_so() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", KAIOS);
        for (pin, why) in [
            ("1234567", "8けた以上"),
            ("12345678", "続き番号"),
            ("11223311", "続き番号"),
            ("abcdefgh", "数字だけ"),
            ("09012345601", "自分の電話番号"),
        ] {
            let page = bind(&mut phone, pin);
            assert!(page.status == 422 && page.text().contains(why), "{pin}: {}", page.text());
            assert!(!page.text().contains(pin), "a PIN was sent back");
        }
        let page = bind(&mut phone, PIN);
        let form = page.forms().into_iter().find(|form| form.place().ends_with("/end")).unwrap();
        let mut ken = program.phone_of("ken", KAIOS);
        let csrf = ken.get("/me/settings").form("/me/settings").value("csrf").to_owned();
        let foreign = Request::post(form.place(), format!("csrf={csrf}").as_bytes());
        assert_eq!(ken.fetch(&foreign).status, 404, "somebody else's phone");
        phone.submit(&form);
        log_out(&mut phone);
        assert_eq!(open(&mut phone, "/login/pin", PIN).status, 422);
        let mut iphone = program.phone_of("hanako", IPHONE);
        assert!(iphone.get("/me/security/pin").find_form("/me/security/pin").is_none());
    }
}
