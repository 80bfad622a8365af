//! Rule b-1: who is a friend of a friend is asked anew at every look, and a hidden tie grants but is not named.

use enishi_core::friend::tie::{self, Tie};
use enishi_core::ids::MemberId;
use enishi_core::member::Nickname;
use enishi_core::profile::{self, Answer, Field};
use enishi_core::visibility::Visibility;

use crate::world::{ACTIVE, IN_GRACE, LEFT, SUSPENDED, World, each};

fn via(world: &World, me: MemberId, other: MemberId) -> (Vec<MemberId>, usize) {
    match world.read(|tx| tie::between(tx, me, other)) {
        Some(Tie::FriendOfFriend { via, more }) => (via.into_iter().map(|card| card.id).collect(), more),
        tie => panic!("not a friend of a friend: {tie:?}"),
    }
}

fn show_ties_to(world: &World, who: MemberId, visibility: Visibility) {
    let answers = [Answer { field: Field::Ties, value: String::new(), visibility }];
    world.write(move |tx| profile::save(tx, who, &Nickname::parse("ひと").unwrap(), &answers));
}

#[test]
fn a_renewed_tie_gives_access_back_to_old_entries() {
    each(|world| {
        let [author, connector, reader] = world.people(["書く人", "つなぐ人", "読む人"]);
        world.befriend(author, connector);
        let entry = world.post(author, Visibility::FriendsOfFriends);
        assert!(!world.sees(reader, entry));
        world.befriend(connector, reader);
        assert!(world.sees(reader, entry), "whoever becomes one later can read it");
        world.part(reader, connector);
        assert!(!world.sees(reader, entry), "gone at the next look");
        world.befriend(reader, connector);
        world.part(connector, author);
        assert!(!world.sees(reader, entry), "the other half counts as much");
        world.befriend(author, connector);
        assert!(world.sees(reader, entry));
    });
}

#[test]
fn another_connector_is_enough() {
    each(|world| {
        let [author, one, two, reader] = world.people(["書く人", "一", "二", "読む人"]);
        for connector in [one, two] {
            world.befriend(author, connector);
            world.befriend(connector, reader);
        }
        let entry = world.post(author, Visibility::FriendsOfFriends);
        world.part(author, one);
        assert!(world.sees(reader, entry));
        world.part(two, reader);
        assert!(!world.sees(reader, entry));
    });
}

#[test]
fn who_left_or_is_suspended_does_not_connect() {
    each(|world| {
        let [author, connector, reader] = world.people(["書く人", "つなぐ人", "読む人"]);
        world.befriend(author, connector);
        world.befriend(connector, reader);
        let entry = world.post(author, Visibility::FriendsOfFriends);
        for state in [IN_GRACE, LEFT, SUSPENDED] {
            world.set_state(connector, state);
            assert!(!world.sees(reader, entry));
        }
        world.set_state(connector, ACTIVE);
        assert!(world.sees(reader, entry));
    });
}

#[test]
fn a_connector_who_blocks_the_reader_connects_no_longer() {
    each(|world| {
        let [author, connector, reader] = world.people(["書く人", "つなぐ人", "読む人"]);
        world.befriend(author, connector);
        world.befriend(connector, reader);
        let entry = world.post(author, Visibility::FriendsOfFriends);
        world.block(connector, reader);
        assert!(!world.sees(reader, entry));
    });
}

#[test]
fn a_hidden_tie_grants_and_is_never_named() {
    each(|world| {
        let [author, hiding, open, reader] = world.people(["書く人", "隠す人", "見せる人", "読む人"]);
        for connector in [hiding, open] {
            world.befriend(author, connector);
            world.befriend(connector, reader);
        }
        let entry = world.post(author, Visibility::FriendsOfFriends);
        show_ties_to(world, hiding, Visibility::OnlyMe);
        assert_eq!(via(world, reader, author), (vec![open], 0));
        world.part(open, author);
        assert!(world.sees(reader, entry));
        assert_eq!(via(world, reader, author), (vec![], 0), "a friend of a friend, without a name");
    });
}

#[test]
fn whoever_hides_their_own_friends_has_no_connector_named() {
    each(|world| {
        let [author, connector, reader] = world.people(["書く人", "つなぐ人", "読む人"]);
        world.befriend(author, connector);
        world.befriend(connector, reader);
        let group = world.group(author, &[connector]);
        for hidden in [Visibility::Friends, Visibility::Group(group), Visibility::OnlyMe] {
            show_ties_to(world, author, hidden);
            assert_eq!(via(world, reader, author), (vec![], 0));
        }
        show_ties_to(world, author, Visibility::Members);
        assert_eq!(via(world, reader, author), (vec![connector], 0));
    });
}

#[test]
fn three_are_named_and_the_rest_counted() {
    each(|world| {
        let [author, reader] = world.people(["書く人", "読む人"]);
        let connectors = world.people(["一", "二", "三", "四", "五"]);
        for connector in connectors {
            world.befriend(author, connector);
            world.befriend(connector, reader);
        }
        assert_eq!(via(world, reader, author), (connectors[..3].to_vec(), 2));
        world.set_state(connectors[0], LEFT);
        assert_eq!(via(world, reader, author), (connectors[1..4].to_vec(), 1));
    });
}

#[test]
fn their_own_words_stay_theirs_when_the_entry_closes() {
    each(|world| {
        let [author, connector, reader] = world.people(["書く人", "つなぐ人", "読む人"]);
        world.befriend(author, connector);
        world.befriend(connector, reader);
        let entry = world.post(author, Visibility::FriendsOfFriends);
        let number = world.comment(reader, entry);
        world.part(reader, connector);
        assert!(!world.sees(reader, entry));
        assert_eq!(world.show(author, entry).unwrap().around.visible, 1, "it stays");
        assert!(
            world.write(move |tx| enishi_core::diary::remove_comment(tx, reader, entry, number)).is_some()
        );
        assert_eq!(world.show(author, entry).unwrap().around.visible, 0);
    });
}
