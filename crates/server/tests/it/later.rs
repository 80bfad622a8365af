//! Entries written for later, over HTTP: the two fields of the form, the list of drafts, and the moment it appears.

use std::time::{Duration, Instant};

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, MOVA, Phone};
use jiff::civil::Date;
use jiff::{ToSpan, Zoned};

use crate::attacks::clock::Clock;
use crate::program::{Program, demos, demos_with, place_of};

const DAY_SECONDS: i64 = 86_400;

fn today() -> Date {
    Zoned::now().in_tz("Asia/Tokyo").unwrap().date()
}

fn plain(day: Date) -> String {
    day.to_string().replace('-', "")
}

fn texts_of(phone: &mut Phone, path: &str) -> String {
    let (mut text, mut page, mut number) = (String::new(), phone.get(path), 1);
    loop {
        text += &page.text();
        number += 1;
        let Some(next) = page.links().find(|link| link.ends_with(&format!("p={number}"))) else {
            return text;
        };
        page = phone.get(&next);
    }
}

#[test]
fn what_is_no_time_ahead_is_said_beside_the_field_and_kept() {
    for program in demos() {
        for model in [IPHONE, FOMA, KAIOS, MOVA] {
            let mut phone = program.phone_of("hanako", model);
            let form =
                phone.get("/diary/new").form("/diary/new").fill("title", "あとで").fill("body", "本文");
            let form = form.fill("visibility", "friends");
            let yesterday = today().checked_sub(1.day()).unwrap();
            let far = today().checked_add(370.days()).unwrap();
            let told = [
                (plain(yesterday), "21", "もう過ぎた時刻です"),
                (plain(far), "21", "1年先まで"),
                ("20261340".to_owned(), "21", "公開する日を確かめて"),
                (plain(far), "", "0から23まで"),
            ];
            for (day, hour, why) in told {
                let page = phone.submit(&form.clone().fill("day", &day).fill("hour", hour));
                assert!(page.status == 422 && page.text().contains(why), "{}: {}", model.name, page.text());
                let again = page.form("/diary/new");
                assert_eq!(again.value("body"), "本文");
                assert_eq!(again.value("day").replace('-', ""), day, "{}", model.name);
            }
        }
    }
}

#[test]
fn it_waits_among_the_drafts_and_is_changed_or_thrown_away_there() {
    for program in demos() {
        for model in [IPHONE, FOMA, KAIOS, MOVA] {
            let mut phone = program.phone_of("hanako", model);
            let title = format!("あすの話{}", model.name);
            let day = today().checked_add(2.days()).unwrap();
            let form = phone.get("/diary/new").form("/diary/new").fill("title", &title).fill("body", "本文");
            let form = form.fill("visibility", "members").fill("day", &plain(day)).fill("hour", "21");
            let page = phone.submit(&form);
            assert_eq!(place_of(&page), "/diary/drafts", "{}", page.text());
            phone.submit(&form);
            let list = texts_of(&mut phone, "/diary/drafts");
            assert_eq!(list.matches(&title).count(), 1, "sent twice: {list}");
            let said = format!("{}月{}日 21:00 に公開されます", day.month(), day.day());
            assert!(list.contains(&said) || day.year() != today().year(), "{list}");
            assert!(!texts_of(&mut phone, "/diary").contains(&title));
            let mut other = program.phone_of("ken", model);
            for path in ["/diary", "/diary?from=fof", "/search?in=diary&q=あすの話", "/home"] {
                assert!(!texts_of(&mut other, path).contains(&title), "{path}");
            }
            // Kept without pressing the button that sends it, it waits for its author.
            let draft =
                phone.get("/diary/drafts").links().find(|link| link.contains("/diary/drafts/")).unwrap();
            let page = phone.get(&draft);
            assert!(page.text().contains("に公開されます"), "{}", page.text());
            let form = page.form("/diary/new");
            assert_eq!((form.value("day").replace('-', ""), form.value("hour")), (plain(day), "21"));
            let page = phone.submit(&form.press("keep"));
            assert!(page.text().contains("ひとりでには公開されません"), "{}", page.text());
            let delete = page.links().find(|link| link.ends_with("/delete")).unwrap();
            let page = phone.get(&delete);
            let form = page.forms().into_iter().find(|form| form.place().ends_with("/delete")).unwrap();
            phone.submit(&form);
            assert!(!texts_of(&mut phone, "/diary/drafts").contains(&title));
        }
    }
}

#[test]
fn at_its_time_it_is_an_entry_like_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::build(folder.path());
    let settings = [clock.settings().as_slice(), &[("ENISHI_DIARY__LOOK_SECONDS", "1")]].concat();
    for program in demos_with(&settings) {
        clock.set(0);
        let tomorrow = today().checked_add(1.day()).unwrap();
        for (model, title) in [(IPHONE, "朝の手紙"), (FOMA, "夜の手紙")] {
            let mut phone = program.phone_of("hanako", model);
            let form = phone.get("/diary/new").form("/diary/new").fill("title", title).fill("body", "本文");
            let form = form.fill("visibility", "friends").fill("day", &plain(tomorrow)).fill("hour", "0");
            assert_eq!(place_of(&phone.submit(&form)), "/diary/drafts");
        }
        assert!(!feed_of_a_friend(&program).contains("の手紙"));
        clock.set(2 * DAY_SECONDS);
        let began = Instant::now();
        while !["朝の手紙", "夜の手紙"].iter().all(|title| feed_of_a_friend(&program).contains(title))
        {
            assert!(began.elapsed() < Duration::from_secs(20), "{}", program.log());
            std::thread::sleep(Duration::from_millis(200));
        }
        let mut phone = program.phone_of("hanako", FOMA);
        assert!(!texts_of(&mut phone, "/diary/drafts").contains("の手紙"));
        clock.set(0);
    }
}

fn feed_of_a_friend(program: &Program) -> String {
    texts_of(&mut program.phone_of("ken", IPHONE), "/diary")
}
