//! Waiting for a yes, and the tree of who came through whom.

use enishi_core::ban::{self, Memo, Reason, Sentence};
use enishi_core::ids::MemberId;
use enishi_core::joining::{self, Ended, Mode, Revoke, Welcome};
use enishi_core::limit::Window;
use enishi_core::member::{self, State};
use enishi_core::phone::Countries;
use enishi_core::visibility::Viewer;
use enishi_core::{invitation, login, search};

use crate::house::{HANA, House, on_each};
use crate::inviting::{KEN, YUI};

fn welcome(most: i64) -> Welcome {
    Welcome {
        ja: "どうぞ。".to_owned(),
        en: "Welcome.".to_owned(),
        good_seconds: 86_400,
        most: Window { seconds: 86_400, most },
    }
}

fn sentence() -> Sentence {
    Sentence { reason: Reason::Branch, memo: Memo::default(), by: None }
}

impl House {
    fn approve(&self, member: MemberId, most: i64) -> bool {
        self.write(move |tx, keys| joining::approve(tx, keys, member, None, &welcome(most)))
    }

    fn waits(&self, guest: &str, number: &str) -> MemberId {
        self.verify(guest, number);
        match self.come_in(guest, Mode::Approval, true) {
            Ended::Waits(member) => member,
            other => panic!("{other:?}"),
        }
    }

    fn can_log_in(&self, number: &str) -> bool {
        self.read(|tx, keys| login::find(tx, keys, number, &Countries::default())).is_some()
    }

    /// Somebody who came through `inviter`.
    fn guest_of(&self, inviter: MemberId, guest: &str, number: &str) -> MemberId {
        self.wait(1);
        let token = self.token(inviter, self.invite(inviter, true));
        self.hold(guest, &token);
        self.verify(guest, number);
        match self.come_in(guest, Mode::Invite, false) {
            Ended::Joined(member) => member,
            other => panic!("{other:?}"),
        }
    }

    fn state_of(&self, member: MemberId) -> Option<State> {
        self.read(|tx, _| member::state_of(tx, member))
    }
}

#[test]
fn whoever_waits_is_nobody_yet_and_is_told_once_when_it_is_yes() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        house.hold("ken", &house.token(hana, house.invite(hana, true)));
        let ken = house.waits("ken", KEN);
        assert!(house.read(|tx, _| joining::is_waiting(tx, ken)));
        let found = |house: &House| {
            house.read(|tx, _| search::members(tx, Viewer::Member(hana), "新入り", None)).found.len()
        };
        assert_eq!(found(house), 0);
        let page = house.read(|tx, _| joining::waiting(tx));
        assert_eq!((page.total, page.applicants[0].card.id), (1, ken));
        assert_eq!(page.applicants[0].inviter.as_ref().map(|card| card.id), Some(hana));
        assert_eq!(house.sent(), [], "nothing is sent while they wait");
        assert!(house.approve(ken, 10));
        assert!(!house.approve(ken, 10), "a second yes is none");
        assert_eq!(house.sent(), [("+819011112222".to_owned(), "どうぞ。".to_owned())]);
        assert!(house.can_log_in(KEN));
        assert_eq!(found(house), 1);
        let friends = house.read(|tx, _| enishi_core::friend::list(tx, hana, None)).unwrap();
        assert_eq!(friends.friends.len(), 1, "both had said so, and the tie waited with them");
    });
}

#[test]
fn a_yes_holds_when_the_money_for_texts_is_spent() {
    on_each(|house| {
        let ken = house.waits("ken", KEN);
        assert!(house.approve(ken, 0));
        assert_eq!((house.sent().len(), house.can_log_in(KEN)), (0, true));
    });
}

#[test]
fn a_no_leaves_nothing_and_with_a_ban_the_number_stays_outside() {
    on_each(|house| {
        let ken = house.waits("ken", KEN);
        assert!(house.write(move |tx, _| joining::decline(tx, ken, None, None)));
        assert_eq!(house.state_of(ken), None);
        house.wait(86_400);
        let again = house.waits("ken again", KEN);
        assert!(house.write(move |tx, _| joining::decline(tx, again, None, Some((&sentence(), 864_000)))));
        let marks = house.read(|tx, keys| keys.number_marks(tx, &crate::house::number(KEN)));
        assert!(house.read(|tx, _| ban::is_banned(tx, marks.all())));
        assert!(!house.write(move |tx, _| joining::decline(tx, again, None, None)));
    });
}

#[test]
fn a_number_banned_after_it_was_verified_makes_no_member() {
    on_each(|house| {
        house.verify("one browser", KEN);
        house.wait(600);
        let ken = house.waits("another browser", KEN);
        house.write(move |tx, _| joining::decline(tx, ken, None, Some((&sentence(), 864_000))));
        assert_eq!(house.come_in("one browser", Mode::Open, false), Ended::Taken);
        let emi = house.join("emi", YUI);
        house.write(move |tx, _| ban::ban(tx, emi, &sentence(), 1000));
        assert!(!house.can_log_in(YUI), "a banned member is suspended");
    });
}

#[test]
fn a_branch_is_seen_both_ways_and_keeps_its_shape_when_somebody_leaves() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let ken = house.guest_of(hana, "ken", KEN);
        let yui = house.guest_of(ken, "yui", YUI);
        let emi = house.guest_of(hana, "emi", "090-7777-0001");
        let branch = house.read(|tx, _| joining::branch(tx, hana));
        let names: Vec<_> =
            branch.below.iter().map(|leaf| (leaf.who.as_ref().unwrap().0.id, leaf.depth)).collect();
        assert_eq!(names, [(ken, 1), (yui, 2), (emi, 1)]);
        house.write(move |tx, _| joining::forget_member(tx, ken));
        let above = house.read(|tx, _| joining::branch(tx, yui)).above;
        assert!(above[0].who.is_none(), "the knot names nobody any more");
        assert_eq!(above[1].who.as_ref().unwrap().0.id, hana);
        assert_eq!(house.read(|tx, _| joining::inviter_of(tx, yui)), None);
        assert_eq!(house.read(|tx, _| joining::branch(tx, hana)).total_below, 3);
    });
}

#[test]
fn revoking_a_branch_ends_its_invitations_and_suspends_those_who_came_lately() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let ken = house.guest_of(hana, "ken", KEN);
        house.wait(864_000);
        let yui = house.guest_of(ken, "yui", YUI);
        let other = house.join("emi", "090-7777-0001");
        let open = [hana, ken, yui, other].map(|member| (member, house.invite(member, true)));
        let how = Revoke {
            suspend_joined_within: Some(86_400),
            ban_seconds: Some(86_400),
            with_root: true,
            sentence: sentence(),
        };
        let done = house.write(move |tx, _| joining::revoke(tx, hana, &how));
        assert_eq!((done.invitations, done.members), (3, 1));
        for (member, id) in open {
            let is_open = house.invitation(member, id).invitation.state == invitation::State::Open;
            assert_eq!(is_open, member == other);
        }
        let states = [hana, ken, yui, other].map(|member| house.state_of(member).unwrap());
        assert_eq!(states, [State::Active, State::Active, State::Suspended, State::Active]);
        let marks = house.read(|tx, keys| keys.number_marks(tx, &crate::house::number(YUI)));
        assert!(house.read(|tx, _| ban::is_banned(tx, marks.all())));
    });
}
