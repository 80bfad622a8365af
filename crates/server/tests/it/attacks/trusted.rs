//! Coming back by the word of two trusted friends: what a friend can be made to press, and what nobody else can
//! (rows 6, 20, 22, 38 and the number match of 26).

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::dump::{dump, execute};
use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, Model, Page, Phone};

use super::account::letters;
use super::at_once;
use super::recovery::{NEW, choose, demos, prove};
use crate::program::{
    Program, demos_with, link_to, log_in, member_named, number_of, place_of, without_token,
};

const OWN: &str = "/me/security/trusted";
const PICK: &str = "/me/security/trusted/pick";
const FRIENDS: &str = "/login/forgot/friends";
const OVER: &str = "もう終わっています";
const NICKNAMES: [&str; 3] = ["ケン坊", "ゆき＠雪国", "さとばあ"];

/// A phone without cookies is asked for the password at each such step.
fn confirmed(phone: &mut Phone, page: Page) -> Page {
    match page.find_form("/me/again") {
        Some(form) => phone.submit(&form.fill("password", PASSWORD)),
        None => page,
    }
}

/// Chooses three one after the other, as a person would.
fn choose_three(phone: &mut Phone, names: [&str; 3]) -> Page {
    let ids = names.map(|name| member_named(phone, name).replace("/members/", ""));
    let mut page = phone.get(PICK);
    for (field, id) in ["one", "two", "three"].into_iter().zip(&ids) {
        let chosen = format!("{field}={id}");
        let link = page.links().find(|link| link.ends_with(&chosen));
        let link = link.unwrap_or_else(|| panic!("nobody to choose as {chosen}: {}", page.text()));
        page = phone.get(&format!("{PICK}?{}", link.split('?').nth(1).unwrap_or_default()));
    }
    let page = phone.submit(&page.form(OWN));
    confirmed(phone, page)
}

/// hanako has chosen ken, yuki and sato.
fn chosen(program: &Program) -> Phone {
    let mut hanako = program.phone_of("hanako", IPHONE);
    let page = choose_three(&mut hanako, NICKNAMES);
    assert_eq!(place_of(&page), OWN, "{}", page.text());
    hanako
}

/// Somebody with hanako's number has the friends asked; the phone, and the sign it shows.
fn ask(program: &Program, model: Model, nth: usize) -> (Phone, i16) {
    let mut guest = program.phone(model);
    let page = prove(program, &mut guest, number_of("hanako"), nth);
    let page = guest.submit(&page.form(FRIENDS));
    assert_eq!(place_of(&page), FRIENDS, "{}", page.text());
    let text = page.text();
    for name in ["ケン坊", "ゆき", "さとばあ", "はなこ"] {
        assert!(!text.contains(name), "{name} is named: {text}");
    }
    let after = text.split("あなたの番号").nth(1).unwrap();
    let sign = after.split(|sign: char| !sign.is_ascii_digit()).find(|digits| digits.len() == 2);
    (guest, sign.unwrap_or_else(|| panic!("no sign: {text}")).parse().unwrap())
}

/// Where the red line on somebody's home leads.
fn line_of(phone: &mut Phone) -> Option<String> {
    link_to(&phone.get("/home"), "/trusted/").map(|link| without_token(&link))
}

/// The button of a question with this number, or one with another.
fn button(page: &Page, sign: i16, is_right: bool) -> &'static str {
    let at = numbers(page).iter().position(|number| *number == sign).expect("the sign among them");
    let names = ["first", "second", "third"];
    if is_right { names[at] } else { names[(at + 1) % 3] }
}

/// The three numbers in their order.
fn numbers(page: &Page) -> Vec<i16> {
    let text = page.text();
    let number = |name: &str| {
        let after = text.split(&format!("name=\"{name}\"")).nth(1).expect("a question");
        let mut digits = after.split(|sign: char| !sign.is_ascii_digit());
        digits.find(|digits| digits.len() == 2).unwrap().parse().unwrap()
    };
    ["first", "second", "third"].map(number).to_vec()
}

/// A friend answers what waits in red at home.
fn press(phone: &mut Phone, sign: i16, is_right: bool) -> Page {
    let place = line_of(phone).expect("a red line");
    let page = phone.get(&place);
    let name = button(&page, sign, is_right);
    phone.submit(&page.form(&place).press(name))
}

#[test]
fn attack_22_two_friends_who_heard_the_voice_bring_a_member_back() {
    for program in demos() {
        let mut hanako = chosen(&program);
        for (nth, model) in [(1, FOMA), (2, IPHONE), (3, KAIOS)] {
            let (mut guest, sign) = ask(&program, model, nth);
            let mut ken = program.phone_of("ken", model);
            assert!(press(&mut ken, sign, true).text().contains("本人だと答えました"), "{}", model.name);
            assert_eq!(line_of(&mut ken), None, "what is answered waits no more");
            let page = guest.get(FRIENDS);
            assert!(page.text().contains("2人のうち1人"), "{}", page.text());
            assert_eq!(place_of(&guest.get("/login/forgot/password")), "/login/forgot/proof");
            press(&mut program.phone_of("yuki", model), sign, true);
            let page = guest.get(FRIENDS);
            assert_eq!(place_of(&page), "/login/forgot/password", "{}: {}", model.name, page.text());
            let page = choose(&mut guest, &page);
            assert_eq!(place_of(&page), "/me/security", "{}: {}", model.name, page.text());
            assert_eq!(place_of(&hanako.get("/home")), "/login", "an old session lives on");
            assert_eq!(line_of(&mut program.phone_of("sato", model)), None, "the third is asked in vain");
            hanako = program.phone(IPHONE);
            log_in(&mut hanako, number_of("hanako"), NEW);
        }
    }
}

#[test]
fn attack_26_a_friend_who_spoke_to_nobody_has_one_guess() {
    for program in demos() {
        let mut hanako = chosen(&program);
        let (mut guest, sign) = ask(&program, IPHONE, 1);
        let mut ken = program.phone_of("ken", FOMA);
        let place = line_of(&mut ken).unwrap();
        let page = ken.get(&place);
        assert_eq!(numbers(&page), numbers(&ken.get(&place)), "the order changes with a look");
        let (wrong, right) = (button(&page, sign, false), button(&page, sign, true));
        let answered = ken.submit(&page.form(&place).press(wrong));
        assert!(answered.text().contains("番号が違った"), "{}", answered.text());
        // The page that is still open is worth nothing more.
        let late = ken.submit(&page.form(&place).press(right));
        assert!(late.text().contains("番号が違った"), "{}", late.text());
        assert!(guest.get(FRIENDS).text().contains("2人のうち0人"));
        // A second one who does not know closes the way, and the owner hears of it at once.
        let mut yuki = program.phone_of("yuki", IPHONE);
        let place = line_of(&mut yuki).unwrap();
        let page = yuki.get(&place);
        yuki.submit(&page.form(&place).press("no"));
        assert!(guest.get(FRIENDS).text().contains("もうお願いできません"));
        assert!(hanako.get("/home").text().contains("友人の確認はとれませんでした"));
        // The third cannot make up for it.
        press(&mut program.phone_of("sato", IPHONE), sign, true);
        assert_eq!(place_of(&guest.get("/login/forgot/password")), "/login/forgot/proof");
        hanako.get("/me/security");
        assert!(!hanako.get("/home").text().contains("友人の確認はとれませんでした"), "looked at");
    }
}

#[test]
fn attack_03_of_many_presses_at_once_each_friend_counts_once() {
    for program in demos() {
        chosen(&program);
        let (mut guest, sign) = ask(&program, IPHONE, 1);
        let ready = |handle: &str| {
            let mut phone = program.phone_of(handle, IPHONE);
            let place = line_of(&mut phone).unwrap();
            let page = phone.get(&place);
            let name = button(&page, sign, true);
            (phone, page.form(&place).press(name))
        };
        let (ken, form) = ready("ken");
        let pages = at_once(12, |_| ken.clone().fetch(&form.request()));
        assert!(pages.iter().all(|page| page.status == 303), "{:?}", pages[0].status);
        assert!(guest.get(FRIENDS).text().contains("2人のうち1人"), "one friend counted twice");
        // Two friends at once are two.
        let both = [ready("yuki"), ready("sato")];
        at_once(2, |nth| both[nth].0.clone().fetch(&both[nth].1.request()));
        assert_eq!(place_of(&guest.get(FRIENDS)), "/login/forgot/password");
    }
}

#[test]
fn attack_22_whoever_is_no_friend_any_more_does_not_count() {
    for program in demos() {
        let mut hanako = chosen(&program);
        let (mut guest, sign) = ask(&program, IPHONE, 1);
        let mut pages = Vec::new();
        for handle in ["ken", "yuki", "sato"] {
            let mut phone = program.phone_of(handle, IPHONE);
            let place = line_of(&mut phone).unwrap();
            let page = phone.get(&place);
            let name = button(&page, sign, true);
            pages.push((phone, place.clone(), page.form(&place).press(name)));
        }
        let ken = member_named(&mut hanako, "ケン坊");
        let form = hanako.get(&format!("{ken}/part")).form(&format!("{ken}/part"));
        hanako.submit(&form);
        let hana = member_named(&mut pages[1].0, "はなこ");
        let form = pages[1].0.get(&format!("{hana}/block")).form(&format!("{hana}/block"));
        pages[1].0.submit(&form);
        for (phone, place, form) in &mut pages[..2] {
            assert_eq!(line_of(phone), None);
            assert!(phone.get(place).text().contains(OVER));
            let page = phone.submit(form);
            assert!(page.text().contains(OVER) && !page.text().contains("はなこ"), "{}", page.text());
        }
        let (phone, _, form) = &mut pages[2];
        assert!(
            phone.submit(form).text().contains(OVER)
                || guest.get(FRIENDS).text().contains("もうお願いできません")
        );
        assert_eq!(place_of(&guest.get("/login/forgot/password")), "/login/forgot/proof");
        // Nor can they be asked anew: one of three is not enough, and the page does not offer it.
        let mut again = program.phone(IPHONE);
        let page = prove(&program, &mut again, number_of("hanako"), 2);
        assert!(page.find_form(FRIENDS).is_none(), "{}", page.text());
        assert!(page.text().contains("番号だけではパスワードを変えられない"));
    }
}

#[test]
fn attack_38_a_question_is_one_friends_and_of_one_way_back() {
    for program in demos() {
        let mut hanako = chosen(&program);
        let (mut guest, _) = ask(&program, IPHONE, 1);
        let mut ken = program.phone_of("ken", IPHONE);
        let place = line_of(&mut ken).unwrap();
        let form = ken.get(&place).form(&place);
        // For everybody else it is the same nothing as what never was.
        for handle in ["oliver", "yuki", "hanako"] {
            let mut other = program.phone_of(handle, IPHONE);
            let (there, nowhere) = (other.get(&place), other.get("/trusted/7"));
            assert_eq!((there.status, there.body.len()), (404, nowhere.body.len()), "{handle}");
            let csrf = other.get("/me/settings").forms()[0].value("csrf").to_owned();
            let body = format!("csrf={csrf}&first=1");
            let sent = other.fetch(&enishi_testkit::phone::Request::post(&place, body.as_bytes()));
            assert_eq!(sent.status, 404, "{handle}");
        }
        assert_eq!(program.phone(IPHONE).fetch(&enishi_testkit::phone::Request::get(&place)).status, 303);
        // None of the buttons, or two of them, is no answer.
        ken.submit(&form);
        ken.submit(&form.clone().fill("first", "1").fill("no", "1"));
        assert!(ken.get(&place).text().contains("押してください"));
        // The owner stops it: nothing more is told, and nothing taken.
        let stop = hanako.get("/me/security/recovery").form("/me/security/recovery");
        hanako.submit(&stop);
        let page = ken.submit(&form.press("first"));
        assert!(page.text().contains(OVER) && !page.text().contains("はなこ"), "{}", page.text());
        assert_eq!(line_of(&mut ken), None);
        assert_eq!(place_of(&guest.get(FRIENDS)), "/login/forgot");
        // So does time.
        ask(&program, IPHONE, 2);
        let place = line_of(&mut ken).unwrap();
        execute(&program.database_url(), "UPDATE recoveries SET expires_at = 1");
        assert!(ken.get(&place).text().contains(OVER));
        assert_eq!(line_of(&mut ken), None);
    }
}

#[test]
fn attack_13_friends_are_asked_three_times_a_day_and_no_more() {
    for program in demos_with(&[
        ("ENISHI_SIGNUP__RESEND_WAITS", "[0]"),
        ("ENISHI_SIGNUP__PER_CLIENT", "[{ seconds = 1800, most = 1000 }]"),
        ("ENISHI_LOGIN__ACCOUNT_WAITS", "[0]"),
        ("ENISHI_RECOVERY__FRIEND_ASKS_PER_MEMBER", "{ seconds = 86400, most = 2 }"),
    ]) {
        chosen(&program);
        ask(&program, IPHONE, 1);
        ask(&program, FOMA, 2);
        let mut guest = program.phone(IPHONE);
        let page = prove(&program, &mut guest, number_of("hanako"), 3);
        let page = guest.submit(&page.form(FRIENDS));
        assert_eq!(page.status, 429, "{}", page.text());
        assert!(page.text().contains("少しお待ちください"), "{}", page.text());
        assert_eq!(line_of(&mut program.phone_of("ken", IPHONE)), None, "asked all the same");
    }
}

#[test]
fn attack_26_the_authenticator_app_is_asked_for_after_friends_too() {
    for program in demos() {
        let mut hanako = chosen(&program);
        let (_, codes) = super::second_step::put_up(&mut hanako);
        let (mut guest, sign) = ask(&program, IPHONE, 1);
        for handle in ["ken", "yuki"] {
            press(&mut program.phone_of(handle, FOMA), sign, true);
        }
        let page = guest.get(FRIENDS);
        let page = choose(&mut guest, &page);
        assert!(page.find_form("/login/code").is_some(), "{}", page.text());
        assert_eq!(place_of(&guest.get("/home")), "/login");
        let page = guest.submit(&page.form("/login/code").fill("code", &codes[0]));
        assert_eq!(place_of(&page), "/me/security", "{}", page.text());
    }
}

#[test]
fn choosing_is_known_to_the_chosen_alone_and_one_key_steps_back() {
    for program in demos() {
        for model in [FOMA, IPHONE] {
            let mut emma = program.phone_of("emma", model);
            let before = letters(&program, 0).len();
            let page = choose_three(&mut emma, ["ゆき＠雪国", "ねこの手", "Oliver K."]);
            assert_eq!(place_of(&page), OWN, "{}: {}", model.name, page.text());
            assert!(letters(&program, before + 1)[before].1.contains("trusted friends"));
            let mut yuki = program.phone_of("yuki", model);
            assert!(yuki.get("/home").text().contains("「頼れる友人」に選びました"), "{}", model.name);
            let page = yuki.get(OWN);
            assert!(!yuki.get("/home").text().contains("「頼れる友人」に選びました"), "looked at");
            // Nobody else hears of it, and what never was cannot be stepped back from.
            let mut hanako = program.phone_of("hanako", model);
            for place in ["/home", OWN, "/notifications"] {
                assert!(!hanako.get(place).text().contains("Emma in Kyotoさんが、あなたを"), "{place}");
            }
            let emmas = member_named(&mut yuki, "Emma in Kyoto").replace("/members/", "");
            let leave = format!("/me/security/trusted/{emmas}/leave");
            assert_eq!(place_of(&yuki.submit(&page.form(&leave))), OWN);
            assert_eq!(yuki.submit(&page.form(&leave)).status, 404);
            assert!(letters(&program, before + 2)[before + 1].1.contains("trusted friends"));
            // Two are left and suffice; the owner takes them off with the password.
            let page = emma.get(OWN);
            let page = emma.submit(&page.form("/me/security/trusted/off"));
            confirmed(&mut emma, page);
            let rows = dump(&program.database_url())["trusted_friends"].len();
            assert_eq!(rows, 6, "hanako's and mika's of the cast alone");
        }
    }
}

#[test]
fn three_different_friends_are_chosen_and_the_password_is_asked_for() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", FOMA);
        let ids = NICKNAMES.map(|name| member_named(&mut hanako, name).replace("/members/", ""));
        let [ken, yuki, _] = &ids;
        let mut oliver = program.phone_of("oliver", IPHONE);
        let own = member_named(&mut oliver, "Oliver K.").replace("/members/", "");
        // A stranger or the same one twice is not offered on.
        for query in [format!("one={own}"), format!("one={ken}&two={ken}"), "one=zzzzzzzzzzzzz".to_owned()] {
            let page = hanako.get(&format!("{PICK}?{query}"));
            assert!(page.text().contains("1人目を選んでください"), "{query}: {}", page.text());
        }
        let page = hanako.get(&format!("{PICK}?one={ken}&two={yuki}&three={}", ids[2]));
        for (third, why) in [(ken, "ちがう3人"), (&own, "友人でなくなった方")] {
            let form = page.form(OWN).without("three").fill("three", third);
            let again = hanako.submit(&form);
            assert!(again.find_form("/me/again").is_some(), "no password was asked for: {}", again.text());
            let refused = hanako.submit(&again.form("/me/again").fill("password", PASSWORD));
            assert!(refused.text().contains(why), "{}", refused.text());
        }
    }
}
