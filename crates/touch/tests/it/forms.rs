//! What forms send.

use enishi_face::Language;

use crate::tags::{Tag, tags};
use crate::{named, sample};

/// The forms of a page, each with the tags in it.
fn forms(tags: &[Tag]) -> Vec<(&Tag, Vec<&Tag>)> {
    let starts: Vec<&Tag> = tags.iter().filter(|tag| tag.name == "form").collect();
    let inside = |form: &Tag| {
        let after = tags.iter().skip(form.at + 1);
        after.take_while(|tag| tag.within.len() > form.within.len()).collect()
    };
    starts.into_iter().map(|form| (form, inside(form))).collect()
}

fn page(name: &str) -> Vec<Tag> {
    tags(&named(name).html(Language::Ja))
}

/// The values of the fields of this name, in the form posted to `action`.
fn values(tags: &[Tag], action: &str, name: &str) -> Vec<String> {
    let (_, inside) = forms(tags).into_iter().find(|(form, _)| form.get("action") == Some(action)).unwrap();
    let fields = inside.into_iter().filter(|tag| tag.get("name") == Some(name));
    fields.map(|field| field.get("value").unwrap_or_default().to_owned()).collect()
}

#[test]
fn every_post_carries_both_marks() {
    let mut seen = 0;
    for sample in sample::all() {
        let tags = tags(&sample.html(Language::Ja));
        for (form, inside) in forms(&tags).into_iter().filter(|(form, _)| form.get("method") == Some("post"))
        {
            for (name, value) in [("csrf", "csrf-token"), ("once", "once-mark")] {
                let field = inside.iter().find(|tag| tag.get("name") == Some(name));
                assert_eq!(field.and_then(|tag| tag.get("value")), Some(value), "{}: {form:?}", sample.name);
            }
            seen += 1;
        }
    }
    assert!(seen > 40, "the samples no longer hold forms");
}

#[test]
fn forms_with_files_are_sent_in_parts() {
    for name in ["diary_form_new", "my_profile"] {
        let tags = page(name);
        let file = tags.iter().find(|tag| tag.get("type") == Some("file")).unwrap();
        assert_eq!((file.get("name"), file.get("accept")), (Some("photo"), Some("image/*")));
        let (form, _) =
            forms(&tags).into_iter().find(|(_, inside)| inside.iter().any(|tag| tag.at == file.at)).unwrap();
        assert_eq!(form.get("enctype"), Some("multipart/form-data"), "{name}");
    }
}

#[test]
fn five_levels_in_one_order_and_the_chosen_one_is_set() {
    let levels = |name: &str, action: &str| values(&page(name), action, "visibility");
    let without_groups = ["members", "friends_of_friends", "friends", "group", "only_me"];
    assert_eq!(levels("diary_form_new", "/diary/new"), without_groups);
    assert_eq!(levels("diary_form_refused", "/diary/new"), without_groups);
}

#[test]
fn one_group_is_a_level_and_of_several_one_is_picked() {
    assert_eq!(values(&page("diary_form_widens"), "/diary/fn/edit", "visibility")[3], "group:7");
    let tags = page("diary_form_refused");
    let chosen: Vec<_> =
        tags.iter().filter(|tag| tag.get("checked").is_some()).filter_map(|tag| tag.get("value")).collect();
    assert_eq!(chosen, ["group"]);
    let picked = tags.iter().find(|tag| tag.name == "option" && tag.get("selected").is_some()).unwrap();
    assert_eq!(picked.get("value"), Some("group:8"));
}

#[test]
fn without_groups_the_fourth_level_keeps_its_place_but_cannot_be_chosen() {
    let tags = page("diary_form_new");
    let disabled: Vec<_> = tags.iter().filter(|tag| tag.get("disabled").is_some()).collect();
    assert_eq!(disabled.len(), 1);
    assert_eq!(disabled[0].get("value"), Some("group"));
    // The way to one keeps what is typed; Enter posts all the same.
    let submits: Vec<_> = tags.iter().filter(|tag| tag.get("type") == Some("submit")).collect();
    let names: Vec<_> = submits.iter().map(|tag| tag.get("name")).collect();
    assert_eq!(names.iter().filter(|name| **name == Some("to_groups")).count(), 1);
    assert_eq!(names.first(), Some(&None));
}

#[test]
fn photographs_survive_a_refusal() {
    let tags = page("diary_form_refused");
    let kept = values(&tags, "/diary/new", "kept_photo");
    assert_eq!(kept.len(), 2);
    assert_eq!(values(&tags, "/diary/new", "drop_photo"), kept);
    assert_eq!(values(&tags, "/diary/new", &format!("alt_{}", kept[0])), ["縁側の柿"]);
}

#[test]
fn the_code_fills_itself_in_and_passwords_never_come_back() {
    let code = page("signup_code_refused").into_iter().find(|tag| tag.get("name") == Some("code")).unwrap();
    assert_eq!(code.get("autocomplete"), Some("one-time-code"));
    assert_eq!(code.get("inputmode"), Some("numeric"));
    let password =
        page("signup_profile_refused").into_iter().find(|tag| tag.get("name") == Some("password")).unwrap();
    assert_eq!(password.get("value"), Some(""));
    assert_eq!(password.get("aria-invalid"), Some("true"));
}

#[test]
fn where_to_go_after_signing_in_is_not_forgotten() {
    assert_eq!(values(&page("login"), "/login", "next"), ["/diary/9k3"]);
}

#[test]
fn adding_to_a_group_asks_what_it_opens_and_offers_the_narrower_first() {
    let tags = page("group");
    assert_eq!(values(&tags, "/me/groups/7/add", "opens"), ["from_now", "everything"]);
    assert_eq!(values(&tags, "/me/groups/7/add", "friend").len(), 1);
    let first = tags.iter().find(|tag| tag.get("name") == Some("opens")).unwrap();
    assert!(first.get("checked").is_some());
}

#[test]
fn of_many_friends_one_is_picked_in_one_form() {
    let tags = page("group_of_many");
    let forms = tags.iter().filter(|tag| tag.get("action") == Some("/me/groups/7/add"));
    assert_eq!(forms.count(), 1);
    assert_eq!(values(&tags, "/me/groups/7/add", "opens"), ["from_now", "everything"]);
    assert_eq!(tags.iter().filter(|tag| tag.name == "option").count(), 9);
}

#[test]
fn a_fault_without_a_field_is_said_all_the_same() {
    let html = named("my_profile_refused").html(Language::Ja);
    assert_eq!(html.matches("ニックネームを入力してください。").count(), 1);
    assert_eq!(html.matches("公開範囲を選びなおしてください。").count(), 1);
}
