//! Whoever has no group and wants one while writing loses nothing by it.

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::phone::{FOMA, Form, IPHONE, Model, Page, Phone};

use crate::program::{
    Program, demos, demos_with, link_to, log_in, number_of, place_of, without_token, write_entry,
};

/// Phones and members without a group.
const WRITERS: [(&str, Model); 2] = [("taro", IPHONE), ("sora", FOMA)];

/// A form of the page, on whichever part it stands.
fn form_of(phone: &mut Phone, first: Page, action: &str) -> Form {
    let (mut page, mut number) = (first, 1);
    loop {
        if let Some(form) = page.find_form(action) {
            return form;
        }
        number += 1;
        let next = page.links().find(|link| link.ends_with(&format!("p={number}")));
        page = phone.get(&next.unwrap_or_else(|| panic!("no form for {action} on {}", page.text())));
    }
}

fn new_form(phone: &mut Phone) -> Form {
    let page = phone.get("/diary/new");
    form_of(phone, page, "/diary/new")
}

/// From the page of one's groups: makes one, and gives the way back that its page offers.
fn made(phone: &mut Phone, groups: &Page) -> String {
    let back = link_to(groups, "/diary/drafts/").unwrap_or_else(|| panic!("no way back: {}", groups.text()));
    let refused = phone.submit(&groups.form("/me/groups").fill("name", ""));
    assert_eq!(link_to(&refused, "/diary/drafts/"), Some(back.clone()), "lost by a refused name");
    let page = phone.submit(&refused.form("/me/groups").fill("name", "旅のなかま"));
    assert!(page.text().contains("旅のなかま"), "{}", page.text());
    assert_eq!(link_to(&page, "/diary/drafts/"), Some(back.clone()), "on the new group's page");
    let add = page.forms().into_iter().find(|form| form.place().ends_with("/add"));
    let page = phone.submit(&add.unwrap_or_else(|| panic!("nobody to add: {}", page.text())));
    assert_eq!(link_to(&page, "/diary/drafts/"), Some(back.clone()), "once somebody is in it");
    back
}

#[test]
fn the_words_are_there_when_one_comes_back_from_making_a_group() {
    for program in demos() {
        for (who, model) in WRITERS {
            let mut phone = program.phone_of(who, model);
            let form = new_form(&mut phone).fill("title", "旅の計画").fill("body", "まだ半分です");
            let form = form.fill("visibility", "friends").press("to_groups");
            let page = phone.submit(&form);
            assert_eq!((page.status, place_of(&page).as_str()), (200, "/me/groups"), "{}", page.text());
            assert_eq!(place_of(&phone.submit(&form)), "/me/groups", "pressed twice on {}", model.name);
            let back = made(&mut phone, &page);
            let page = phone.get(&back);
            let form = form_of(&mut phone, page, "/diary/new");
            let stood = ["title", "body", "visibility"].map(|field| form.value(field).to_owned());
            assert_eq!(stood, ["旅の計画", "まだ半分です", "friends"], "{}", model.name);
            assert!(!form.has_button("to_groups"), "there is one by now");
            let list = phone.get("/diary/drafts");
            let drafts = list.links().map(|link| without_token(&link));
            assert_eq!(drafts.filter(|link| *link == back).count(), 1, "{}", list.text());
        }
    }
}

#[test]
fn a_change_of_an_entry_waits_just_so() {
    for program in demos() {
        for (who, model) in WRITERS {
            let place = write_entry(&mut program.phone_of(who, IPHONE), "夜行列車", "はじめの文", "friends");
            let mut phone = program.phone_of(who, model);
            let edit = format!("{place}/edit");
            let page = phone.get(&edit);
            let form = form_of(&mut phone, page, &edit).fill("body", "書きかえた文").press("to_groups");
            let page = phone.submit(&form);
            let back = made(&mut phone, &page);
            let page = phone.get(&back);
            let form = form_of(&mut phone, page, &edit);
            assert_eq!(form.value("body"), "書きかえた文", "{}", model.name);
            assert!(phone.get(&place).text().contains("はじめの文"), "nothing is changed yet");
        }
    }
}

#[test]
fn with_nothing_typed_it_just_leads_there_and_nobody_elses_draft_is_a_way_back() {
    for program in demos() {
        for (who, model) in WRITERS {
            let mut phone = program.phone_of(who, model);
            let form = new_form(&mut phone).press("to_groups");
            let page = phone.submit(&form);
            assert_eq!((page.status, place_of(&page).as_str()), (200, "/me/groups"), "{}", page.text());
            assert_eq!(link_to(&page, "/diary/drafts/"), None);
        }
        let mut hanako = program.phone_of("hanako", IPHONE);
        let form = new_form(&mut hanako).fill("title", "花子の").fill("body", "下書き").press("keep");
        let list = hanako.submit(&form);
        let own = link_to(&list, "/diary/drafts/").unwrap();
        let id = own.trim_start_matches("/diary/drafts/").to_owned();
        let page = program.phone_of("taro", IPHONE).get(&format!("/me/groups?draft={id}"));
        assert_eq!((page.status, link_to(&page, "/diary/drafts/")), (200, None));
    }
}

#[test]
fn the_plain_door_offers_no_way_that_is_closed_there() {
    for program in demos_with(&[("ENISHI_SERVER__LEGACY_LISTEN", "127.0.0.1:0")]) {
        let mut phone = signed_in(&program, "sora");
        let first = phone.get("/diary/new");
        assert!(!new_form(&mut phone).has_button("to_groups"), "{}", first.text());
        for place in ["/diary/new", "/voices"] {
            let page = phone.get(place);
            let is_closed = |link: String| without_token(&link).starts_with("/me/groups");
            assert!(!page.links().any(is_closed), "{place}: {}", page.text());
        }
    }
}

fn signed_in(program: &Program, handle: &str) -> Phone {
    let mut phone = Phone::new(program.legacy_address(), FOMA);
    let home = log_in(&mut phone, number_of(handle), PASSWORD);
    assert_eq!(place_of(&home), "/home", "{}", home.text());
    phone
}

#[test]
fn whoever_has_no_group_is_told_below_a_list_how_to_have_one() {
    for program in demos() {
        for (who, model) in WRITERS {
            let mut phone = program.phone_of(who, model);
            let mut pages = vec![phone.get("/voices")];
            if model.name == IPHONE.name {
                pages.extend(["/me/profile", "/me/photos"].map(|place| phone.get(place)));
            }
            for page in pages {
                assert_eq!(link_to(&page, "/me/groups").as_deref(), Some("/me/groups"), "{}", page.text());
            }
        }
        let mut hanako = program.phone_of("hanako", IPHONE);
        assert_eq!(link_to(&hanako.get("/voices"), "/me/groups"), None, "has some");
    }
}
