//! Renders pages as the server would, and reads them as a phone would.

use std::sync::Arc;

use enishi_core::ids::PictureId;
use enishi_device::{DeviceProfile, KeyStyle};
use enishi_face::{Context, Face, Language, Leads, Links, Page, Rendered};
use enishi_keitai::{Keitai, encoder_for, text};
use jiff::tz::TimeZone;

use crate::cast;

pub const CSRF: &str = "csrf-Zm9ydHktdHdvLWJ5dGVzLW9m";
pub const ONCE: &str = "once-b25jZS1hbmQtbmV2ZXItYWdhaW4";

/// One part of a page. Phones without cookies carry the token in the path.
pub fn render(profile: &DeviceProfile, language: Language, page: &Page, part: usize) -> Rendered {
    let sign = |_: PictureId, _: &str| "c2lnbmVkLWZvci10ZW4tbWludXRlcw".to_owned();
    let links = match profile.keeps_cookies() {
        true => Links::plain(),
        false => Links::in_path("dG9rZW4tb2YtMTI4LWJpdHM", Some(Arc::new(sign))),
    };
    let links =
        links.with_guide(Arc::new(|_: &str| Some(Leads::Outside("/leave/aHR0cHM6Ly8/signed".to_owned()))));
    let me = cast::me();
    let zone = TimeZone::fixed(jiff::tz::offset(9));
    let context = Context {
        profile,
        words: language.words(),
        links: &links,
        site: "縁",
        viewer: is_inside(page).then_some(&me),
        now: cast::NOW.minutes_ago(0),
        zone: &zone,
        here: "/home?before=7zzzzz",
        part,
        csrf: CSRF,
        once: ONCE,
        done: None,
    };
    Keitai.render(page, &context)
}

fn is_inside(page: &Page) -> bool {
    !matches!(
        page,
        Page::Welcome
            | Page::Login(_)
            | Page::WayIn(_)
            | Page::SignupPhone(_)
            | Page::SignupCode(_)
            | Page::SignupProfile(_)
            | Page::SignupWaiting
    )
}

/// The page as the phone reads it: its charset, its pictograms.
pub fn read(profile: &DeviceProfile, rendered: &Rendered) -> String {
    text::decode(&rendered.body, encoder_for(profile).encoding())
}

/// Every part of a page, as bytes and as read.
pub fn parts(profile: &DeviceProfile, language: Language, page: &Page) -> Vec<(Rendered, String)> {
    let mut parts = Vec::new();
    loop {
        let rendered = render(profile, language, page, parts.len() + 1);
        let read = read(profile, &rendered);
        let has_next = read.contains(&format!("&amp;p={}\"", parts.len() + 2));
        parts.push((rendered, read));
        if !has_next || parts.len() > 400 {
            return parts;
        }
    }
}

/// Whether this phone's links carry keys.
pub fn has_keys(profile: &DeviceProfile) -> bool {
    profile.keys != KeyStyle::None
}
