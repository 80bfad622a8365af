//! How the site is doing, on the first page of the desk.

use super::{at_desk, recovery_codes};
use crate::program::{demos, empty};

#[test]
fn the_first_page_tells_how_the_site_is_doing_and_leads_on() {
    for program in demos() {
        let mut aoi = at_desk(&program, "aoi");
        let page = aoi.browser.get("/operator");
        let text = page.text();
        for said in [
            "メンバー",
            "きょう入会",
            "承認待ち",
            "きょう送った数",
            "/ 300通",
            program.engine,
            "送信を止めました",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        for way in ["/operator", "/operator/sms", "/operator/security"] {
            assert!(page.links().any(|link| link == way), "no way to {way}: {text}");
            let there = aoi.browser.get(way);
            assert_eq!(there.status, 200, "{way}");
            assert!(there.text().contains("aria-current=\"page\""), "{way} does not say where one is");
        }
        let english = aoi.browser.get("/operator?lang=en").text();
        assert!(english.contains("Joined today") && english.contains("on hold"), "{english}");
    }
}

#[test]
fn what_is_switched_off_stands_on_top_until_it_is_on_again() {
    for program in empty(&[]) {
        let mut aoi = at_desk(&program, "aoi");
        let codes = recovery_codes(&mut aoi.browser);
        assert!(!aoi.browser.get("/operator").text().contains("class=\"warning\""));
        for (path, code) in ["/operator/sms/stop", "/operator/sms/countries/JP"].into_iter().zip(&codes) {
            let form = aoi.browser.get(path).form(path).fill("code", code);
            aoi.browser.submit(&form);
        }
        let page = aoi.browser.get("/operator").text();
        assert!(
            page.contains("すべてのSMSを止めています") && page.contains("JPへのSMSを止めています"),
            "{page}"
        );
        assert!(page.contains("class=\"warning\""), "{page}");
    }
}
