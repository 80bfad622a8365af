//! One of every page, with people and words in them that could be true.

mod community;
mod diary;
mod door;
mod joining;
mod me;
mod people;
mod trusted;

use enishi_core::moment::Moment;
use enishi_device::{Charset, DeviceClass, DeviceProfile, FaceKind, ImageFormat, InputStyle, Markup, Screen};
use enishi_device::{CssSupport, EmojiSet, KeyStyle};
use enishi_face::pages::{LeavePage, Trouble};
use enishi_face::{Context, Face, Language, Links, Page, Phrase};
use enishi_touch::Touch;
use jiff::tz::TimeZone;

/// A page and the request it answers.
pub struct Sample {
    pub name: &'static str,
    pub page: Page,
    pub here: &'static str,
    pub is_guest: bool,
    pub done: Option<Phrase>,
}

impl Sample {
    fn new(name: &'static str, here: &'static str, page: Page) -> Sample {
        Sample { name, page, here, is_guest: false, done: None }
    }

    fn for_guest(self) -> Sample {
        Sample { is_guest: true, ..self }
    }

    fn done(self, phrase: &'static str) -> Sample {
        Sample { done: Some(Phrase::new(phrase)), ..self }
    }

    /// The page as HTML in a language, for a phone that keeps cookies.
    pub fn html(&self, language: Language) -> String {
        self.html_with(language, &Links::plain())
    }

    /// The page as HTML, its addresses written by `links`.
    pub fn html_with(&self, language: Language, links: &Links) -> String {
        let (profile, viewer) = (iphone(), people::koharu());
        let zone = TimeZone::fixed(jiff::tz::offset(9));
        let context = Context {
            profile: &profile,
            words: language.words(),
            links,
            site: "えにし",
            viewer: (!self.is_guest).then_some(&viewer),
            now: at(0),
            zone: &zone,
            here: self.here,
            part: 1,
            csrf: "csrf-token",
            once: "once-mark",
            done: self.done.clone(),
        };
        let rendered = Touch.render(&self.page, &context);
        assert_eq!(rendered.content_type, "text/html; charset=utf-8");
        String::from_utf8(rendered.body).unwrap()
    }
}

/// Every sample there is.
pub fn all() -> Vec<Sample> {
    let mut all = door::samples();
    all.extend(people::samples());
    all.extend(community::samples());
    all.extend(diary::samples());
    all.extend(me::samples());
    all.extend(joining::samples());
    all.extend(trusted::samples());
    all.push(Sample::new("leave", "/leave/aHR0cA/signed", Page::Leave(leave())));
    all.push(Sample::new("not_found", "/diary/7zz", Page::NotFound));
    all.push(Sample::new("trouble", "/home", Page::Trouble(Trouble::TooOften { seconds: 30 })));
    all
}

fn leave() -> LeavePage {
    let address = "http://xn--wgv71a.example/photos/?order=new&page=2".to_owned();
    LeavePage { host: "xn--wgv71a.example".to_owned(), address, is_sealed: false }
}

/// So many minutes before now, which is the evening of 23 November 2026 in Tokyo.
fn at(minutes_ago: i64) -> Moment {
    Moment::from_millis(1_795_429_800_000).plus_seconds(-60 * minutes_ago)
}

fn iphone() -> DeviceProfile {
    DeviceProfile {
        name: "iphone".to_owned(),
        family: "touch".to_owned(),
        face: FaceKind::Touch,
        carrier: None,
        generation: None,
        model: None,
        class: DeviceClass::Smartphone,
        charset: Charset::Utf8,
        markup: Markup::Html5,
        content_type: "text/html".to_owned(),
        page_bytes: 100_000,
        total_bytes: 2_000_000,
        image_bytes: 300_000,
        screen: Screen { width: 390, height: 844 },
        image_formats: vec![ImageFormat::Webp, ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif],
        colours: 16_777_216,
        cookies: true,
        queries: true,
        upload: true,
        emoji: EmojiSet::Unicode,
        input: InputStyle::Inputmode,
        keys: KeyStyle::None,
        css: CssSupport::Embedded,
        script: true,
        code_autofill: true,
    }
}
