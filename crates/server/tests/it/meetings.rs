//! Two friends could meet: asked on their own phones, and nothing is told before both have said yes.

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, Page, Phone, SOFTBANK};

use crate::program::{demos, member_named};

/// The cast has Mika ask Hanako and Natsu.
const OFFERED_BY: &str = "みかん山のミカ";
const MEETINGS: &str = "/friends/meetings?lang=ja";

fn answer(phone: &mut Phone, said: &str) -> Page {
    let forms = phone.get(MEETINGS).forms();
    let form = forms.iter().find(|form| form.fields().iter().any(|(_, value)| value == said)).unwrap();
    phone.submit(form)
}

#[test]
fn both_are_led_to_each_other_once_both_said_yes() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", FOMA);
        let mut natsu = program.phone_of("natsu", IPHONE);
        assert!(hanako.get("/home?lang=ja").text().contains("引き合わせの話が届いています"));
        let page = hanako.get(MEETINGS).text();
        assert!(page.contains(OFFERED_BY) && !page.contains("なつ"), "{page}");
        assert!(answer(&mut hanako, "yes").text().contains("知り合ってみる"));
        assert!(!natsu.get("/notifications?lang=ja").text().contains("はなこさんも"));
        answer(&mut natsu, "yes");
        for (phone, name) in [(&mut hanako, "なつ"), (&mut natsu, "はなこ")] {
            let told = phone.get("/notifications?lang=ja").text();
            assert!(told.contains(&format!("{name}さんも「知り合ってみる」と答えました")), "{told}");
        }
    }
}

#[test]
fn a_no_changes_nothing_on_the_others_phone() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", KAIOS);
        let mut natsu = program.phone_of("natsu", SOFTBANK);
        let before = natsu.get(MEETINGS).text();
        assert!(before.contains(OFFERED_BY));
        answer(&mut hanako, "no");
        assert!(natsu.get(MEETINGS).text().contains(OFFERED_BY));
        assert!(answer(&mut natsu, "yes").text().contains("お知らせします"));
        assert!(!natsu.get("/notifications?lang=ja").text().contains("はなこさんも"));
    }
}

#[test]
fn only_two_of_ones_own_friends_can_be_asked() {
    for program in demos() {
        let mut ken = program.phone_of("ken", IPHONE);
        let [hanako, taro, oliver] =
            ["はなこ", "山歩きの太郎", "Oliver"].map(|name| member_named(&mut ken, name));
        let id = |place: &str| place.rsplit('/').next().unwrap().to_owned();
        let pair = format!("{hanako}/meet/{}", id(&taro));
        assert!(ken.get(&format!("{hanako}/meet")).links().any(|link| link.ends_with(&pair)));
        let long = ken.get(&pair).form(&pair).fill("message", &"長".repeat(301));
        let refused = ken.submit(&long);
        assert!(refused.form(&pair).value("message").contains("長長"), "what was typed is kept");
        let nowhere = ken.get("/members/zzz/meet").text();
        for place in [format!("{oliver}/meet"), format!("{hanako}/meet/{}", id(&oliver))] {
            let page = ken.get(&place);
            assert_eq!((page.status, page.text()), (404, nowhere.clone()), "{place}");
        }
        assert_eq!(ken.get(&format!("{hanako}/meet/{}", id(&hanako))).status, 404);
    }
}
