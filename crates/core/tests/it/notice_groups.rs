//! Being told of what one group of friends does, and of nobody else: asked when it happens and again when it is shown.

use enishi_core::digest::{self, Digest};
use enishi_core::group::{self, Opens};
use enishi_core::ids::{DiaryId, GroupId, MemberId};
use enishi_core::notice::settings::{self, NoticeRules, Pace, Reach, Settings, Sources};
use enishi_core::notice::{self, Notice, Subject, Topic};
use enishi_core::visibility::{Viewer, Visibility, can_see};
use enishi_core::{diary, footprint, friend};

use crate::world::{World, each, tokyo};

fn narrow(world: &World, me: MemberId, topic: Topic, group: Option<GroupId>) {
    world.write(move |tx| {
        let chosen = settings::sources(tx, me)?.with(topic, group);
        settings::choose_sources(tx, me, &chosen)
    });
}

fn waits(world: &World, me: MemberId, topic: Topic) -> Vec<Notice> {
    let all = world.read(|tx| notice::list(tx, me));
    all.into_iter().filter(|notice| notice.subject.topic() == Some(topic)).collect()
}

fn like(world: &World, who: MemberId, entry: DiaryId) {
    world.tick();
    assert!(world.write(move |tx| diary::like(tx, who, entry, diary::Sign::ALL[0])));
}

fn letter(world: &World, me: MemberId) -> Digest {
    world.read(|tx| digest::gather(tx, me, &tokyo()))
}

fn daily(world: &World, me: MemberId) {
    let mut chosen = Settings::default();
    chosen.pace = Pace::Daily;
    world.write(move |tx| settings::choose(tx, me, chosen, &NoticeRules::default(), &tokyo()));
}

/// How many comments the notice of an entry tells of, and from which on.
fn fresh(world: &World, me: MemberId, topic: Topic) -> Option<(i64, i32)> {
    waits(world, me, topic).first().map(|notice| match &notice.subject {
        Subject::OwnEntry { fresh, .. } | Subject::JoinedEntry { fresh, .. } => (fresh.count, fresh.from),
        other => panic!("{other:?}"),
    })
}

#[test]
fn of_comments_only_those_of_the_group_are_told() {
    each(|world| {
        let [me, inside, outside, stranger] = world.people(["わたし", "中", "外", "他人"]);
        world.befriend(me, inside);
        world.befriend(me, outside);
        let group = world.group(me, &[inside]);
        narrow(world, me, Topic::OwnEntry, Some(group));
        let entry = world.post(me, Visibility::Members);
        for writer in [outside, stranger] {
            world.comment(writer, entry);
        }
        assert_eq!(fresh(world, me, Topic::OwnEntry), None);
        world.comment(inside, entry);
        world.comment(outside, entry);
        assert_eq!(fresh(world, me, Topic::OwnEntry), Some((1, 3)), "theirs, and where it stands");
        world.write(move |tx| group::remove(tx, me, group, inside, Opens::Everything));
        assert_eq!(fresh(world, me, Topic::OwnEntry), None, "judged again when it is shown");
        world.write(move |tx| group::add(tx, me, group, inside, Opens::FromNowOn));
        assert_eq!(fresh(world, me, Topic::OwnEntry), Some((1, 3)));
        narrow(world, me, Topic::OwnEntry, None);
        assert_eq!(fresh(world, me, Topic::OwnEntry), Some((4, 1)));
    });
}

#[test]
fn each_topic_has_a_choice_of_its_own() {
    each(|world| {
        let [me, inside, outside] = world.people(["わたし", "中", "外"]);
        world.befriend(me, inside);
        world.befriend(me, outside);
        let group = world.group(me, &[inside]);
        narrow(world, me, Topic::Liked, Some(group));
        narrow(world, me, Topic::Thanked, Some(group));
        let (mine, theirs) = (world.post(me, Visibility::Members), world.post(outside, Visibility::Members));
        like(world, outside, mine);
        world.comment(me, theirs);
        world.comment(outside, theirs);
        assert_eq!(fresh(world, me, Topic::JoinedEntry), Some((1, 2)), "of these anybody's is told");
        assert!(waits(world, me, Topic::Liked).is_empty());
        like(world, inside, mine);
        assert_eq!(waits(world, me, Topic::Liked).len(), 1);
        world.write(move |tx| diary::unlike(tx, inside, mine));
        assert!(waits(world, me, Topic::Liked).is_empty(), "the other like was not to be told");
        for owner in [outside, inside] {
            world.write(move |tx| footprint::leave(tx, me, owner, &tokyo()));
            assert!(world.write(move |tx| footprint::thank(tx, owner, me, &tokyo())));
        }
        let thanked = waits(world, me, Topic::Thanked);
        assert!(matches!(&thanked[..], [Notice { subject: Subject::Thanked { by }, .. }] if by.id == inside));
    });
}

/// Whom a group reaches is one question with what it opens: asked of everybody, of both kinds of groups.
#[test]
fn whose_doing_is_told_is_whom_the_group_reaches() {
    each(|world| {
        let names = ["わたし", "中", "外", "今から", "もと友", "他人"];
        let [me, inside, outside, late, parted, stranger] = world.people(names);
        for other in [inside, outside, late, parted] {
            world.befriend(me, other);
        }
        for group in [world.group(me, &[inside, parted]), world.all_but(me, &[outside, late])] {
            world.write(move |tx| group::remove(tx, me, group, late, Opens::FromNowOn));
            narrow(world, me, Topic::OwnEntry, Some(group));
            if world.read(|tx| friend::list_of(tx, Viewer::Member(me), me, None)).is_some() {
                world.part(me, parted);
            }
            let mut told = 0;
            for other in [inside, outside, late, parted, stranger] {
                let entry = world.post(me, Visibility::Members);
                world.comment(other, entry);
                let is_told = waits(world, me, Topic::OwnEntry).iter().any(
                    |notice| matches!(&notice.subject, Subject::OwnEntry { entry: one, .. } if *one == entry),
                );
                let now = world.now();
                let is_reached =
                    world.read(|tx| can_see(tx, Viewer::Member(other), me, Visibility::Group(group), now));
                assert_eq!(is_told, is_reached, "{other} {group}");
                told += usize::from(is_told);
            }
            assert!((1..4).contains(&told), "{told}");
        }
    });
}

#[test]
fn a_group_that_ends_takes_what_it_let_in_with_it() {
    each(|world| {
        let [me, inside, outside] = world.people(["わたし", "中", "外"]);
        world.befriend(me, inside);
        world.befriend(me, outside);
        daily(world, me);
        let group = world.group(me, &[inside]);
        let entry = world.post(me, Visibility::Members);
        for topic in [Topic::OwnEntry, Topic::FriendsEntries] {
            narrow(world, me, topic, Some(group));
        }
        world.comment(inside, entry);
        assert_eq!(fresh(world, me, Topic::OwnEntry), Some((1, 1)));
        world.write(move |tx| group::delete(tx, me, group));
        assert_eq!(fresh(world, me, Topic::OwnEntry), None);
        for writer in [inside, outside] {
            world.comment(writer, entry);
            world.post(writer, Visibility::Members);
        }
        assert_eq!(fresh(world, me, Topic::OwnEntry), None, "of nobody, not of everybody");
        assert!(letter(world, me).entries.is_empty());
        let chosen = world.read(|tx| settings::settings(tx, me));
        let reaches = [Topic::OwnEntry, Topic::FriendsEntries, Topic::Liked].map(|one| chosen.reach(one));
        assert_eq!(reaches, [Reach::Nowhere, Reach::Home, Reach::Phone], "and the page says so");
        assert_eq!(chosen.pace, Pace::Daily);
        let form = Sources::default().with(Topic::OwnEntry, Some(group));
        let kept = world.write(move |tx| settings::choose_sources(tx, me, &form));
        assert_eq!(kept, [Topic::OwnEntry], "a form from before it ended does not open it to anybody");
    });
}

#[test]
fn a_letter_tells_that_there_is_something_for_a_few_and_not_what_it_is_called() {
    each(|world| {
        let [me, writer, other] = world.people(["わたし", "書く人", "ほか"]);
        world.befriend(me, writer);
        world.befriend(writer, other);
        daily(world, me);
        let few = Visibility::Group(world.group(writer, &[me, other]));
        let (closed, open) = (world.post(writer, few), world.post(writer, Visibility::Friends));
        for entry in [closed, open] {
            world.comment(me, entry);
            world.comment(other, entry);
        }
        let told = letter(world, me);
        let titles: Vec<(DiaryId, bool)> =
            told.entries.iter().map(|line| (line.id, line.title == "…")).collect();
        assert_eq!(titles, [(open, false), (closed, true)]);
        for notice in told.notices {
            let Subject::JoinedEntry { entry, title, .. } = notice.subject else { continue };
            assert_eq!(title == "…", entry == closed);
        }
        assert!(waits(world, me, Topic::JoinedEntry).iter().all(|notice| match &notice.subject {
            Subject::JoinedEntry { title, .. } => title != "…",
            _ => false,
        }));
    });
}

#[test]
fn only_groups_of_ones_own_are_chosen_and_only_where_somebody_could_be_in_one() {
    each(|world| {
        let [me, other] = world.people(["わたし", "ほか"]);
        let (theirs, mine) = (world.group(other, &[]), world.group(me, &[]));
        narrow(world, me, Topic::OwnEntry, Some(mine));
        narrow(world, me, Topic::OwnEntry, Some(theirs));
        narrow(world, me, Topic::Liked, Some(theirs));
        narrow(world, me, Topic::Requests, Some(mine));
        let chosen = world.read(|tx| settings::sources(tx, me));
        let groups = [Topic::OwnEntry, Topic::Liked, Topic::Requests].map(|topic| chosen.group(topic));
        assert_eq!(groups, [Some(mine), None, None]);
    });
}

#[test]
fn letters_name_entries_of_the_group_alone_however_much_others_write() {
    each(|world| {
        let [me, inside, outside] = world.people(["わたし", "中", "外"]);
        world.befriend(me, inside);
        world.befriend(me, outside);
        daily(world, me);
        let group = world.group(me, &[inside]);
        narrow(world, me, Topic::FriendsEntries, Some(group));
        let wanted = world.post(inside, Visibility::Friends);
        for _ in 0..=digest::MOST_ENTRIES {
            world.post(outside, Visibility::Friends);
        }
        let named: Vec<DiaryId> = letter(world, me).entries.iter().map(|line| line.id).collect();
        assert_eq!(named, [wanted]);
        assert_eq!(world.read(|tx| diary::feed(tx, me, None, 50)).len(), 22, "home shows everybody's");
        world.write(move |tx| group::remove(tx, me, group, inside, Opens::Everything));
        assert!(letter(world, me).is_empty(), "judged when it is sent");
    });
}
