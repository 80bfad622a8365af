//! Who may read what was written before, changed many at a time.

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, Page, Phone, SOFTBANK};

use crate::program::{demos, write_entry};

const LEVELS: &str = "/diary/levels?lang=ja";
const NARROW: &str = "/diary/levels/narrow";

fn narrow(phone: &mut Phone, to: &str) -> Page {
    let form = phone.get(LEVELS).form(NARROW).fill("to", to);
    phone.submit(&form)
}

#[test]
fn one_press_narrows_and_closing_asks_first() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", FOMA);
        let entry = write_entry(&mut hanako, "ひみつになる日記", "ほんぶん", "members");
        let mut oliver = program.phone_of("oliver", IPHONE);
        let mut ken = program.phone_of("ken", KAIOS);
        assert_eq!(oliver.get(&entry).status, 200);
        let nothing = narrow(&mut hanako, "");
        assert!(nothing.text().contains("選んでください"), "{}", nothing.text());
        assert!(narrow(&mut hanako, "friends").text().contains("日記を狭くしました"));
        assert_eq!((oliver.get(&entry).status, ken.get(&entry).status), (404, 200));
        let asked = narrow(&mut hanako, "only_me");
        assert!(asked.text().contains("友人にも見えなくなります"), "{}", asked.text());
        assert_eq!(ken.get(&entry).status, 200, "nothing has happened yet");
        hanako.submit(&asked.form(NARROW));
        assert_eq!(ken.get(&entry).status, 404);
    }
}

#[test]
fn widening_names_what_it_opens_and_takes_no_stale_answer() {
    for program in demos() {
        let mut ken = program.phone_of("ken", SOFTBANK);
        let entry = write_entry(&mut ken, "友人だけの日記", "ほんぶん", "friends");
        let step = "/diary/levels/widen/friends-further";
        let question = ken.get(&format!("{step}?lang=ja"));
        assert!(question.text().contains("友人だけの日記"), "{}", question.text());
        let form = question.form(step);
        write_entry(&mut ken, "あとから書いた日記", "ほんぶん", "friends");
        let again = ken.submit(&form);
        assert!(again.text().contains("もう一度確かめてください"), "{}", again.text());
        let mut taro = program.phone_of("oliver", IPHONE);
        assert_eq!(taro.get(&entry).status, 404);
        let done = ken.submit(&again.form(step));
        assert!(done.text().contains("日記を広げました"), "{}", done.text());
        assert_eq!(ken.get("/diary/levels/widen/anything").status, 404);
    }
}

#[test]
fn a_new_entry_begins_with_what_was_fixed() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let always = "/diary/levels/always";
        let form = hanako.get(LEVELS).form(always).fill("diary", "only_me");
        hanako.submit(&form);
        write_entry(&mut hanako, "みんなへ", "ほんぶん", "members");
        assert_eq!(hanako.get("/diary/new").form("/diary/new").value("visibility"), "only_me");
        let form = hanako.get(LEVELS).form(always).fill("diary", "");
        hanako.submit(&form);
        assert_eq!(hanako.get("/diary/new").form("/diary/new").value("visibility"), "members");
    }
}

#[test]
fn closing_with_age_says_how_many_it_closes_now() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", KAIOS);
        let aging = "/diary/levels/aging";
        let form = hanako.get(LEVELS).form(aging).fill("months", "1").fill("level", "only_me");
        let asked = hanako.submit(&form);
        assert!(asked.text().contains("件を「自分だけ」にします"), "{}", asked.text());
        assert_eq!(hanako.get(LEVELS).form(aging).value("months"), "", "nothing is wished yet");
        hanako.submit(&asked.form(aging));
        assert_eq!(hanako.get(LEVELS).form(aging).value("months"), "1");
    }
}
