//! A diary by months and days.

use enishi_core::diary::{ArchiveDay, ArchivePage};
use enishi_face::Place;

use crate::content::{Block, Sheet};
use crate::parts::{BETWEEN, View, entry_row};

/// A month: its days, the months around it, and for its owner this day in other years.
pub(super) fn archive(view: &View<'_>, page: &ArchivePage) -> Sheet {
    let month = view.context.month(page.month);
    let mut sheet = Sheet::new(match page.is_own {
        _ if view.is_narrow() => view.say("diary-short"),
        true => view.say("diary-archive-mine"),
        false => view.say_with("diary-archive-of", "name", page.owner.nickname.as_str()),
    });
    sheet.add(Block::Heading(month.clone()));
    sheet.extend(page.days.iter().map(|day| day_row(view, page, day)));
    if page.days.is_empty() {
        sheet.add(Block::words(view.say_with("diary-archive-none", "month", month.as_str())));
    }
    sheet.add(Block::Rule);
    let turn = |month, words| {
        let words = view.say_with(words, "month", view.context.month(month).as_str());
        Block::Row(view.row(Place::MemberDiaryMonth(page.owner.id, month), words))
    };
    sheet.extend(page.older.map(|month| turn(month, "diary-archive-older")));
    sheet.extend(page.newer.map(|month| turn(month, "diary-archive-newer")));
    if page.has_categories {
        sheet.add(Block::Row(view.row(Place::MemberCategories(page.owner.id), view.say("categories"))));
    }
    if !page.other_years.is_empty() {
        sheet.add(Block::Heading(view.say("diary-other-years")));
    }
    sheet.extend(page.other_years.iter().map(|line| Block::Row(entry_row(view, line, false))));
    sheet
}

/// A day with one entry leads to it at once.
fn day_row(view: &View<'_>, page: &ArchivePage, day: &ArchiveDay) -> Block {
    let place = match day.entries {
        1 => Place::Diary(day.first),
        _ => Place::MemberDiaryOn(page.owner.id, day.date),
    };
    let count = view.say_with("diary-archive-count", "n", day.entries);
    Block::Row(view.row(place, format!("{}{BETWEEN}{count}", view.context.day(day.date))))
}
