//! What every page owes to those who listen to it, or enlarge it.

use enishi_face::Language;

use crate::tags::{Tag, tags};
use crate::{named, sample};

fn every_page(check: impl Fn(&str, &[Tag])) {
    for language in [Language::Ja, Language::En] {
        for sample in sample::all() {
            check(&format!("{} in {}", sample.name, language.code()), &tags(&sample.html(language)));
        }
    }
}

#[test]
fn every_field_has_a_label() {
    every_page(|page, tags| {
        let fields = tags.iter().filter(|tag| ["input", "select", "textarea"].contains(&tag.name.as_str()));
        for field in fields.filter(|field| field.get("type") != Some("hidden")) {
            let labelled = |tag: &Tag| {
                tag.name == "label" && tag.get("for").is_some() && tag.get("for") == field.get("id")
            };
            assert!(field.is_within("label") || tags.iter().any(labelled), "{page}: {field:?}");
        }
    });
}

#[test]
fn ids_are_unique_and_whatever_is_referred_to_exists() {
    every_page(|page, tags| {
        let mut ids: Vec<&str> = tags.iter().filter_map(|tag| tag.get("id")).collect();
        for tag in tags {
            for id in
                tag.get("aria-describedby").into_iter().flat_map(str::split_whitespace).chain(tag.get("for"))
            {
                assert!(ids.contains(&id), "{page}: no {id}");
            }
        }
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{page}: an id stands twice");
    });
}

#[test]
fn headings_go_down_one_by_one_from_a_single_first() {
    every_page(|page, tags| {
        let levels: Vec<u32> =
            tags.iter().filter_map(|tag| tag.name.strip_prefix('h')?.parse().ok()).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{page}");
        assert_eq!(levels[0], 1, "{page}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{page}: {levels:?}");
    });
}

#[test]
fn pictures_speak_or_are_silent_on_purpose_and_keep_their_place() {
    every_page(|page, tags| {
        for image in tags.iter().filter(|tag| tag.name == "img") {
            for needed in ["alt", "width", "height"] {
                assert!(image.get(needed).is_some(), "{page}: {image:?} lacks {needed}");
            }
        }
        for drawing in tags.iter().filter(|tag| tag.name == "svg") {
            assert_eq!(drawing.get("aria-hidden"), Some("true"), "{page}: {drawing:?}");
        }
    });
}

#[test]
fn a_photo_nobody_described_is_told_from_the_others() {
    let page = tags(&named("diary").html(Language::Ja));
    let alts: Vec<_> =
        page.iter().filter(|tag| tag.is_within("figure")).filter_map(|tag| tag.get("alt")).collect();
    assert_eq!(alts, ["雨上がりの路面電車", "写真2", "たばこ屋の灯り"]);
}

#[test]
fn moments_can_be_read_by_machines() {
    every_page(|page, tags| {
        for time in tags.iter().filter(|tag| tag.name == "time") {
            let moment = time.get("datetime").unwrap();
            let is_day = moment.parse::<jiff::civil::Date>().is_ok() && moment.len() == 10;
            assert!(is_day || moment.parse::<jiff::Timestamp>().is_ok(), "{page}: {moment}");
        }
    });
}

#[test]
fn every_word_was_found_in_the_catalogue() {
    for language in [Language::Ja, Language::En] {
        for sample in sample::all() {
            let html = sample.html(language);
            for text in html.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text.trim())
            {
                let is_key = text.contains('-')
                    && text.chars().all(|sign| sign.is_ascii_lowercase() || "-_".contains(sign));
                assert!(!is_key, "{}: {text} stands for itself", sample.name);
            }
        }
    }
}
