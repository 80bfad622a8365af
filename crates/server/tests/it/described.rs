//! Photographs of an entry are described as they are sent.

use enishi_testkit::phone::{Form, IPHONE, KAIOS, Model, Page, Phone, Upload};

use crate::pictures::{PHOTO, photos_on};
use crate::program::{demos, place_of};

const MANY: [&str; 2] = ["photo", "photo"];
const EACH: [&str; 2] = ["photo_1", "photo_3"];
/// A phone, the fields its files come in, and the numbers of their words.
const SENDERS: [(Model, [&str; 2], [&str; 2]); 2] = [(IPHONE, MANY, ["1", "2"]), (KAIOS, EACH, ["1", "3"])];

fn markup(page: &Page) -> String {
    String::from_utf8_lossy(&page.body).into_owned()
}

fn filled(phone: &mut Phone, numbers: [&str; 2], title: &str) -> Form {
    let form = phone.get("/diary/new").form("/diary/new");
    let form = form.fill("title", title).fill("body", "写真の話").fill("visibility", "friends");
    let has = |number: &str| form.fields().iter().any(|(name, _)| *name == format!("photo_alt_{number}"));
    assert!(numbers.into_iter().all(has), "no words to type: {:?}", form.fields());
    let said = numbers.into_iter().zip(["朝の山", "夜の港"]);
    said.fold(form, |form, (number, words)| form.fill(&format!("photo_alt_{number}"), words))
}

fn hung<'a>(fields: [&'a str; 2], second: &'a [u8]) -> [Upload<'a>; 2] {
    let upload = |field, bytes| Upload { field, name: "x.jpg", bytes };
    [upload(fields[0], PHOTO), upload(fields[1], second)]
}

#[test]
fn words_sent_with_a_photo_stand_on_the_entry() {
    for program in demos() {
        for (model, fields, numbers) in SENDERS {
            let mut phone = program.phone_of("hanako", model);
            let form = filled(&mut phone, numbers, "二枚");
            let page = phone.submit_with(&form, &hung(fields, PHOTO));
            assert_eq!(page.status, 200, "{}: {}", model.name, page.text());
            let page = program.phone_of("ken", IPHONE).get(&place_of(&page));
            assert_eq!(photos_on(&page).len(), 2, "{}: {}", model.name, page.text());
            let read = markup(&page);
            let (morning, night) = (read.find("alt=\"朝の山\""), read.find("alt=\"夜の港\""));
            assert!(morning.is_some() && morning < night, "{}: {read}", model.name);
        }
    }
}

#[test]
fn a_refused_form_keeps_the_words_of_the_photo_that_came_and_of_the_one_that_did_not() {
    for program in demos() {
        for (model, fields, numbers) in SENDERS {
            let mut phone = program.phone_of("hanako", model);
            let form = filled(&mut phone, numbers, "一枚だけ");
            let page = phone.submit_with(&form, &hung(fields, b"no photograph"));
            assert_eq!(page.status, 422, "{}: {}", model.name, page.text());
            let again = page.form("/diary/new");
            let kept = again.value("kept_photo").to_owned();
            assert_eq!(again.value(&format!("alt_{kept}")), "朝の山", "{}", model.name);
            let waits: Vec<&str> = again
                .fields()
                .iter()
                .filter(|(_, value)| value == "夜の港")
                .map(|(name, _)| name.as_str())
                .collect();
            assert_eq!(waits.len(), 1, "{}: {:?}", model.name, again.fields());
            let number = waits[0].trim_start_matches("photo_alt_").to_owned();
            let own = format!("photo_{number}");
            let field = if model.name == IPHONE.name { "photo" } else { own.as_str() };
            let upload = Upload { field, name: "y.jpg", bytes: PHOTO };
            let page = phone.submit_with(&again, &[upload]);
            assert_eq!(page.status, 200, "{}: {}", model.name, page.text());
            let read = markup(&program.phone_of("ken", IPHONE).get(&place_of(&page)));
            assert!(read.contains("alt=\"朝の山\"") && read.contains("alt=\"夜の港\""), "{}", model.name);
        }
    }
}
