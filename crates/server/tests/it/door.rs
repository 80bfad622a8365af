//! Signing up by SMS, on both faces and in both languages.

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, MOVA, Model, Phone, Request, SOFTBANK};

use crate::program::{Program, empty, log_in, place_of};

const PASSWORD: &str = "umi to yama 77";

fn ask_for_code(phone: &mut Phone, number: &str) -> enishi_testkit::phone::Page {
    let form = phone.get("/signup").form("/signup").fill("phone", number);
    phone.submit(&form)
}

fn code_in(text: &str) -> String {
    text.rsplit('#').next().unwrap().trim().to_owned()
}

fn sign_up(program: &Program, phone: &mut Phone, number: &str, e164: &str, nickname: &str) {
    let page = ask_for_code(phone, number);
    assert_eq!(place_of(&page), "/signup/code", "{}", page.text());
    let text = program.text_to(e164);
    let last = text.lines().last().unwrap();
    assert!(last.starts_with("@127.0.0.1 #"), "the last line is not bound to the host: {text}");
    let page = phone.submit(&page.form("/signup/code").fill("code", &code_in(&text)));
    assert_eq!(place_of(&page), "/signup/profile", "{}", page.text());
    let form = page.form("/signup/profile").fill("nickname", nickname).fill("password", PASSWORD);
    let home = phone.submit(&form);
    assert_eq!((home.status, place_of(&home).as_str()), (200, "/home"), "{}", home.text());
}

#[test]
fn anyone_with_a_number_joins_on_any_phone() {
    for program in empty(&[]) {
        let people: [(Model, &str, &str); 5] = [
            (IPHONE, "090-1111-2201", "+819011112201"),
            (FOMA, "09011112202", "+819011112202"),
            (SOFTBANK, "080 1111 2203", "+818011112203"),
            (KAIOS, "+81 90 1111 2204", "+819011112204"),
            (MOVA, "０９０１１１１２２０５", "+819011112205"),
        ];
        for (model, number, e164) in people {
            let mut phone = program.phone(model);
            sign_up(&program, &mut phone, number, e164, "たろう");
            let menu = phone.get("/menu");
            let out = phone.submit(&menu.form("/logout"));
            assert_eq!(place_of(&out), "/", "{} on {}", model.name, program.engine);
            assert_eq!(place_of(&phone.get("/home")), "/login", "{}", model.name);
            let home = log_in(&mut phone, number, PASSWORD);
            assert_eq!(place_of(&home), "/home", "{}: {}", model.name, home.text());
        }
    }
}

#[test]
fn the_words_are_in_the_readers_language() {
    for program in empty(&[]) {
        let mut phone = program.phone(IPHONE).with_header("Accept-Language", "en-GB,en;q=0.9");
        assert!(ask_for_code(&mut phone, "090-1111-3301").text().contains("If that number"));
        assert!(program.text_to("+819011113301").contains("code: "));
        let mut phone = program.phone(FOMA);
        assert!(ask_for_code(&mut phone, "090-1111-3302").text().contains("確認コードを送りました"));
        assert!(program.text_to("+819011113302").contains("確認コード"));
    }
}

#[test]
fn a_known_number_gets_the_same_answer_and_another_text() {
    for program in empty(&[("ENISHI_SIGNUP__RESEND_WAITS", "[0, 0, 0, 0]")]) {
        let mut owner = program.phone(IPHONE);
        sign_up(&program, &mut owner, "090-2222-4401", "+819022224401", "はじめ");
        let before = program.texts().len();
        let mut stranger = program.phone(IPHONE);
        let known = ask_for_code(&mut stranger, "090-2222-4401");
        let mut other = program.phone(IPHONE);
        let unknown = ask_for_code(&mut other, "090-2222-4501");
        let words = |page: &enishi_testkit::phone::Page| {
            let text = page.text();
            // The marks of one form differ; everything else is the same.
            text.split("<form")
                .map(|part| part.split("<input type=\"hidden\"").next().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(words(&known), words(&unknown));
        program.text_to("+819022224501");
        let texts = program.texts();
        assert_eq!(texts.len(), before + 2);
        let (_, told) = texts.iter().rev().find(|(to, _)| to == "+819022224401").unwrap();
        assert!(told.contains("すでに登録済み"), "{told}");
    }
}

#[test]
fn wrong_codes_run_out_and_say_so_beside_the_field() {
    for program in empty(&[]) {
        let mut phone = program.phone(FOMA);
        let mut page = ask_for_code(&mut phone, "090-3333-5501");
        let right = code_in(&program.text_to("+819033335501"));
        let wrong = if right == "000000" { "000001" } else { "000000" };
        for left in (0..5).rev() {
            page = phone.submit(&page.form("/signup/code").fill("code", wrong));
            assert_eq!(page.status, 422);
            assert!(page.is_shift_jis());
            let text = page.text();
            assert!(text.contains(&format!("あと{left}回")) || left == 0, "{left}: {text}");
            assert_eq!(page.form("/signup/code").value("code"), wrong, "what was typed is gone");
        }
        page = phone.submit(&page.form("/signup/code").fill("code", &right));
        assert_eq!(page.status, 422, "a dead code was taken: {}", page.text());
    }
}

#[test]
fn numbers_that_get_no_texts_are_refused_before_anything_is_sent() {
    for program in empty(&[]) {
        let mut phone = program.phone(IPHONE);
        for number in [
            "",
            "03-1234-5678",
            "0120-123-456",
            "050-1234-5678",
            "110",
            "+252 61 1234567",
            "090-1234",
            "たろう",
        ] {
            let page = ask_for_code(&mut phone, number);
            assert_eq!(page.status, 422, "{number}: {}", page.text());
            assert_eq!(page.form("/signup").value("phone"), number);
        }
        assert!(program.texts().is_empty());
    }
}

#[test]
fn no_step_is_skipped() {
    for program in empty(&[]) {
        let mut phone = program.phone(IPHONE);
        for step in ["/signup/code", "/signup/profile"] {
            assert_eq!(place_of(&phone.get(step)), "/signup", "{step}");
        }
        let page = ask_for_code(&mut phone, "090-4444-6601");
        let csrf = page.form("/signup/code").value("csrf").to_owned();
        let body = format!("csrf={csrf}&nickname=x&password=umi+to+yama+77&phone_verified=1");
        let page = phone.fetch(&enishi_testkit::phone::Request::post("/signup/profile", body.as_bytes()));
        assert_eq!(page.location().as_deref(), Some("/signup/code"));
    }
}

#[test]
fn an_address_handed_out_before_the_code_opens_nothing_after_it() {
    for program in empty(&[]) {
        let mut thief = program.phone(FOMA);
        thief.get("/signup");
        let link = format!("{}/signup", thief.prefix());
        let mut victim = program.phone(FOMA);
        let page = victim.fetch(&enishi_testkit::phone::Request::get(&link));
        let page = victim.submit(&page.form("/signup").fill("phone", "090-8888-1101"));
        let code = code_in(&program.text_to("+819088881101"));
        let page = victim.submit(&page.form("/signup/code").fill("code", &code));
        assert_eq!(place_of(&page), "/signup/profile", "{}", page.text());
        assert_ne!(place_of(&thief.get("/signup/profile")), "/signup/profile", "the sign-up was stolen");
        let token = thief.prefix().trim_start_matches("/~").to_owned();
        let cookie =
            program.phone(IPHONE).with_header("Cookie", &format!("enishi={token}")).get("/signup/profile");
        assert_eq!(place_of(&cookie), "/signup", "a token of the path was taken as a cookie");
    }
}

#[test]
fn a_closed_door_says_so() {
    for program in empty(&[("ENISHI_SIGNUP__MODE", "closed")]) {
        for model in [IPHONE, FOMA] {
            let mut phone = program.phone(model);
            assert!(phone.get("/signup").text().contains("受け付けていません"));
            // There is no form to press; one that was opened before the door was closed is still answered.
            let csrf = phone.get("/login").form("/login").value("csrf").to_owned();
            let body = format!("csrf={csrf}&phone=090-5555-7701");
            let page = phone.fetch(&Request::post(&format!("{}/signup", phone.prefix()), body.as_bytes()));
            assert_eq!(page.status, 422, "{}", model.name);
            assert_eq!(page.form("/signup").value("phone"), "090-5555-7701", "nothing typed is lost");
        }
        assert!(program.texts().is_empty());
    }
}
