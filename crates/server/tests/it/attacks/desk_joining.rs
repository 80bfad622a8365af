//! Who comes in, decided at the desk: each decision by a fresh code, each in the log, none of it seen by anybody else.

use enishi_testkit::phone::{IPHONE, Page};

use super::joining::{INVITE_ONLY, ask_for_code, invite, last_step, verified};
use crate::desk::{AtDesk, at_desk, recovery_codes};
use crate::program::{Program, demos_with, log_in, place_of};

const APPROVAL: (&str, &str) = ("ENISHI_SIGNUP__MODE", "approval");

/// An operator with a paper of recovery codes: each opens one step, as a code of the app does, without waiting for
/// the next half minute.
pub(super) struct Desk {
    pub(super) aoi: AtDesk,
    codes: Vec<String>,
}

impl Desk {
    pub(super) fn of(program: &Program) -> Desk {
        let mut aoi = at_desk(program, "aoi");
        let codes = recovery_codes(&mut aoi.browser);
        Desk { aoi, codes }
    }

    pub(super) fn get(&mut self, path: &str) -> Page {
        self.aoi.browser.get(path)
    }

    /// Sends a form with a code that was not used before.
    pub(super) fn act(&mut self, form: &enishi_testkit::phone::Form) -> Page {
        let code = self.codes.pop().expect("a test takes ten steps at most");
        let page = self.aoi.browser.submit(&form.clone().fill("code", &code));
        assert_eq!(page.status, 200, "{}", page.text());
        page
    }
}

/// Somebody who has signed up and waits; their id is in the form of the queue.
fn wait_at_the_door(program: &Program, last_four: u32) {
    let mut phone = program.phone(IPHONE);
    let page = verified(program, &mut phone, last_four, "");
    let page = last_step(&mut phone, &page);
    assert!(page.text().contains("お待ちください"), "{}", page.text());
}

fn picks(page: &Page) -> Vec<String> {
    let text = page.text();
    let boxes = text.split("name=\"pick\" value=\"").skip(1);
    boxes.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

const QUEUE: &str = "/operator/joining/waiting";

#[test]
fn attack_89_nobody_is_let_in_without_a_fresh_code_and_every_answer_is_in_the_log() {
    for program in demos_with(&[APPROVAL]) {
        let mut desk = Desk::of(&program);
        for last_four in [3001, 3002, 3003] {
            wait_at_the_door(&program, last_four);
        }
        let page = desk.get(QUEUE);
        let waiting = picks(&page);
        assert!(waiting.len() >= 3, "{}", page.text());
        let waiting = &waiting[waiting.len() - 3..];
        let form = page.form(QUEUE);
        let yes = form.clone().fill("pick", &waiting[0]).fill("act", "approve");
        for code in ["", "000000", "aaaa-bbbb-cccc"] {
            let refused = desk.aoi.browser.submit(&yes.clone().fill("code", code));
            assert_eq!(refused.status, 422, "{code}");
            let kept = format!("value=\"{}\" checked", waiting[0]);
            assert!(refused.text().contains(&kept), "the tick is kept: {}", refused.text());
        }
        assert_eq!(log_in(&mut program.phone(IPHONE), "090-4444-3001", "umi to yama 77").status, 422);
        let nobody = desk.aoi.browser.submit(&form.clone().fill("act", "approve").fill("code", "000000"));
        assert!(nobody.status == 422 && nobody.text().contains("先に人を選んで"), "{}", nobody.text());
        let no = form.clone().fill("pick", &waiting[1]).fill("act", "decline");
        assert_eq!(desk.aoi.browser.submit(&no).status, 422, "a no without a reason");

        desk.act(&yes);
        let home = log_in(&mut program.phone(IPHONE), "090-4444-3001", "umi to yama 77");
        assert_eq!(place_of(&home), "/home", "{}", home.text());
        assert!(program.text_to("+819044443001").contains("http") || !program.texts().is_empty());
        desk.act(&no.fill("reason", "spam"));
        desk.act(
            &form
                .fill("pick", &waiting[2])
                .fill("act", "decline")
                .fill("reason", "fraud")
                .fill("keep_out", "1"),
        );
        assert_eq!(desk.act(&yes).text().matches("もう済んで").count(), 1, "another yes is none");

        let acts = desk.get("/operator/acts").text();
        for words in ["入会を認めた", "入会をお断りした", "宣伝", "詐欺", "aoi", &waiting[0]]
        {
            assert!(acts.contains(words), "{words}: {acts}");
        }
        let kept_out = desk.get("/operator/joining/kept-out").text();
        assert!(kept_out.contains("詐欺"), "{kept_out}");
        assert!(!(acts + &kept_out).contains("44443003"), "a number is on the desk");
    }
}

#[test]
fn attack_88_a_number_kept_out_at_the_desk_gets_no_code_and_nobody_sees_the_difference() {
    for program in demos_with(&[APPROVAL]) {
        let mut desk = Desk::of(&program);
        wait_at_the_door(&program, 3101);
        let page = desk.get(QUEUE);
        let last = picks(&page).pop().unwrap();
        let form = page.form(QUEUE).fill("pick", &last).fill("act", "decline");
        desk.act(&form.fill("reason", "fraud").fill("keep_out", "1"));
        let before = program.texts().len();
        let kept_out = ask_for_code(&mut program.phone(IPHONE), "090-4444-3101", "");
        let anybody = ask_for_code(&mut program.phone(IPHONE), "090-4444-3102", "");
        assert_eq!(place_of(&kept_out), place_of(&anybody));
        program.text_to("+819044443102");
        assert_eq!(program.texts().len(), before + 1, "a code went to a number that is kept out");
    }
}

#[test]
fn attack_24_a_branch_is_seen_both_ways_and_revoked_in_one_step() {
    for program in demos_with(&[INVITE_ONLY]) {
        let mut desk = Desk::of(&program);
        let mut hanako = program.phone_of("hanako", IPHONE);
        let (token, _) = invite(&mut hanako);
        let mut guest = program.phone(IPHONE);
        let page = verified(&program, &mut guest, 3201, &token);
        let home = last_step(&mut guest, &page);
        assert_eq!(place_of(&home), "/home", "{}", home.text());
        let (open, _) = invite(&mut guest);
        let newest = desk.get("/operator/joining");
        assert!(newest.text().contains("新入り"), "{}", newest.text());
        let person = newest.links().find(|link| link.starts_with("/operator/members/")).unwrap();
        let page = desk.get(&person);
        assert!(page.text().contains("はなこ"), "who invited: {}", page.text());
        let above = page.links().find(|link| link.starts_with("/operator/members/")).unwrap();
        let below = desk.get(&above).text();
        assert!(below.contains("新入り") && below.contains("はなこ"), "{below}");

        let revoke = format!("{above}/revoke");
        let form = desk.get(&above).form(&revoke).fill("within", "1");
        assert_eq!(desk.aoi.browser.submit(&form.clone().fill("code", "000000")).status, 422);
        assert_eq!(guest.get("/home").status, 200, "a wrong code suspended somebody");
        desk.act(&form);
        let used = ask_for_code(&mut program.phone(IPHONE), "090-4444-3202", &open);
        assert!(used.status == 422 && used.text().contains("この招待は使えません"), "{}", used.text());
        assert_eq!(place_of(&guest.get("/home")), "/login", "whoever came today is out at once");
        assert_eq!(hanako.get("/home").status, 200, "whoever came long ago stays");

        let id = person.rsplit('/').next().unwrap();
        let kept_out = desk.get("/operator/joining/kept-out");
        assert!(picks(&kept_out).contains(&id.to_owned()), "{}", kept_out.text());
        desk.act(&kept_out.form("/operator/joining/kept-out").fill("pick", id));
        let home = log_in(&mut program.phone(IPHONE), "090-4444-3201", "umi to yama 77");
        assert_eq!(place_of(&home), "/home", "{}", home.text());
        let acts = desk.get("/operator/acts").text();
        assert!(acts.contains("枝を取り消した") && acts.contains("また入ってもらった"), "{acts}");
    }
}

#[test]
fn attack_89_the_mode_is_switched_live_by_one_fresh_code() {
    for program in demos_with(&[]) {
        let mut desk = Desk::of(&program);
        let form = desk.get("/operator/joining").form("/operator/joining/mode");
        assert_eq!(form.value("mode"), "open");
        let code = desk.codes.pop().unwrap();
        let closed = form.clone().fill("mode", "closed").fill("code", &code);
        assert_eq!(desk.aoi.browser.submit(&closed).status, 200);
        let again = desk.aoi.browser.submit(&form.clone().fill("mode", "open").fill("code", &code));
        assert_eq!(again.status, 422, "a code works twice");
        assert!(!program.phone(IPHONE).get("/signup").text().contains("name=\"phone\""));
        let refused = desk.aoi.browser.submit(&form.clone().fill("mode", "wide").fill("code", &code));
        assert!(refused.status == 422 && refused.text().contains("4つのうち"), "{}", refused.text());
        desk.act(&form.fill("mode", "open"));
        assert!(program.phone(IPHONE).get("/signup").text().contains("name=\"phone\""));
        let acts = desk.get("/operator/acts").text();
        assert!(acts.contains("入会のしかた") && acts.contains("受け付けない"), "{acts}");
        let nobody = desk.get("/operator/joining?member=3k");
        assert!(nobody.status == 422 && nobody.text().contains("そのアドレスの人はいません"));
        let hanako = program.phone_of("ken", IPHONE).get("/friends");
        let link = hanako.links().find(|link| link.contains("/members/")).unwrap();
        let found = desk.get(&format!("/operator/joining?member=https%3A%2F%2Fsns.example.jp{link}%3Fp%3D1"));
        assert!(place_of(&found).starts_with("/operator/members/"), "{}", found.text());
    }
}
