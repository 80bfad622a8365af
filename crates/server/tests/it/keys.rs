//! `enishi keys`: new keys while the site serves and people are in the middle of something.

use std::process::Output;

use enishi_testkit::phone::{FOMA, IPHONE};

use crate::desk::at_desk;
use crate::program::{Program, demos, number_of, place_of};

fn said(output: &Output) -> String {
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{out}{err}");
    format!("{out}{err}")
}

fn keys(program: &Program, words: &[&str]) -> String {
    said(&program.command(&[&["keys"], words].concat()))
}

/// The secrets of the key file, which no command may say.
fn secrets_of(program: &Program) -> Vec<String> {
    let text = std::fs::read_to_string(program.data_dir().join("keys/keyring")).unwrap();
    text.split_whitespace().filter(|word| word.len() == 64).map(str::to_owned).collect()
}

#[test]
fn keys_change_under_a_serving_site_and_nobody_notices() {
    for program in demos() {
        let mut iphone = program.phone_of("hanako", IPHONE);
        let mut foma = program.phone_of("taro", FOMA);
        let form = iphone.get("/diary/new").form("/diary/new");
        let old_form = foma.get("/diary/new").form("/diary/new");
        let before = keys(&program, &["status"]);
        assert_eq!(before.lines().filter(|line| line.contains("in use")).count(), 5, "{before}");

        let changed = keys(&program, &["rotate"]);
        for word in ["data", "number", "code", "form", "counter"] {
            assert!(changed.contains(&format!("{word}: a new key is written with")), "{changed}");
        }
        // What was open stays good, by cookie and by address.
        for (phone, form) in [(&mut iphone, form), (&mut foma, old_form)] {
            let page = phone.submit(&form.fill("title", "t").fill("body", "b").fill("visibility", "friends"));
            assert_eq!(page.status, 200, "{} on {}", page.text(), program.engine);
        }
        // Numbers are recognised: to log in with, and at the door.
        program.phone_of("hanako", FOMA);
        let number = number_of("hanako");
        let mut guest = program.phone(IPHONE);
        let form = guest.get("/signup").form("/signup").fill("phone", number);
        let page = guest.submit(&form);
        assert_eq!(place_of(&page), "/signup/code", "{}", page.text());
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let text = program.text_to(&format!("+81{}", &digits[1..]));
        assert!(text.contains("登録済み"), "the number is not recognised: {text}");

        let status = keys(&program, &["status"]);
        assert_eq!(status.lines().filter(|line| line.contains("left since")).count(), 5, "{status}");
        assert!(
            !status.lines().any(|line| line.contains("to be written anew") && !line.contains("(0 to be"))
        );
        let doctor = said(&program.command(&["doctor"]));
        assert!(doctor.contains("all open with these keys") && !doctor.contains('✗'), "{doctor}");
        // Pages may bear the old signature and seal for a while yet.
        let retired = keys(&program, &["retire"]);
        assert!(retired.contains("stays: form") && retired.contains("stays: data"), "{retired}");
        let more = keys(&program, &["rotate", "form", "--prepare"]);
        assert!(more.contains("Copy it"), "{more}");
        assert!(said(&program.command(&["doctor"])).contains("not in use (form)"));
        let mut aoi = at_desk(&program, "aoi");
        let seen = aoi.browser.get("/operator/security").text();
        for words in ["鍵が新しくなりました", "新しい鍵が用意されました"] {
            assert!(seen.contains(words), "the desk does not say: {words}: {seen}");
        }
        let log = program.log() + &seen;
        for secret in secrets_of(&program) {
            let all = [&before, &changed, &status, &doctor, &retired, &more, &log];
            assert!(!all.iter().any(|text| text.contains(&secret)), "a key was said aloud");
        }
        assert!(!log.contains("ERROR"), "{log}");
    }
}
