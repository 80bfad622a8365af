//! The pages of the door that stand only where something was asked for: codes, the first look around.

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::Page;

use super::walk::Walk;
use crate::program::{log_in, number_of, place_of};

/// Signs somebody new up, stands before the second step of somebody else, and asks for a lost password.
pub fn walk(walk: &mut Walk<'_>, number: usize) {
    let phone_number = format!("090-7777-{number:04}");
    sign_up(walk, &phone_number);
    second_step(walk);
    lost_password(walk, &phone_number);
}

fn code_to(walk: &Walk<'_>, number: &str, nth: usize) -> String {
    let e164 = format!("+81{}", number.replace('-', "").trim_start_matches('0'));
    loop {
        walk.program.text_to(&e164);
        let texts = walk.program.texts();
        let found: Vec<_> = texts.iter().filter(|(to, _)| *to == e164).collect();
        if let Some((_, body)) = found.get(nth) {
            return body.rsplit('#').next().unwrap().trim().to_owned();
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

fn sign_up(walk: &mut Walk<'_>, number: &str) {
    let mut phone = walk.phone();
    let form = phone.get("/signup").form("/signup").fill("phone", number);
    let page = phone.submit(&form);
    walk.see(&mut phone, &page, "/signup/code");
    let wrong = phone.submit(&page.form("/signup/code").fill("code", "12"));
    again(walk, &wrong);
    let form = page.form("/signup/code").fill("code", &code_to(walk, number, 0));
    let page = phone.submit(&form);
    walk.see(&mut phone, &page, "/signup/profile");
    let form = page.form("/signup/profile").fill("nickname", "新しい🌸").fill("password", "umi to yama 77");
    let page = phone.submit(&form);
    walk.see(&mut phone, &page, "/home");
    for path in ["/menu", "/friends", "/notifications", "/footprints", "/diary", "/voices", "/invitations"] {
        let page = phone.get(path);
        walk.see(&mut phone, &page, path);
    }
}

/// neko has an authenticator app.
fn second_step(walk: &mut Walk<'_>) {
    let mut phone = walk.phone();
    let page = log_in(&mut phone, number_of("neko"), PASSWORD);
    walk.see(&mut phone, &page, "/login");
    let page = phone.get("/login/code");
    walk.see(&mut phone, &page, "/login/code");
    let page = phone.get("/login/other");
    walk.see(&mut phone, &page, "/login/other");
}

fn lost_password(walk: &mut Walk<'_>, number: &str) {
    let mut phone = walk.phone();
    let form = phone.get("/login/forgot").form("/login/forgot").fill("phone", number);
    let page = phone.submit(&form);
    walk.see(&mut phone, &page, "/login/forgot/code");
    let form = page.form("/login/forgot/code").fill("code", &code_to(walk, number, 1));
    let page = phone.submit(&form);
    walk.see(&mut phone, &page, "/login/forgot/proof");
}

/// A form that was refused comes back, in a page as sound as any.
fn again(walk: &mut Walk<'_>, page: &Page) {
    if page.status != 422 {
        walk.fault(page, &format!("{} at {}", page.status, place_of(page)));
    }
}
