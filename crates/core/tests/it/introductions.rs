//! Introductions: what friends say, for whom its subject lets read it, while the two are friends.

use enishi_core::ids::MemberId;
use enishi_core::introduction::{self, CHARACTERS, IntroductionError, PER_PAGE};
use enishi_core::member::Nickname;
use enishi_core::notice::{self, Subject};
use enishi_core::profile::{self, Answer, Field};
use enishi_core::visibility::{Viewer, Visibility};

use crate::world::{IN_GRACE, LEFT, SUSPENDED, World, each};

fn say(world: &World, author: MemberId, subject: MemberId, words: &'static str) {
    world.tick();
    world.write(move |tx| introduction::write(tx, author, subject, words));
}

/// The subject reads what waits, and says yes to what this friend has written.
fn accept(world: &World, subject: MemberId, author: MemberId) -> bool {
    let page = world.read(|tx| introduction::list(tx, subject, subject, None)).unwrap();
    let waiting = page.waiting.into_iter().find(|one| one.author.id == author);
    waiting.is_some_and(|one| world.write(move |tx| introduction::accept(tx, subject, one.id)))
}

fn set(world: &World, whose: MemberId, field: Field, visibility: Visibility) {
    let name: Nickname = Nickname::parse("だれか").unwrap();
    let answers = [Answer { field, value: String::new(), visibility }];
    world.write(move |tx| profile::save(tx, whose, &name, &answers));
}

fn show_to(world: &World, subject: MemberId, visibility: Visibility) {
    set(world, subject, Field::Ties, visibility);
    set(world, subject, Field::Introductions, visibility);
}

/// The authors of what this viewer reads; nothing where the page is not there for them.
fn read(world: &World, viewer: MemberId, subject: MemberId) -> Vec<MemberId> {
    let page = world.read(|tx| introduction::list(tx, viewer, subject, None));
    page.map(|page| page.shown.iter().map(|one| one.author.id).collect()).unwrap_or_default()
}

/// What waits about introductions.
fn told(world: &World, who: MemberId) -> Vec<Subject> {
    let notices = world.read(|tx| notice::list(tx, who));
    let subjects = notices.into_iter().map(|notice| notice.subject);
    let is_one =
        |subject: &Subject| matches!(subject, Subject::Introduced { .. } | Subject::IntroductionShown { .. });
    subjects.filter(is_one).collect()
}

#[test]
fn the_list_agrees_with_the_rule_for_every_tie_level_and_state() {
    each(|world| {
        let names = ["紹介される人", "書いた友", "別の友", "仲間", "友の友", "他人", "拒む人", "拒まれた人"];
        let people @ [subject, author, other, inner, far, _, blocks, blocked] = world.people(names);
        for friend in [author, other, inner] {
            world.befriend(subject, friend);
        }
        world.befriend(other, far);
        world.block(blocks, author);
        world.block(author, blocked);
        let group = world.group(subject, &[inner]);
        say(world, author, subject, "静かな人");
        say(world, other, subject, "待っている");
        assert!(accept(world, subject, author));
        let levels = [
            Visibility::Members,
            Visibility::FriendsOfFriends,
            Visibility::Friends,
            Visibility::Group(group),
            Visibility::OnlyMe,
        ];
        // While its author is here and hides nothing. To members: the subject, two friends, the friend's friend, the
        // stranger. Then one fewer at each step; a group has one in it. Of an author who hides who their friends are,
        // its subject alone reads.
        let standing = [0, IN_GRACE, LEFT, SUSPENDED];
        for (ties, expected) in [(Visibility::Members, 5 + 4 + 3 + 2 + 1), (Visibility::OnlyMe, 5)] {
            set(world, author, Field::Ties, ties);
            let mut open = 0;
            for (level, state) in levels.iter().flat_map(|level| standing.map(|state| (*level, state))) {
                show_to(world, subject, level);
                world.set_state(author, state);
                for viewer in people.into_iter().filter(|viewer| *viewer != author) {
                    let eyes = Viewer::Member(viewer);
                    let judged = world.read(|tx| introduction::may_read(tx, eyes, author, subject));
                    let listed = read(world, viewer, subject);
                    assert_eq!(listed == [author], judged, "{level:?} for {viewer:?} in {state}: {listed:?}");
                    let count = world.read(|tx| introduction::count(tx, eyes, subject));
                    assert_eq!(count, i64::from(judged), "{level:?} for {viewer:?} in {state}");
                    open += usize::from(judged);
                }
                world.set_state(author, 0);
            }
            assert_eq!(open, expected, "{ties:?}");
        }
        // Who hides their friends shows no introductions, whatever their level.
        set(world, author, Field::Ties, Visibility::Members);
        set(world, subject, Field::Ties, Visibility::OnlyMe);
        set(world, subject, Field::Introductions, Visibility::Members);
        assert!(read(world, other, subject).is_empty() && read(world, far, subject).is_empty());
        assert!(
            world
                .read(|tx| introduction::list(tx, blocked, subject, None))
                .is_none_or(|page| page.own.is_none())
        );
    });
}

#[test]
fn nobody_reads_one_before_its_subject_has_said_yes() {
    each(|world| {
        let [subject, author, friend] = world.people(["本人", "書く人", "友"]);
        world.befriend(subject, author);
        world.befriend(subject, friend);
        show_to(world, subject, Visibility::Members);
        say(world, author, subject, "はじめの文");
        assert!(read(world, friend, subject).is_empty() && read(world, author, subject).is_empty());
        let page = world.read(|tx| introduction::list(tx, subject, subject, None)).unwrap();
        assert_eq!((page.waiting.len(), page.waiting[0].body.as_str()), (1, "はじめの文"));
        assert!(matches!(&told(world, subject)[..], [Subject::Introduced { by }] if by.id == author));
        assert!(accept(world, subject, author) && !accept(world, subject, author));
        assert_eq!(read(world, friend, subject), [author]);
        assert!(told(world, subject).is_empty(), "what was answered waits no longer");
        assert!(matches!(&told(world, author)[..], [Subject::IntroductionShown { by }] if by.id == subject));
        // The same words again ask nobody anew; other words wait.
        say(world, author, subject, "はじめの文");
        assert_eq!((read(world, friend, subject).len(), told(world, subject).len()), (1, 0));
        say(world, author, subject, "べつの文");
        assert!(read(world, friend, subject).is_empty(), "words nobody said yes to");
        assert_eq!(told(world, subject).len(), 1);
        let own = world.read(|tx| introduction::list(tx, author, subject, None)).unwrap().own.unwrap();
        assert_eq!((own.body.as_str(), own.is_shown), ("べつの文", false));
    });
}

#[test]
fn a_yes_is_for_the_words_that_were_read() {
    each(|world| {
        let [subject, author, friend] = world.people(["本人", "書く人", "友"]);
        world.befriend(subject, author);
        world.befriend(subject, friend);
        say(world, author, subject, "やさしい文");
        let page = world.read(|tx| introduction::list(tx, subject, subject, None)).unwrap();
        let id = page.waiting[0].id;
        say(world, author, subject, "ひどい文");
        assert!(!world.write(move |tx| introduction::accept(tx, subject, id)));
        assert!(read(world, friend, subject).is_empty(), "words nobody has read are shown");
        let page = world.read(|tx| introduction::list(tx, subject, subject, None)).unwrap();
        let newer = page.waiting[0].id;
        assert!(!world.write(move |tx| introduction::accept(tx, friend, newer)), "somebody else's yes");
        assert!(world.write(move |tx| introduction::accept(tx, subject, newer)));
        assert_eq!(told(world, author).len(), 1);
        say(world, author, subject, "また別の文");
        assert!(told(world, author).is_empty(), "what is told to be shown is not");
    });
}

#[test]
fn either_takes_it_away_and_it_goes_with_the_friendship() {
    each(|world| {
        let [subject, author, friend] = world.people(["本人", "書く人", "友"]);
        world.befriend(subject, friend);
        let ends: [fn(&World, MemberId, MemberId); 4] = [
            |world, subject, author| {
                assert!(world.write(move |tx| introduction::remove(tx, subject, author)))
            },
            |world, subject, author| {
                assert!(world.write(move |tx| introduction::withdraw(tx, author, subject)))
            },
            |world, subject, author| world.part(subject, author),
            |world, subject, author| world.block(author, subject),
        ];
        for end in ends {
            world.befriend(subject, author);
            say(world, author, subject, "よい人");
            say(world, subject, author, "こちらこそ");
            assert!(accept(world, subject, author));
            assert_eq!(read(world, friend, subject), [author]);
            end(world, subject, author);
            assert!(read(world, friend, subject).is_empty());
            assert!(!accept(world, subject, author), "it is gone, not hidden");
            world.write(move |tx| enishi_core::block::unblock(tx, author, subject));
            world.part(subject, author);
        }
        let refused = world.refused(move |tx| introduction::write(tx, author, subject, "友人ではない"));
        assert!(matches!(refused, IntroductionError::NotFriends), "{refused:?}");
        assert!(told(world, subject).is_empty() && told(world, author).is_empty());
    });
}

#[test]
fn words_are_needed_and_not_too_many() {
    each(|world| {
        let [subject, author] = world.people(["本人", "書く人"]);
        world.befriend(subject, author);
        let say = |typed: String| world.refused(move |tx| introduction::write(tx, author, subject, &typed));
        assert!(matches!(say(" \n\u{200B}".to_owned()), IntroductionError::Empty));
        assert!(matches!(say("あ".repeat(CHARACTERS + 1)), IntroductionError::TooLong));
        world.write(move |tx| introduction::write(tx, author, subject, &"あ".repeat(CHARACTERS)));
    });
}

#[test]
fn a_page_ends_and_the_next_begins_after_it() {
    each(|world| {
        let subject = world.person("本人");
        let authors: Vec<MemberId> =
            (0..PER_PAGE + 3).map(|number| world.person(&format!("友{number}"))).collect();
        for author in &authors {
            world.befriend(subject, *author);
            say(world, *author, subject, "よい人");
            assert!(accept(world, subject, *author));
        }
        let first = world.read(|tx| introduction::list(tx, subject, subject, None)).unwrap();
        assert_eq!(first.shown.len() as i64, PER_PAGE);
        let second = world.read(|tx| introduction::list(tx, subject, subject, first.next)).unwrap();
        assert_eq!((second.shown.len(), second.next), (3, None));
        let read: Vec<MemberId> = first.shown.iter().chain(&second.shown).map(|one| one.author.id).collect();
        let newest_first: Vec<MemberId> = authors.into_iter().rev().collect();
        assert_eq!(read, newest_first);
    });
}
