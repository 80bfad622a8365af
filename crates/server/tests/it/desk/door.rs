//! From the console to the desk.

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, TEXT_BROWSER};

use super::{App, PASSWORD, at_desk, operator, recovery_codes, setup_path, sign_in};
use crate::program::{empty, place_of};

#[test]
fn an_operator_sets_up_writes_the_codes_down_and_comes_back() {
    for program in empty(&[]) {
        let made = operator(&program, &["create", "aoi"]);
        assert!(made.status.success());
        let path = setup_path(&made);
        let mut browser = program.phone(IPHONE);
        let page = browser.get(&path);
        assert!(page.text().contains("src=\"data:image/png;base64,"), "{}", page.text());
        let mut app = App::of(&page);
        let form = page.form("/operator/setup");
        let short = browser.submit(&form.clone().fill("password", "short").fill("code", "000000"));
        assert_eq!(short.status, 422);
        let wrong = browser.submit(&form.clone().fill("password", PASSWORD).fill("code", "000000"));
        assert_eq!(wrong.status, 422, "{}", wrong.text());
        let codes = browser.submit(&form.fill("password", PASSWORD).fill("code", &app.code()));
        assert_eq!(codes.path, "/operator/codes", "{}", codes.text());
        let recovery = recovery_codes(&mut browser);
        assert_eq!((recovery.len(), recovery[0].len()), (10, 14), "{recovery:?}");
        let desk = browser.submit(&codes.form("/operator/codes/written"));
        assert_eq!((desk.status, place_of(&desk)), (200, "/operator".to_owned()));
        assert!(
            !browser.get("/operator/codes").text().contains(&recovery[0]),
            "shown once, then never again"
        );
        let out = browser.submit(&desk.form("/operator/logout"));
        assert_eq!(place_of(&out), "/operator/login");
        assert_eq!(browser.get("/operator").status, 404, "signed out");
        let home = sign_in(&mut browser, " AOI", PASSWORD, &app.code());
        assert_eq!(place_of(&home), "/operator", "{}", home.text());
        for (used, place) in [(false, "/operator"), (true, "/operator/login")] {
            let mut other = program.phone(IPHONE);
            let page = sign_in(&mut other, "aoi", PASSWORD, &recovery[1]);
            assert_eq!(place_of(&page), place, "a recovery code used before: {used}");
        }
    }
}

#[test]
fn the_console_lists_resets_and_removes() {
    for program in empty(&[]) {
        let mut aoi = at_desk(&program, "aoi");
        let listed = operator(&program, &["list"]);
        let listed = String::from_utf8(listed.stdout).unwrap();
        assert!(listed.contains("aoi  active") && listed.contains("seen "), "{listed}");
        assert!(!operator(&program, &["create", "Aoi"]).status.success(), "a name stands once");
        let path = setup_path(&operator(&program, &["reset", "aoi"]));
        assert_eq!(aoi.browser.get("/operator").status, 404, "a reset ends every session");
        assert_eq!(aoi.browser.get(&path).status, 200);
        assert!(operator(&program, &["remove", "aoi"]).status.success());
        assert_eq!(aoi.browser.get(&path).status, 404);
        assert!(!operator(&program, &["reset", "aoi"]).status.success());
    }
}

#[test]
fn the_desk_is_there_in_both_languages_and_for_browsers_alone() {
    for program in empty(&[]) {
        let mut aoi = at_desk(&program, "aoi");
        assert!(aoi.browser.get("/operator").text().contains("運営デスク"));
        assert!(aoi.browser.get("/operator?lang=en").text().contains("Operators"));
        assert!(aoi.browser.get("/operator").text().contains("Operators"), "remembered");
        for model in [FOMA, KAIOS, TEXT_BROWSER] {
            for path in ["/operator", "/operator/login"] {
                let page = program.phone(model).get(path);
                assert_eq!(page.status, 404, "{path} on {}", model.name);
            }
        }
    }
}
