//! Favourites and news at rest: chosen on somebody's page, for one's own eyes.

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, SOFTBANK};

use crate::program::{demos, member_named};

const OLIVER: &str = "Oliver";
const KEN: &str = "ケン坊";

#[test]
fn somebody_is_kept_at_hand_on_one_phone_and_found_on_another() {
    for program in demos() {
        let mut sora = program.phone_of("sora", FOMA);
        let oliver = member_named(&mut sora, OLIVER);
        let aside = format!("{oliver}/aside");
        assert!(sora.get(&format!("{oliver}?lang=ja")).links().any(|link| link.ends_with("/aside")));
        let form = sora.get(&aside).form(&aside).fill("favourite", "1");
        let done = sora.submit(&form);
        assert!(done.text().contains("保存しました"), "{}", done.text());
        let mut touch = program.phone_of("sora", IPHONE);
        assert!(touch.get("/friends/favourites").text().contains(OLIVER));
        let mut other = program.phone_of("oliver", IPHONE);
        assert!(!other.get("/friends/favourites").text().contains("そら"), "one way");
    }
}

#[test]
fn somebody_is_found_by_the_code_they_show() {
    for program in demos() {
        let mut oliver = program.phone_of("oliver", IPHONE);
        let page = oliver.get("/me/code?lang=ja");
        let page = oliver.submit(&page.form("/me/code"));
        let picture =
            page.text().split("src=\"").find(|part| part.starts_with("/me/code/qr")).unwrap().to_owned();
        let picture = picture.split('"').next().unwrap().replace("&amp;", "&");
        assert_eq!(oliver.get(&picture).status, 200);
        let code = picture.rsplit("c=").next().unwrap().to_owned();
        let mut sato = program.phone_of("sato", FOMA);
        let form = sato.get(&format!("/friends/code?code={code}")).form("/friends/code");
        assert_eq!(form.value("code"), code, "a code in the address fills the field");
        let wrong = sato.submit(&form.clone().fill("code", "000 000 000"));
        assert!(wrong.text().contains("見つかりません"), "{}", wrong.text());
        let page = sato.submit(&form);
        assert!(page.text().contains(OLIVER), "{}", page.text());
        let mut other = program.phone_of("sato", IPHONE);
        assert_eq!(other.get(&picture).status, 404, "the picture is its owner's alone");
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
