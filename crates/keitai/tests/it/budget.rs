//! No page is ever larger than its phone allows, and nothing is lost on the way.

use enishi_core::notice::Topic;
use enishi_face::{Form, Language, Page, Phrase};
use enishi_keitai::{encoder_for, text};
use proptest::prelude::*;

use crate::{cast, drive, phones, reading};

/// Every part of a page on every phone: within its budget, readable, sound.
fn check(name: &str, page: &Page) {
    check_in(Language::Ja, name, page);
}

fn check_in(language: Language, name: &str, page: &Page) {
    for (phone, profile) in phones::all() {
        for (number, (rendered, read)) in drive::parts(&profile, language, page).iter().enumerate() {
            let (weight, of) = (rendered.body.len(), profile.page_bytes);
            assert!(weight <= of, "{name} part {number} on {phone}: {weight} of {of} bytes");
            assert!(!read.contains('\u{FFFD}'), "{name} on {phone} does not decode");
            if read.starts_with("<?xml") {
                let sound = reading::well_formed(read);
                assert!(sound.is_ok(), "{name} on {phone}: {sound:?}");
            }
        }
    }
}

#[test]
fn every_page_fits_every_phone() {
    for (name, page) in cast::everything() {
        check_in(Language::Ja, name, &page);
        check_in(Language::En, name, &page);
    }
}

#[test]
fn full_pages_fit_too() {
    let long = "本日は晴天なり。".repeat(2_500);
    check("a full entry", &cast::diary_of(&"題".repeat(100), &long));
    check("a full edit", &cast::edit_form(&long));
    check("a full profile", &cast::my_profile(20, &"港が好きです。".repeat(280)));
    let refused = Form::empty().with("title", "題".repeat(5_000)).with("body", long);
    let refused = refused.fault("title", Phrase::new("diary-title-long"));
    check("a refused form", &cast::diary_form(refused, 20));
    check("a full telling", &cast::full_telling());
}

/// Words that say it does not fit would fit too: every choice has to be there.
#[test]
fn what_one_is_told_of_is_asked_on_every_phone_however_many_groups_there_are() {
    let from = Topic::ALL.iter().filter(|topic| topic.can_be_narrowed()).map(|topic| topic.source_key());
    let fields: Vec<&str> =
        Topic::ALL.iter().map(|topic| topic.key()).chain(from).chain(["pace", "hour"]).collect();
    for (phone, profile) in phones::all() {
        let parts = drive::parts(&profile, Language::Ja, &cast::full_telling());
        let whole: String = parts.into_iter().map(|(_, read)| read).collect();
        assert!(whole.contains("/me/notices\" method=\"post\""), "no form on {phone}: {whole}");
        assert!(!whole.contains("画面に入りきりません"), "too long on {phone}: {whole}");
        for field in &fields {
            assert_eq!(whole.matches(&format!("<select name=\"{field}\"")).count(), 1, "{field} on {phone}");
        }
    }
}

#[test]
fn a_body_without_a_single_sentence_end_is_cut_between_characters() {
    let family = "👨‍👩‍👧‍👦".repeat(3_000);
    check("families", &cast::diary_of("家族", &family));
    check("accents", &cast::diary_of(&"a\u{301}".repeat(500), &format!("a{}", "\u{301}".repeat(9_000))));
}

#[test]
fn addresses_are_links_and_no_cut_goes_through_one() {
    let one = "https://a.example/photos/of/the/river?from=here&to=there";
    let body = format!("見て{one} と「{one}」。つぎの文です。").repeat(60);
    let page = cast::diary_of("リンク", &body);
    check("links", &page);
    for phone in ["foma1", "mova-c10", "jphone-c", "kaios"] {
        let profile = phones::phone(phone);
        let whole: String =
            drive::parts(&profile, Language::Ja, &page).into_iter().map(|(_, read)| read).collect();
        let link = format!("<a href=\"/leave/aHR0cHM6Ly8/signed\">{}</a>", one.replace('&', "&amp;"));
        assert_eq!(whole.matches(&link).count(), 120, "{phone}");
    }
    let endless = format!("https://a.example/{}", "x".repeat(4_000));
    check("one address longer than a page", &cast::diary_of("リンク", &endless));
}

#[test]
fn more_pictures_than_the_budget_allows_are_links() {
    for (phone, profile) in phones::all() {
        for (rendered, read) in drive::parts(&profile, Language::Ja, &cast::diary()) {
            let photos = read.matches("<img src=\"/pictures/").count();
            let most = (profile.total_bytes - profile.page_bytes) / profile.image_bytes;
            assert!(photos <= most + 1, "{phone} shows {photos} of {most}");
            assert!(rendered.body.len() <= profile.page_bytes);
        }
    }
}

/// What the phone will show of a text, with the joints of all parts closed.
fn as_shown(page: &[(enishi_face::Rendered, String)], begin: &str, end: &str) -> String {
    let mut shown = String::new();
    for (_, read) in page {
        for block in read.split("<div class=\"t\">").skip(1) {
            shown.push_str(block.split("</div>").next().unwrap());
        }
    }
    let shown = reading::unescape(&shown);
    let from = shown.find(begin).unwrap_or(0);
    let to = shown.rfind(end).map_or(shown.len(), |at| at + end.len());
    shown[from..to].to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_text_fits_everywhere(
        title in "(\\PC|🌸|[\u{300}-\u{320}]){1,60}",
        body in "(\\PC|[ぁ-ん]{1,9}|[一-三]|。|！|\n|<b>|&|🇯🇵|[\u{300}-\u{320}]){1,900}",
    ) {
        // The sign for "not readable" is a character like any other when somebody types it; here it would
        // be taken for a fault.
        let [title, body] = [title, body].map(|text| text.replace('\u{FFFD}', ""));
        check("any text", &cast::diary_of(&title, &body));
        check("any edit", &cast::edit_form(&body));
    }

    #[test]
    fn all_parts_together_are_the_whole_body(body in "([ぁ-ん]{1,30}|[a-z ]{1,20}|。|！|\n|&amp;|<br>|🌸){200,3000}") {
        let body = format!("始。{}終。", body.replace("\n\n", "\n"));
        for phone in ["kaios", "foma2", "au-win"] {
            let profile = phones::phone(phone);
            let parts = drive::parts(&profile, Language::Ja, &cast::diary_of("題", &body));
            let encoder = encoder_for(&profile);
            let expected = text::decode(&encoder.encode(&body), encoder.encoding());
            prop_assert_eq!(as_shown(&parts, "始。", "終。"), expected, "{}", phone);
        }
    }
}
