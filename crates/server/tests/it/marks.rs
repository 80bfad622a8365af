//! Favourites and news at rest: chosen on somebody's page, for one's own eyes.

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, SOFTBANK};

use crate::program::{demos, member_named};

const OLIVER: &str = "Oliver";
const KEN: &str = "ケン坊";

#[test]
fn somebody_is_kept_at_hand_on_one_phone_and_found_on_another() {
    for program in demos() {
        let mut neko = program.phone_of("neko", FOMA);
        let oliver = member_named(&mut neko, OLIVER);
        let aside = format!("{oliver}/aside");
        assert!(neko.get(&format!("{oliver}?lang=ja")).links().any(|link| link.ends_with("/aside")));
        let done = neko.submit(&neko.get(&aside).form(&aside).fill("favourite", "1"));
        assert!(done.text().contains("保存しました"), "{}", done.text());
        let mut touch = program.phone_of("neko", IPHONE);
        assert!(touch.get("/friends/favourites").text().contains(OLIVER));
        let mut other = program.phone_of("oliver", IPHONE);
        assert!(!other.get("/friends/favourites").text().contains("ねこ"), "one way");
    }
}

#[test]
fn news_rest_until_they_are_woken() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", SOFTBANK);
        let ken = member_named(&mut hanako, KEN);
        let aside = format!("{ken}/aside");
        let shows =
            |phone: &mut enishi_testkit::phone::Phone| phone.get("/diary?lang=ja").text().contains(KEN);
        assert!(shows(&mut hanako));
        let form = hanako.get(&aside).form(&aside).fill("diary", "week");
        hanako.submit(&form);
        assert!(!shows(&mut hanako));
        let page = hanako.get(&format!("{aside}?lang=ja"));
        assert!(page.text().contains("までお休み中"), "{}", page.text());
        hanako.submit(&page.form(&aside));
        assert!(!shows(&mut hanako), "saving without a change changes nothing");
        let form = hanako.get(&aside).form(&aside).fill("diary", "");
        hanako.submit(&form);
        assert!(shows(&mut hanako));
    }
}

#[test]
fn nobody_marks_themselves_or_who_is_not_there() {
    for program in demos() {
        let mut rider = program.phone_of("rider", KAIOS);
        let own = member_named(&mut program.phone_of("hanako", IPHONE), "市電ライダー");
        let nowhere = rider.get("/members/zzz/aside");
        assert_eq!(nowhere.status, 404);
        assert_eq!(rider.get(&format!("{own}/aside")).text(), nowhere.text());
        let natsu = member_named(&mut program.phone_of("hanako", IPHONE), "なつ");
        assert_eq!(rider.get(&format!("{natsu}/aside")).text(), nowhere.text(), "a block is a 404");
    }
}
