//! A diary by months and days, and from one entry to the next: what is hidden leaves no trace there.

use enishi_core::diary::{self, ArchivePage, DiaryPage, Month};
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::visibility::{Viewer, Visibility};
use jiff::civil::{Date, date};

use crate::world::{World, each, tokyo};

const DAY_SECONDS: i64 = 86_400;

fn archive(world: &World, viewer: MemberId, owner: MemberId, month: Option<Month>) -> ArchivePage {
    world
        .read(|tx| diary::archive(tx, Viewer::Member(viewer), owner, month, &tokyo()))
        .expect("the owner is here")
}

/// One entry an hour for two days and more, every third for friends, every fourth for the author.
fn write(world: &World, author: MemberId, many: i64) -> Vec<(DiaryId, Visibility, Date)> {
    let level = |number: i64| match number {
        _ if number % 4 == 0 => Visibility::OnlyMe,
        _ if number % 3 == 0 => Visibility::Friends,
        _ => Visibility::Members,
    };
    let post = |number| {
        world.test.clock.advance_seconds(3599);
        let entry = world.post(author, level(number));
        (entry, level(number), world.now().in_zone(&tokyo()).date())
    };
    (0..many).map(post).collect()
}

#[test]
fn the_next_entry_is_the_next_that_this_reader_may_read() {
    each(|world| {
        let [author, friend, stranger] = world.people(["書く人", "友", "知らない人"]);
        world.befriend(author, friend);
        let written = write(world, author, 60);
        for (viewer, hidden) in [
            (author, vec![]),
            (friend, vec![Visibility::OnlyMe]),
            (stranger, vec![Visibility::OnlyMe, Visibility::Friends]),
        ] {
            let open = written.iter().filter(|(_, level, _)| !hidden.contains(level));
            let expected: Vec<DiaryId> = open.map(|(id, _, _)| *id).collect();
            let pages: Vec<DiaryPage> =
                expected.iter().map(|id| world.show(viewer, *id).expect("it is open")).collect();
            for (at, page) in pages.iter().enumerate() {
                let older = page.neighbours.older.as_ref().map(|one| one.id);
                let newer = page.neighbours.newer.as_ref().map(|one| one.id);
                let before = at.checked_sub(1).and_then(|at| expected.get(at)).copied();
                assert_eq!((older, newer), (before, expected.get(at + 1).copied()));
            }
        }
    });
}

#[test]
fn a_day_counts_what_this_reader_may_read_and_no_day_is_named_for_more() {
    each(|world| {
        let [author, friend, stranger] = world.people(["書く人", "友", "知らない人"]);
        world.befriend(author, friend);
        let written = write(world, author, 70);
        for (viewer, hidden) in [
            (author, vec![]),
            (friend, vec![Visibility::OnlyMe]),
            (stranger, vec![Visibility::OnlyMe, Visibility::Friends]),
        ] {
            let open: Vec<_> = written.iter().filter(|(_, level, _)| !hidden.contains(level)).collect();
            let mut months: Vec<Month> = open.iter().map(|(_, _, day)| Month::of(*day)).collect();
            months.dedup();
            let mut found = 0;
            for month in months {
                for day in archive(world, viewer, author, Some(month)).days {
                    let of_day: Vec<_> = open.iter().filter(|(_, _, date)| *date == day.date).collect();
                    assert_eq!((day.entries, day.first), (of_day.len() as i64, of_day[0].0), "{}", day.date);
                    found += of_day.len();
                    let list = world
                        .read(|tx| {
                            diary::list_on(tx, Viewer::Member(viewer), author, day.date, None, &tokyo())
                        })
                        .unwrap();
                    let listed = list.entries.len() as i64;
                    assert_eq!(listed, day.entries.min(diary::ENTRIES_PER_PAGE));
                }
            }
            assert_eq!(found, open.len());
        }
    });
}

#[test]
fn months_with_nothing_to_read_are_passed_over() {
    each(|world| {
        let [author, reader] = world.people(["書く人", "読む人"]);
        for level in [Visibility::Members, Visibility::OnlyMe, Visibility::Members, Visibility::OnlyMe] {
            world.test.clock.advance_seconds(45 * DAY_SECONDS);
            world.post(author, level);
        }
        let newest = archive(world, reader, author, None);
        let oldest = archive(world, reader, author, newest.older);
        assert_eq!(
            (newest.newer, oldest.older),
            (None, None),
            "the author's own are no months of this reader"
        );
        assert_eq!(oldest.newer, Some(newest.month));
        assert_eq!([newest.days.len(), oldest.days.len()], [1, 1]);
        let own = archive(world, author, author, None);
        assert!(own.month > newest.month && own.older == Some(newest.month));
        let empty = archive(world, reader, author, Some(own.month));
        assert_eq!((empty.days.len(), empty.older), (0, Some(newest.month)));
    });
}

#[test]
fn a_day_begins_at_midnight_of_the_site() {
    each(|world| {
        let author = world.person("書く人");
        let at = world.now().in_zone(&tokyo());
        let to_midnight = at.duration_until(at.date().tomorrow().unwrap().at(0, 0, 0, 0)).as_secs();
        world.test.clock.advance_seconds(to_midnight - 2);
        let evening = world.post(author, Visibility::OnlyMe);
        let morning = world.post(author, Visibility::OnlyMe);
        let days = |month| archive(world, author, author, Some(month)).days;
        let today = world.now().in_zone(&tokyo()).date();
        let firsts: Vec<_> = [Month::of(at.date()), Month::of(today)].into_iter().flat_map(days).collect();
        let first_of = |day: Date| firsts.iter().find(|found| found.date == day).map(|found| found.first);
        assert_eq!((first_of(at.date()), first_of(today)), (Some(evening), Some(morning)));
    });
}

#[test]
fn this_day_in_other_years_is_for_its_author_alone() {
    each(|world| {
        let [author, reader] = world.people(["書く人", "読む人"]);
        let former = world.post(author, Visibility::Members);
        world.test.clock.advance_seconds(DAY_SECONDS);
        world.post(author, Visibility::Members);
        world.test.clock.advance_seconds(364 * DAY_SECONDS);
        let years = world.now().in_zone(&tokyo()).date();
        assert_ne!(years.day(), 29, "the clock of tests begins on another day");
        let told = archive(world, author, author, None).other_years;
        assert_eq!(told.iter().map(|line| line.id).collect::<Vec<_>>(), [former]);
        assert!(archive(world, reader, author, None).other_years.is_empty());
    });
}

#[test]
fn whoever_is_blocked_finds_no_archive_and_a_day_out_of_reach_is_empty() {
    each(|world| {
        let [author, reader] = world.people(["書く人", "読む人"]);
        world.post(author, Visibility::Members);
        let list =
            |day| world.read(|tx| diary::list_on(tx, Viewer::Member(reader), author, day, None, &tokyo()));
        for day in [date(1, 1, 1), date(9999, 12, 31), date(2000, 1, 1), date(2089, 12, 31)] {
            assert!(list(day).unwrap().entries.is_empty(), "{day}");
        }
        world.block(author, reader);
        let found = world.read(|tx| diary::archive(tx, Viewer::Member(reader), author, None, &tokyo()));
        assert!(found.is_none() && list(date(2026, 11, 23)).is_none());
    });
}
