//! Guessing, spending, misusing and going around a code: rows 1 to 6, 18, 20 and 23.

use enishi_testkit::dump::{dump, execute};
use enishi_testkit::phone::{FOMA, IPHONE, Model, Page, Phone, Request};

use super::at_once;
use crate::program::{Program, empty, place_of};

/// Asks for a code with a phone of its own.
fn ask(program: &Program, model: Model, number: &str) -> (Phone, Page) {
    let mut phone = program.phone(model);
    let form = phone.get("/signup").form("/signup").fill("phone", number);
    let page = phone.submit(&form);
    (phone, page)
}

fn code_to(program: &Program, e164: &str) -> String {
    program.text_to(e164).rsplit('#').next().unwrap().trim().to_owned()
}

fn enter(phone: &mut Phone, page: &Page, code: &str) -> Page {
    phone.submit(&page.form("/signup/code").fill("code", code))
}

fn is_through(page: &Page) -> bool {
    place_of(page) == "/signup/profile"
}

fn other_than(code: &str, by: u32) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + by) % 1_000_000)
}

#[test]
fn attack_01_brute_force_one_by_one() {
    for program in empty(&[]) {
        let (mut phone, page) = ask(&program, IPHONE, "090-1010-0001");
        let code = code_to(&program, "+819010100001");
        for by in 1..=5 {
            let refused = enter(&mut phone, &page, &other_than(&code, by));
            assert_eq!(refused.status, 422);
        }
        assert_eq!(enter(&mut phone, &page, &code).status, 422, "a dead code was taken");
        let again = phone.submit(&page.form("/signup/code/resend"));
        assert_eq!(again.status, 429);
        assert!((1..=60).contains(&again.header("retry-after").parse::<i64>().unwrap()));
        assert_eq!(program.texts().len(), 1);
    }
}

#[test]
fn attack_02_brute_force_in_parallel() {
    for program in empty(&[]) {
        let (phone, page) = ask(&program, IPHONE, "090-1010-0002");
        let code = code_to(&program, "+819010100002");
        let answers = at_once(50, |which| {
            enter(&mut phone.clone(), &page, &other_than(&code, 1 + which as u32)).text()
        });
        let judged = answers.iter().filter(|text| text.contains("コードが違います")).count();
        assert_eq!(judged, 5, "on {}", program.engine);
        assert_eq!(enter(&mut phone.clone(), &page, &code).status, 422);
    }
}

#[test]
fn attack_03_a_code_is_spent_once() {
    for program in empty(&[]) {
        let (phone, page) = ask(&program, IPHONE, "090-1010-0003");
        let code = code_to(&program, "+819010100003");
        let ends = at_once(50, |_| {
            let mut phone = phone.clone();
            let page = enter(&mut phone, &page, &code);
            is_through(&page).then_some((phone, page))
        });
        let mut through: Vec<_> = ends.into_iter().flatten().collect();
        assert_eq!(through.len(), 1, "on {}", program.engine);
        let (phone, page) = through.remove(0);
        let form = page.form("/signup/profile").fill("nickname", "たろう").fill("password", "umi to yama 77");
        let homes = at_once(20, |_| place_of(&phone.clone().submit(&form)) == "/home");
        assert_eq!(homes.iter().filter(|home| **home).count(), 1);
        let kept = dump(&program.database_url());
        assert_eq!((kept["members"].len(), kept["phones"].len(), kept["sessions"].len()), (1, 1, 1));
    }
}

#[test]
fn attack_04_a_code_ends_when_it_says() {
    for program in empty(&[]) {
        let (mut phone, page) = ask(&program, IPHONE, "090-1010-0004");
        let code = code_to(&program, "+819010100004");
        assert!(is_through(&enter(&mut phone, &page, &code)), "in time");
        let (mut phone, page) = ask(&program, IPHONE, "090-1011-0004");
        let code = code_to(&program, "+819010110004");
        let older = "UPDATE signups SET code_expires_at = code_expires_at - 601000";
        execute(&program.database_url(), older);
        let late = enter(&mut phone, &page, &code);
        assert!(late.status == 422 && late.text().contains("期限が切れました"), "{}", late.text());
        assert_eq!(enter(&mut phone, &page, &code).status, 422);
    }
}

#[test]
fn attack_05_an_old_code_after_a_new_one() {
    for program in empty(&[("ENISHI_SIGNUP__RESEND_WAITS", "[0]")]) {
        let (mut phone, page) = ask(&program, FOMA, "090-1010-0005");
        let old = code_to(&program, "+819010100005");
        let page = phone.submit(&page.form("/signup/code/resend"));
        while program.texts().len() < 2 {
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        let new = code_to(&program, "+819010100005");
        if old != new {
            assert_eq!(enter(&mut phone, &page, &old).status, 422);
        }
        assert!(is_through(&enter(&mut phone, &page, &new)));
    }
}

#[test]
fn attack_06_a_code_is_good_in_its_own_browser_for_its_own_number() {
    for program in empty(&[]) {
        let (mut owner, page) = ask(&program, IPHONE, "090-1010-0006");
        let code = code_to(&program, "+819010100006");
        let (mut other, other_page) = ask(&program, IPHONE, "090-1011-0006");
        let own = code_to(&program, "+819010110006");
        if own != code {
            let refused = enter(&mut other, &other_page, &code);
            assert!(refused.status == 422 && refused.text().contains("あと4回"), "{}", refused.text());
        }
        assert!(is_through(&enter(&mut owner, &page, &code)), "the owner's code is none the worse");
    }
}

#[test]
fn attack_18_no_code_but_the_one_that_was_sent() {
    for program in empty(&[("ENISHI_SIGNUP__TRIES", "10")]) {
        let (mut phone, page) = ask(&program, IPHONE, "090-1010-0018");
        let code = code_to(&program, "+819010100018");
        let short = code.trim_start_matches('0');
        let fixed = ["000000", "123456", "111111", "999999", "", "1e5", "0x1e240", "null", "true", short];
        for wrong in fixed.into_iter().filter(|wrong| *wrong != code) {
            assert_eq!(enter(&mut phone, &page, wrong).status, 422, "{wrong:?}");
        }
        let csrf = page.form("/signup/code").value("csrf").to_owned();
        for body in [format!("csrf={csrf}&code[]={code}"), format!("csrf={csrf}&code=1&code={code}")] {
            let refused = phone.fetch(&Request::post("/signup/code", body.as_bytes()));
            assert!(matches!(refused.status, 400 | 422), "{body}: {}", refused.status);
        }
        let wide: String = code.chars().map(|digit| char::from_u32(digit as u32 + 0xFEE0).unwrap()).collect();
        assert!(is_through(&enter(&mut phone, &page, &wide)), "full-width digits are the same code");
    }
}

/// A page without the marks that differ from one visit to the next.
fn plain(page: &Page) -> (u16, Vec<String>) {
    let text = page.text();
    let marks = ["csrf", "once"].map(|field| page.form("/signup/code").value(field).to_owned());
    let text = marks.iter().filter(|mark| !mark.is_empty()).fold(text, |text, mark| text.replace(mark, "…"));
    (page.status, text.lines().map(str::to_owned).collect())
}

#[test]
fn attack_20_new_known_limited_and_held_numbers_look_alike() {
    let guard = "{ seconds = 3600, sends = 1, percent = 100 }";
    for program in empty(&[("ENISHI_SIGNUP__RESEND_WAITS", "[0, 3600]"), ("ENISHI_SIGNUP__GUARD", guard)]) {
        // The first two messages are the owner's own; after the second the number has an hour's rest.
        let (_, new) = ask(&program, IPHONE, "090-2010-0020");
        let held = ask(&program, IPHONE, "090-2010-0020").1;
        let other = ask(&program, IPHONE, "090-2011-0020").1;
        let limited = ask(&program, IPHONE, "090-2011-0020").1;
        for page in [&held, &other, &limited] {
            assert_eq!(plain(page), plain(&new), "on {}", program.engine);
        }
    }
}

/// The last step, sent by hand with the form token this phone has: what the program says to it.
fn send_profile(phone: &mut Phone, csrf: &str, more: &str) -> Page {
    let body = format!("csrf={csrf}&nickname=Mallory&password=correct-horse-battery-9{more}");
    let path = format!("{}/signup/profile", phone.prefix());
    phone.fetch(&Request::post(&path, body.as_bytes()))
}

fn members(program: &Program) -> usize {
    dump(&program.database_url()).get("members").map_or(0, Vec::len)
}

#[test]
fn attack_23_no_step_of_signing_up_is_skipped() {
    for program in empty(&[]) {
        for (model, number, e164) in
            [(IPHONE, "090-1010-0023", "+819010100023"), (FOMA, "090-1011-0023", "+819010110023")]
        {
            let before = members(&program);
            let mut nobody = program.phone(model);
            let csrf = nobody.get("/signup").form("/signup").value("csrf").to_owned();
            let (mut asked, page) = ask(&program, model, number);
            let asked_csrf = page.form("/signup/code").value("csrf").to_owned();
            for more in ["", "&phone_verified=1&verified_at=1", "&flow=1&signup_id=1&guest_hash=00"] {
                for (phone, csrf) in [(&mut nobody, &csrf), (&mut asked, &asked_csrf)] {
                    let refused = send_profile(phone, csrf, more);
                    assert_ne!(refused.status, 200, "{more} on {}", program.engine);
                    assert_eq!(members(&program), before, "{more} made a member on {}", program.engine);
                }
            }
            let form = enter(&mut asked, &page, &code_to(&program, e164));
            let form =
                form.form("/signup/profile").fill("nickname", "はな").fill("password", "correct-horse-9");
            // What another phone has verified is worth nothing here.
            send_profile(&mut nobody, &csrf, "");
            assert_eq!(members(&program), before, "{}", program.engine);
            let (day, back) = ("created_at - 86401000", "created_at + 86401000");
            let age =
                |by: &str| execute(&program.database_url(), &format!("UPDATE signups SET created_at = {by}"));
            age(day);
            asked.clone().submit(&form);
            assert_eq!(members(&program), before, "a day later it is over, on {}", program.engine);
            age(back);
            asked.submit(&form);
            assert_eq!(members(&program), before + 1, "{}", program.engine);
            asked.submit(&form);
            assert_eq!(members(&program), before + 1, "sent again it makes no second one");
        }
    }
}
