//! A diary by months and days.

use enishi_core::diary::{ArchiveDay, ArchivePage, Month};
use enishi_face::{Context, Place};
use maud::{Markup, html};

use crate::parts::buttons::{self, Look};
use crate::parts::empty::nothing;
use crate::parts::entry_row::own_entry_row;
use crate::parts::layout::Sheet;

/// A month: its days, the months around it, and for its owner this day in other years.
pub(super) fn archive(page: &ArchivePage, context: &Context<'_>) -> Sheet {
    let words = context.words;
    let title = match page.is_own {
        true => words.say("diary-archive-mine").into_owned(),
        false => words.say_with("diary-archive-of", "name", page.owner.nickname.as_str()),
    };
    let month = context.month(page.month);
    let body = html! {
        h1 { (title) }
        section {
            h2 { (month) }
            @if page.days.is_empty() { (nothing(&words.say_with("diary-archive-none", "month", month.as_str()))) }
            @else { ul.ways-on { @for day in &page.days { li { (day_link(page, day, context)) } } } }
            (turns(page, context))
        }
        @if page.has_categories {
            p.further { a href=(context.links.to(Place::MemberCategories(page.owner.id))) { (words.say("categories")) } }
        }
        @if !page.other_years.is_empty() {
            section {
                h2 { (words.say("diary-other-years")) }
                ul.rows { @for line in &page.other_years { (own_entry_row(line, context)) } }
            }
        }
    };
    Sheet::new(title, body)
}

/// A day with one entry leads to it at once.
fn day_link(page: &ArchivePage, day: &ArchiveDay, context: &Context<'_>) -> Markup {
    let place = match day.entries {
        1 => Place::Diary(day.first),
        _ => Place::MemberDiaryOn(page.owner.id, day.date),
    };
    html! {
        a href=(context.links.to(place)) {
            time datetime=(day.date) { (context.day(day.date)) }
            span.count { (context.words.say_with("diary-archive-count", "n", day.entries)) }
        }
    }
}

fn turns(page: &ArchivePage, context: &Context<'_>) -> Markup {
    let link = |month: Month, words| {
        let words = context.words.say_with(words, "month", context.month(month).as_str());
        buttons::link(context, Place::MemberDiaryMonth(page.owner.id, month), &words, Look::Plain)
    };
    html! {
        @if page.older.is_some() || page.newer.is_some() {
            nav.choices aria-label=(context.words.say("diary-archive")) {
                @if let Some(month) = page.older { (link(month, "diary-archive-older")) }
                @if let Some(month) = page.newer { (link(month, "diary-archive-newer")) }
            }
        }
    }
}
