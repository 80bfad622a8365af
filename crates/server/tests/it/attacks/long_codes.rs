//! Codes of eight digits, for a site that wants them, wherever a code comes by text or letter (rows 1 and 18).

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{FOMA, IPHONE};

use super::account::{URL, letters};
use super::number::{change, code_in, texts_to};
use super::recovery::prove;
use crate::program::{demos_with, empty, number_of, place_of};

const EIGHT: (&str, &str) = ("ENISHI_SIGNUP__CODE_DIGITS", "8");

fn is_of(code: &str, digits: usize) -> bool {
    code.len() == digits && code.bytes().all(|sign| sign.is_ascii_digit())
}

#[test]
fn attack_18_eight_digits_sign_up_and_six_of_them_do_not() {
    for program in empty(&[EIGHT]) {
        for (model, number) in [(IPHONE, "090-1010-1818"), (FOMA, "090-1011-1818")] {
            let mut phone = program.phone(model);
            let form = phone.get("/signup").form("/signup").fill("phone", number);
            let page = phone.submit(&form);
            let text = texts_to(&program, number, 1).remove(0);
            let code = code_in(&text);
            assert!(is_of(&code, 8), "{text}");
            assert!(text.ends_with(&format!("\n\n@127.0.0.1 #{code}")), "{text}");
            let body = page.text();
            assert!(!body.contains("6けた"), "{body}");
            if model.name == IPHONE.name {
                assert!(body.contains(r#"autocomplete="one-time-code" maxlength="8""#), "{body}");
            }
            let wrong = phone.submit(&page.form("/signup/code").fill("code", &code[..6]));
            assert!(wrong.status == 422 && wrong.text().contains("あと4回"), "{}", wrong.text());
            let grouped = format!("{} {}", &code[..4], &code[4..]);
            let page = phone.submit(&page.form("/signup/code").fill("code", &grouped));
            assert_eq!(place_of(&page), "/signup/profile", "{}", page.text());
        }
    }
}

#[test]
fn attack_18_the_way_back_and_another_number_take_eight_as_well() {
    for program in demos_with(&[EIGHT, ("ENISHI_SERVER__PUBLIC_URL", URL)]) {
        let mut guest = program.phone(FOMA);
        let emma = number_of("emma");
        let page = prove(&program, &mut guest, emma, 1);
        assert!(is_of(&code_in(&texts_to(&program, emma, 1)[0]), 8));
        guest.submit(&page.form("/login/forgot/mail"));
        let (_, _, letter) = letters(&program, 1).remove(0);
        assert!(letter.lines().any(|line| is_of(line.trim(), 8)), "{letter}");
        let mut ken = program.phone_of("ken", IPHONE);
        change(&program, &mut ken, "090-7000-0018", 1, PASSWORD);
        assert!(is_of(&code_in(&texts_to(&program, "090-7000-0018", 1)[0]), 8));
    }
}

#[test]
fn attack_18_a_code_on_its_way_is_good_whatever_the_length_becomes() {
    for mut program in empty(&[]) {
        let mut phone = program.phone(IPHONE);
        let form = phone.get("/signup").form("/signup").fill("phone", "090-1012-1818");
        let page = phone.submit(&form);
        let code = code_in(&texts_to(&program, "090-1012-1818", 1)[0]);
        assert!(is_of(&code, 6));
        program.cut();
        program.start_again(&[EIGHT]);
        let page = phone.submit(&page.form("/signup/code").fill("code", &code));
        assert_eq!(place_of(&page), "/signup/profile", "on {}: {}", program.engine, page.text());
    }
}
