//! Entries written for later: nothing of them shows before their time, and at their time they are posted once.

use std::sync::{Arc, LazyLock};

use enishi_core::allowance::{self, Act, Doer, LimitRules};
use enishi_core::diary::{
    self, Appeared, Draft, Fault, HeldBack, Keep, LaterError, NewPhoto, Of, PostError, Why, appear,
    due_drafts,
};
use enishi_core::ids::{DraftId, MemberId};
use enishi_core::moment::Moment;
use enishi_core::notice::{self, Subject};
use enishi_core::secrets::Keyring;
use enishi_core::visibility::{Viewer, Visibility};
use enishi_core::{group, picture, search};

use crate::world::{ACTIVE, SUSPENDED, World, each, tokyo};

const HOUR: i64 = 3600;

fn keyring() -> Arc<Keyring> {
    static KEYS: LazyLock<Arc<Keyring>> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        Arc::new(Keyring::open_or_create(folder.path(), true).unwrap())
    });
    Arc::clone(&KEYS)
}

fn typed(visibility: Visibility, photos: Vec<NewPhoto>) -> Draft {
    let (title, body) = ("あしたの題".to_owned(), "あしたの本文".to_owned());
    Draft { title, body, visibility: visibility.to_string(), photos, ..Draft::default() }
}

fn keep(id: i64, typed: Draft) -> Keep {
    Keep { id: DraftId::from(id), entry: None, typed, why: Why::Asked }
}

/// Kept for in an hour.
fn later(world: &World, me: MemberId, id: i64, typed: &Draft) -> DraftId {
    let (keep, new, at) = (keep(id, typed.clone()), typed.clone().read().unwrap(), in_an_hour(world));
    world.write(move |tx| diary::post_later(tx, me, &keep, &new, at)).id
}

fn in_an_hour(world: &World) -> Moment {
    world.now().plus_seconds(HOUR)
}

/// One look of a worker.
fn work(world: &World) -> Vec<Appeared> {
    let due = world.read(|tx| due_drafts(tx, 10));
    due.into_iter().map(|id| try_one(world, id)).collect()
}

fn try_one(world: &World, id: DraftId) -> Appeared {
    let keys = keyring();
    world.write(move |tx| appear(tx, &keys, &LimitRules::default(), id))
}

fn reasons(world: &World, me: MemberId) -> Vec<HeldBack> {
    let why = |notice: notice::Notice| match notice.subject {
        Subject::HeldBack { why, .. } => Some(why),
        _ => None,
    };
    world.read(|tx| notice::list(tx, me)).into_iter().filter_map(why).collect()
}

#[test]
fn nothing_shows_before_its_time_and_then_all_of_it_once() {
    each(|world| {
        let [me, friend] = world.people(["書く人", "友"]);
        world.befriend(me, friend);
        let before = world.post(me, Visibility::Friends);
        let picture = world.picture(me, "later");
        let hung = NewPhoto { picture, alt: "灯".to_owned() };
        let draft = later(world, me, 5, &typed(Visibility::Friends, vec![hung]));
        let at = in_an_hour(world);
        let reader = Viewer::Member(friend);
        let listed = |viewer| {
            let lines = world.read(|tx| diary::newest_of(tx, viewer, me, 9));
            let month = world.read(|tx| diary::archive(tx, viewer, me, None, &tokyo())).unwrap();
            let days: i64 = month.days.iter().map(|day| day.entries).sum();
            let feed = world.read(|tx| diary::newest(tx, friend, Of::Friends, None)).entries.len();
            let found = world.read(|tx| search::diaries(tx, viewer, "あしたの", None)).found.len();
            let bytes = world.read(|tx| picture::find_for(tx, reader, picture)).is_some();
            (lines.len(), days, feed, found, bytes)
        };
        assert_eq!((listed(reader), work(world)), ((1, 1, 1, 0, false), vec![]));
        world.test.clock.advance_seconds(HOUR - 1);
        assert_eq!((listed(reader), work(world)), ((1, 1, 1, 0, false), vec![]));
        let between = world.post(friend, Visibility::Friends);
        let line = world.read(|tx| diary::drafts(tx, me)).drafts.remove(0);
        assert_eq!((line.id, line.due_at), (draft, Some(at)));
        world.tick();
        let [Appeared::Posted(entry)] = work(world)[..] else { panic!("not posted") };
        assert!(entry > between && between > before, "placed where it appeared");
        assert_eq!((listed(reader), work(world)), ((2, 2, 2, 1, true), vec![]));
        let page = world.show(friend, entry).unwrap();
        assert_eq!((page.posted_at >= at, page.edited_at, page.photos.len()), (true, None, 1));
        assert!(world.read(|tx| diary::drafts(tx, me)).drafts.is_empty());
        assert_eq!(try_one(world, draft), Appeared::Settled);
    });
}

#[test]
fn two_workers_post_one_entry() {
    each(|world| {
        let me = world.person("書く人");
        let drafts: Vec<DraftId> = (1..=5)
            .map(|id| {
                let typed = Draft { title: format!("題{id}"), ..typed(Visibility::Members, Vec::new()) };
                later(world, me, id, &typed)
            })
            .collect();
        world.test.clock.advance_seconds(HOUR);
        let posted = std::thread::scope(|scope| {
            let work =
                || drafts.iter().filter(|id| matches!(try_one(world, **id), Appeared::Posted(_))).count();
            let both = [scope.spawn(work), scope.spawn(work)];
            both.into_iter().map(|one| one.join().unwrap()).sum::<usize>()
        });
        assert_eq!(posted, 5);
        assert_eq!(world.read(|tx| diary::newest_of(tx, Viewer::Member(me), me, 20)).len(), 5);
    });
}

#[test]
fn what_cannot_be_posted_stays_a_draft_and_says_why() {
    each(|world| {
        let [me, friend] = world.people(["書く人", "友"]);
        world.befriend(me, friend);
        let group = world.group(me, &[friend]);
        let draft = later(world, me, 5, &typed(Visibility::Group(group), Vec::new()));
        world.write(move |tx| group::delete(tx, me, group));
        world.test.clock.advance_seconds(HOUR);
        assert_eq!(work(world), [Appeared::HeldBack(HeldBack::GroupGone)]);
        assert_eq!((reasons(world, me), work(world)), (vec![HeldBack::GroupGone], vec![]));
        let form = world.read(|tx| diary::draft_form(tx, me, draft)).unwrap();
        assert_eq!((form.held_back, form.visibility), (Some(HeldBack::GroupGone), Visibility::OnlyMe));
        world.write(move |tx| diary::draft_was_seen(tx, me, draft));
        assert!(reasons(world, me).is_empty(), "looked at");
        // Tried again while its author is suspended.
        later(world, me, 5, &typed(Visibility::Friends, Vec::new()));
        world.test.clock.advance_seconds(HOUR);
        world.set_state(me, SUSPENDED);
        assert_eq!(work(world), [Appeared::HeldBack(HeldBack::Away)]);
        world.set_state(me, ACTIVE);
        assert_eq!(reasons(world, me), [HeldBack::Away]);
        world.write(move |tx| diary::throw_away(tx, me, draft));
        assert!(reasons(world, me).is_empty(), "gone with the draft");
        assert!(world.read(|tx| diary::newest_of(tx, Viewer::Member(me), me, 9)).is_empty());
    });
}

#[test]
fn what_is_posted_at_once_by_many_is_stopped_as_when_pressed() {
    each(|world| {
        let me = world.person("書く人");
        let most = LimitRules::default().posts_per_member[0].most;
        let keys = keyring();
        later(world, me, 5, &typed(Visibility::Members, Vec::new()));
        world.test.clock.advance_seconds(HOUR);
        for _ in 0..most {
            let doer = Doer { member: me, joined_at: world.now(), client: "" };
            let (keys, rules) = (keys.clone(), LimitRules::default());
            assert!(world.write(move |tx| allowance::take(tx, &keys, Act::Post, doer, &rules)).is_granted());
        }
        assert_eq!(work(world), [Appeared::HeldBack(HeldBack::TooMuch)]);
    });
}

#[test]
fn a_draft_that_is_kept_or_refused_waits_for_its_author() {
    each(|world| {
        let me = world.person("書く人");
        let draft = later(world, me, 5, &typed(Visibility::Members, Vec::new()));
        assert_eq!(later(world, me, 5, &typed(Visibility::Friends, Vec::new())), draft, "sent twice");
        let other = keep(6, typed(Visibility::Friends, Vec::new()));
        let twin = world.write(move |tx| diary::keep_draft(tx, me, &other)).id;
        assert_ne!(twin, draft, "one with a time is not changed by the way");
        let again = keep(5, typed(Visibility::Members, Vec::new()));
        world.write(move |tx| diary::keep_draft(tx, me, &again));
        world.test.clock.advance_seconds(2 * HOUR);
        assert_eq!(work(world), []);
        assert_eq!(world.read(|tx| diary::drafts(tx, me)).drafts.len(), 2);
    });
}

#[test]
fn a_form_that_lay_open_while_it_appeared_posts_nothing_twice() {
    each(|world| {
        let me = world.person("書く人");
        let typed = typed(Visibility::Members, Vec::new());
        let draft = later(world, me, 5, &typed);
        world.test.clock.advance_seconds(HOUR);
        let [Appeared::Posted(_)] = work(world)[..] else { panic!("not posted") };
        let new = typed.clone().read().unwrap();
        let why = world.refused(move |tx| diary::post_draft(tx, me, &new, draft));
        assert!(matches!(why, PostError::Refused(Fault::Appeared)), "{why:?}");
        let (keep, new, at) = (keep(5, typed.clone()), typed.clone().read().unwrap(), in_an_hour(world));
        let (kept, again) = (keep.clone(), new.clone());
        let why = world.refused(move |tx| diary::post_later(tx, me, &kept, &again, at));
        assert!(matches!(why, LaterError::Refused(Fault::Appeared)), "{why:?}");
        assert_eq!(world.write(move |tx| diary::throw_away(tx, me, draft)), None, "it is no draft any more");
        // What was typed is kept as a draft, which its author may post if they mean it.
        let draft = world.write(move |tx| diary::keep_draft(tx, me, &keep)).id;
        world.write(move |tx| diary::post_draft(tx, me, &new, draft));
        assert_eq!(world.read(|tx| diary::newest_of(tx, Viewer::Member(me), me, 9)).len(), 2);
    });
}
