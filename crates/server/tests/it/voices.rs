//! Voices and likes from phone to phone.

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, MOVA, SOFTBANK};

use crate::program::{demos, write_entry};

#[test]
fn a_line_is_said_heard_and_taken_away_on_every_phone() {
    for program in demos() {
        for (number, model) in [IPHONE, FOMA, SOFTBANK, KAIOS, MOVA].into_iter().enumerate() {
            let line = format!("波の音が聞こえる{number}");
            let mut hanako = program.phone_of("hanako", model);
            let form = hanako.get("/voices").form("/voices");
            let page = hanako.submit(&form.fill("voice", &line).fill("visibility", "friends"));
            assert!(page.status == 200 && page.text().contains(&line), "{}: {}", model.name, page.text());
            assert!(program.phone_of("ken", model).get("/voices").text().contains(&line), "{}", model.name);
            let mut stranger = program.phone_of("oliver", model);
            assert!(!stranger.get("/voices").text().contains(&line), "{}", model.name);
            let delete = page.links().find(|link| link.contains("/delete")).unwrap();
            let delete = crate::program::without_token(&delete);
            assert_eq!(stranger.get(&delete).status, 404, "{}", model.name);
            let form = hanako.get(&delete).form(&delete);
            let page = hanako.submit(&form);
            assert!(page.status == 200 && !page.text().contains(&line), "{}: {}", model.name, page.text());
            assert_eq!(hanako.get(&delete).status, 404);
        }
    }
}

#[test]
fn a_refused_line_keeps_what_was_typed() {
    for program in demos() {
        for model in [IPHONE, FOMA, MOVA] {
            let mut hanako = program.phone_of("hanako", model);
            let long = "波".repeat(151);
            let form = hanako.get("/voices").form("/voices").fill("visibility", "only_me");
            let page = hanako.submit(&form.fill("voice", &long));
            assert_eq!(page.status, 422, "{}", model.name);
            assert!(page.text().contains("150文字まで"), "{}", page.text());
            let form = page.form("/voices");
            assert_eq!((form.value("voice"), form.value("visibility")), (long.as_str(), "only_me"));
        }
    }
}

#[test]
fn a_sign_is_given_changed_and_taken_back() {
    for program in demos() {
        for model in [IPHONE, FOMA, SOFTBANK, KAIOS, MOVA] {
            let mut hanako = program.phone_of("hanako", IPHONE);
            let place = write_entry(&mut hanako, "好きな色", "柿の色です。", "friends");
            let mut ken = program.phone_of("ken", model);
            let like = format!("{place}/like");
            let form = ken.get(&place).form(&like);
            let page = ken.submit(&form.press("like_heart"));
            let text = page.text();
            assert!(page.status == 200 && text.contains("ケン坊"), "{}: {text}", model.name);
            assert!(hanako.get("/notifications").text().contains("好きな色"), "{}", model.name);
            let page = ken.submit(&page.form(&like).press("like_tear"));
            assert!(page.form(&like).has_button("like_heart"), "{}: changed", model.name);
            let page = ken.submit(&page.form(&like).press("like_none"));
            assert!(page.form(&like).has_button("like_tear"), "{}: taken back", model.name);
            assert!(!hanako.get(&place).text().contains("ケン坊"), "{}", model.name);
            assert!(!hanako.get("/notifications").text().contains("好きな色"), "{}", model.name);
        }
    }
}

#[test]
fn a_closed_entry_cannot_be_liked() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let place = write_entry(&mut hanako, "とじる話", "本文", "friends");
        let mut ken = program.phone_of("ken", FOMA);
        let form = ken.get(&place).form(&format!("{place}/like"));
        let edit = format!("{place}/edit");
        let narrow = hanako.get(&edit).form(&edit).fill("visibility", "only_me");
        assert_eq!(hanako.submit(&narrow).status, 200);
        assert_eq!(ken.submit(&form.press("like_heart")).status, 404);
        assert!(!hanako.get(&place).text().contains("ケン坊"));
    }
}
