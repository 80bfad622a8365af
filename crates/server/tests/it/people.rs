//! Asking, accepting, groups, footprints.

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, SOFTBANK};

use crate::program::{demos, demos_with, member_named, place_of, without_token, write_entry};

/// What one of the cast is called.
pub fn nickname(handle: &str) -> &'static str {
    static PEOPLE: std::sync::OnceLock<toml::Table> = std::sync::OnceLock::new();
    let file = PEOPLE.get_or_init(|| include_str!("../../../../fixtures/cast/people.toml").parse().unwrap());
    let people = file["person"].as_array().unwrap();
    people.iter().find(|one| one["handle"].as_str() == Some(handle)).unwrap()["nickname"].as_str().unwrap()
}

/// Two of the cast who have no tie to each other: found by asking the program itself.
fn strangers(program: &crate::program::Program) -> (&'static str, &'static str) {
    for (one, other) in [
        ("oliver", "hanako"),
        ("oliver", "taro"),
        ("sora", "oliver"),
        ("emma", "oliver"),
        ("mika", "oliver"),
        ("oliver", "mika"),
    ] {
        let mut phone = program.phone_of(one, IPHONE);
        let place = member_named(&mut phone, nickname(other));
        if phone.get(&place).links().any(|link| link.ends_with("/ask")) {
            return (one, other);
        }
    }
    panic!("everybody in the cast is tied to everybody");
}

#[test]
fn asking_with_a_message_and_accepting_makes_friends() {
    for program in demos() {
        let (one, other) = strangers(&program);
        let mut asker = program.phone_of(one, KAIOS);
        let place = member_named(&mut asker, nickname(other));
        let ask = format!("{place}/ask");
        let form = asker.get(&ask).form(&ask);
        let page = asker.submit(&form.clone().fill("message", "あ".repeat(501).as_str()));
        assert_eq!(page.status, 422);
        let page = asker.submit(&page.form(&ask).fill("message", "図書館でお会いしました〜"));
        assert_eq!(page.status, 200, "{}", page.text());
        let mut asked = program.phone_of(other, FOMA);
        let requests = asked.get("/friends/requests");
        assert!(requests.text().contains("図書館でお会いしました"), "{}", requests.text());
        let own = member_named(&mut asked, nickname(one));
        let page = asked.submit(&requests.form(&format!("{own}/accept")));
        assert_eq!(page.status, 200);
        assert!(asker.get("/friends").text().contains(nickname(other)));
        let part = format!("{place}/part");
        let form = asker.get(&part).form(&part);
        asker.submit(&form);
        assert!(!asked.get("/friends").text().contains(nickname(one)));
    }
}

#[test]
fn a_ready_sentence_is_sent_where_nothing_is_typed_and_only_there() {
    for program in demos() {
        let (one, other) = strangers(&program);
        for (model, typed, expected) in [
            (FOMA, "", "日記を読んで、つながりたいと思いました"),
            (IPHONE, "自分のことばで", "自分のことばで"),
        ] {
            let mut asker = program.phone_of(one, model);
            let place = member_named(&mut asker, nickname(other));
            let ask = format!("{place}/ask");
            let form = asker.get(&ask).form(&ask);
            let page = asker.submit(&form.clone());
            assert_eq!(page.status, 422, "nothing typed and nothing chosen: {}", page.text());
            let page = asker.submit(&page.form(&ask).fill("ready", "diary").fill("message", typed));
            assert_eq!(page.status, 200, "{}", page.text());
            let mut asked = program.phone_of(other, IPHONE);
            let requests = asked.get("/friends/requests").text();
            assert!(requests.contains(expected), "{}: {requests}", model.name);
            assert_eq!(requests.contains("つながりたいと思いました"), typed.is_empty(), "{requests}");
            let withdraw = format!("{place}/withdraw");
            let page = asker.get("/friends/requests");
            asker.submit(&page.form(&withdraw));
        }
    }
}

/// Two friends of one of the cast who are not each other's.
fn friends_of_a_friend(program: &crate::program::Program) -> (&'static str, &'static str) {
    for (one, other) in [("oliver", "hanako"), ("ken", "oliver"), ("taro", "oliver"), ("emma", "hanako")] {
        let mut phone = program.phone_of(one, FOMA);
        let place = member_named(&mut phone, nickname(other));
        if phone.get(&place).text().contains("友人の友人") {
            return (one, other);
        }
    }
    panic!("nobody of the cast is a friend's friend of another");
}

#[test]
fn friends_of_friends_have_a_feed_of_their_own_on_both_faces() {
    for program in demos() {
        let (reader, author) = friends_of_a_friend(&program);
        let mut writing = program.phone_of(author, IPHONE);
        write_entry(&mut writing, "友人の友人へ", "ひろく読めます", "friends_of_friends");
        write_entry(&mut writing, "友人だけへ", "せまく読めます", "friends");
        for model in [FOMA, KAIOS, IPHONE] {
            let mut phone = program.phone_of(reader, model);
            let home = phone.get("/home");
            let way = home.links().find(|link| link.ends_with("/diary?from=fof")).expect("home leads there");
            let page = phone.get(&way);
            assert_eq!(page.status, 200);
            assert!(page.text().contains("友人の友人へ"), "{}: {}", model.name, page.text());
            assert!(!page.text().contains("友人だけへ"), "{}", model.name);
            let own = phone.get("/diary");
            assert!(
                own.status == 200 && !own.text().contains("友人の友人へ"),
                "{}: friends only",
                model.name
            );
        }
    }
}

#[test]
fn a_group_opens_to_those_in_it_and_closes_at_once() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", SOFTBANK);
        let form = hanako.get("/me/groups").form("/me/groups").fill("name", "釣りの会");
        let page = hanako.submit(&form);
        let group = place_of(&page);
        let id = group.rsplit('/').next().unwrap().to_owned();
        let ken = member_named(&mut hanako, nickname("ken")).rsplit('/').next().unwrap().to_owned();
        let add = format!("{group}/add");
        let form = page.form(&add).fill("friend", &ken).fill("opens", "everything");
        assert_eq!(hanako.submit(&form).status, 200);
        let entry = write_entry(&mut hanako, "釣りの話", "あじが釣れました", &format!("group:{id}"));
        let mut reader = program.phone_of("ken", FOMA);
        let page = reader.get(&entry);
        assert!(page.status == 200 && page.text().contains("一部の友人"), "{}", page.text());
        assert!(!page.text().contains("釣りの会"), "the group's name is for its owner alone");
        let remove = format!("{group}/remove");
        let form = hanako.get(&group).form(&remove).fill("friend", &ken);
        hanako.submit(&form);
        assert_eq!(reader.get(&entry).status, 404);
    }
}

#[test]
fn looking_leaves_one_footprint_a_day_and_prefetching_none() {
    for program in demos() {
        let (one, other) = strangers(&program);
        let mut owner = program.phone_of(other, IPHONE);
        let total = |page: &enishi_testkit::phone::Page| {
            let text = page.text();
            let at = text.find("これまでの足あと").unwrap_or_else(|| panic!("{text}"));
            text[at..]
                .chars()
                .skip_while(|sign| !sign.is_ascii_digit())
                .take_while(char::is_ascii_digit)
                .collect::<String>()
        };
        let mut looker = program.phone_of(one, IPHONE);
        let place = member_named(&mut looker, nickname(other));
        looker.get(&place);
        let before = total(&owner.get("/footprints?lang=ja"));
        for _ in 0..3 {
            looker.get(&place);
        }
        assert_eq!(total(&owner.get("/footprints")), before, "a reload is no second footprint");
        let mut early = program.phone_of("mika", IPHONE).with_header("Sec-Purpose", "prefetch");
        if one != "mika" && other != "mika" {
            let already = owner.get("/footprints").text().contains(nickname("mika"));
            early.get(&place);
            assert_eq!(owner.get("/footprints").text().contains(nickname("mika")), already);
        }
        assert!(owner.get("/footprints").text().contains(nickname(one)));
    }
}

#[test]
fn a_blocked_person_finds_nobody_there() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", KAIOS);
        let entry = write_entry(&mut hanako, "みんなへ", "本文", "members");
        let mut ken = program.phone_of("ken", IPHONE);
        let page_of_hanako = member_named(&mut ken, nickname("hanako"));
        assert_eq!(ken.get(&entry).status, 200);
        let place = format!("{}/block", member_named(&mut hanako, nickname("ken")));
        let form = hanako.get(&place).form(&place);
        hanako.submit(&form);
        let nowhere = ken.get("/members/zzzzzzzzzz");
        for hidden in [entry.as_str(), page_of_hanako.as_str()] {
            let page = ken.get(hidden);
            assert_eq!((page.status, &page.body), (404, &nowhere.body), "{hidden}");
        }
        assert!(!ken.get("/friends").text().contains(nickname("hanako")));
    }
}

#[test]
fn no_leads_back_to_where_one_stood_and_to_the_other_only_from_their_page() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", KAIOS);
        let ken = member_named(&mut hanako, nickname("ken"));
        let asked = ["?from=footprints", "?from=page", "?from=//evil.example/", ""];
        for (from, back) in asked.into_iter().zip(["/footprints", &ken, "/home", "/home"]) {
            let page = hanako.get(&format!("{ken}/block{from}"));
            let links: Vec<String> = page.links().map(|link| without_token(&link)).collect();
            assert!(links.iter().any(|link| link == back), "{from}: {links:?}");
            assert_eq!(links.contains(&ken), back == ken, "{from}: {links:?}");
            assert!(!links.iter().any(|link| link.contains("evil")), "{links:?}");
        }
    }
}

#[test]
fn profile_fields_are_seen_by_those_they_are_for() {
    for program in demos() {
        let (one, other) = strangers(&program);
        let mut owner = program.phone_of(other, FOMA);
        let form = owner.get("/me/profile").form("/me/profile");
        let form = form
            .fill("interests", "みんなへの趣味")
            .fill("interests_visibility", "members")
            .fill("occupation", "友人だけの仕事")
            .fill("occupation_visibility", "friends");
        let page = owner.submit(&form);
        assert_eq!(page.status, 200, "{}", page.text());
        let mut stranger = program.phone_of(one, SOFTBANK);
        let place = member_named(&mut stranger, nickname(other));
        let text = stranger.get(&place).text();
        assert!(text.contains("みんなへの趣味") && !text.contains("友人だけの仕事"), "{text}");
        let own = owner.get(&place).text();
        assert!(own.contains("友人だけの仕事"), "{own}");
    }
}

#[test]
fn searching_over_and_over_is_stopped_with_words_and_what_was_typed() {
    for program in demos_with(&[("ENISHI_LIMITS__SEARCHES_PER_MEMBER", "[{ seconds = 60, most = 1 }]")]) {
        for (handle, model) in [("ken", IPHONE), ("hanako", FOMA)] {
            let mut phone = program.phone_of(handle, model);
            let search = |phone: &mut enishi_testkit::phone::Phone, q: &str| {
                let page = phone.get("/search");
                assert_eq!(page.status, 200, "where nothing was typed nothing is counted");
                phone.submit(&page.form("/search").fill("q", q).fill("in", "diaries"))
            };
            let long = search(&mut phone, "一 二 三 四 五 六 七 八 きゅう");
            assert_eq!(long.status, 200);
            assert!(long.text().contains("きゅう") && long.text().contains("除いて"), "{}", long.text());
            let again = search(&mut phone, "夕焼け");
            assert_eq!((again.status, again.header("retry-after").is_empty()), (429, false));
            assert!(again.text().contains("お待ちください"), "{}", again.text());
            let form = again.form("/search");
            assert_eq!((form.value("q"), form.value("in")), ("夕焼け", "diaries"));
        }
    }
}
