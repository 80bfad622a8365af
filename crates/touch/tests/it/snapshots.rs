//! Every page as it leaves the house. Addresses of assets are left out: they change with every comma of style.

use enishi_face::Language;
use enishi_touch::assets;

use crate::{named, sample};

/// One tag a line, so that a difference shows where it is.
fn readable(html: &str) -> String {
    let body = &html[html.find("<body").unwrap()..];
    body.replace("><", ">\n<")
}

#[test]
fn every_page_in_japanese() {
    for sample in sample::all() {
        insta::assert_snapshot!(format!("ja__{}", sample.name), readable(&sample.html(Language::Ja)));
    }
}

#[test]
fn some_pages_in_english() {
    for name in
        ["welcome", "signup_code_refused", "home", "diary", "diary_form_refused", "profile_friend_of_friend"]
    {
        insta::assert_snapshot!(format!("en__{name}"), readable(&named(name).html(Language::En)));
    }
}

#[test]
fn the_head_names_the_page_and_the_files_it_needs() {
    let html = named("home").html(Language::Ja);
    let head = &html[..html.find("<body").unwrap()];
    let head = head.replace(&assets::style_path(), "STYLE").replace(&assets::script_path(), "SCRIPT");
    insta::assert_snapshot!("head", head.replace(&assets::icon_path(), "ICON").replace("><", ">\n<"));
}
