//! What text messages cost, and the switches that stop them.

use enishi_testkit::dump::dump;
use enishi_testkit::phone::{IPHONE, Page};

use super::{AtDesk, at_desk, recovery_codes};
use crate::program::{Program, empty, place_of};

const NUMBERS: [&str; 3] = ["090-7171-0001", "090-7171-0002", "080-7272-0003"];

/// Asks for a code; gives the page that asks for it.
fn ask(program: &Program, number: &str) -> (Page, enishi_testkit::phone::Phone) {
    let mut phone = program.phone(IPHONE);
    let form = phone.get("/signup").form("/signup").fill("phone", number);
    let page = phone.submit(&form);
    assert_eq!(place_of(&page), "/signup/code", "{}", page.text());
    (page, phone)
}

fn e164(number: &str) -> String {
    format!("+81{}", number.replace('-', "").trim_start_matches('0'))
}

fn type_code(program: &Program, number: &str) {
    let (page, mut phone) = ask(program, number);
    let text = program.text_to(&e164(number));
    let code = text.rsplit('#').next().unwrap().trim();
    let page = phone.submit(&page.form("/signup/code").fill("code", code));
    assert_eq!(place_of(&page), "/signup/profile", "{}", page.text());
}

/// Moves a switch with one of the recovery codes, which need no waiting for the next half minute.
fn take(aoi: &mut AtDesk, path: &str, code: &str) -> Page {
    let form = aoi.browser.get(path).form(path).fill("code", code);
    aoi.browser.submit(&form)
}

fn acts(program: &Program) -> usize {
    dump(&program.database_url())["operator_acts"].len()
}

#[test]
fn an_operator_sees_what_messages_cost_and_where_they_go() {
    let prices = ("ENISHI_SMS__PRICES", "{ currency = \"USD\", countries = { JP = 0.5 } }");
    for program in empty(&[prices]) {
        let mut aoi = at_desk(&program, "aoi");
        let page = aoi.browser.get("/operator/sms").text();
        assert!(page.contains("0 / 300通") && page.contains("まだありません"), "{page}");
        type_code(&program, NUMBERS[0]);
        ask(&program, NUMBERS[1]);
        program.text_to(&e164(NUMBERS[1]));
        let page = aoi.browser.get("/operator/sms").text();
        for said in ["2 / 300通", "50%", "2通のうち1通", "1.00 USD", "JP +81", "+81907171…", "<svg"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert!(!page.contains("71710001") && !page.contains("7171-0001"), "a number: {page}");
        let english = aoi.browser.get("/operator/sms?lang=en").text();
        assert!(english.contains("2 of 300") && english.contains("1 of 2"), "{english}");
    }
}

#[test]
fn nothing_is_switched_without_a_fresh_code_and_a_stop_holds_until_it_is_taken_back() {
    for program in empty(&[]) {
        let mut aoi = at_desk(&program, "aoi");
        let codes = recovery_codes(&mut aoi.browser);
        for path in ["/operator/sms/stop", "/operator/sms/countries/JP", "/operator/sms/budget"] {
            for wrong in ["", "000000", "nothing"] {
                let page = take(&mut aoi, path, wrong);
                assert_eq!(page.status, 422, "{path} with {wrong:?}");
                assert!(page.text().contains("コードが違います"), "{}", page.text());
            }
        }
        assert_eq!((acts(&program), dump(&program.database_url())["live_settings"].len()), (0, 0));
        let stopped = take(&mut aoi, "/operator/sms/stop", &codes[0]);
        assert_eq!(place_of(&stopped), "/operator/sms", "{}", stopped.text());
        assert!(stopped.text().contains("すべてのSMSを止めています"), "{}", stopped.text());
        let late = aoi.browser.get("/operator/sms/stop").form("/operator/sms/stop").fill("stop", "1");
        aoi.browser.submit(&late.fill("code", &codes[1]));
        assert_eq!(acts(&program), 1, "what stands so already is not written down again");
        assert_eq!(take(&mut aoi, "/operator/sms/stop", &codes[1]).status, 422, "a code works once");
        ask(&program, NUMBERS[2]);
        let opened = take(&mut aoi, "/operator/sms/stop", &codes[2]);
        assert!(!opened.text().contains("すべてのSMSを止めています"), "{}", opened.text());
        program.text_to(&e164(NUMBERS[2]));
        assert_eq!(acts(&program), 2);
    }
}

#[test]
fn a_country_is_stopped_alone_and_one_that_is_nowhere_is_not_there() {
    for program in empty(&[("ENISHI_SIGNUP__COUNTRIES", "[\"JP\", \"fr\"]")]) {
        let mut aoi = at_desk(&program, "aoi");
        let codes = recovery_codes(&mut aoi.browser);
        let page = take(&mut aoi, "/operator/sms/countries/FR", &codes[0]);
        assert_eq!(place_of(&page), "/operator/sms");
        assert!(page.text().contains("停止中") && page.text().contains("送信中"), "{}", page.text());
        type_code(&program, NUMBERS[0]);
        let page = take(&mut aoi, "/operator/sms/countries/FR", &codes[1]);
        assert!(!page.text().contains("停止中"), "{}", page.text());
        for nowhere in ["GB", "fr", "%E6%97%A5%E6%9C%AC", "JPN"] {
            assert_eq!(
                aoi.browser.get(&format!("/operator/sms/countries/{nowhere}")).status,
                404,
                "{nowhere}"
            );
        }
    }
}

#[test]
fn numbers_on_hold_are_let_go_and_todays_budget_is_another() {
    let guard = ("ENISHI_SIGNUP__GUARD", "{ seconds = 3600, sends = 2, percent = 100 }");
    for program in empty(&[guard]) {
        let mut aoi = at_desk(&program, "aoi");
        let codes = recovery_codes(&mut aoi.browser);
        ask(&program, NUMBERS[0]);
        ask(&program, NUMBERS[1]);
        let page = aoi.browser.get("/operator/sms");
        let held = page.links().find(|link| link.contains("/sms/prefixes/"));
        let held = held.unwrap_or_else(|| panic!("nothing is held: {}", page.text()));
        let page = take(&mut aoi, &held, &codes[0]);
        assert_eq!(place_of(&page), "/operator/sms", "{}", page.text());
        assert!(page.text().contains("止めている番号はありません"), "{}", page.text());
        assert_eq!(aoi.browser.get(&held).status, 404, "it is held no longer");
        let form = aoi.browser.get("/operator/sms/budget").form("/operator/sms/budget");
        for wrong in ["", "many", "-1", "1000001"] {
            let page = aoi.browser.submit(&form.clone().fill("most", wrong).fill("code", &codes[1]));
            assert_eq!(page.status, 422, "{wrong}");
            assert!(page.text().contains("100万まで"), "{}", page.text());
            assert_eq!(page.form("/operator/sms/budget").value("most"), wrong, "what was typed is kept");
        }
        let page = aoi.browser.submit(&form.fill("most", "2").fill("code", &codes[1]));
        assert!(page.text().contains("2 / 2通"), "{}", page.text());
        assert_eq!(acts(&program), 2);
    }
}
