//! Introductions on a keypad phone and on a touch screen: written, said yes to, taken away.

use enishi_testkit::phone::{FOMA, IPHONE, MOVA};

use crate::program::{demos, link_to, member_named};

#[test]
fn what_a_friend_says_waits_for_a_yes_and_is_then_read() {
    for program in demos() {
        // Mika writes on an old handset; Hanako answers on another; a friend of Hanako's reads on an iPhone.
        let mut mika = program.phone_of("mika", FOMA);
        let hanako = member_named(&mut mika, "はなこ");
        let profile = mika.get(&hanako);
        let list = link_to(&profile, &format!("{hanako}/introductions")).expect("a friend may write");
        let form = mika.get(&list).form(&list);
        let empty = mika.submit(&form.clone().fill("body", " "));
        assert_eq!(empty.status, 422, "{}", empty.text());
        let long = mika.submit(&form.clone().fill("body", &"あ".repeat(501)));
        assert!(
            long.status == 422 && long.text().contains("あああ"),
            "what was typed is kept: {}",
            long.text()
        );
        let sent = mika.submit(&form.fill("body", "みかんの味がわかる人です。"));
        assert!(sent.status == 200 && sent.text().contains("公開を選ぶのを待っています"), "{}", sent.text());
        let mut ken = program.phone_of("ken", IPHONE);
        assert!(!ken.get(&list).text().contains("みかんの味"), "read before the yes");
        let mut owner = program.phone_of("hanako", FOMA);
        let home = owner.get("/home").text();
        assert!(home.contains("ミカさんから紹介文"), "{home}");
        let mine = owner.get("/me/introductions");
        assert!(mine.text().contains("みかんの味") && mine.text().contains("ごはんの話"), "{}", mine.text());
        // The longest waiting stand first: hers is the last.
        let mut waiting = mine.forms().into_iter().filter(|form| form.place().ends_with("/accept"));
        let accept = waiting.next_back().expect("a button for each that waits");
        let shown = owner.submit(&accept);
        assert!(
            shown.status == 200 && !owner.get("/home").text().contains("ミカさんから紹介文"),
            "{}",
            shown.text()
        );
        assert!(ken.get(&list).text().contains("みかんの味"), "{}", ken.get(&list).text());
        assert!(mika.get("/home").text().contains("公開しました"), "{}", mika.get("/home").text());
        // Taken away by its subject, on the smallest phone.
        let mut small = program.phone_of("hanako", MOVA);
        let member = member_named(&mut small, "みかん山のミカ");
        let ask = small.get(&format!("{member}/introductions/remove"));
        let done = small.submit(&ask.form(&format!("{member}/introductions/remove")));
        assert_eq!(done.status, 200, "{}", done.text());
        assert!(!ken.get(&list).text().contains("みかんの味"));
        assert_eq!(small.get(&format!("{member}/introductions/remove")).status, 404);
    }
}

#[test]
fn whom_it_is_not_for_meets_no_page_at_all() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let mine = hanako.get("/me/introductions");
        assert!(mine.text().contains("ゆき＠雪国"), "the demo has one that waits: {}", mine.text());
        let list = {
            let mut ken = program.phone_of("ken", IPHONE);
            format!("{}/introductions", member_named(&mut ken, "はなこ"))
        };
        let form = hanako.get("/me/profile").form("/me/profile");
        let saved = hanako.submit(&form.fill("introductions_visibility", "friends"));
        assert_eq!(saved.status, 200, "{}", saved.text());
        for (who, phone) in [("natsu", IPHONE), ("natsu", FOMA), ("rider", IPHONE)] {
            let mut other = program.phone_of(who, phone);
            let page = other.get(&list);
            assert_eq!(
                (page.status, page.text()),
                (404, other.get("/members/zzz/introductions").text()),
                "{who}"
            );
        }
        let mut ken = program.phone_of("ken", FOMA);
        let english = ken.get(&format!("{list}?lang=en"));
        assert!(english.text().contains("What friends say of はなこ"), "{}", english.text());
    }
}
