//! What a face is given beside the page: the phone, the words, the links, the moment.

use enishi_core::diary::Month;
use enishi_core::member::Card;
use enishi_core::moment::Moment;
use enishi_device::DeviceProfile;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::form::Hidden;
use crate::links::Links;
use crate::moments::When;
use crate::page::Page;
use crate::words::{Phrase, Words};

/// Everything about the request that a page may show. Pages are pure functions of this and their data.
pub struct Context<'a> {
    /// What the phone can take.
    pub profile: &'a DeviceProfile,
    /// The reader's language.
    pub words: &'static Words,
    /// How addresses are written.
    pub links: &'a Links,
    /// The name of the site.
    pub site: &'a str,
    /// The member looking, if one is.
    pub viewer: Option<&'a Card>,
    /// The present.
    pub now: Moment,
    /// The site's time zone.
    pub zone: &'a TimeZone,
    /// Path and query of this page, without token and without `p`.
    pub here: &'a str,
    /// Which part of a page that was split, from 1.
    pub part: usize,
    /// The token against forgery, for every form.
    pub csrf: &'a str,
    /// The mark of one submit: a form sent twice does its work once.
    pub once: &'a str,
    /// What was just done, to be said once at the top.
    pub done: Option<Phrase>,
}

impl Context<'_> {
    /// The hidden fields every form carries.
    pub fn hidden(&self) -> [Hidden; 2] {
        [
            Hidden { name: "csrf", value: self.csrf.to_owned() },
            Hidden { name: "once", value: self.once.to_owned() },
        ]
    }

    /// A moment as this reader says it.
    pub fn when(&self, moment: Moment) -> String {
        self.clock().say(moment)
    }

    /// A day as this reader says it.
    pub fn day(&self, day: Date) -> String {
        self.clock().say_day(day)
    }

    /// A month as this reader says it.
    pub fn month(&self, month: Month) -> String {
        self.clock().say_month(month)
    }

    fn clock(&self) -> When<'_> {
        When { now: self.now, zone: self.zone, language: self.words.language() }
    }
}

/// A page as bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The whole body, in the charset named.
    pub body: Vec<u8>,
    /// The media type with its charset, as the header says it.
    pub content_type: String,
    /// Which part of the page it is.
    pub part: Part,
}

/// A part of a page that was cut to fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its number, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
}

impl Part {
    /// The page as a whole.
    pub const WHOLE: Part = Part { number: 1, of: 1 };
}

/// A way of showing pages.
pub trait Face {
    /// Turns a page into bytes the phone can take.
    fn render(&self, page: &Page, context: &Context<'_>) -> Rendered;
}
