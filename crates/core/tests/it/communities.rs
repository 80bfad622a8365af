//! Communities: coming in, who is shown that one belongs, and what becomes of them.

use enishi_core::community::{
    self, CommunityForm, EndError, JoinError, Joined, Joins, Mine, Reads, found, join, leave, topic,
};
use enishi_core::footprint;
use enishi_core::ids::{CommunityId, MemberId};
use enishi_core::notice::{self, Subject};
use enishi_core::preference::{self, Preference};
use enishi_core::suggestion;
use enishi_core::visibility::Visibility::{self, Friends, Members, OnlyMe};
use enishi_core::visibility::{self, Kind};

use crate::world::{SUSPENDED, World, each, tokyo};

pub fn place(world: &World, owner: MemberId, joins: Joins, reads: Reads) -> CommunityId {
    world.tick();
    let form = CommunityForm { name: "みかん".to_owned(), about: "食べる".to_owned(), joins, reads };
    world.write(move |tx| found(tx, owner, &form, Members))
}

pub fn come_in(world: &World, who: MemberId, id: CommunityId, shown_to: Visibility) -> Joined {
    world.tick();
    world.write(move |tx| join(tx, who, id, shown_to))
}

fn names(world: &World, viewer: MemberId, id: CommunityId) -> Vec<String> {
    let page = world.read(|tx| community::members(tx, viewer, id, None)).unwrap();
    page.people.into_iter().map(|card| card.nickname).collect()
}

pub fn mine(world: &World, who: MemberId, id: CommunityId) -> Mine {
    world.read(|tx| community::show(tx, who, id)).unwrap().mine
}

#[test]
fn members_meet_each_other_and_show_the_rest_what_they_like() {
    each(|world| {
        let [owner, open, near, shy, friend, stranger] =
            world.people(["主", "ひらく人", "友人に見せる人", "見せない人", "友人", "よその人"]);
        let id = place(world, owner, Joins::Freely, Reads::Everybody);
        for (who, shown_to) in [(open, Members), (near, Friends), (shy, OnlyMe)] {
            world.befriend(who, friend);
            assert_eq!(come_in(world, who, id, shown_to), Joined::Yes);
        }
        let all = ["主", "ひらく人", "友人に見せる人", "見せない人"];
        assert_eq!(names(world, shy, id), all);
        assert_eq!(names(world, owner, id), all);
        assert_eq!(names(world, friend, id), all[..3]);
        assert_eq!(names(world, stranger, id), all[..2]);
        // On their own pages as well, and shared places come apart.
        let of = |viewer, owner| world.read(|tx| community::count_of(tx, viewer, owner));
        assert_eq!((of(stranger, shy), of(friend, near), of(stranger, near)), ((0, 0), (1, 0), (0, 0)));
        assert_eq!((of(owner, open), of(owner, shy), of(shy, shy)), ((1, 1), (0, 0), (1, 0)));
        assert!(world.write(move |tx| community::show_to(tx, open, id, OnlyMe)));
        assert_eq!(names(world, stranger, id), all[..1]);
        // How many belong is the same for everybody; who is suspended is met by nobody.
        world.set_state(open, SUSPENDED);
        assert_eq!(names(world, shy, id), [all[0], all[2], all[3]]);
        assert_eq!(world.read(|tx| community::show(tx, stranger, id)).unwrap().members, 4);
    });
}

#[test]
fn belonging_is_first_offered_to_friends_and_then_as_it_was_chosen_last() {
    each(|world| {
        let [owner, me] = world.people(["主", "わたし"]);
        let offered = || world.read(|tx| community::first_shown_to(tx, me));
        assert_eq!(offered(), Friends);
        let id = place(world, owner, Joins::Freely, Reads::Everybody);
        come_in(world, me, id, OnlyMe);
        assert_eq!(offered(), OnlyMe);
        // Who belongs already chooses nothing by coming in again.
        come_in(world, me, id, Members);
        assert_eq!(offered(), OnlyMe);
        assert!(world.write(move |tx| community::show_to(tx, me, id, Members)));
        assert_eq!(offered(), Members);
        assert_eq!(world.read(|tx| visibility::last_choice(tx, me, Kind::Voice)), Friends);
        // A standing choice that belonging does not know shows nobody.
        for (always, first) in [(Friends, Friends), (Visibility::FriendsOfFriends, OnlyMe)] {
            world.write(move |tx| visibility::begin_with(tx, me, Kind::Community, Some(always)));
            assert_eq!(offered(), first);
        }
    });
}

#[test]
fn a_block_parts_two_who_both_belong_from_nothing_but_each_other() {
    each(|world| {
        let [owner, one, other] = world.people(["主", "一方", "他方"]);
        let id = place(world, owner, Joins::Freely, Reads::Everybody);
        come_in(world, one, id, Members);
        come_in(world, other, id, Members);
        world.block(one, other);
        assert_eq!(names(world, one, id), ["主", "一方"]);
        assert_eq!(names(world, other, id), ["主", "他方"]);
        assert_eq!(names(world, owner, id), ["主", "一方", "他方"]);
        assert!(mine(world, one, id).belongs() && mine(world, other, id).belongs());
        world.block(owner, one);
        assert!(world.read(|tx| community::show(tx, one, id)).unwrap().owner.is_none());
        assert!(world.read(|tx| community::of_member(tx, one, other)).is_none());
    });
}

#[test]
fn who_asks_waits_for_the_owner() {
    each(|world| {
        let [owner, asker, other, blocked] = world.people(["主", "入りたい人", "よその人", "拒まれた人"]);
        let id = place(world, owner, Joins::AfterYes, Reads::Insiders);
        world.block(owner, blocked);
        for who in [asker, other, blocked] {
            assert_eq!(come_in(world, who, id, Friends), Joined::Asked);
        }
        let page = world.read(|tx| community::requests(tx, owner, id, None)).unwrap();
        let people: Vec<_> = page.people.iter().map(|(card, _)| card.nickname.as_str()).collect();
        assert_eq!((people, page.next), (vec!["入りたい人", "よその人"], None));
        assert!(world.read(|tx| community::requests(tx, asker, id, None)).is_none());
        // Nobody but the owner answers, and of nobody whom a block parts from them.
        assert!(!world.write(move |tx| community::answer(tx, other, id, asker, true)));
        assert!(!world.write(move |tx| community::answer(tx, owner, id, blocked, true)));
        assert!(world.write(move |tx| community::answer(tx, owner, id, asker, true)));
        assert!(world.write(move |tx| community::answer(tx, owner, id, other, false)));
        assert!(!world.write(move |tx| community::answer(tx, owner, id, other, true)));
        assert_eq!(mine(world, asker, id), Mine::Member(Friends));
        assert_eq!((mine(world, other, id), mine(world, blocked, id)), (Mine::Outside, Mine::Asked));
        assert!(world.write(move |tx| community::withdraw(tx, blocked, id)));
        // Where everybody comes in from now on, those who wait are in.
        assert_eq!(come_in(world, other, id, Members), Joined::Asked);
        let form = CommunityForm { name: "みかん".to_owned(), ..CommunityForm::default() };
        world.write(move |tx| community::change(tx, owner, id, &form));
        assert_eq!(mine(world, other, id), Mine::Member(Members));
        let nowhere = CommunityId::from(1);
        assert!(matches!(world.refused(move |tx| join(tx, other, nowhere, Members)), JoinError::NotFound));
    });
}

/// What waits for somebody, of communities.
pub fn told(world: &World, who: MemberId) -> Vec<String> {
    let notices = world.read(|tx| notice::list(tx, who));
    let told = notices.into_iter().filter_map(|notice| match notice.subject {
        Subject::JoinAsked { people, .. } => Some(format!("{people} ask")),
        Subject::PlaceOffered { by, .. } => Some(format!("{} offers", by.nickname)),
        Subject::LetIn { .. } => Some("let in".to_owned()),
        Subject::PassedOn { .. } => Some("passed on".to_owned()),
        Subject::OwnTopic { title, .. } => Some(title),
        _ => None,
    });
    told.collect()
}

#[test]
fn red_letters_tell_of_requests_of_a_yes_of_an_offer_and_of_words() {
    each(|world| {
        let [owner, asker, blocked] = world.people(["主", "入りたい人", "拒まれた人"]);
        let id = place(world, owner, Joins::AfterYes, Reads::Insiders);
        come_in(world, asker, id, Friends);
        come_in(world, blocked, id, Friends);
        assert_eq!(told(world, owner), ["2 ask"]);
        world.block(owner, blocked);
        assert_eq!(told(world, owner), ["1 ask"]);
        assert!(world.write(move |tx| community::answer(tx, owner, id, asker, true)));
        assert!(told(world, owner).is_empty());
        assert_eq!(told(world, asker), ["let in"]);
        world.write(move |tx| notice::community_was_seen(tx, asker, id));
        world.write(move |tx| community::offer(tx, owner, id, asker));
        assert_eq!(told(world, asker), ["主 offers"]);
        assert!(world.write(move |tx| community::answer_offer(tx, asker, id, false)));
        let topic = world.write(move |tx| topic::post(tx, asker, id, "題", "本文"));
        world.write(move |tx| topic::comment(tx, asker, id, topic, "ひとりごと"));
        assert!(told(world, asker).is_empty());
        world.write(move |tx| topic::comment(tx, owner, id, topic, "はい"));
        assert_eq!(told(world, asker), ["題"]);
        // Who left a closed community, or whom a block parts from all who said something, is told nothing.
        world.write(move |tx| leave(tx, asker, id));
        assert!(told(world, asker).is_empty());
        come_in(world, asker, id, Friends);
        assert!(world.write(move |tx| community::answer(tx, owner, id, asker, true)));
        world.write(move |tx| notice::community_was_seen(tx, asker, id));
        assert_eq!(told(world, asker), ["題"]);
        world.write(move |tx| notice::topic_was_read(tx, asker, topic));
        assert!(told(world, asker).is_empty());
    });
}

#[test]
fn an_owner_hands_over_before_going() {
    each(|world| {
        let [owner, heir, other] = world.people(["主", "継ぐ人", "ほかの人"]);
        let id = place(world, owner, Joins::Freely, Reads::Everybody);
        come_in(world, heir, id, OnlyMe);
        assert!(matches!(world.refused(move |tx| leave(tx, owner, id)), EndError::Owned));
        assert!(matches!(world.refused(move |tx| community::end(tx, owner, id)), EndError::NotEmpty));
        world.refused(move |tx| community::offer(tx, owner, id, other));
        world.write(move |tx| community::offer(tx, owner, id, heir));
        assert!(!world.write(move |tx| community::answer_offer(tx, other, id, true)));
        // A block ends the offer, and so does the owner.
        world.block(heir, owner);
        assert!(!world.write(move |tx| community::answer_offer(tx, heir, id, true)));
        world.write(move |tx| enishi_core::block::unblock(tx, heir, owner));
        world.write(move |tx| community::offer(tx, owner, id, heir));
        assert!(world.write(move |tx| community::take_offer_back(tx, owner, id)));
        assert!(!world.write(move |tx| community::answer_offer(tx, heir, id, true)));
        world.write(move |tx| community::offer(tx, owner, id, heir));
        assert!(world.write(move |tx| community::answer_offer(tx, heir, id, true)));
        assert_eq!(
            (mine(world, heir, id), mine(world, owner, id)),
            (Mine::Owner(OnlyMe), Mine::Member(Members))
        );
        world.write(move |tx| leave(tx, owner, id));
        assert!(world.read(|tx| community::own(tx, heir, id)).is_some_and(|(_, is_alone)| is_alone));
        world.write(move |tx| community::end(tx, heir, id));
        assert!(world.read(|tx| community::show(tx, heir, id)).is_none());
    });
}

#[test]
fn a_shared_community_is_a_tie_where_both_show_it() {
    each(|world| {
        let [me, open, shy, owner] = world.people(["わたし", "ひらく人", "見せない人", "主"]);
        let id = place(world, owner, Joins::Freely, Reads::Everybody);
        for (who, shown_to) in [(me, Members), (open, Members), (shy, OnlyMe)] {
            come_in(world, who, id, shown_to);
            world.write(move |tx| preference::set(tx, who, Preference::Suggested, true));
        }
        for visitor in [open, shy] {
            world.tick();
            world.write(move |tx| footprint::leave(tx, visitor, me, &tokyo()));
        }
        let fellows = |world: &World| -> Vec<bool> {
            let page = world.read(|tx| footprint::list(tx, me, 10, &tokyo()));
            page.footprints.iter().map(|footprint| footprint.is_fellow).collect()
        };
        let suggested = |world: &World| -> Vec<String> {
            let page = world.read(|tx| suggestion::list(tx, me));
            page.people.into_iter().map(|one| one.card.nickname).collect()
        };
        assert_eq!(fellows(world), [false, true]);
        assert_eq!(suggested(world), ["ひらく人"]);
        world.write(move |tx| community::show_to(tx, me, id, Friends));
        assert_eq!(fellows(world), [false, false]);
        assert!(suggested(world).is_empty());
    });
}

#[test]
fn communities_are_found_by_friends_by_age_and_by_the_beginning_of_their_names() {
    each(|world| {
        let [me, friend, other] = world.people(["わたし", "友人", "主"]);
        world.befriend(me, friend);
        let seen = place(world, other, Joins::Freely, Reads::Everybody);
        let hidden = place(world, other, Joins::Freely, Reads::Everybody);
        come_in(world, friend, seen, Friends);
        come_in(world, friend, hidden, OnlyMe);
        let page = world.read(|tx| community::list(tx, me, "", None));
        assert_eq!(
            page.of_friends.iter().map(|one| (one.line.id, one.friends)).collect::<Vec<_>>(),
            [(seen, 1)]
        );
        assert_eq!(page.newest.iter().map(|line| line.id).collect::<Vec<_>>(), [hidden, seen]);
        assert!(page.mine.is_empty());
        come_in(world, me, seen, Members);
        let page = world.read(|tx| community::list(tx, me, "", None));
        assert_eq!((page.mine.len(), page.of_friends.len()), (1, 0));
        assert_eq!(world.read(|tx| community::list(tx, me, "ミカ", None)).found.len(), 2);
        assert!(world.read(|tx| community::list(tx, me, "かん", None)).found.is_empty());
    });
}

/// Every page of a list, one after the other.
fn walk<Row, Turn: Copy>(page: impl Fn(Option<Turn>) -> (Vec<Row>, Option<Turn>)) -> Vec<Vec<Row>> {
    let (rows, mut next) = page(None);
    let mut pages = vec![rows];
    while let Some(turn) = next {
        let (rows, after) = page(Some(turn));
        pages.push(rows);
        next = after;
    }
    pages
}

#[test]
fn long_lists_go_on() {
    each(|world| {
        let [me, owner] = world.people(["わたし", "主"]);
        let mut all = Vec::new();
        for _ in 0..11 {
            all.push(place(world, me, Joins::Freely, Reads::Everybody));
            all.push(place(world, owner, Joins::AfterYes, Reads::Everybody));
        }
        let found = walk(|after| {
            let page = world.read(|tx| community::list(tx, me, "ミカ", after));
            (page.found.into_iter().map(|line| line.id).collect(), page.next)
        });
        assert_eq!(found, [all[..20].to_vec(), all[20..].to_vec()], "all are called the same");
        let every = walk(|after| {
            let page = world.read(|tx| community::every(tx, after));
            (page.communities.into_iter().map(|line| line.id).collect(), page.next)
        });
        all.reverse();
        assert_eq!(every, [all[..20].to_vec(), all[20..].to_vec()]);
        let id = all[0];
        let askers: Vec<MemberId> = (0..21).map(|number| world.person(&format!("人{number}"))).collect();
        for asker in &askers {
            let asker = *asker;
            world.write(move |tx| join(tx, asker, id, Friends));
        }
        let waiting = walk(|from| {
            let page = world.read(|tx| community::requests(tx, owner, id, from)).unwrap();
            (page.people.into_iter().map(|(card, _)| card.id).collect(), page.next)
        });
        assert_eq!(waiting, [askers[..20].to_vec(), askers[20..].to_vec()]);
    });
}
