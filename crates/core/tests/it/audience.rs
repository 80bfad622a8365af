//! "Who can read this?": the number before posting is the number of those who could read it after.

use enishi_core::audience::{self, Audience};
use enishi_core::group;
use enishi_core::ids::MemberId;
use enishi_core::member::Nickname;
use enishi_core::profile::{self, Answer, Field};
use enishi_core::visibility::Visibility;

use crate::world::{SUSPENDED, World, each};

fn told(world: &World, me: MemberId, visibility: Visibility) -> Option<Audience> {
    world.read(|tx| audience::of(tx, me)).of(visibility).cloned()
}

fn people(world: &World, me: MemberId, visibility: Visibility) -> (usize, bool) {
    told(world, me, visibility).map(|told| (told.people, told.is_more)).unwrap()
}

#[test]
fn each_level_is_counted_as_it_will_be_read() {
    each(|world| {
        let [me, one, two, far, farther, gone] =
            world.people(["わたし", "一", "二", "遠", "もっと遠", "いない"]);
        for friend in [one, two, gone] {
            world.befriend(me, friend);
        }
        world.befriend(one, far);
        world.befriend(two, far);
        world.befriend(far, farther);
        world.set_state(gone, SUSPENDED);
        let (only, but) = (world.group(me, &[one]), world.all_but(me, &[one]));
        assert_eq!(people(world, me, Visibility::FriendsOfFriends), (3, false));
        assert_eq!(people(world, me, Visibility::Friends), (2, false));
        for group in [only, but] {
            assert_eq!(people(world, me, Visibility::Group(group)), (1, false));
        }
        for uncounted in [Visibility::Members, Visibility::OnlyMe] {
            assert_eq!(told(world, me, uncounted), None);
        }
        world.block(far, me);
        assert_eq!(people(world, me, Visibility::FriendsOfFriends), (2, false));
    });
}

#[test]
fn friends_are_named_by_name_and_nobody_further_is() {
    each(|world| {
        let [me, far] = world.people(["わたし", "ああ"]);
        for name in ["たろう", "かな", "さち", "いく"] {
            let friend = world.person(name);
            world.befriend(me, friend);
            world.befriend(friend, far);
        }
        let friends = told(world, me, Visibility::Friends).unwrap();
        assert_eq!(
            (friends.people, friends.named),
            (4, ["いく", "かな", "さち"].map(str::to_owned).to_vec())
        );
        assert!(told(world, me, Visibility::FriendsOfFriends).unwrap().named.is_empty());
    });
}

#[test]
fn closed_ties_are_not_counted_and_said_to_be_more() {
    each(|world| {
        let [me, open, closed, near, behind] = world.people(["わたし", "開", "閉", "隣", "奥"]);
        world.befriend(me, open);
        world.befriend(me, closed);
        world.befriend(open, near);
        world.befriend(closed, behind);
        assert_eq!(people(world, me, Visibility::FriendsOfFriends), (4, false));
        close_ties(world, closed);
        assert_eq!(people(world, me, Visibility::FriendsOfFriends), (3, true));
    });
}

fn close_ties(world: &World, who: MemberId) {
    let answers = [Answer { field: Field::Ties, value: String::new(), visibility: Visibility::OnlyMe }];
    world.write(move |tx| profile::save(tx, who, &Nickname::parse("閉").unwrap(), &answers));
}

#[test]
fn who_closes_their_own_ties_is_not_counted_either() {
    each(|world| {
        let [me, friend, open, closed] = world.people(["わたし", "友", "開", "閉"]);
        world.befriend(me, friend);
        world.befriend(friend, open);
        world.befriend(friend, closed);
        assert_eq!(people(world, me, Visibility::FriendsOfFriends), (3, false));
        close_ties(world, closed);
        assert_eq!(
            people(world, me, Visibility::FriendsOfFriends),
            (2, true),
            "as the friend's list shows it"
        );
        world.block(closed, me);
        assert_eq!(
            people(world, me, Visibility::FriendsOfFriends),
            (2, false),
            "and who is not there is not more"
        );
    });
}

#[test]
fn who_is_let_in_from_now_on_reads_what_is_posted_next() {
    each(|world| {
        let [me, friend] = world.people(["わたし", "友"]);
        world.befriend(me, friend);
        let group = world.all_but(me, &[friend]);
        assert_eq!(people(world, me, Visibility::Group(group)), (0, false));
        world.write(move |tx| group::remove(tx, me, group, friend, group::Opens::FromNowOn));
        assert_eq!(people(world, me, Visibility::Group(group)), (1, false));
    });
}
