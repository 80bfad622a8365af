//! A photograph on a comment: sent from both faces, kept by a refused form, gone with the comment.

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, Model, Page, Phone, Request, SOFTBANK, Upload};

use crate::pictures::{PHOTO, photos_on};
use crate::program::{Program, demos, place_of, without_token, write_entry};

fn hung() -> [Upload<'static>; 1] {
    [Upload { field: "photo", name: "x.jpg", bytes: PHOTO }]
}

/// The photographs on all parts of a page, as pictures or as links to them.
fn photos_of(phone: &mut Phone, path: &str) -> Vec<String> {
    let (mut found, mut page, mut number) = (Vec::new(), phone.get(path), 1);
    loop {
        found.extend(photos_on(&page));
        found.extend(page.links().filter(|link| link.contains("/pictures/")));
        number += 1;
        let Some(next) = page.links().find(|link| link.ends_with(&format!("p={number}"))) else {
            return found;
        };
        page = phone.get(&next);
    }
}

fn entry_of_hanako(program: &Program, visibility: &str) -> String {
    write_entry(&mut program.phone_of("hanako", IPHONE), "窓", "窓の話", visibility)
}

fn form_on(phone: &mut Phone, entry: &str) -> enishi_testkit::phone::Form {
    let action = format!("{entry}/comments");
    phone.get(&action).form(&action)
}

fn say(phone: &mut Phone, entry: &str, body: &str) -> Page {
    let form = form_on(phone, entry).fill("body", body).fill("alt", "窓からの山");
    phone.submit_with(&form, &hung())
}

/// Phones that send files.
fn senders() -> impl Iterator<Item = Model> {
    [IPHONE, FOMA, SOFTBANK, KAIOS].into_iter()
}

#[test]
fn whoever_is_shown_the_comment_is_shown_its_photo_and_nobody_else() {
    for program in demos() {
        for model in senders() {
            let entry = entry_of_hanako(&program, "friends");
            let mut ken = program.phone_of("ken", model);
            let form = ken.get(&format!("{entry}/comments"));
            if !String::from_utf8_lossy(&form.body).contains("type=\"file\"") {
                continue;
            }
            let page = say(&mut ken, &entry, "うちからも見えます");
            assert_eq!(page.status, 200, "{}: {}", model.name, page.text());
            let mut hanako = program.phone_of("hanako", IPHONE);
            let page = hanako.get(&entry);
            let [photo] = &photos_on(&page)[..] else { panic!("{}: {}", model.name, page.text()) };
            assert!(String::from_utf8_lossy(&page.body).contains("窓からの山"));
            assert_eq!(hanako.fetch(&Request::get(photo)).status, 200);
            for (who, expected) in [("mika", 200), ("oliver", 404), ("taro", 404)] {
                let mut other = program.phone_of(who, IPHONE);
                assert_eq!(other.fetch(&Request::get(photo)).status, expected, "{who}");
            }
            assert_eq!(program.phone(IPHONE).fetch(&Request::get(photo)).status, 404);
            // On every phone that may read it, in parts that fit.
            let mut mika = program.phone_of("mika", FOMA);
            let shown = photos_of(&mut mika, &entry);
            assert!(shown.iter().any(|one| mika.fetch(&Request::get(one)).status == 200), "{shown:?}");
            let remove = page.links().find(|link| link.ends_with("/remove")).unwrap();
            let question = hanako.get(&remove);
            assert!(question.text().contains("写真もいっしょに消え"), "{}", question.text());
            assert_eq!(hanako.fetch(&Request::get(photo)).status, 200, "asking takes nothing away");
            assert_eq!(hanako.submit(&question.form(&remove)).status, 200);
            for phone in [&mut hanako, &mut ken] {
                assert_eq!(phone.fetch(&Request::get(photo)).status, 404, "gone with the comment");
            }
        }
    }
}

#[test]
fn a_refused_form_keeps_the_photo_and_a_photo_may_stand_alone() {
    for program in demos() {
        let entry = entry_of_hanako(&program, "members");
        for model in [IPHONE, KAIOS] {
            let mut ken = program.phone_of("ken", model);
            let page = say(&mut ken, &entry, &"長".repeat(2001));
            assert_eq!(page.status, 422, "{}", page.text());
            let action = format!("{entry}/comments");
            let again = page.form(&action);
            let kept = again.value("kept_photo").to_owned();
            assert_eq!(again.value(&format!("alt_{kept}")), "窓からの山", "{}", model.name);
            let mut oliver = program.phone_of("oliver", IPHONE);
            let bytes = format!("/pictures/{kept}/480.jpg");
            assert_eq!(oliver.fetch(&Request::get(&bytes)).status, 404, "not said yet");
            let page = ken.submit_with(&again.fill("body", ""), &[]);
            assert_eq!(page.status, 200, "{}", page.text());
            assert_eq!(without_token(&place_of(&page)), action);
            assert_eq!(oliver.fetch(&Request::get(&bytes)).status, 200);
            // Taken off again, and nothing said either.
            let page = say(&mut ken, &entry, &"長".repeat(2001));
            let again = page.form(&action);
            let kept = again.value("kept_photo").to_owned();
            let page = ken.submit_with(&again.fill("body", "").fill("drop_photo", &kept), &[]);
            assert!(page.status == 422 && page.form(&action).value("kept_photo").is_empty());
        }
    }
}

#[test]
fn what_is_no_photo_is_said_beside_the_field_and_the_words_stay() {
    for program in demos() {
        let entry = entry_of_hanako(&program, "members");
        let mut ken = program.phone_of("ken", IPHONE);
        let form = form_on(&mut ken, &entry).fill("body", "見てください");
        let page = ken.submit_with(&form, &[Upload { field: "photo", name: "x.jpg", bytes: b"hello" }]);
        assert_eq!(page.status, 422);
        assert_eq!(page.form(&format!("{entry}/comments")).value("body"), "見てください");
        let two = [(); 2].map(|()| Upload { field: "photo", name: "x.jpg", bytes: PHOTO });
        assert!(ken.submit_with(&form, &two).text().contains("1枚まで"));
        // Sent twice, it is said once.
        ken.submit_with(&form, &hung());
        ken.submit_with(&form, &hung());
        assert_eq!(ken.get(&entry).text().matches("見てください").count(), 1);
    }
}
