//! Categories over HTTP: made in the form and on their own pages, and what a reader is shown of them.

use enishi_testkit::phone::{FOMA, IPHONE, KAIOS, MOVA, Phone};

use crate::program::{Program, demos, link_to, member_named, place_of};

/// Writes an entry with a new category; answers the entry's place.
fn write(phone: &mut Phone, to: &str, name: &str, is_open: bool) -> String {
    let form = phone.get("/diary/new").form("/diary/new").fill("title", "題").fill("body", "本文");
    let form = form.fill("visibility", to).fill("new_category", name);
    let form = if is_open { form.fill("new_category_open", "1") } else { form };
    let page = phone.submit(&form);
    assert_eq!(page.status, 200, "{}", page.text());
    place_of(&page)
}

fn text_for(program: &Program, handle: &str, path: &str) -> String {
    program.phone_of(handle, FOMA).get(path).text()
}

#[test]
fn what_is_made_in_the_form_is_shown_to_whom_it_may_be() {
    for program in demos() {
        for model in [IPHONE, FOMA, KAIOS, MOVA] {
            let mut hanako = program.phone_of("hanako", model);
            let me = member_named(&mut program.phone_of("hanako", IPHONE), "はなこ");
            let (open, own) = (format!("見せる{}", model.name), format!("秘密{}", model.name));
            let entry = write(&mut hanako, "friends", &open, true);
            let other = write(&mut hanako, "friends", &own, false);
            assert!(hanako.get(&entry).text().contains(&open) && hanako.get(&other).text().contains(&own));
            let all = format!("{me}/diary/categories");
            for (who, sees) in [("ken", true), ("taro", false)] {
                let text = text_for(&program, who, &all) + &text_for(&program, who, &entry);
                assert_eq!(text.contains(&open), sees, "{who} on {}", model.name);
                let text = text + &text_for(&program, who, &other) + &text_for(&program, who, &me);
                assert!(!text.contains(&own), "{who} on {}", model.name);
            }
            let mut ken = program.phone_of("ken", model);
            let link = link_to(&ken.get(&entry), &format!("{all}/")).unwrap();
            let page = ken.get(&link);
            assert!(page.status == 200 && page.text().contains("題"), "{}", page.text());
            assert_eq!(program.phone_of("taro", model).get(&link).status, 404, "nothing in it for them");
            let secret = link_to(&hanako.get(&other), &format!("{all}/")).unwrap();
            assert_eq!((hanako.get(&secret).status, ken.get(&secret).status), (200, 404));
            // In the form it is ticked, and can be taken off.
            let edit = format!("{entry}/edit");
            let form = hanako.get(&edit).form(&edit);
            assert!(!form.value("category").is_empty(), "{}", model.name);
            hanako.submit(&form.without("category"));
            assert_eq!(ken.get(&link).status, 404);
        }
    }
}

#[test]
fn names_are_judged_beside_the_field_and_kept() {
    for program in demos() {
        for model in [IPHONE, FOMA, KAIOS] {
            let mut hanako = program.phone_of("hanako", model);
            let form = hanako.get("/diary/new").form("/diary/new").fill("title", "題").fill("body", "本文");
            let long = "長".repeat(21);
            let page = hanako.submit(&form.fill("visibility", "friends").fill("new_category", &long));
            assert!(page.status == 422 && page.text().contains("20文字まで"), "{}", page.text());
            assert_eq!(page.form("/diary/new").value("new_category"), long, "{}", model.name);
            let name = format!("旅{}", model.name);
            let form = hanako.get("/diary/categories").form("/diary/categories").fill("name", &name);
            let page = hanako.submit(&form);
            assert!(page.text().contains(&name), "{}", page.text());
            let again = hanako.get("/diary/categories").form("/diary/categories").fill("name", &name);
            let page = hanako.submit(&again);
            assert!(page.status == 422 && page.text().contains("同じ名前"), "{}", page.text());
            let links = page.links().filter(|link| link.contains("/diary/categories/"));
            let place = links.last().unwrap();
            let page = hanako.get(&place);
            let form = page.forms().into_iter().find(|form| !form.value("name").is_empty()).unwrap();
            let new = format!("たび{}", model.name);
            assert!(hanako.submit(&form.fill("name", &new).fill("open", "1")).text().contains(&new));
            let plain = form_place(&place);
            assert_eq!(program.phone_of("ken", model).get(&plain).status, 404, "somebody else's");
            let page = hanako.get(&format!("{place}/remove"));
            let form = page.forms().into_iter().find(|form| form.place().ends_with("/remove")).unwrap();
            assert!(!hanako.submit(&form).text().contains(&new));
        }
    }
}

fn form_place(link: &str) -> String {
    crate::program::without_token(link)
}
