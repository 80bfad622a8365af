//! What no page may hold.

use enishi_face::{Language, Links};

use crate::tags::tags;
use crate::{named, sample};

#[test]
fn nothing_runs_or_paints_from_within_a_page() {
    for sample in sample::all() {
        for tag in tags(&sample.html(Language::Ja)) {
            assert_ne!(tag.name, "style", "{}", sample.name);
            assert!(tag.name != "script" || tag.get("src").is_some(), "{}", sample.name);
            for (name, value) in &tag.attributes {
                assert!(name != "style" && !name.starts_with("on"), "{}: {tag:?}", sample.name);
                assert!(!value.to_ascii_lowercase().starts_with("javascript:"), "{}: {tag:?}", sample.name);
            }
        }
    }
}

#[test]
fn every_address_is_of_this_site() {
    for sample in sample::all() {
        for tag in tags(&sample.html(Language::En)) {
            for address in ["href", "src", "action"].into_iter().filter_map(|name| tag.get(name)) {
                let own = address.starts_with('/') && !address.starts_with("//") || address.starts_with('#');
                // An app of this very phone, by a link that names no site.
                let app = address.starts_with("otpauth://totp/");
                // The one page that leads off the site, and says so.
                let out = sample.name == "leave" && address.starts_with("http://xn--wgv71a.example/");
                assert!(own || app || out, "{}: {address}", sample.name);
            }
        }
    }
}

#[test]
fn what_members_write_is_words() {
    assert!(named("diary").html(Language::Ja).contains("&lt;三十七&gt;"));
    assert!(named("search_nobody").html(Language::Ja).contains("value=\"&lt;b&gt;やまねこ\""));
}

/// Hidden, deleted and never there are told in the same bytes, whatever the address and the request's own marks.
#[test]
fn a_page_not_found_holds_nothing_of_the_request() {
    let html = named("not_found").html(Language::Ja);
    for own in ["7zz", "csrf-token", "once-mark"] {
        assert!(!html.contains(own), "{own}");
    }
}

/// A phone without cookies stays signed in only if no link and no form forgets the token.
#[test]
fn without_cookies_every_way_on_carries_the_session() {
    let links = Links::in_path("TOKEN", None);
    for sample in sample::all() {
        for tag in tags(&sample.html_with(Language::Ja, &links)) {
            let ways = [tag.get("href").filter(|_| tag.name == "a"), tag.get("action")];
            let is_out = |address: &str| address.starts_with("otpauth:") || address.starts_with("http:");
            let is_page = |address: &&str| !address.starts_with('#') && !is_out(address);
            for address in ways.into_iter().flatten().filter(is_page) {
                assert!(address.starts_with("/~TOKEN/"), "{}: {address}", sample.name);
            }
        }
    }
}
