//! The security log, as operators read it.

use enishi_testkit::phone::IPHONE;

use super::at_desk;
use crate::program::{demos, log_in, member_named, number_of};

/// What each line tells of.
fn told(text: &str) -> Vec<&str> {
    text.split("class=\"what\">").skip(1).map(|rest| rest.split('<').next().unwrap()).collect()
}

fn lines(text: &str) -> usize {
    told(text).len()
}

#[test]
fn operators_read_who_did_what_by_kind_and_by_member() {
    for program in demos() {
        let mut aoi = at_desk(&program, "aoi");
        let mut hanako = program.phone_of("hanako", IPHONE);
        let ken = member_named(&mut hanako, "ケン坊");
        log_in(&mut program.phone(IPHONE), number_of("ken"), "not the password");
        let page = aoi.browser.get("/operator/security").text();
        let alerts = page.split("class=\"alerts\"").nth(1).unwrap().split("<form").next().unwrap();
        assert!(
            told(alerts).iter().any(|line| line.contains("送信を止めました")),
            "an alert in plain words: {alerts}"
        );
        for said in ["ログインに失敗しました", "運営者の準備が終わりました"] {
            assert!(told(&page).contains(&said), "{said}: {page}");
        }
        assert!(!page.contains("not the password") && !page.contains(number_of("ken")), "{page}");
        let failed = aoi.browser.get("/operator/security?kind=sign-in-failed").text();
        assert_eq!(lines(&failed), 1, "{failed}");
        let form = aoi.browser.get("/operator/security").form("/operator/security");
        let of_ken = aoi.browser.submit(&form.clone().fill("member", &format!("http://x{ken}"))).text();
        assert!(lines(&of_ken) > 0 && of_ken.contains("ケン坊"), "{of_ken}");
        assert!(!told(&of_ken).contains(&"運営者の準備が終わりました"), "{of_ken}");
        let wrong = aoi.browser.submit(&form.fill("member", "<b>だれか"));
        assert_eq!(wrong.status, 422);
        assert!(wrong.text().contains("&lt;b&gt;だれか"), "what was typed is kept: {}", wrong.text());
        let odd = aoi.browser.get("/operator/security?kind=nothing&before=%00&member=").status;
        assert_eq!(odd, 200);
    }
}

#[test]
fn a_long_log_is_read_page_by_page_and_every_line_once() {
    for program in demos() {
        let mut aoi = at_desk(&program, "aoi");
        // Each for another account, so that none is slowed down.
        for nth in 0..60 {
            log_in(&mut program.phone(IPHONE), &format!("090-4141-{nth:04}"), "wrong");
        }
        let of_kind = "/operator/security?kind=sign-in-failed";
        let first = aoi.browser.get(of_kind);
        let older =
            first.links().find(|link| link.contains("before=")).map(|link| link.replace("&amp;", "&"));
        let older = older.unwrap_or_else(|| panic!("no way on: {}", first.text()));
        assert!(older.contains("kind=sign-in-failed"), "the filter is lost: {older}");
        let second = aoi.browser.get(&older).text();
        let all = lines(&first.text()) + lines(&second);
        assert_eq!((lines(&first.text()), all), (50, 60));
        assert!(!second.contains("class=\"pager\""), "{second}");
    }
}
