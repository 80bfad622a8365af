//! The phone on the screen: any page as any phone gets it, and nobody's page of the real site.

use enishi_testkit::phone::{FOMA, IPHONE, Page};

use super::{AtDesk, at_desk};
use crate::live_profiles::{PROFILES, copy};
use crate::program::{demos, empty, write_entry};

const PHONE: &str = "/operator/devices/phone";
const SCREEN: &str = "/operator/devices/screen";

fn screen(aoi: &mut AtDesk, query: &str) -> Page {
    aoi.browser.get(&format!("{SCREEN}?{query}"))
}

/// The figure before ` / ` after these words.
fn figure(page: &str, after: &str) -> usize {
    let rest = page.split(after).nth(1).unwrap_or_else(|| panic!("no {after} in {page}"));
    let shown = rest.split("<dd>").nth(1).unwrap().split(" / ").next().unwrap();
    shown.replace(',', "").trim().parse().unwrap()
}

#[test]
fn a_handset_is_drawn_with_its_keys_and_its_weight_beside_another() {
    for program in empty(&[]) {
        let mut aoi = at_desk(&program, "aoi");
        let page =
            aoi.browser.get(&format!("{PHONE}?agent=P901i&beside=docomo-mova-c5&viewer=hanako&path=/home"));
        let text = page.text();
        assert_eq!((page.status, text.matches("<iframe").count()), (200, 2), "{text}");
        assert!(text.contains("docomo P901i") && text.contains("240×270"), "{text}");
        assert!(text.contains("charset=Shift_JIS") && text.contains("class=\"keypad\""), "{text}");
        assert!(text.contains("path=/menu"), "key 9 leads to the menu: {text}");
        assert!((1_000..=20_000).contains(&figure(&text, "本文のバイト数")), "{text}");
        // The mova's home has parts; each is a link.
        assert!(text.contains("path=/home%3Fp%3D2"), "{text}");
        assert!(page.header("content-security-policy").contains("frame-src 'self'"));
    }
}

#[test]
fn what_is_drawn_runs_nothing_and_fetches_nothing() {
    for program in empty(&[]) {
        let mut aoi = at_desk(&program, "aoi");
        for agent in ["P901i", "softbank-3gc", "kaios", "iphone"] {
            let page = screen(&mut aoi, &format!("agent={agent}&viewer=hanako&path=/home"));
            let text = page.text();
            assert_eq!(page.status, 200, "{agent}");
            assert!(
                text.starts_with("<!DOCTYPE html>") && text.contains("charset=\"utf-8\""),
                "{agent}: {text}"
            );
            assert!(
                !text.contains("<script") && !text.contains("src=\"/") && !text.contains("action="),
                "{agent}: {text}"
            );
            let policy = page.header("content-security-policy");
            assert!(policy.contains("sandbox") && !policy.contains("allow-scripts"), "{policy}");
            assert!(policy.contains("frame-ancestors 'self'"), "{policy}");
        }
        let many = screen(&mut aoi, "agent=P901i&viewer=hanako&path=/home").text();
        let few = screen(&mut aoi, "agent=D501i&viewer=hanako&path=/home").text();
        assert!(few.contains("grayscale(1)") && !many.contains("grayscale(1)"), "{few}");
        // A pictogram of docomo's, in the sign of today.
        let menu = screen(&mut aoi, "agent=P901i&viewer=hanako&path=/diary/new").text();
        assert!(!menu.contains('\u{FFFD}') && menu.contains("1\u{FE0F}\u{20E3}"), "{menu}");
    }
}

#[test]
fn every_profile_can_be_put_on_the_screen() {
    for program in empty(&[]) {
        let mut aoi = at_desk(&program, "aoi");
        let page = aoi.browser.get(PHONE).text();
        let list = page.split("name=\"agent\"").nth(1).unwrap().split("</select>").next().unwrap();
        let names: Vec<_> =
            list.split("value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert!(names.len() > 50, "{names:?}");
        for name in names {
            for (viewer, path) in [("hanako", "/home"), ("", "/")] {
                let page = screen(&mut aoi, &format!("agent={name}&viewer={viewer}&path={path}"));
                assert_eq!(page.status, 200, "{name} {path}");
                assert!(page.text().contains("<body"), "{name} {path}: {}", page.text());
            }
        }
    }
}

#[test]
fn nobody_of_the_real_site_is_on_it_and_nobody_else_sees_it() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let entry = write_entry(&mut hanako, "ほんものの題", "ほんものの日記", "members");
        let mut aoi = at_desk(&program, "aoi");
        let home = screen(&mut aoi, "agent=iphone&viewer=ken&path=/home").text();
        assert!(home.contains("はなこ") && !home.contains("ほんものの題"), "{home}");
        let page = aoi.browser.get(&format!("{PHONE}?agent=iphone&viewer=ken&path={entry}")).text();
        assert!(page.contains("404") && !page.contains("ほんもの"), "{page}");
        let desk = screen(&mut aoi, "agent=iphone&viewer=ken&path=/operator").text();
        assert!(!desk.contains("/operator/login") && !desk.contains("aoi"), "{desk}");
        let nowhere = hanako.get("/operator/nowhere");
        for path in [PHONE, SCREEN] {
            let asked = format!("{path}?agent=P901i&viewer=hanako&path=/home");
            for phone in [&mut hanako, &mut program.phone(IPHONE), &mut program.phone(FOMA)] {
                let page = phone.get(&asked);
                assert_eq!((page.status, page.text().contains("P901i")), (404, false), "{path}");
            }
            assert_eq!(hanako.get(&asked).text(), nowhere.text());
        }
    }
}

#[test]
fn an_address_that_is_none_is_said_beside_the_field() {
    for program in empty(&[]) {
        let mut aoi = at_desk(&program, "aoi");
        for path in ["home", "//evil.example/", "https://evil.example/", "/\u{3042}", ""] {
            let page = aoi
                .browser
                .get(&format!("{PHONE}?agent=P901i&path={}", path.replace('\u{3042}', "%E3%81%82")));
            assert_eq!(page.status, 422, "{path}");
            assert!(
                page.text().contains("から始まる") && !page.text().contains("<iframe"),
                "{}",
                page.text()
            );
        }
        for strange in
            ["agent=%3Cb%3E&path=/home", "agent=P901i&path=/home&which=7", "agent=P901i&path=/home&viewer=zz"]
        {
            let page = screen(&mut aoi, strange);
            assert!([200, 404].contains(&page.status), "{strange}: {}", page.status);
        }
    }
}

#[test]
fn a_change_is_looked_at_before_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    copy(std::path::Path::new(PROFILES), folder.path());
    for program in empty(&[("ENISHI_DEVICES__DIR", folder.path().to_str().unwrap())]) {
        let mut aoi = at_desk(&program, "aoi");
        let file = "/operator/devices/file";
        let form = aoi.browser.get(&format!("{file}?file=50-kaios.toml")).form(file);
        let before = std::fs::read_to_string(folder.path().join("50-kaios.toml")).unwrap();
        let edited = before.replacen("width = 240", "width = 200", 1);
        let tried = aoi.browser.submit(&form.fill("text", &edited).fill("step", "try")).text();
        let at = tried.find(PHONE).unwrap_or_else(|| panic!("no way to the screen in {tried}"));
        let look = tried[at..].split('"').next().unwrap().replace("&amp;", "&");
        let page = aoi.browser.get(&look).text();
        assert!(page.contains("width=\"240\"") && page.contains("width=\"200\""), "{page}");
        assert!(page.contains("保存前"), "{page}");
        assert_eq!(std::fs::read_to_string(folder.path().join("50-kaios.toml")).unwrap(), before);
        let lost = aoi.browser.get(&format!("{PHONE}?agent=kaios&path=/home&tried=abc"));
        assert_eq!((lost.status, lost.text().matches("<iframe").count()), (200, 1));
        assert!(lost.text().contains("もう残っていません"), "{}", lost.text());
    }
}
