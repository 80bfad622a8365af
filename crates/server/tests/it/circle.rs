//! Footprints thanked for and taken back, and one's own page through other eyes.

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, SOFTBANK};

use crate::program::{demos, member_named, place_of, write_entry};

const HANAKO: &str = "はなこ";
const OLIVER: &str = "Oliver";
const RIDER: &str = "市電ライダー";

#[test]
fn a_visit_is_thanked_for_in_one_key() {
    for program in demos() {
        let mut oliver = program.phone_of("oliver", IPHONE);
        let page_of_hanako = member_named(&mut oliver, HANAKO);
        oliver.get(&page_of_hanako);
        let mut hanako = program.phone_of("hanako", FOMA);
        let page_of_oliver = member_named(&mut hanako, OLIVER);
        let thank = format!("/footprints/{}/thank", page_of_oliver.rsplit('/').next().unwrap());
        let page = hanako.get("/footprints?lang=ja");
        let done = hanako.submit(&page.form(&thank));
        assert!(done.status == 200 && done.text().contains("お礼を伝えました"), "{}", done.text());
        assert!(done.find_form(&thank).is_none(), "once a visit");
        let waiting = oliver.get("/notifications?lang=ja");
        assert!(waiting.text().contains(&format!("{HANAKO}さんから足あとのお礼")), "{}", waiting.text());
        oliver.get(&page_of_hanako);
        assert!(!oliver.get("/notifications").text().contains("足あとのお礼"), "gone once looked at");
    }
}

#[test]
fn who_looks_at_a_diary_or_photographs_was_there() {
    for path in ["diary", "photos"] {
        for program in demos() {
            let mut hanako = program.phone_of("hanako", IPHONE);
            assert!(!hanako.get("/footprints").text().contains(RIDER));
            let mut rider = program.phone_of("rider", FOMA);
            let page_of_hanako = member_named(&mut rider, HANAKO);
            assert_eq!(rider.get(&format!("{page_of_hanako}/{path}")).status, 200);
            assert!(hanako.get("/footprints").text().contains(RIDER), "{path}");
        }
    }
}

#[test]
fn a_footprint_is_taken_back_by_its_own_visitor_alone() {
    for program in demos() {
        let mut rider = program.phone_of("rider", SOFTBANK);
        let page_of_hanako = member_named(&mut rider, HANAKO);
        rider.get(&page_of_hanako);
        let mut hanako = program.phone_of("hanako", IPHONE);
        assert!(hanako.get("/footprints").text().contains(RIDER));
        let take_back = format!("/footprints/left/{}/take-back", page_of_hanako.rsplit('/').next().unwrap());
        let form = rider.get("/footprints/left?lang=ja").form(&take_back);
        let mut ken = program.phone_of("ken", KAIOS);
        let foreign = ken.get("/me/privacy").form("/me/privacy");
        let body = format!("csrf={}&day=1", foreign.value("csrf"));
        let stolen = ken.fetch(&enishi_testkit::phone::Request::post(&take_back, body.as_bytes()));
        assert_eq!(stolen.status, 404, "a day on which nothing was left");
        let done = rider.submit(&form);
        assert!(done.text().contains("足あとを消しました"), "{}", done.text());
        assert!(!hanako.get("/footprints").text().contains(RIDER));
    }
}

#[test]
fn stealth_is_mutual() {
    for program in demos() {
        let mut rider = program.phone_of("rider", KAIOS);
        let form = rider.get("/me/privacy").form("/me/privacy").fill("stealth", "1");
        assert_eq!(rider.submit(&form).status, 200);
        assert_eq!(rider.get("/me/privacy").form("/me/privacy").value("stealth"), "1");
        let page_of_hanako = member_named(&mut rider, HANAKO);
        let mut hanako = program.phone_of("hanako", IPHONE);
        let before = hanako.get("/footprints").text().contains(RIDER);
        rider.get(&page_of_hanako);
        assert_eq!(hanako.get("/footprints").text().contains(RIDER), before);
        let own = rider.get("/footprints?lang=ja");
        assert!(own.text().contains("忍び足"), "{}", own.text());
    }
}

#[test]
fn my_page_is_seen_with_other_eyes_on_every_phone() {
    for program in demos() {
        for model in [IPHONE, FOMA, KAIOS] {
            let mut hanako = program.phone_of("hanako", model);
            write_entry(&mut hanako, "友人だけの題", "友人だけの本文", "friends");
            let stranger = hanako.get("/me/preview?as=stranger&lang=ja");
            let text = stranger.text();
            assert!(text.contains("つながりのない人") && !text.contains("友人だけの題"), "{text}");
            assert!(!text.contains("花岡") && text.contains("図書館で働いています"), "{text}");
            let form = stranger.form("/me/preview").fill("as", "friend");
            let friend = hanako.submit(&form);
            assert!(friend.text().contains("友人だけの題"), "{}", friend.text());
            assert_eq!(place_of(&friend), "/me/preview");
            let oliver = member_named(&mut hanako, OLIVER);
            let id = oliver.rsplit('/').next().unwrap();
            let named = hanako.get(&format!("/me/preview?as=member:{id}")).text();
            assert!(named.contains(OLIVER) && !named.contains("友人だけの題"), "{named}");
            let ken = member_named(&mut hanako, "ケン坊");
            let value = format!("member:{}", ken.rsplit('/').next().unwrap());
            let named = hanako.get(&format!("/me/preview?as={value}"));
            let choices = String::from_utf8_lossy(&named.body).matches(&format!("\"{value}\"")).count();
            assert_eq!(choices, 1, "a friend is among the choices once");
            for nobody in ["member:zzzzzzzzzz", "group:zzzzzzzzzz"] {
                assert_eq!(hanako.get(&format!("/me/preview?as={nobody}")).status, 404);
            }
        }
    }
}
