//! Where one has commented, from phone to phone.

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, MOVA, Page, SOFTBANK};

use crate::program::{demos, link_to, write_entry};

#[test]
fn replies_are_new_until_read_and_a_closed_entry_leaves_ones_own_words() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        for (number, model) in [IPHONE, FOMA, SOFTBANK, KAIOS, MOVA].into_iter().enumerate() {
            let (title, said) = (format!("霧の話{number}"), format!("見えました{number}"));
            let place = write_entry(&mut hanako, &title, "本文", "friends");
            let comments = format!("{place}/comments");
            let mut ken = program.phone_of("ken", model);
            let form = ken.get(&place).form(&comments);
            ken.submit(&form.fill("body", &said));
            let begins = format!("{comments}?from=");
            let is_new = |page: &Page| page.links().any(|link| link.contains(&begins));
            assert!(!is_new(&ken.get("/diary/joined")), "{}", model.name);
            let form = hanako.get(&place).form(&comments);
            hanako.submit(&form.fill("body", "こちらはまだです"));
            let list = ken.get("/diary/joined");
            assert!(list.text().contains(&title) && list.text().contains("新しい返信1件"), "{}", list.text());
            assert!(list.links().any(|link| link.ends_with(&format!("{begins}2"))), "{}", list.text());
            assert!(ken.get(&format!("{begins}2")).text().contains("こちらはまだです"), "{}", model.name);
            assert!(!is_new(&ken.get("/diary/joined")), "{}", model.name);
            let edit = format!("{place}/edit");
            let form = hanako.get(&edit).form(&edit).fill("visibility", "only_me");
            assert_eq!(hanako.submit(&form).status, 200);
            assert!(!ken.get("/diary/joined").text().contains(&title), "{}", model.name);
            let shut = ken.get("/diary/joined/closed");
            assert!(shut.text().contains(&said) && !shut.text().contains(&title), "{}", shut.text());
            let remove = format!("{comments}/1/remove");
            let question = ken.get(&link_to(&shut, &remove).unwrap());
            assert!(question.text().contains(&said), "{}: {}", model.name, question.text());
            let page = ken.submit(&question.form(&remove));
            assert!(page.status == 200 && !page.text().contains(&said), "{}: {}", model.name, page.text());
        }
    }
}

#[test]
fn notices_of_one_entry_are_stopped_and_begun_again() {
    for program in demos() {
        for (number, model) in [IPHONE, FOMA, KAIOS, MOVA].into_iter().enumerate() {
            let title = format!("静かにしたい話{number}");
            let mut hanako = program.phone_of("hanako", model);
            let place = write_entry(&mut hanako, &title, "本文", "friends");
            let (comments, quiet) = (format!("{place}/comments"), format!("{place}/quiet"));
            let mut ken = program.phone_of("ken", IPHONE);
            assert_eq!(ken.get(&quiet).status, 404, "he is told nothing of it");
            let form = hanako.get(&quiet).form(&quiet);
            assert_eq!(hanako.submit(&form).status, 200, "{}", model.name);
            let say = |ken: &mut enishi_testkit::phone::Phone, body| {
                let form = ken.get(&place).form(&comments);
                ken.submit(&form.fill("body", body));
            };
            say(&mut ken, "ひとつめ");
            assert!(!hanako.get("/notifications").text().contains(&title), "{}", model.name);
            let tell = format!("{place}/tell");
            let form = hanako.get(&quiet).form(&tell);
            assert_eq!(hanako.submit(&form).status, 200, "{}", model.name);
            say(&mut ken, "ふたつめ");
            assert!(hanako.get("/notifications").text().contains(&title), "{}", model.name);
            assert_eq!(ken.get(&quiet).status, 200, "he has commented");
            assert_eq!(program.phone_of("oliver", model).get(&quiet).status, 404, "{}", model.name);
        }
    }
}
