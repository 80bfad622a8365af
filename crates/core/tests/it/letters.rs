//! What letters about what happened tell (NF-03): what waits for an answer as well, and no name of what is for a few.

use std::sync::LazyLock;

use enishi_core::community::{self, Joins, Reads, topic};
use enishi_core::diary::{self, Sign};
use enishi_core::digest::{self, Digest};
use enishi_core::ids::MemberId;
use enishi_core::introduction;
use enishi_core::meeting;
use enishi_core::notice::settings::{self, NoticeRules, Pace, Reach, Settings};
use enishi_core::notice::{self, Subject, Topic};
use enishi_core::visibility::Visibility::{self, Friends, Members, OnlyMe};

use crate::communities::{come_in, place};
use crate::world::{World, each, tokyo, words};

const DAY_SECONDS: i64 = 86_400;
static RULES: LazyLock<NoticeRules> = LazyLock::new(NoticeRules::default);

fn choose(world: &World, me: MemberId, chosen: Settings) {
    world.write(move |tx| settings::choose(tx, me, chosen, &RULES, &tokyo()));
}

fn paced(pace: Pace) -> Settings {
    let mut chosen = Settings::default();
    chosen.pace = pace;
    chosen
}

/// What a letter that were sent now would say.
fn letter(world: &World, me: MemberId) -> Digest {
    world.read(|tx| digest::gather(tx, me, &tokyo()))
}

fn subjects(world: &World, me: MemberId) -> Vec<Subject> {
    letter(world, me).notices.into_iter().map(|notice| notice.subject).collect()
}

/// Whose letters are due once some minutes have gone by.
fn due_soon(world: &World) -> Vec<MemberId> {
    world.test.clock.advance_seconds(600);
    world.read(|tx| digest::list_due(tx, 100))
}

/// What it is called, how its line is known, and how it comes about.
type Ask<'a> = (&'static str, fn(&Subject) -> bool, Box<dyn Fn() + 'a>);

#[test]
fn what_waits_for_an_answer_comes_by_letter() {
    each(|world| {
        let [me, friend, third] = world.people(["わたし", "友", "三人目"]);
        world.befriend(me, friend);
        world.befriend(friend, third);
        let mine = place(world, me, Joins::AfterYes, Reads::Everybody);
        let theirs = place(world, friend, Joins::Freely, Reads::Everybody);
        come_in(world, me, theirs, Members);
        let asks: [Ask<'_>; 4] = [
            (
                "join",
                |one| matches!(one, Subject::JoinAsked { .. }),
                Box::new(move || {
                    come_in(world, third, mine, Members);
                }),
            ),
            (
                "take over",
                |one| matches!(one, Subject::PlaceOffered { .. }),
                Box::new(move || {
                    world.write(move |tx| community::offer(tx, friend, theirs, me));
                }),
            ),
            (
                "introduction",
                |one| matches!(one, Subject::Introduced { .. }),
                Box::new(move || {
                    world.write(move |tx| introduction::write(tx, friend, me, "よい人です"));
                }),
            ),
            (
                "meeting",
                |one| matches!(one, Subject::MeetingOffered { .. }),
                Box::new(move || {
                    world.write(move |tx| meeting::offer(tx, friend, me, third, "気が合うと思って"));
                }),
            ),
        ];
        for (what, is_it, happens) in asks {
            choose(world, me, paced(Pace::Never));
            choose(world, me, paced(Pace::Soon));
            world.tick();
            happens();
            let told = subjects(world, me);
            assert!(told.iter().any(is_it), "{what}: {told:?}");
            assert_eq!(due_soon(world), [me], "{what}");
            choose(world, me, paced(Pace::Never));
            assert!(letter(world, me).is_empty(), "{what}: nobody gets letters they did not ask for");
        }
    });
}

#[test]
fn whoever_commented_is_told_by_letter_that_the_entry_opens() {
    each(|world| {
        let [author, friend] = world.people(["書く人", "友"]);
        world.befriend(author, friend);
        let entry = world.post(author, Friends);
        world.comment(friend, entry);
        choose(world, friend, paced(Pace::Soon));
        world.tick();
        let new = words("題", Members, Vec::new());
        world.write(move |tx| diary::edit(tx, author, entry, &new, true));
        assert!(matches!(&subjects(world, friend)[..], [Subject::Opens { title, .. }] if title == "題"));
        assert_eq!(due_soon(world), [friend]);
    });
}

#[test]
fn news_of_communities_and_meetings_are_chosen_like_others() {
    each(|world| {
        let [owner, me, friend] = world.people(["主", "わたし", "友"]);
        let id = place(world, owner, Joins::AfterYes, Reads::Everybody);
        let home = || world.read(|tx| notice::list(tx, me)).len();
        for (reach, at_home, by_letter) in
            [(Reach::Letter, 1, 1), (Reach::Home, 1, 0), (Reach::Nowhere, 0, 0)]
        {
            choose(world, me, paced(Pace::Daily).with(Topic::Places, reach));
            come_in(world, me, id, Members);
            assert!(world.write(move |tx| community::answer(tx, owner, id, me, true)));
            assert_eq!((home(), letter(world, me).notices.len()), (at_home, by_letter), "{reach:?}");
            world.write(move |tx| notice::community_was_seen(tx, me, id));
            world.write(move |tx| community::leave(tx, me, id));
        }
        world.befriend(me, friend);
        world.write(move |tx| notice::member_was_met(tx, me, friend));
        world.write(move |tx| introduction::write(tx, me, friend, "よい人です"));
        let page = world.read(|tx| introduction::list(tx, friend, friend, None)).unwrap();
        let written = page.waiting[0].id;
        world.write(move |tx| introduction::accept(tx, friend, written));
        assert_eq!(home(), 1);
        choose(world, me, paced(Pace::Daily).with(Topic::Meetings, Reach::Nowhere));
        assert_eq!(home(), 0, "what is silent from now on waits no longer");
    });
}

/// The titles and names that the letter of somebody gives.
fn named(world: &World, me: MemberId) -> Vec<String> {
    let name = |subject: Subject| match subject {
        Subject::OwnEntry { title, .. } | Subject::Liked { title, .. } | Subject::OwnTopic { title, .. } => {
            title
        }
        Subject::LetIn { name, .. } => name,
        other => panic!("{other:?}"),
    };
    subjects(world, me).into_iter().map(name).collect()
}

#[test]
fn what_is_for_a_few_is_not_named_though_it_is_ones_own() {
    each(|world| {
        let [me, friend] = world.people(["わたし", "友"]);
        world.befriend(friend, me);
        world.write(move |tx| notice::member_was_met(tx, friend, me));
        choose(world, me, paced(Pace::Daily));
        world.tick();
        let group = world.group(me, &[friend]);
        for (level, title) in [(Friends, "題"), (Visibility::Group(group), "…")] {
            let entry = world.post(me, level);
            world.comment(friend, entry);
            world.write(move |tx| diary::like(tx, friend, entry, Sign::Heart));
            assert_eq!(named(world, me), [title, title], "{level:?}");
            let narrow = words("題", OnlyMe, Vec::new());
            world.write(move |tx| diary::edit(tx, me, entry, &narrow, true));
            assert_eq!(named(world, me), ["…", "…"], "judged when it is sent");
            world.write(move |tx| notice::entry_was_read(tx, me, entry));
        }
        for (reads, level, names) in [
            (Reads::Everybody, Members, ["みかん", "題"]),
            (Reads::Everybody, OnlyMe, ["…", "題"]),
            (Reads::Insiders, Friends, ["みかん", "…"]),
        ] {
            let id = place(world, friend, Joins::AfterYes, reads);
            come_in(world, me, id, level);
            assert!(world.write(move |tx| community::answer(tx, friend, id, me, true)));
            assert_eq!(named(world, me), names[..1], "{level:?}");
            world.write(move |tx| notice::community_was_seen(tx, me, id));
            let topic = world.write(move |tx| topic::post(tx, me, id, "題", "本文"));
            world.write(move |tx| topic::comment(tx, friend, id, topic, "はい"));
            assert_eq!(named(world, me), names[1..], "{reads:?}");
            world.write(move |tx| notice::topic_was_read(tx, me, topic));
        }
    });
}

#[test]
fn saving_what_one_is_told_of_loses_no_news() {
    each(|world| {
        let [me, other] = world.people(["わたし", "ほか"]);
        let entry = world.post(me, Members);
        for pace in [Pace::Daily, Pace::Soon] {
            choose(world, me, paced(Pace::Never));
            world.comment(other, entry);
            world.tick();
            choose(world, me, paced(pace));
            assert!(letter(world, me).is_empty(), "what came before there were letters is not in them");
            world.tick();
            world.comment(other, entry);
            world.tick();
            choose(world, me, paced(pace).with(Topic::Liked, Reach::Letter));
            assert_eq!(letter(world, me).notices.len(), 1, "{pace:?}");
            world.test.clock.advance_seconds(DAY_SECONDS);
            assert_eq!(world.read(|tx| digest::list_due(tx, 100)), [me], "{pace:?}");
        }
        choose(world, me, paced(Pace::Daily));
        choose(world, me, paced(Pace::Soon));
        assert_eq!(letter(world, me).notices.len(), 1, "nor does another pace");
        assert_eq!(due_soon(world), [me]);
    });
}
