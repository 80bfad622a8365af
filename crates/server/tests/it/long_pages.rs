//! A long entry with many comments, on the smallest phone and on a KaiOS phone: every page within its budget, nothing
//! lost, the place kept.

use std::collections::BTreeSet;

use enishi_testkit::phone::{KAIOS, MOVA, Model, Page, Phone};

use crate::program::{demos, link_to, write_entry};

/// A 501i: 5 KB for everything, and so 2,000 bytes of markup.
const SMALLEST: Model =
    Model { name: "mova-c5", headers: &[("User-Agent", "DoCoMo/1.0/D501i")], page_bytes: 2_000, ..MOVA };
const COMMENTS: usize = 200;

/// 10,000 characters, every sentence another.
fn sentences() -> impl Iterator<Item = String> {
    (0..556).map(|number| format!("第{number:04}文、今日は晴れて海が青い。"))
}

/// Every part of a page from where it is, by the links a reader follows.
pub fn parts(phone: &mut Phone, path: &str) -> Vec<Page> {
    let mut parts = vec![phone.get(path)];
    while let Some(next) = turn(&parts[parts.len() - 1], parts.len() + 1) {
        parts.push(phone.get(&next));
        assert!(parts.len() < 200, "{path} never ends");
    }
    for page in &parts {
        let (weight, most) = (page.body.len(), phone.model().page_bytes);
        assert_eq!(page.status, 200);
        assert!(weight <= most, "{} on {}: {weight} of {most} bytes", page.path, phone.model().name);
    }
    parts
}

fn turn(page: &Page, number: usize) -> Option<String> {
    page.links().find(|link| link.ends_with(&format!("p={number}")))
}

/// What is said on all parts together, without the markup.
fn words(parts: &[Page]) -> String {
    let mut words = String::new();
    for part in parts {
        for piece in part.text().split('<').filter_map(|piece| Some(piece.split_once('>')?.1.to_owned())) {
            words.push_str(&piece);
        }
    }
    words
}

#[test]
fn a_long_entry_with_many_comments_is_read_whole_on_the_smallest_phone() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", KAIOS);
        let body: String = sentences().collect();
        let place = write_entry(&mut hanako, "長い話", &body, "friends");
        let comments = format!("{place}/comments");
        let form = hanako.get(&comments).form(&comments);
        for number in 1..=COMMENTS {
            let form = form.clone().fill("body", &format!("ひとこと{number:03}番"));
            assert_eq!(hanako.fetch(&form.request()).status, 303);
        }
        for model in [SMALLEST, KAIOS] {
            let mut ken = program.phone_of("ken", model);
            let entry = parts(&mut ken, &place);
            let said = words(&entry);
            assert!(sentences().all(|one| said.contains(&one)), "the body is not whole on {}", model.name);
            assert!(said.contains("[181]") && !said.contains("[180]"));
            let mut seen = BTreeSet::new();
            let mut at = Some(comments.clone());
            while let Some(path) = at {
                let page = parts(&mut ken, &path);
                let said = words(&page);
                let here = (1..=COMMENTS).filter(|number| said.contains(&format!("ひとこと{number:03}番")));
                let here: Vec<usize> = here.collect();
                assert_eq!(here.len(), 20, "{path} on {}", model.name);
                assert!(here.iter().all(|number| seen.insert(*number)), "{path} repeats a comment");
                let ends = format!("before={}", here[0]);
                at = page.iter().flat_map(Page::links).find(|link| link.ends_with(&ends));
            }
            assert_eq!(seen.len(), COMMENTS, "on {}", model.name);
        }
    }
}

#[test]
fn who_comments_or_removes_on_a_page_of_comments_stays_on_it() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", SMALLEST);
        let place = write_entry(&mut hanako, "場所", "本文", "friends");
        let comments = format!("{place}/comments");
        for number in 1..=45 {
            let form = hanako.get(&comments).forms();
            let form = form.into_iter().find(|form| form.place() == comments);
            let form = form.unwrap_or_else(|| last_form(&mut hanako, &comments));
            let page = hanako.submit(&form.fill("body", &format!("その{number}")));
            assert_eq!(crate::program::place_of(&page), comments);
        }
        let mut iphone = program.phone_of("hanako", enishi_testkit::phone::IPHONE);
        let older = iphone.get(&format!("{comments}?before=26"));
        let remove = format!("{comments}/7/remove");
        let way = link_to(&older, &remove).unwrap();
        let page = iphone.get(&way);
        let page = iphone.submit(&page.form(&remove));
        assert!(page.path.starts_with(&format!("{comments}?before=26")), "{}", page.path);
        assert!(page.text().contains("表示できません") && page.text().contains("その8"));
    }
}

/// The form stands on the last part.
fn last_form(phone: &mut Phone, path: &str) -> enishi_testkit::phone::Form {
    parts(phone, path).pop().unwrap().form(path)
}
