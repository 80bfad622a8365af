//! Communities over HTTP, on phones of both faces and on both engines.

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, MOVA, Model, Page, Phone};

use crate::program::{Program, demos, link_to, member_named, place_of, without_token};

const FACES: [Model; 4] = [IPHONE, FOMA, KAIOS, MOVA];

/// Where a page leads that begins so, but for new things and lists.
fn links(page: &Page, begins: &str) -> Vec<String> {
    let all = page.links().map(|link| without_token(&link));
    let is_one = |link: &String| !["/new", "/all", "/closed"].iter().any(|last| link.ends_with(last));
    all.filter(|link| link.starts_with(begins) && is_one(link)).collect()
}

/// The first of these pages that says so.
fn with_words(phone: &mut Phone, links: Vec<String>, words: &str) -> String {
    let found = links.into_iter().find(|link| phone.get(link).text().contains(words));
    found.unwrap_or_else(|| panic!("nothing says {words}"))
}

/// The address of a community, by a word of its name.
pub fn place(phone: &mut Phone, name: &str) -> String {
    let links = links(&phone.get("/communities"), "/communities/");
    with_words(phone, links, name)
}

/// The address of a topic of a community, by its words.
pub fn topic(phone: &mut Phone, place: &str, words: &str) -> String {
    let links = links(&phone.get(&format!("{place}/topics")), &format!("{place}/topics/"));
    with_words(phone, links, words)
}

fn say(phone: &mut Phone, topic: &str, words: &str) {
    let form = phone.get(topic).form(topic).fill("body", words);
    let page = phone.submit(&form);
    assert!(page.status == 200 && page.text().contains(words.trim_start_matches(">>1 ")), "{}", page.text());
}

#[test]
fn what_is_closed_is_the_same_as_what_never_was() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let place = place(&mut hanako, "夜ふけの読書会");
        let topic = topic(&mut hanako, &place, "今夜のいっさつ");
        for who in ["ken", "taro", "oliver", "natsu", "rider"] {
            for model in FACES {
                let mut phone = program.phone_of(who, model);
                let nowhere = phone.get("/communities/7zz");
                for path in [
                    topic.clone(),
                    format!("{place}/topics"),
                    format!("{place}/topics/new"),
                    format!("{topic}/remove"),
                    format!("{place}/edit"),
                    format!("{place}/requests"),
                    format!("{place}/hand-over"),
                    format!("{place}/end"),
                    format!("{place}/leave"),
                    format!("{topic}?before=3"),
                ] {
                    let page = phone.get(&path);
                    assert_eq!(
                        (page.status, &page.body),
                        (404, &nowhere.body),
                        "{who} {path} {}",
                        model.name
                    );
                }
                // The place itself is there, and says nothing of what is inside, nor of who hides that they belong.
                let text = phone.get(&place).text() + &phone.get(&format!("{place}/members")).text();
                let has = |words: &str| text.contains(words);
                assert!(has("夜ふけの読書会") && has("はなこ"), "{who} {}", model.name);
                assert!(!has("今夜のいっさつ") && !has("ゆき"), "{who} {}", model.name);
            }
        }
        for model in FACES {
            let text = program.phone_of("sato", model).get(&format!("{place}/members")).text();
            assert!(text.contains("ゆき"), "members meet each other: {text}");
        }
    }
}

#[test]
fn a_block_leaves_the_same_gap_as_a_removal() {
    for program in demos() {
        let mut mika = program.phone_of("mika", IPHONE);
        let place = place(&mut mika, "みかんの木の下で");
        let topic = topic(&mut mika, &place, "はじめまして");
        for model in FACES {
            let natsu = program.phone_of("natsu", model).get(&topic).text();
            let sora = program.phone_of("sora", model).get(&topic).text();
            let gap = "（表示できません）";
            assert!(sora.contains("温州ひとすじ") && !sora.contains(gap), "{sora}");
            assert!(!natsu.contains("温州ひとすじ") && natsu.contains(gap), "{natsu}");
            assert!(!natsu.contains("市電ライダー"), "{natsu}");
        }
    }
}

#[test]
fn one_founds_asks_is_let_in_talks_and_leaves() {
    for program in demos() {
        for model in [IPHONE, FOMA, KAIOS] {
            let name = format!("集い{}", model.name);
            let mut taro = program.phone_of("taro", model);
            let form = taro.get("/communities/new").form("/communities/new");
            let mut refused = taro.submit(&form.clone().fill("about", "山のはなし"));
            // Ten a day may be founded; what is refused on three phones so often is none of them.
            for _ in 0..4 {
                refused = taro.submit(&refused.form("/communities/new"));
                assert_eq!(refused.status, 422);
            }
            assert!(refused.text().contains("山のはなし"), "{}", refused.text());
            let form = refused.form("/communities/new").fill("name", &name).fill("joins", "after_yes");
            let page = taro.submit(&form.fill("reads", "insiders"));
            assert_eq!(page.status, 200, "{}", page.text());
            let place = place_of(&page);
            come_in(&program, &mut taro, &place, model);
            talk(&program, &mut taro, &place, model);
            assert_eq!(taro.get(&format!("{place}/end")).status, 404, "others belong");
            let mut yuki = program.phone_of("yuki", model);
            let leave = format!("{place}/leave");
            let form = yuki.get(&leave).form(&leave);
            assert_eq!(yuki.submit(&form).status, 200);
            let end = format!("{place}/end");
            let form = taro.get(&end).form(&end);
            assert_eq!(taro.submit(&form).status, 200);
            assert_eq!(taro.get(&place).status, 404);
        }
    }
}

/// yuki asks, and taro lets her in.
fn come_in(program: &Program, taro: &mut Phone, place: &str, model: Model) {
    let mut yuki = program.phone_of("yuki", model);
    let join = format!("{place}/join");
    let form = yuki.get(place).form(&join).fill("visibility", "only_me");
    let page = yuki.submit(&form);
    assert!(page.status == 200 && page.find_form(&format!("{place}/withdraw")).is_some(), "{}", page.text());
    let new = yuki.get("/communities/new").form("/communities/new");
    assert_eq!(new.value("visibility"), "only_me", "the last choice comes first");
    let asked = taro.get(&format!("{place}/requests"));
    let answer = asked.forms().into_iter().find(|form| form.value("answer") == "yes").unwrap();
    assert_eq!(taro.submit(&answer).status, 200);
    let shown = format!("{place}/shown");
    let form = yuki.get(place).form(&shown);
    assert_eq!(form.value("visibility"), "only_me");
    let of = format!("{}/communities", member_named(taro, "ゆき＠雪国"));
    assert!(!taro.get(&of).text().contains("集い"), "{}", model.name);
    yuki.submit(&form.fill("visibility", "members"));
    assert!(taro.get(&of).text().contains("集い"), "{}", model.name);
}

/// Both say something, and one takes it back.
fn talk(program: &Program, taro: &mut Phone, place: &str, model: Model) {
    let begin = format!("{place}/topics/new");
    let form = taro.get(&begin).form(&begin).fill("title", "山小屋の朝");
    let refused = taro.submit(&form);
    assert!(refused.status == 422 && refused.text().contains("山小屋の朝"), "{}", refused.text());
    let page = taro.submit(&refused.form(&begin).fill("body", "霧の上に出ました"));
    assert_eq!(page.status, 200, "{}", page.text());
    let topic = place_of(&page);
    let mut yuki = program.phone_of("yuki", model);
    assert!(yuki.get("/home").text().contains("山小屋の朝"), "{}", model.name);
    say(&mut yuki, &topic, "見たかったなあ");
    say(taro, &topic, ">>1 来年ぜひ");
    let leads = |link: String| link.contains("from=1") || link.contains("#c1");
    assert!(yuki.get(&topic).links().any(leads), "{}", yuki.get(&topic).text());
    let remove = format!("{topic}/comments/1/remove");
    let way = link_to(&yuki.get(&topic), &remove).unwrap();
    let question = yuki.get(&way);
    assert!(question.text().contains("見たかったなあ"), "{}", question.text());
    let by_owner = taro.get(&remove);
    assert!(by_owner.text().contains("ゆき＠雪国さんのコメント"), "{}", by_owner.text());
    assert!(yuki.submit(&question.form(&remove)).text().contains("（表示できません）"));
    assert_eq!(yuki.get(&remove).status, 404, "there is nothing left to remove");
    let away = format!("{topic}/remove");
    assert_eq!(yuki.get(&away).status, 404);
    let form = taro.get(&away).form(&away);
    taro.submit(&form);
    assert_eq!(yuki.get(&topic).status, 404);
}

#[test]
fn who_left_a_closed_circle_still_takes_their_own_words_away() {
    for program in demos() {
        for model in [IPHONE, FOMA] {
            let mut taro = program.phone_of("taro", model);
            let form = taro.get("/communities/new").form("/communities/new");
            let name = format!("囲炉裏{}", model.name);
            let place = place_of(&taro.submit(&form.fill("name", &name).fill("reads", "insiders")));
            let mut yuki = program.phone_of("yuki", model);
            let join = format!("{place}/join");
            let form = yuki.get(&place).form(&join);
            assert_eq!(yuki.submit(&form).status, 200);
            let begin = format!("{place}/topics/new");
            let form =
                yuki.get(&begin).form(&begin).fill("title", "雪あかり").fill("body", "窓の外がまぶしい");
            let own = place_of(&yuki.submit(&form));
            let form = taro.get(&begin).form(&begin).fill("title", "火の番").fill("body", "薪をくべる");
            let theirs = place_of(&taro.submit(&form));
            say(&mut taro, &own, "こちらも晴れ");
            say(&mut yuki, &theirs, "おつかれさま");
            let leave = format!("{place}/leave");
            let form = yuki.get(&leave).form(&leave);
            yuki.submit(&form);
            let closed = yuki.get("/communities/closed");
            let text = closed.text();
            let has = |words: &str| text.contains(words);
            assert!(
                has(&name) && has("雪あかり") && has("窓の外がまぶしい") && has("おつかれさま"),
                "{text}"
            );
            assert!(!has("こちらも晴れ") && !has("火の番") && !has("薪をくべる"), "{text}");
            let comment = closed.form(&format!("{theirs}/comments/1/remove"));
            let left = yuki.submit(&comment);
            assert!(left.status == 200 && !left.text().contains("おつかれさま"), "{}", left.text());
            let remove = format!("{own}/remove");
            assert!(link_to(&left, &remove).is_some(), "{}", left.text());
            let form = yuki.get(&remove).form(&remove);
            let left = yuki.submit(&form);
            assert!(left.status == 200 && !left.text().contains("雪あかり"), "{}", left.text());
            for path in [&own, &theirs, &remove, &format!("{theirs}/remove")] {
                assert_eq!(yuki.get(path).status, 404, "{path}");
            }
            let text = taro.get(&own).text();
            assert!(text.contains("こちらも晴れ") && !text.contains("窓の外がまぶしい"), "{text}");
        }
    }
}

#[test]
fn a_chosen_circle_stays_chosen_once_something_was_said() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", FOMA);
        let place = place(&mut hanako, "夜ふけの読書会");
        let edit = format!("{place}/edit");
        let form = hanako.get(&edit).form(&edit);
        let asks = form.clone().fill("joins", "after_yes");
        assert_eq!(hanako.submit(&asks).status, 200);
        let refused = hanako.submit(&form.fill("joins", "freely"));
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("参加はこれからも承認制です"), "{}", refused.text());
    }
}

#[test]
fn an_owner_hands_over_by_asking() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let place = place(&mut hanako, "夜ふけの読書会");
        let pick = hanako.get(&format!("{place}/hand-over"));
        let sato = member_named(&mut hanako, "さとばあ");
        let to = link_to(&pick, &format!("{place}/hand-over/{}", sato.rsplit('/').next().unwrap())).unwrap();
        let form = hanako.get(&to).form(&to);
        assert!(hanako.submit(&form).text().contains("さとばあ"));
        let mut sato = program.phone_of("sato", FOMA);
        let take = format!("{place}/take-over");
        let form = sato.get(&place).forms().into_iter().find(|form| form.value("answer") == "yes").unwrap();
        assert_eq!(without_token(form.place()), take);
        sato.submit(&form);
        assert_eq!(sato.get(&format!("{place}/edit")).status, 200);
        assert_eq!(hanako.get(&format!("{place}/edit")).status, 404);
        let leave = format!("{place}/leave");
        let form = hanako.get(&leave).form(&leave);
        assert_eq!(hanako.submit(&form).status, 200);
    }
}

#[test]
fn shared_places_stand_on_pages_and_beside_footprints() {
    for program in demos() {
        for model in FACES {
            let mut hanako = program.phone_of("hanako", model);
            let oliver = member_named(&mut program.phone_of("hanako", IPHONE), "Oliver K.");
            let text = hanako.get(&format!("{oliver}/communities")).text();
            assert!(text.contains("共通のコミュニティ") && text.contains("Rainy Kyoto"), "{text}");
            assert!(hanako.get("/footprints").text().contains("おなじコミュニティ"), "{}", model.name);
        }
    }
}
