//! Writing, reading and commenting from phone to phone.

use std::time::{Duration, Instant};

use enishi_testkit::dump::execute;
use enishi_testkit::phone::{EVERY_MODEL, FOMA, IPHONE, KAIOS, MOVA, SOFTBANK};

use crate::program::{demos, demos_with, link_to, place_of, write_entry};

#[test]
fn an_entry_for_friends_of_friends_is_read_on_a_handset_and_on_an_iphone() {
    for program in demos() {
        let mut author = program.phone_of("hanako", FOMA);
        let place =
            write_entry(&mut author, "港まで〜", "波が高い日でした。\n－5℃∥寒い〜♪", "friends_of_friends");
        for (reader, model) in [("ken", IPHONE), ("ken", SOFTBANK), ("ken", KAIOS), ("ken", MOVA)] {
            let mut phone = program.phone_of(reader, model);
            let page = phone.get(&place);
            assert_eq!(page.status, 200, "{reader} on {}", model.name);
            assert!(page.text().contains("波が高い日"), "{}: {}", model.name, page.text());
        }
    }
}

#[test]
fn the_wave_dash_family_and_emoji_survive_between_foma_and_iphone() {
    for program in demos() {
        let mut iphone = program.phone_of("hanako", IPHONE);
        let place = write_entry(&mut iphone, "記号", "〜－∥―￠￡￢ ☀☎♪", "friends");
        let mut foma = program.phone_of("hanako", FOMA);
        let page = foma.get(&place);
        for bytes in [&b"\x81\x60"[..], b"\x81\x7C", b"\x81\x61", b"\x81\x5C", b"\x81\x91\x81\x92\x81\xCA"] {
            assert!(
                page.body.windows(bytes.len()).any(|window| window == bytes),
                "{bytes:x?} is not on the page"
            );
        }
        // docomo's own sun and telephone.
        for sign in [&b"\xF8\x9F"[..], b"\xF8\xE8"] {
            assert!(page.body.windows(2).any(|window| window == sign), "{sign:x?} is not on the page");
        }
        // Edited on the FOMA and read on the iPhone, nothing is lost.
        let form = foma.get(&format!("{place}/edit")).form(&format!("{place}/edit"));
        let body = form.value("body").to_owned();
        let page = foma.submit(&form.fill("title", "記号と波"));
        assert_eq!(page.status, 200, "{body}: {}", page.text());
        let text = iphone.get(&place).text();
        for sign in ["－", "∥", "￠￡￢", "☀", "☎", "♪"] {
            assert!(
                text.contains(sign)
                    || text.contains(&sign.replace('－', "\u{2212}").replace('∥', "\u{2016}")),
                "{sign} is gone: {text}"
            );
        }
    }
}

#[test]
fn what_is_wrong_stands_beside_the_field_and_nothing_typed_is_lost() {
    for program in demos() {
        for model in [IPHONE, FOMA, SOFTBANK, MOVA] {
            let mut phone = program.phone_of("hanako", model);
            let form = phone.get("/diary/new").form("/diary/new");
            let page =
                phone.submit(&form.fill("title", "").fill("body", "本文だけ").fill("visibility", "friends"));
            assert_eq!(page.status, 422, "{}", model.name);
            assert!(page.text().contains("タイトルを入力してください"), "{}", page.text());
            let form = page.form("/diary/new");
            assert_eq!(
                (form.value("body"), form.value("visibility")),
                ("本文だけ", "friends"),
                "{}",
                model.name
            );
            let page = phone.submit(&form.fill("title", "題も"));
            assert!(page.status == 200 && page.text().contains("本文だけ"), "{}", model.name);
        }
    }
}

#[test]
fn a_repeated_submit_makes_one_post() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let mut phone = program.phone_of("hanako", model);
            let form = phone.get("/diary/new").form("/diary/new");
            let form =
                form.fill("title", "一度だけ").fill("body", "二度押しました").fill("visibility", "only_me");
            let first = phone.submit(&form);
            let second = phone.submit(&form);
            assert_eq!(place_of(&first), place_of(&second), "{} on {}", model.name, program.engine);
        }
    }
}

#[test]
fn other_words_from_the_same_form_are_another_post() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", FOMA);
        let place = write_entry(&mut hanako, "戻るキー", "本文", "friends");
        let form = hanako.get(&place).form(&format!("{place}/comments"));
        hanako.submit(&form.clone().fill("body", "ひとつめ"));
        let page = hanako.submit(&form.fill("body", "ふたつめ"));
        assert!(page.text().contains("ひとつめ") && page.text().contains("ふたつめ"), "{}", page.text());
    }
}

#[test]
fn the_last_visibility_is_offered_again() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", FOMA);
        for level in ["only_me", "friends_of_friends", "members"] {
            write_entry(&mut phone, "試し", "本文", level);
            assert_eq!(phone.get("/diary/new").form("/diary/new").value("visibility"), level);
        }
    }
}

#[test]
fn a_comment_is_told_in_red_and_gone_once_read() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let place = write_entry(&mut hanako, "赤い字の話", "本文", "friends");
        let mut ken = program.phone_of("ken", FOMA);
        let page = ken.get(&place);
        let comments = format!("{place}/comments");
        let page = ken.submit(&page.form(&comments).fill("body", "行きましょう〜"));
        assert!(page.text().contains("行きましょう"), "{}", page.text());
        assert!(hanako.get("/notifications").text().contains("赤い字の話"));
        assert!(hanako.get(&place).text().contains("行きましょう"));
        assert!(!hanako.get("/notifications").text().contains("赤い字の話"));
        let remove = format!("{place}/comments/1/remove");
        let way = link_to(&hanako.get(&place), &remove).unwrap();
        let question = hanako.get(&way);
        assert!(question.text().contains("さんのコメントを消しますか"), "{}", question.text());
        assert!(ken.get(&place).text().contains("行きましょう"), "asking takes nothing away");
        assert_eq!(program.phone_of("mika", FOMA).get(&remove).status, 404, "neither hers nor on her entry");
        hanako.submit(&question.form(&remove));
        let text = ken.get(&place).text();
        assert!(text.contains("表示できません") && !text.contains("行きましょう"), "{text}");
    }
}

#[test]
fn deleting_asks_once_and_then_it_is_nowhere() {
    for program in demos() {
        let mut phone = program.phone_of("hanako", SOFTBANK);
        let place = write_entry(&mut phone, "消すもの", "本文", "members");
        let delete = format!("{place}/delete");
        let page = phone.get(&delete);
        let page = phone.submit(&page.form(&delete));
        assert_eq!(page.status, 200);
        assert_eq!(phone.get(&place).status, 404);
        assert!(!phone.get("/home").text().contains("消すもの"));
    }
}

#[test]
fn widening_asks_before_others_words_are_opened() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let place = write_entry(&mut hanako, "せまい話", "本文", "friends");
        let mut ken = program.phone_of("ken", IPHONE);
        let form = ken.get(&place).form(&format!("{place}/comments")).fill("body", "ここだけの話");
        ken.submit(&form);
        for model in [IPHONE, FOMA] {
            let mut hanako = program.phone_of("hanako", model);
            let edit = format!("{place}/edit");
            let form = hanako.get(&edit).form(&edit).fill("visibility", "members");
            let page = hanako.submit(&form);
            assert_eq!(page.status, 422, "{}", model.name);
            let form = page.form(&edit);
            assert_eq!(form.value("visibility"), "members");
            if model.name == FOMA.name {
                assert_eq!(hanako.submit(&form.fill("agreed", "1")).status, 200);
            }
        }
    }
}

#[test]
fn whoever_commented_is_told_a_day_before_all_members_may_read_it() {
    for program in demos_with(&[("ENISHI_DIARY__LOOK_SECONDS", "1")]) {
        let mut hanako = program.phone_of("hanako", IPHONE);
        for model in [IPHONE, FOMA] {
            let title = format!("ひろげる話{}", model.name);
            let place = write_entry(&mut hanako, &title, "本文", "friends");
            let mut ken = program.phone_of("ken", model);
            let form = ken.get(&place).form(&format!("{place}/comments")).fill("body", "ここだけの話");
            ken.submit(&form);
            let edit = format!("{place}/edit");
            let form = hanako.get(&edit).form(&edit).fill("visibility", "members").fill("agreed", "1");
            let page = hanako.submit(&form);
            assert!(page.status == 200 && page.text().contains("メンバー全員が読める"), "{}", page.text());
            let told = ken.get("/notifications").text();
            assert!(told.contains(&title) && told.contains("24時間以内にメンバー全員に"), "{told}");
            assert!(ken.get(&place).text().contains("メンバー全員が読める"), "beside the words themselves");
            assert!(!ken.get("/notifications").text().contains("メンバー全員に公開"), "read");
            let mut oliver = program.phone_of("oliver", model);
            assert_eq!(oliver.get(&place).status, 404, "not before its time");
            execute(&program.database_url(), "UPDATE diary_openings SET opens_at = 1");
            let until = Instant::now() + Duration::from_secs(60);
            while oliver.get(&place).status != 200 {
                assert!(Instant::now() < until, "it never opens on {}", program.engine);
                std::thread::sleep(Duration::from_millis(100));
            }
        }
    }
}

#[test]
fn home_lists_friends_entries_that_can_be_opened_on_every_phone() {
    for program in demos() {
        for model in EVERY_MODEL {
            let mut phone = program.phone_of("hanako", *model);
            let home = phone.get("/home");
            let entry = link_to(&home, "/diary/").filter(|link| link != "/diary/new");
            let entry = entry.or_else(|| {
                home.links()
                    .map(|link| crate::program::without_token(&link))
                    .find(|link| link.starts_with("/diary/") && link != "/diary/new")
            });
            let entry =
                entry.unwrap_or_else(|| panic!("no entry on home of {}: {}", model.name, home.text()));
            assert_eq!(phone.get(&entry).status, 200, "{} {entry}", model.name);
        }
    }
}

#[test]
fn a_comment_answers_another_by_its_number_on_every_phone() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        for model in [IPHONE, FOMA, SOFTBANK, KAIOS, MOVA] {
            let place = write_entry(&mut hanako, "番号の話", "本文", "friends");
            let form = hanako.get(&place).form(&format!("{place}/comments"));
            hanako.submit(&form.fill("body", "さいしょのひとこと"));
            let mut ken = program.phone_of("ken", model);
            let page = ken.get(&format!("{place}/comments?reply=1"));
            assert!(page.text().contains("さいしょのひとこと"), "{}: {}", model.name, page.text());
            let form = page.form(&format!("{place}/comments"));
            assert_eq!(form.value("body"), ">>1 ", "{}", model.name);
            let page = ken.submit(&form.fill("body", ">>1 つぎのひとこと >>9"));
            assert_eq!(page.status, 200, "{}: {}", model.name, page.text());
            let named = format!("{place}/comments?from=1");
            let page = ken.get(&format!("{place}/comments?from=2"));
            assert!(page.links().any(|link| link.contains(&named)), "{}: {}", model.name, page.text());
            assert!(!page.text().contains("from=9"), "{}: nothing was said under that number", model.name);
            assert!(ken.get(&named).text().contains("さいしょのひとこと"), "{}", model.name);
            for nothing in ["from=99999999999", "reply=-1", "reply=99", "from=x"] {
                let page = ken.get(&format!("{place}/comments?{nothing}"));
                assert_eq!(page.status, 200, "{nothing}");
            }
            let mut stranger = program.phone_of("oliver", model);
            for path in [named, format!("{place}/comments?reply=1")] {
                assert_eq!(stranger.get(&path).status, 404, "{}", model.name);
            }
        }
    }
}

#[test]
fn the_author_closes_comments_and_opens_them_again() {
    for program in demos() {
        for model in [IPHONE, FOMA, SOFTBANK, MOVA] {
            let mut hanako = program.phone_of("hanako", model);
            let place = write_entry(&mut hanako, "静かな日", "本文", "members");
            let (edit, comments) = (format!("{place}/edit"), format!("{place}/comments"));
            let mut ken = program.phone_of("ken", model);
            let mut stranger = program.phone_of("oliver", model);
            let (open, foreign) =
                (ken.get(&comments).form(&comments), stranger.get(&comments).form(&comments));
            for (choice, of_ken, of_stranger) in
                [("friends", true, false), ("nobody", false, false), ("readers", true, true)]
            {
                let form = hanako.get(&edit).form(&edit);
                let page = hanako.submit(&form.fill("comments", choice));
                assert_eq!(page.status, 200, "{}: {}", model.name, page.text());
                assert_eq!(hanako.get(&edit).form(&edit).value("comments"), choice, "{}", model.name);
                for (phone, may) in [(&mut ken, of_ken), (&mut stranger, of_stranger)] {
                    let form = phone.get(&comments).find_form(&comments);
                    assert_eq!(form.is_some(), may, "{choice} on {}", model.name);
                }
                for (phone, form, may) in [(&mut ken, &open, of_ken), (&mut stranger, &foreign, of_stranger)]
                {
                    // A form that was open before is refused with what was typed in it.
                    let said = format!("{choice}でひとこと");
                    let page = phone.submit(&form.clone().fill("body", &said));
                    assert_eq!(page.status, if may { 200 } else { 422 }, "{choice} on {}", model.name);
                    if !may {
                        assert_eq!(page.form(&comments).value("body"), said, "{}", model.name);
                    }
                }
            }
        }
    }
}
