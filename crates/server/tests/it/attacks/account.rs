//! Addresses of mail, and leaving the site (rows 52, 54, 87, 88).

use std::time::{Duration, Instant};

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::dump::execute;
use enishi_testkit::phone::{FOMA, IPHONE, Phone, Request};

use crate::program::{
    Program, demos_with, log_in, member_named, number_of, place_of, whole_lines, write_entry,
};

pub const URL: &str = "http://sns.example.jp";

fn demos() -> impl Iterator<Item = Program> {
    demos_with(&[
        ("ENISHI_SERVER__PUBLIC_URL", URL),
        ("ENISHI_LEAVING__LOOK_SECONDS", "1"),
        // Asking again and again whether somebody is gone is no guessing of passwords.
        ("ENISHI_LOGIN__ACCOUNT_WAITS", "[0]"),
        ("ENISHI_EMAIL__PER_MEMBER", "{ seconds = 3600, most = 100 }"),
    ])
}

/// Names an address and confirms it by the link in its letter, the only one so far.
pub fn confirm_address(program: &Program, phone: &mut Phone, address: &str) {
    name_address(phone, address);
    let path = link_in(&letters(program, 1)[0].2).replace(URL, "");
    let form = phone.get(&path).form("/email/confirm");
    phone.submit(&form);
}

/// The letters that left: to, subject, body. Waits until there are `count`.
pub fn letters(program: &Program, count: usize) -> Vec<(String, String, String)> {
    let file = program.data_dir().join("outbox/mail.jsonl");
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        let line = |line: &str| {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            let word = |key: &str| value[key].as_str().unwrap().to_owned();
            (word("to"), word("subject"), word("body"))
        };
        let found: Vec<_> = whole_lines(&text).map(line).collect();
        if found.len() >= count {
            return found;
        }
        assert!(Instant::now() < until, "{} letters of {count} left", found.len());
        std::thread::sleep(Duration::from_millis(50));
    }
}

pub fn name_address(phone: &mut Phone, address: &str) -> enishi_testkit::phone::Page {
    let page = phone.get("/me/email");
    let form = confirmed(phone, page).form("/me/email").fill("email", address);
    let page = phone.submit(&form);
    confirmed(phone, page)
}

/// A phone whose session rides in the address is asked for the password at every such step.
fn confirmed(phone: &mut Phone, page: enishi_testkit::phone::Page) -> enishi_testkit::phone::Page {
    if !page.text().contains("もう一度パスワードを確かめます") {
        return page;
    }
    phone.submit(&page.form("/me/again").fill("password", PASSWORD))
}

/// The first link of ours in a letter.
pub fn link_in(body: &str) -> String {
    let at = body.find(URL).unwrap_or_else(|| panic!("no link of ours in {body}"));
    body[at..].split_whitespace().next().unwrap().to_owned()
}

#[test]
fn attack_52_links_in_letters_lead_here_whatever_a_request_calls_this_host() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE).with_header("X-Forwarded-Host", "evil.example");
        name_address(&mut hanako, "hanako@example.jp");
        let (_, _, body) = letters(&program, 1).remove(0);
        assert!(!body.contains("evil"), "{body}");
        let link = link_in(&body);
        let path = link.strip_prefix(URL).unwrap();
        // A mail program that opens links confirms nothing, and another phone may go on.
        let mut other = program.phone(FOMA);
        let page = other.get(path);
        assert_eq!(page.status, 200);
        assert!(!hanako.get("/me/email").text().contains("いまのアドレス"));
        let form = page.form("/email/confirm");
        assert_eq!(place_of(&other.submit(&form)), "/");
        assert!(hanako.get("/me/email").text().contains("いまのアドレス：h…@example.jp"));
        let nowhere = other.get("/email/confirm/aaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        let again = other.get(path);
        assert_eq!((again.status, again.text()), (404, nowhere.text()), "a link is good once");
        assert_eq!(other.submit(&form).status, 404, "a link is good once");
    }
}

#[test]
fn attack_54_no_name_and_no_address_acts_on_a_letter() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        for wrong in [
            "hanako@example.jp\r\nBcc: all@example.jp",
            "hanako@example.jp%0d%0aBcc: all@example.jp",
            "hanako@example.jp,ken@example.jp",
            "\"a\r\nb\"@example.jp",
            "<hanako@example.jp>",
            "hanako",
        ] {
            let page = name_address(&mut hanako, wrong);
            assert_eq!(page.status, 422, "{wrong:?}");
        }
        let form = hanako.get("/me/profile").form("/me/profile").fill("nickname", "はな\r\nBcc: x@y.jp");
        assert_eq!(hanako.submit(&form).status, 200);
        name_address(&mut hanako, "a..b.@docomo.ne.jp");
        let letters = letters(&program, 1);
        let [(to, subject, body)] = &letters[..] else { panic!("{letters:?}") };
        assert_eq!(to, "a..b.@docomo.ne.jp");
        assert!(!subject.contains(['\r', '\n']), "{subject:?}");
        assert!(!body.contains("\nBcc"), "{body:?}");
    }
}

#[test]
fn attack_87_an_address_is_shown_to_nobody_and_named_by_nobody_else() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        confirm_address(&program, &mut hanako, "hanako.secret@example.jp");
        let me = member_named(&mut hanako, "はなこ");
        let mut ken = program.phone_of("ken", IPHONE);
        for page in [me.clone(), format!("{me}/diary"), "/search?q=hanako.secret".into(), "/friends".into()] {
            assert!(!ken.get(&page).text().contains("hanako.secret@"), "{page}");
        }
        // Naming an address that is taken is answered like any other; only its owner is told.
        let taken = name_address(&mut ken, "hanako.secret@example.jp");
        let told = letters(&program, 2);
        let mut mai = program.phone_of("ken", FOMA);
        let free = name_address(&mut mai, "ken.other@example.jp");
        assert_eq!((taken.status, place_of(&taken)), (free.status, place_of(&free)));
        assert!(!told[1].2.contains("/email/confirm/"), "a link for somebody else's address: {}", told[1].2);
        let database = std::fs::read(program.data_dir().join("enishi.db")).unwrap_or_default();
        let known = b"hanako.secret@";
        assert!(!database.windows(known.len()).any(|part| part == known), "an address lies readable");
    }
}

#[test]
fn attack_88_who_leaves_is_gone_for_others_at_once_and_then_for_good() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let entry = write_entry(&mut hanako, "さいごの日記", "さようなら", "members");
        let me = member_named(&mut hanako, "はなこ");
        let mut ken = program.phone_of("ken", FOMA);
        assert_eq!(ken.get(&entry).status, 200);
        leave(&mut hanako);
        for gone in [entry.as_str(), me.as_str(), &format!("{me}/diary"), &format!("{me}/friends")] {
            assert_eq!(ken.get(gone).status, 404, "{gone}");
        }
        assert!(!ken.get("/search?q=はなこ").text().contains(&me));
        assert_eq!(place_of(&hanako.get("/home")), "/login", "a session lives on");
        // Back within the time, by the number and the password, on any phone.
        let mut other = program.phone(FOMA);
        let page = log_in(&mut other, number_of("hanako"), PASSWORD);
        let form = page.form("/login/return");
        let forged = form.clone().fill("mark", "1.2.3");
        assert_eq!(other.submit(&forged).status, 422);
        assert_eq!(place_of(&other.submit(&form)), "/home");
        assert_eq!(ken.get(&entry).status, 200, "not back as it was");
        leave(&mut other);
        execute(&program.database_url(), "UPDATE leavings SET delete_at = asked_at + 1");
        let until = Instant::now() + Duration::from_secs(60);
        while log_in(&mut other, number_of("hanako"), PASSWORD).status != 422 {
            assert!(Instant::now() < until, "nothing was deleted");
            std::thread::sleep(Duration::from_millis(900));
        }
        assert_eq!(ken.get(&entry).status, 404);
        rejoin(&program);
    }
}

fn leave(phone: &mut Phone) {
    let page = phone.get("/me/leave");
    let form = confirmed(phone, page).form("/me/leave");
    let page = phone.submit(&form);
    let page = confirmed(phone, page);
    assert_eq!((page.status, place_of(&page).as_str()), (200, "/"), "{}", page.text());
}

/// The same number makes a fresh account.
fn rejoin(program: &Program) {
    let mut phone = program.phone(IPHONE);
    let form = phone.get("/signup").form("/signup").fill("phone", number_of("hanako"));
    let page = phone.submit(&form);
    let e164 = format!("+81{}", number_of("hanako").replace('-', "").trim_start_matches('0'));
    let text = program.text_to(&e164);
    let code = text.rsplit('#').next().unwrap().trim().to_owned();
    let page = phone.submit(&page.form("/signup/code").fill("code", &code));
    assert_eq!(place_of(&page), "/signup/profile", "after {text:?}");
    let form = page.form("/signup/profile").fill("nickname", "あたらしい").fill("password", "umi to yama 77");
    assert_eq!(place_of(&phone.submit(&form)), "/home");
    assert!(!phone.get("/diary/new").text().contains("さいごの日記"));
    assert_eq!(phone.fetch(&Request::get("/friends")).status, 200);
}
