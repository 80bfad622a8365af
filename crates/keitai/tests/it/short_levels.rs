//! Who may read it, where there is little room: no name is cut so that it says something else.

use std::collections::BTreeSet;
use std::sync::Arc;

use enishi_core::group::{Group, Reach};
use enishi_core::ids::GroupId;
use enishi_device::DeviceProfile;
use enishi_face::{Form, Language, Page};

use crate::{cast, drive, phones, reading};

const FIXED: [&str; 4] = ["members", "friends_of_friends", "friends", "only_me"];

/// Phones that are sent the least.
fn smallest() -> Vec<(String, DeviceProfile)> {
    let one = |name: &str| DeviceProfile::clone(&phones::phone(name));
    let real = ["mova-c5", "mova-c10", "jphone-c"].map(|name| (name.to_owned(), one(name)));
    let sizes = [1_600, 1_800, 2_200, 3_000];
    let cut = |name: &'static str| {
        sizes.map(|page_bytes| (format!("{name} at {page_bytes}"), DeviceProfile { page_bytes, ..one(name) }))
    };
    real.into_iter().chain(cut("jphone-c")).chain(cut("w3m")).collect()
}

fn group(number: i64, name: String, reach: Reach) -> Group {
    Group { id: GroupId::from(1 << 58 | number), name, reach, size: 4 }
}

fn form(groups: Vec<Group>, chosen: &str) -> Page {
    let mut page = cast::diary_form(Form::empty().with("visibility", chosen), 0);
    if let Page::DiaryForm(form) = &mut page {
        form.groups = groups;
    }
    page
}

/// The options of the level on all parts, where they stand in one list: value and words.
fn options(profile: &DeviceProfile, page: &Page) -> Vec<(String, String)> {
    let profile = Arc::new(profile.clone());
    let parts = drive::parts(&profile, Language::Ja, page);
    assert!(parts.iter().all(|(part, _)| part.body.len() <= profile.page_bytes));
    let whole: String = parts.into_iter().map(|(_, read)| read).collect();
    let Some(list) = whole.split("<select name=\"visibility\">").nth(1) else { return Vec::new() };
    let list = list.split("</select>").next().unwrap();
    let option = |option: &str| {
        let value = option.split('"').next().unwrap().to_owned();
        let words = option.split_once('>').unwrap().1.split('<').next().unwrap();
        (value, reading::unescape(words))
    };
    list.split("<option value=\"").skip(1).map(option).collect()
}

/// Whether there was room for a row each, and so nothing to shorten; smaller than any real phone, perhaps for no form.
fn has_rows(options: &[(String, String)], phone: &str, profile: &DeviceProfile) -> bool {
    let is_real = !phone.contains(" at ");
    assert!(!options.is_empty() || !is_real || profile.page_bytes > 2_000, "no level on {phone}");
    options.is_empty()
}

fn values(options: &[(String, String)]) -> Vec<&str> {
    options.iter().map(|(value, _)| value.as_str()).collect()
}

#[test]
fn friends_except_never_reads_as_only() {
    let reach = |number: i64| if number % 2 == 0 { Reach::AllBut } else { Reach::Only };
    let named = |number: i64| group(number, format!("会社の同僚と上司と後輩{number}"), reach(number));
    let groups: Vec<Group> = (1..=12).map(named).collect();
    for (phone, profile) in smallest() {
        for group in &groups {
            let value = format!("group:{}", group.id);
            let options = options(&profile, &form(groups.clone(), &value));
            if has_rows(&options, &phone, &profile) {
                continue;
            }
            let found = options.iter().find(|(one, _)| *one == value);
            let (_, words) = found.unwrap_or_else(|| panic!("{value} on {phone}: {options:?}"));
            let leaves_out = words.starts_with("除く");
            assert_eq!(leaves_out, group.reach == Reach::AllBut, "{words} on {phone}");
        }
    }
}

#[test]
fn what_stands_in_the_list_can_be_told_apart() {
    let alike = (1..=20).map(|number| group(number, format!("高校の友だちと先生方の{number}"), Reach::Only));
    let levels = ["自分だけ", "友人", "全員"].into_iter().zip(21..);
    let levels = levels.map(|(name, number)| group(number, name.to_owned(), Reach::Only));
    let page = form(alike.chain(levels).collect(), "friends");
    for (phone, profile) in smallest() {
        let options = options(&profile, &page);
        if has_rows(&options, &phone, &profile) {
            continue;
        }
        let words: BTreeSet<&str> = options.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(words.len(), options.len(), "{options:?} on {phone}");
    }
}

#[test]
fn only_me_and_the_other_fixed_levels_stay_however_many_groups_there_are() {
    let named = |number| group(number, format!("とても長い名前の友だちのグループ{number}"), Reach::AllBut);
    for (phone, profile) in smallest() {
        for count in 0..=20 {
            let options = options(&profile, &form((1..=count).map(named).collect(), "friends"));
            if has_rows(&options, &phone, &profile) {
                continue;
            }
            let fixed: Vec<&str> =
                values(&options).into_iter().filter(|value| FIXED.contains(value)).collect();
            assert_eq!(fixed, FIXED, "{count} groups on {phone}");
            assert_eq!(values(&options).last(), Some(&"only_me"), "{count} groups on {phone}");
        }
    }
}

#[test]
fn without_a_group_the_button_that_leads_to_them_has_the_fourth_key() {
    for phone in ["foma1", "kaios", "au-win", "mova-c20"] {
        let profile = phones::phone(phone);
        let whole: String = drive::parts(&profile, Language::Ja, &form(Vec::new(), "friends"))
            .into_iter()
            .map(|(_, read)| read)
            .collect();
        let submits: Vec<&str> =
            whole.split("<input ").filter(|tag| tag.starts_with("type=\"submit\"")).collect();
        assert!(!submits[0].contains("name="), "Enter posts: {}", submits[0]);
        let button = submits.iter().find(|tag| tag.contains("name=\"to_groups\"")).unwrap();
        let tag = button.split('>').next().unwrap();
        assert!(tag.contains("accesskey=\"4\""), "{phone}: {tag}");
        assert!(!whole.contains("/me/groups\""), "a link would lose what was typed, on {phone}");
    }
}
