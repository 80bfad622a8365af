//! Keys and tokens on every page.

use std::collections::BTreeSet;

use enishi_face::Language;
use enishi_keitai::{KEY_SCRIPT, key_script_path};

use crate::{cast, drive, phones, reading};

#[test]
fn a_key_opens_one_thing_and_is_printed_where_it_works() {
    for (phone, profile) in phones::all() {
        for (name, page) in cast::everything() {
            for (_, read) in drive::parts(&profile, Language::Ja, &page) {
                let mut keys = reading::values(&read, "accesskey");
                keys.extend(reading::values(&read, "directkey"));
                let distinct: BTreeSet<_> = keys.iter().collect();
                assert_eq!(distinct.len(), keys.len(), "{name} on {phone}: {keys:?}");
                assert_eq!(keys.is_empty(), !drive::has_keys(&profile), "{name} on {phone}");
            }
        }
    }
}

#[test]
fn every_form_that_changes_something_carries_both_tokens_and_the_charset() {
    for (phone, profile) in phones::all() {
        for (name, page) in cast::everything() {
            for (_, read) in drive::parts(&profile, Language::En, &page) {
                for form in read.split("<form").skip(1) {
                    let form = form.split("</form>").next().unwrap();
                    let posts = form.contains("method=\"post\"");
                    assert_eq!(form.contains(drive::CSRF), posts, "{name} on {phone}");
                    assert_eq!(form.contains(drive::ONCE), posts, "{name} on {phone}");
                    assert!(form.contains("accept-charset="), "{name} on {phone}");
                    assert!(form.contains("type=\"submit\""), "{name} on {phone}");
                }
            }
        }
    }
}

#[test]
fn the_five_levels_stand_in_one_order_with_keys_1_to_5() {
    for phone in ["foma1", "kaios", "au-win", "softbank-3gc", "mova-c20"] {
        let page = cast::diary_form(enishi_face::Form::empty().with("visibility", "friends"), 2);
        let profile = phones::phone(phone);
        let whole: String =
            drive::parts(&profile, Language::Ja, &page).into_iter().map(|(_, read)| read).collect();
        let levels = ["members", "friends_of_friends", "friends", "group", "only_me"];
        let mut at = 0;
        for (level, key) in levels.iter().zip(1..) {
            let input = whole[at..].find(&format!("value=\"{level}\"")).unwrap();
            at += input;
            let tag = whole[at..].split('>').next().unwrap();
            assert!(tag.contains(&format!("accesskey=\"{key}\"")), "{level} on {phone}: {tag}");
            assert_eq!(tag.contains("checked"), *level == "friends", "{level} on {phone}");
        }
    }
}

#[test]
fn the_script_is_offered_where_keys_need_it_and_nowhere_else() {
    for (phone, profile) in phones::all() {
        let (_, read) = drive::parts(&profile, Language::Ja, &cast::home()).remove(0);
        let offers = read.contains(&format!("src=\"{}\"", key_script_path()));
        assert_eq!(offers, ["kaios", "garaho"].contains(&phone), "{phone}");
        assert!(!read.contains("<script>"), "{phone}");
    }
    assert!(key_script_path().starts_with("/assets/keys-"));
    assert!(KEY_SCRIPT.contains("accesskey"));
}

#[test]
fn a_hidden_page_and_a_missing_one_are_the_same_whatever_was_asked_for() {
    for (phone, profile) in phones::all() {
        let (_, read) = drive::parts(&profile, Language::Ja, &enishi_face::Page::NotFound).remove(0);
        assert!(!read.contains("7zzzzz"), "{phone}: {read}");
    }
}

#[test]
fn key_2_leads_from_what_one_person_did_to_being_rid_of_them() {
    for (phone, profile) in phones::all() {
        if !drive::has_keys(&profile) {
            continue;
        }
        for wanted in ["diary", "voices-of", "requests"] {
            let (_, page) = cast::everything().into_iter().find(|(name, _)| *name == wanted).unwrap();
            let parts = drive::parts(&profile, Language::Ja, &page);
            let keyed: Vec<(&str, &str)> = parts
                .iter()
                .flat_map(|(_, read)| {
                    links_with_key(read, '2').into_iter().map(move |link| (read.as_str(), link))
                })
                .collect();
            let ways = keyed.iter().filter(|(_, link)| link.contains("/block?from=")).count();
            // Where all other keys are taken, a photograph that is a link comes before it.
            let has_photo =
                |(read, link): &(&str, &str)| link.contains("/pictures/") && has_no_key_left(read);
            let is_reached = ways == 1 || ways == 0 && keyed.iter().any(has_photo);
            assert!(is_reached, "{wanted} on {phone}: {ways}");
        }
    }
}

#[test]
fn a_photograph_that_is_a_link_keeps_its_key() {
    for phone in ["mova-c10", "jphone-c"] {
        let parts = drive::parts(&phones::phone(phone), Language::Ja, &cast::diary());
        let photos = parts.iter().flat_map(|(_, read)| links_with_key(read, '2'));
        assert_eq!(photos.filter(|link| link.contains("/pictures/")).count(), 1, "{phone}");
    }
}

fn has_no_key_left(read: &str) -> bool {
    let mut keys = reading::values(read, "accesskey");
    keys.extend(reading::values(read, "directkey"));
    ('1'..='8').all(|key| keys.iter().any(|taken| *taken == key.to_string()))
}

/// The links of a part that a key opens.
fn links_with_key(read: &str, key: char) -> Vec<&str> {
    let binds = ["accesskey", "directkey"].map(|name| format!("{name}=\"{key}\""));
    let links = read.split("<a ").skip(1).map(|rest| rest.split('>').next().unwrap_or_default());
    links.filter(|link| binds.iter().any(|bind| link.contains(bind))).collect()
}
