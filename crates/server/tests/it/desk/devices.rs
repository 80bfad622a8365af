//! Which handsets came, and editing their profiles at the desk.

use std::path::Path;
use std::time::{Duration, Instant};

use enishi_testkit::phone::{FOMA, Form, KAIOS, Page};

use super::{AtDesk, at_desk};
use crate::live_profiles::{PROFILES, copy};
use crate::program::{empty, place_of};

const FILE: &str = "/operator/devices/file";

#[test]
fn handsets_are_counted_without_their_serial_numbers_and_explained() {
    for program in empty(&[]) {
        let odd = "DoCoMo/2.0 Z999zz(c500;TB;W24H12;ser012345678901234;icc8981100000000000000F)";
        for _ in 0..3 {
            program.phone(KAIOS).with_header("User-Agent", odd).get("/");
        }
        program.phone(FOMA).get("/");
        let mut aoi = at_desk(&program, "aoi");
        let page = aoi.browser.get("/operator/devices").text();
        assert!(page.contains("DoCoMo/2.0 Z999zz(c500;TB;W24H12)"), "{page}");
        assert!(!page.contains("0123456789") && !page.contains("89811"), "{page}");
        assert!(page.contains("3ページ"), "{page}");
        let told = aoi.browser.get("/operator/devices?agent=P903i").text();
        assert!(told.contains("docomo P903i") && told.contains("page_bytes"), "{told}");
        assert!(told.contains("10-docomo.toml:"), "where a value comes from: {told}");
    }
}

#[test]
fn strings_are_listed_fifty_at_a_time() {
    for program in empty(&[]) {
        for number in 0..60 {
            let odd = format!("Odd/{number:02}");
            program.phone(KAIOS).with_header("User-Agent", &odd).get("/");
        }
        let mut aoi = at_desk(&program, "aoi");
        let first = aoi.browser.get("/operator/devices");
        let second = aoi.browser.get("/operator/devices?from=50");
        let shown = |page: &Page| page.text().matches(">Odd/").count();
        assert_eq!((shown(&first), shown(&second)), (50, 10), "{}", first.text());
        assert!(first.links().any(|link| link.ends_with("/operator/devices?from=50")), "{}", first.text());
        assert!(!second.links().any(|link| link.contains("from=100")), "{}", second.text());
    }
}

/// Profiles in a folder of this test, as a setting.
fn folder_of(path: &Path) -> [(&str, &str); 1] {
    copy(Path::new(PROFILES), path);
    [("ENISHI_DEVICES__DIR", path.to_str().unwrap())]
}

fn opened(aoi: &mut AtDesk, file: &str) -> Form {
    aoi.browser.get(&format!("{FILE}?file={file}")).form(FILE)
}

fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let until = Instant::now() + Duration::from_secs(60);
    while !is_so() {
        assert!(Instant::now() < until, "{what} never came to be");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn is_utf8(page: &Page) -> bool {
    page.header("content-type").to_ascii_lowercase().contains("utf-8")
}

#[test]
fn a_profile_is_tried_saved_and_taken_back_at_the_desk() {
    let folder = tempfile::tempdir().unwrap();
    for program in empty(&folder_of(folder.path())) {
        let disk = || std::fs::read_to_string(folder.path().join("10-docomo.toml")).unwrap();
        let (mut aoi, before) = (at_desk(&program, "aoi"), disk());
        let edited = before.replacen("\"shift_jis\"", "\"utf-8\"", 1);
        let form = opened(&mut aoi, "10-docomo.toml");
        let coded = |form: &Form, code: String| form.clone().fill("step", "save").fill("code", &code);
        let faulty = form.clone().fill("text", &before.replacen("\"shift_jis\"", "\"ebcdic\"", 1));
        let page = aoi.browser.submit(&faulty.fill("step", "save"));
        assert_eq!((page.status, disk()), (422, before.clone()));
        assert!(page.text().contains("10-docomo.toml:") && page.text().contains("ebcdic"), "{}", page.text());
        let tried = aoi.browser.submit(&form.clone().fill("text", &edited).fill("step", "try"));
        assert_eq!((tried.status, disk()), (200, before.clone()), "a trial writes nothing");
        assert!(tried.text().contains("<del>shift_jis</del>"), "{}", tried.text());
        let form = form.fill("text", &edited);
        let code = aoi.app.code();
        for wrong in ["", "000000"] {
            let page = aoi.browser.submit(&coded(&form, wrong.to_owned()));
            assert_eq!((page.status, disk()), (422, before.clone()), "saved without a code");
            assert!(page.text().contains("utf-8"), "what was typed is kept");
        }
        let saved = aoi.browser.submit(&coded(&form, code.clone()));
        assert_eq!((saved.status, disk()), (200, edited.clone()), "{}", saved.text());
        wait_until("the edit", || is_utf8(&program.phone(FOMA).get("/")));
        let late = aoi.browser.submit(&coded(&form.fill("text", &before), "000000".to_owned()));
        assert_eq!((late.status, disk()), (422, edited.clone()), "somebody's edit is written over unseen");
        let page = aoi.browser.get(&format!("{FILE}?file=10-docomo.toml"));
        assert!(page.text().contains("aoi"), "{}", page.text());
        let undo = page.form("/operator/devices/undo").fill("number", "1");
        for wrong in ["", &code] {
            let page = aoi.browser.submit(&undo.clone().fill("undo_code", wrong));
            assert_eq!((page.status, disk()), (422, edited.clone()), "taken back without a fresh code");
        }
        let undone = aoi.browser.submit(&undo.fill("undo_code", &aoi.app.code()));
        assert_eq!((undone.status, disk()), (200, before), "{}", undone.text());
        assert_eq!(place_of(&undone), FILE);
        wait_until("the undo", || !is_utf8(&program.phone(FOMA).get("/")));
    }
}

#[test]
fn no_file_but_those_of_the_folder_is_shown_or_written() {
    let folder = tempfile::tempdir().unwrap();
    let outside = folder.path().join("outside.toml");
    std::fs::write(&outside, "x = 1").unwrap();
    for program in empty(&folder_of(&folder.path().join("devices"))) {
        let mut aoi = at_desk(&program, "aoi");
        let form = opened(&mut aoi, "99-unknown.toml");
        for name in ["../outside.toml", "%2e%2e/outside.toml", outside.to_str().unwrap(), "", "nobody.toml"] {
            assert_eq!(aoi.browser.get(&format!("{FILE}?file={name}")).status, 404, "{name}");
            let page = aoi.browser.submit(&form.clone().fill("file", name).fill("step", "save"));
            assert_eq!(page.status, 404, "{name}");
        }
        assert_eq!(std::fs::read_to_string(&outside).unwrap(), "x = 1");
    }
}
