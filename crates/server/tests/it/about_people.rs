//! Birthdays, notes and words to look for, as phones send them.

use enishi_testkit::phone::{FOMA, IPHONE, MOVA};

use crate::program::{demos, member_named};

#[test]
fn a_birthday_that_is_no_day_comes_back_and_one_that_is_is_told() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let mut hanako = program.phone_of("hanako", model);
            let form = hanako.get("/me/profile").form("/me/profile");
            let refused = hanako.submit(&form.clone().fill("birthday", "2/30"));
            assert_eq!(refused.status, 422, "{}", refused.text());
            assert!(
                refused.text().contains("2/30") && refused.text().contains("ある日を"),
                "{}",
                refused.text()
            );
            let saved = hanako.submit(&form.fill("birthday", "0803"));
            assert_eq!(saved.status, 200, "{}", saved.text());
            let me = member_named(&mut program.phone_of("ken", IPHONE), "はなこ");
            assert!(hanako.get(&me).text().contains("8月3日"));
        }
        let mut home = program.phone_of("hanako", FOMA);
        let home = home.get("/home").text();
        assert!(home.contains("ゆき＠雪国さんの誕生日"), "always today in the demo: {home}");
        let away = program.phone_of("sora", IPHONE).get("/home").text();
        assert!(!away.contains("ゆき＠雪国さんの誕生日"), "{away}");
    }
}

#[test]
fn a_note_is_kept_shown_and_found_by_its_writer_alone() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let mut hanako = program.phone_of("hanako", model);
            let ken = member_named(&mut hanako, "ケン坊");
            let place = format!("{ken}/note");
            let form = hanako.get(&place).form(&place);
            let long = hanako.submit(&form.clone().fill("memo", &"長".repeat(1001)));
            assert_eq!(long.status, 422, "{}", long.text());
            let kept = hanako.submit(&form.fill("real_name", "博多 健").fill("memo", "替え玉は二回まで。"));
            assert!(kept.status == 200 && kept.text().contains("替え玉は二回"), "{}", kept.text());
            let ask = hanako.get("/search").form("/search").fill("q", "替え玉").fill("in", "notes");
            assert!(hanako.submit(&ask).text().contains("替え玉は二回"));
            for other in ["ken", "mika"] {
                let mut other = program.phone_of(other, IPHONE);
                assert!(!other.get(&ken).text().contains("替え玉は二回"));
                let ask = other.get("/search").form("/search").fill("q", "替え玉").fill("in", "notes");
                assert!(!other.submit(&ask).text().contains("二回"));
            }
            assert_eq!(
                program.phone_of("ken", IPHONE).get(&place).status,
                404,
                "about oneself there is none"
            );
        }
    }
}

#[test]
fn words_are_looked_for_in_the_charset_of_the_phone() {
    for program in demos() {
        for model in [IPHONE, FOMA, MOVA] {
            let mut hanako = program.phone_of("hanako", model);
            let ask = hanako.get("/search").form("/search").fill("q", "ﾗｰﾒﾝ").fill("in", "fields");
            let found = hanako.submit(&ask).text();
            assert!(found.contains("ケン坊"), "{found}");
            let ask = hanako.get("/search").form("/search").fill("q", "朝霧").fill("in", "diaries");
            let found = hanako.submit(&ask).text();
            assert!(found.contains("朝霧の山へ"), "{found}");
        }
    }
}
