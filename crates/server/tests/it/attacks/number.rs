//! A number that changes hands: changed, taken back (rows 6, 22, 23).

use std::time::{Duration, Instant};

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::dump::{dump, execute};
use enishi_testkit::phone::{FOMA, GARAHO, IPHONE, J_PHONE, Page, Phone, Request};

use super::account::{URL, letters};
use super::at_once;
use crate::program::{Program, demos_with, log_in, number_of, place_of};

const NUMBER: &str = "/me/security/number";
const CODE: &str = "/me/security/number/code";

fn demos() -> impl Iterator<Item = Program> {
    demos_with(&[
        ("ENISHI_SERVER__PUBLIC_URL", URL),
        ("ENISHI_SIGNUP__RESEND_WAITS", "[0]"),
        ("ENISHI_SIGNUP__SENDS_PER_NUMBER", "50"),
        ("ENISHI_SIGNUP__PER_PREFIX", "[{ seconds = 3600, most = 500 }]"),
        ("ENISHI_LOGIN__ACCOUNT_WAITS", "[0]"),
    ])
}

/// As a text names it: `090-1234-5601` is `+819012345601`.
pub fn e164(number: &str) -> String {
    format!("+81{}", &number.replace('-', "")[1..])
}

/// The texts to a number, oldest first, once there are so many.
pub fn texts_to(program: &Program, number: &str, count: usize) -> Vec<String> {
    let to = e164(number);
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        let all = program.texts().into_iter().filter(|(of, _)| *of == to);
        let found: Vec<String> = all.map(|(_, body)| body).collect();
        if found.len() >= count {
            return found;
        }
        assert!(Instant::now() < until, "{} texts of {count} to {number} left", found.len());
        std::thread::sleep(Duration::from_millis(50));
    }
}

pub fn code_in(text: &str) -> String {
    text.rsplit('#').next().unwrap().trim().to_owned()
}

/// The twelve digits that take a change back.
fn key_in(text: &str) -> String {
    let digit = |sign: u8| sign.is_ascii_digit();
    let is_key = |part: &&[u8]| {
        part.iter().enumerate().all(|(at, sign)| if at % 5 == 4 { *sign == b' ' } else { digit(*sign) })
    };
    let key = text.as_bytes().windows(14).find(is_key).unwrap_or_else(|| panic!("no key in {text}"));
    String::from_utf8(key.to_vec()).unwrap()
}

fn link_in(body: &str) -> String {
    let link = body.split_whitespace().find(|word| word.starts_with(URL)).unwrap();
    link.replace(URL, "")
}

/// Sends what no form of ours would; phones without cookies have their token in the address.
pub fn send(phone: &mut Phone, path: &str, body: &str) -> Page {
    let path = format!("{}{path}", phone.prefix());
    phone.fetch(&Request::post(&path, body.as_bytes()))
}

/// The password, if it is asked for.
fn confirmed(phone: &mut Phone, page: Page, password: &str) -> Page {
    match page.find_form("/me/again") {
        Some(form) => phone.submit(&form.fill("password", password)),
        None => page,
    }
}

/// Names a number, up to the page that asks for its code.
fn name(phone: &mut Phone, number: &str, password: &str) -> Page {
    let form = phone.get(NUMBER).form(NUMBER).fill("phone", number);
    let page = phone.submit(&form);
    confirmed(phone, page, password)
}

/// Changes the number of whoever is signed in; `nth` is which text to it this is.
pub fn change(program: &Program, phone: &mut Phone, number: &str, nth: usize, password: &str) -> Page {
    let page = name(phone, number, password);
    assert_eq!(place_of(&page), CODE, "{}", page.text());
    let code = code_in(texts_to(program, number, nth).last().unwrap());
    let page = phone.submit(&page.form(CODE).fill("code", &code));
    assert_eq!((page.status, place_of(&page).as_str()), (200, NUMBER), "{}", page.text());
    page
}

fn take_back(phone: &mut Phone, key: &str, proof: &str, new: &str) -> Page {
    let form = phone.get("/undo").form("/undo").fill("key", key).fill("proof", proof);
    phone.submit(&form.fill("new_password", new))
}

fn comes_in(program: &Program, number: &str, password: &str) -> bool {
    place_of(&log_in(&mut program.phone(IPHONE), number, password)) == "/home"
}

const NEW: &str = "kawa to mori 88";

#[test]
fn attack_22_a_number_changes_by_password_and_code_and_the_old_one_is_told() {
    for program in demos() {
        for (handle, model, to) in [("ken", IPHONE, "090-7000-0001"), ("yuki", FOMA, "090-7000-0002")] {
            let old = number_of(handle);
            let (mut phone, mut other) = (program.phone_of(handle, model), program.phone_of(handle, GARAHO));
            let page = change(&program, &mut phone, to, 1, PASSWORD);
            assert!(page.text().contains("電話番号を変えました"), "{}", page.text());
            assert_eq!(place_of(&phone.get("/home")), "/home", "the phone in hand stays signed in");
            assert!(phone.get("/home").text().contains("電話番号が変わりました"), "home says so in red");
            assert_eq!(place_of(&other.get("/home")), "/login", "another phone is still signed in");
            assert!(!comes_in(&program, old, PASSWORD), "the old number still opens the account");
            assert!(comes_in(&program, to, PASSWORD));
            let told = texts_to(&program, old, 1).remove(0);
            assert!(told.contains(&key_in(&told)) && told.contains("/undo"), "{told}");
        }
        let wrong = dump(&program.database_url());
        assert!(wrong["number_undos"].iter().all(|row| !row.contains("12345602")), "an old number lies open");
    }
}

#[test]
fn attack_22_a_session_alone_changes_nothing() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let mut phone = program.phone_of("ken", model);
            execute(&program.database_url(), "UPDATE sessions SET confirmed_at = NULL");
            let page = phone.get(NUMBER);
            let asked = phone.submit(&page.form(NUMBER).fill("phone", "090-7000-0010"));
            let form = asked.form("/me/again").fill("password", "not the password");
            assert_eq!(phone.submit(&form).status, 422);
            assert_eq!(place_of(&phone.get(CODE)), NUMBER, "a step without the password");
            assert!(
                program.texts().iter().all(|(to, _)| to != "+819070000010"),
                "a text without the password"
            );
        }
        // With everything but the code of the new number.
        let mut phone = program.phone_of("ken", IPHONE);
        let page = name(&mut phone, "090-7000-0011", PASSWORD);
        let code = code_in(&texts_to(&program, "090-7000-0011", 1)[0]);
        let wrong = if code == "000000" { "000001" } else { "000000" };
        assert_eq!(phone.submit(&page.form(CODE).fill("code", wrong)).status, 422);
        assert!(comes_in(&program, number_of("ken"), PASSWORD));
    }
}

#[test]
fn attack_06_a_code_for_a_change_is_good_in_its_own_session_and_for_nothing_else() {
    for program in demos() {
        let (mut ken, mut mika) = (program.phone_of("ken", IPHONE), program.phone_of("mika", IPHONE));
        let of_ken = name(&mut ken, "090-7000-0020", PASSWORD);
        let of_mika = name(&mut mika, "090-7000-0021", PASSWORD);
        let code = code_in(&texts_to(&program, "090-7000-0020", 1)[0]);
        let other = code_in(&texts_to(&program, "090-7000-0021", 1)[0]);
        // In somebody else's change, in another session of the same member, at the door, for another number.
        if code != other {
            assert_eq!(mika.submit(&of_mika.form(CODE).fill("code", &code)).status, 422);
        }
        let mut second = program.phone_of("ken", GARAHO);
        assert_eq!(place_of(&second.get(CODE)), NUMBER, "another session sees the change");
        let csrf = second.get(NUMBER).form(NUMBER).value("csrf").to_owned();
        send(&mut second, CODE, &format!("csrf={csrf}&code={code}"));
        assert!(!comes_in(&program, "090-7000-0020", PASSWORD));
        let mut guest = program.phone(IPHONE);
        let page = guest.get("/signup");
        let page = guest.submit(&page.form("/signup").fill("phone", "090-7000-0020"));
        let newer = code_in(texts_to(&program, "090-7000-0020", 2).last().unwrap());
        if newer != code {
            assert_eq!(guest.submit(&page.form("/signup/code").fill("code", &code)).status, 422);
            // And the door's code is worth nothing to the change.
            assert_eq!(ken.submit(&of_ken.form(CODE).fill("code", &newer)).status, 422);
        }
        let page = ken.submit(&of_ken.form(CODE).fill("code", &code));
        assert_eq!(place_of(&page), NUMBER, "{}", page.text());
        assert!(comes_in(&program, "090-7000-0020", PASSWORD));
        // Spent: nothing of it is left.
        assert_eq!(place_of(&ken.get(CODE)), NUMBER);
    }
}

#[test]
fn attack_22_of_many_who_want_one_number_one_gets_it() {
    for program in demos() {
        let handles = ["ken", "mika", "yuki", "taro"];
        let number = "090-7000-0030";
        let before = dump(&program.database_url())["phones"].len();
        let mut phones: Vec<Phone> = handles.iter().map(|handle| program.phone_of(handle, IPHONE)).collect();
        let mut forms = Vec::new();
        for (nth, phone) in phones.iter_mut().enumerate() {
            let page = name(phone, number, PASSWORD);
            let code = code_in(texts_to(&program, number, nth + 1).last().unwrap());
            forms.push(page.form(CODE).fill("code", &code));
        }
        let ends = at_once(8, |which| phones[which % 4].clone().submit(&forms[which % 4]).status);
        assert!(ends.iter().all(|status| matches!(status, 200 | 422)), "{ends:?}");
        let kept = dump(&program.database_url());
        assert_eq!(kept["number_undos"].len(), 1, "on {}", program.engine);
        assert_eq!(kept["phones"].len(), before, "somebody lost their number on {}", program.engine);
    }
}

#[test]
fn attack_22_whether_a_number_is_known_is_not_told() {
    for program in demos() {
        execute(&program.database_url(), "DELETE FROM counters");
        let mut pages = Vec::new();
        for (number, known) in [("090-7000-0042", false), (number_of("yuki"), true)] {
            let mut phone = program.phone_of("ken", IPHONE);
            let page = name(&mut phone, number, PASSWORD);
            let text = texts_to(&program, number, 1).remove(0);
            assert_eq!(text.contains("すでに登録済み"), known, "{text}");
            let csrf = page.form(CODE).value("csrf").to_owned();
            let once = page.form(CODE).value("once").to_owned();
            let last = &number[number.len() - 2..];
            let mut text = page.text();
            for varies in [csrf.as_str(), once.as_str()].into_iter().filter(|varies| !varies.is_empty()) {
                text = text.replace(varies, "-");
            }
            pages.push((page.status, text.replace(&format!("末尾{last}"), "末尾--")));
        }
        assert_eq!(pages[0], pages[1]);
    }
}

#[test]
fn attack_22_the_old_number_and_the_password_of_that_day_take_it_back() {
    for program in demos() {
        let (old, thief_number) = (number_of("emma"), "090-7000-0050");
        let mut owner = program.phone_of("emma", J_PHONE);
        // Somebody who knows the password takes the account, and then the password.
        let mut thief = program.phone_of("emma", IPHONE);
        change(&program, &mut thief, thief_number, 1, PASSWORD);
        let form = thief.get("/me/security/password").form("/me/security/password");
        let page = thief.submit(&form.fill("new_password", "the thief chose it"));
        confirmed(&mut thief, page, PASSWORD);
        // A second change does not bury the first one's way back.
        change(&program, &mut thief, "090-7000-0051", 1, "the thief chose it");
        let key = key_in(texts_to(&program, old, 1).first().unwrap());
        assert_eq!(place_of(&owner.get("/home")), "/login");
        // Whoever merely holds the old number by now (or guesses) gets nowhere.
        let mut stranger = program.phone(IPHONE);
        for (key, proof) in
            [(key.as_str(), "not the password"), (&key, ""), (&key, "the thief chose it"), (&key, &key)]
        {
            assert_eq!(take_back(&mut stranger, key, proof, NEW).status, 422, "{proof}");
        }
        assert_eq!(take_back(&mut stranger, "0000 0000 0000", PASSWORD, NEW).status, 422);
        let short = take_back(&mut owner, &key, PASSWORD, "short");
        assert_eq!(
            (short.status, short.form("/undo").value("key")),
            (422, key.as_str()),
            "what was typed is kept"
        );
        let page = take_back(&mut owner, &key, PASSWORD, NEW);
        assert_eq!((page.status, place_of(&page).as_str()), (200, "/login"), "{}", page.text());
        assert_eq!(place_of(&thief.get("/home")), "/login", "the thief is still signed in");
        for number in [thief_number, "090-7000-0051"] {
            assert!(!comes_in(&program, number, "the thief chose it"), "{number}");
        }
        for password in [PASSWORD, "the thief chose it"] {
            assert!(!comes_in(&program, old, password), "{password} is good still");
        }
        assert!(comes_in(&program, old, NEW));
        assert!(dump(&program.database_url())["number_undos"].is_empty());
        assert_eq!(take_back(&mut owner, &key, PASSWORD, NEW).status, 422, "a key was good twice");
        assert!(
            texts_to(&program, old, 2)[1].contains("戻りました")
                || texts_to(&program, old, 2)[1].contains("back")
        );
    }
}

#[test]
fn attack_22_text_and_letter_together_need_no_password() {
    for program in demos() {
        let mut thief = program.phone_of("emma", IPHONE);
        change(&program, &mut thief, "090-7000-0060", 1, PASSWORD);
        let key = key_in(&texts_to(&program, number_of("emma"), 1)[0]);
        let (to, _, body) = letters(&program, 1).remove(0);
        assert_eq!(to, "emma@example.com");
        for model in [FOMA, IPHONE] {
            let mut owner = program.phone(model);
            let page = owner.get(&link_in(&body));
            let form = page.form("/undo").fill("new_password", NEW);
            let wrong = owner.submit(&form.clone().fill("proof", "123412341234"));
            assert_eq!(wrong.status, 422, "the letter alone is enough");
            let page = owner.submit(&wrong.form("/undo").fill("proof", &key).fill("new_password", NEW));
            let wanted = if model.name == FOMA.name { (200, "/login") } else { (422, "/undo") };
            assert_eq!((page.status, place_of(&page).as_str()), wanted, "{}", page.text());
        }
        assert!(comes_in(&program, number_of("emma"), NEW));
    }
}

#[test]
fn attack_22_of_parallel_tries_one_takes_it_back_and_time_ends_it() {
    for program in demos() {
        let (url, old) = (program.database_url(), number_of("mika"));
        let mut phone = program.phone_of("mika", IPHONE);
        change(&program, &mut phone, "090-7000-0070", 1, PASSWORD);
        let key = key_in(&texts_to(&program, old, 1)[0]);
        let ends = at_once(8, |_| place_of(&take_back(&mut program.phone(IPHONE), &key, PASSWORD, NEW)));
        assert_eq!(
            ends.iter().filter(|place| *place == "/login").count(),
            1,
            "on {}: {ends:?}",
            program.engine
        );
        assert!(comes_in(&program, old, NEW));
        // Until its time is over nobody else gets the number that went.
        let mut phone = program.phone_of("taro", IPHONE);
        let old = number_of("taro");
        change(&program, &mut phone, "090-7000-0071", 1, PASSWORD);
        let key = key_in(&texts_to(&program, old, 1)[0]);
        let mut ken = program.phone_of("ken", IPHONE);
        name(&mut ken, old, PASSWORD);
        assert!(texts_to(&program, old, 2)[1].contains("すでに登録済み"), "the number was free too early");
        execute(&url, "UPDATE number_undos SET ends_at = changed_at + 1");
        assert_eq!(
            take_back(&mut program.phone(IPHONE), &key, PASSWORD, NEW).status,
            422,
            "a key outlived its time"
        );
        assert!(!phone.get("/home").text().contains("電話番号が変わりました"));
        change(&program, &mut ken, old, 3, PASSWORD);
        assert!(comes_in(&program, old, PASSWORD));
    }
}

#[test]
fn attack_22_an_app_is_asked_for_and_limits_hold() {
    for program in demos() {
        let mut neko = program.phone(IPHONE);
        let page = log_in(&mut neko, number_of("neko"), PASSWORD);
        let page = neko.submit(&page.form("/login/code").fill("code", &super::second_step::code(0)));
        assert_eq!(place_of(&page), "/home");
        let page = name(&mut neko, "090-7000-0080", PASSWORD);
        let code = code_in(&texts_to(&program, "090-7000-0080", 1)[0]);
        let page = neko.submit(&page.form(CODE).fill("code", &code).fill("second", "000000"));
        assert_eq!(page.status, 422, "a number was changed without the app");
        assert!(page.text().contains("新しい番号を確認しました"), "the right code was lost: {}", page.text());
        let page = neko.submit(&page.form(CODE).fill("second", &super::second_step::code(1)));
        assert_eq!(place_of(&page), NUMBER, "{}", page.text());
        // Two changes a day, and five texts.
        let mut ken = program.phone_of("ken", IPHONE);
        change(&program, &mut ken, "090-7001-0081", 1, PASSWORD);
        change(&program, &mut ken, "090-7002-0082", 1, PASSWORD);
        let page = name(&mut ken, "090-7003-0083", PASSWORD);
        assert_eq!(page.status, 429, "{}", page.text());
        assert_eq!(page.form(NUMBER).value("phone"), "090-7003-0083");
        let mut mika = program.phone_of("mika", IPHONE);
        let page = name(&mut mika, "090-7004-0084", PASSWORD);
        let mut statuses = vec![page.status];
        let form = page.form(&format!("{CODE}/resend"));
        statuses.extend((0..6).map(|_| mika.submit(&form).status));
        assert_eq!(statuses, [200, 200, 200, 200, 200, 429, 429], "on {}", program.engine);
    }
}

#[test]
fn attack_23_no_step_of_a_change_is_skipped() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let mut ken = program.phone_of("ken", model);
            let csrf = ken.get(NUMBER).form(NUMBER).value("csrf").to_owned();
            let before = dump(&program.database_url())["phones"].clone();
            for body in [
                "code=123456",
                "code=&phone_verified=1",
                "code[]=000000",
                "code=000000&phone=09070000090&verified=1&member=1&session=1",
            ] {
                let page = send(&mut ken, CODE, &format!("csrf={csrf}&{body}"));
                assert_eq!(page.status, 303, "{body}: {}", page.text());
                assert!(page.header("location").contains(NUMBER), "{body}");
            }
            let page = send(&mut ken, &format!("{CODE}/resend"), &format!("csrf={csrf}"));
            assert!(matches!(page.status, 303), "{}", page.text());
            assert_eq!(dump(&program.database_url())["phones"], before);
        }
        // A code that was right a day ago is nobody's any more.
        let mut mika = program.phone_of("mika", IPHONE);
        let page = name(&mut mika, "090-7000-0091", PASSWORD);
        let code = code_in(&texts_to(&program, "090-7000-0091", 1)[0]);
        execute(&program.database_url(), "UPDATE signups SET created_at = created_at - 86400001");
        let page = mika.submit(&page.form(CODE).fill("code", &code));
        assert!(!page.text().contains("電話番号を変えました"), "{}", page.text());
        assert!(comes_in(&program, number_of("mika"), PASSWORD));
    }
}
