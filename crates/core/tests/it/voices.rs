//! Voices: a line each, for those whom it is open to.

use enishi_core::group;
use enishi_core::ids::{MemberId, VoiceId};
use enishi_core::visibility::{self, Kind, Viewer, Visibility, can_see};
use enishi_core::voice::{self, CHARACTERS, VOICES_PER_PAGE, VoiceError};

use crate::world::{IN_GRACE, LEFT, SUSPENDED, World, each};

fn say(world: &World, who: MemberId, seen_by: Visibility) -> VoiceId {
    world.tick();
    world.write(move |tx| voice::post(tx, who, "ひとこと", &seen_by.to_string()))
}

fn heard(world: &World, viewer: MemberId, owner: MemberId) -> Option<Vec<VoiceId>> {
    let page = world.read(|tx| voice::list_of(tx, viewer, owner, None))?;
    Some(page.voices.iter().map(|line| line.id).collect())
}

fn around(world: &World, viewer: MemberId) -> Vec<VoiceId> {
    let page = world.read(|tx| voice::list(tx, viewer, None));
    page.voices.iter().map(|line| line.id).collect()
}

#[test]
fn lists_agree_with_the_rule_for_every_tie_and_level() {
    each(|world| {
        let names = ["話す人", "友", "仲間", "友の友", "他人", "拒む人", "拒まれた人"];
        let people @ [owner, friend, inner, far, _, blocks, blocked] = world.people(names);
        for other in [friend, inner] {
            world.befriend(owner, other);
        }
        world.befriend(friend, far);
        let group = world.group(owner, &[inner]);
        let levels = [
            Visibility::Members,
            Visibility::FriendsOfFriends,
            Visibility::Friends,
            Visibility::Group(group),
            Visibility::OnlyMe,
        ];
        let voices = levels.map(|level| (say(world, owner, level), level, world.now()));
        world.block(blocks, owner);
        world.block(owner, blocked);
        let mut open = 0;
        for state in [0, IN_GRACE, LEFT, SUSPENDED] {
            world.set_state(owner, state);
            for viewer in people {
                let listed = heard(world, viewer, owner).unwrap_or_default();
                for (id, level, at) in voices {
                    let judged = world.read(|tx| can_see(tx, Viewer::Member(viewer), owner, level, at));
                    assert_eq!(listed.contains(&id), judged, "{level:?} for {viewer:?} in {state}");
                    let is_near = [owner, friend, inner].contains(&viewer) && state == 0;
                    assert_eq!(around(world, viewer).contains(&id), judged && is_near, "{level:?}");
                    open += usize::from(judged);
                }
            }
        }
        // 5 of one's own in each state; of who is here 3 for a friend, 4 in the group, 2 and 1 further off.
        assert_eq!(open, 4 * 5 + 3 + 4 + 2 + 1);
    });
}

#[test]
fn what_is_said_is_one_line_of_150_characters() {
    each(|world| {
        let me = world.person("話す人");
        let refused = |typed: &str, seen_by: &str| {
            let (typed, seen_by) = (typed.to_owned(), seen_by.to_owned());
            world.refused(move |tx| voice::post(tx, me, &typed, &seen_by))
        };
        assert!(matches!(refused(" \u{3000}\r\n", "friends"), VoiceError::Empty));
        assert!(matches!(refused(&"あ".repeat(CHARACTERS + 1), "friends"), VoiceError::TooLong));
        assert!(matches!(refused("はい", "everyone"), VoiceError::VisibilityUnknown));
        assert!(matches!(refused("はい", "group:77"), VoiceError::VisibilityUnknown));
        let long = "👨‍👩‍👧".repeat(CHARACTERS - 1) + "\n";
        world.write(move |tx| voice::post(tx, me, &long, "only_me"));
        assert_eq!(world.read(|tx| visibility::last_choice(tx, me, Kind::Voice)), Visibility::OnlyMe);
        assert_eq!(world.read(|tx| visibility::last_choice(tx, me, Kind::Diary)), Visibility::Friends);
    });
}

#[test]
fn a_voice_is_its_speakers_to_take_away() {
    each(|world| {
        let [me, friend] = world.people(["話す人", "友"]);
        world.befriend(me, friend);
        let id = say(world, me, Visibility::Friends);
        assert!(!world.write(move |tx| voice::delete(tx, friend, id)));
        assert_eq!(world.read(|tx| voice::find_own(tx, friend, id)), None);
        assert!(world.write(move |tx| voice::delete(tx, me, id)));
        assert!(!world.write(move |tx| voice::delete(tx, me, id)) && around(world, friend).is_empty());
    });
}

#[test]
fn what_a_group_opened_is_for_nobody_when_it_is_gone() {
    each(|world| {
        let [me, friend] = world.people(["話す人", "友"]);
        world.befriend(me, friend);
        let group = world.group(me, &[friend]);
        let id = say(world, me, Visibility::Group(group));
        assert_eq!(around(world, friend), [id]);
        world.write(move |tx| group::delete(tx, me, group));
        assert!(around(world, friend).is_empty());
        let line = world.read(|tx| voice::list(tx, me, None)).voices.remove(0);
        assert_eq!(line.seen_by, enishi_core::diary::SeenBy::OnlyMe);
    });
}

#[test]
fn pages_follow_each_other_and_home_forgets_after_a_week() {
    each(|world| {
        let me = world.person("話す人");
        let all: Vec<VoiceId> = (0..=VOICES_PER_PAGE).map(|_| say(world, me, Visibility::OnlyMe)).collect();
        let first = world.read(|tx| voice::list(tx, me, None));
        let second = world.read(|tx| voice::list(tx, me, first.next));
        let pages = first.voices.iter().chain(&second.voices).map(|line| line.id);
        assert!(pages.eq(all.iter().rev().copied()) && second.next.is_none());
        assert_eq!(world.read(|tx| voice::recent(tx, me, 5)).len(), 5);
        world.test.clock.advance_seconds(8 * 86_400);
        assert!(world.read(|tx| voice::recent(tx, me, 5)).is_empty());
        assert_eq!(world.read(|tx| voice::newest_of(tx, Viewer::Guest, me)), None);
    });
}
