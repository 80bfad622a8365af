//! Invitations: one person each, once, in two forms.

use std::sync::Arc;

use enishi_core::ids::{InvitationId, MemberId};
use enishi_core::invitation::{
    self, Held, InvitationPage, InvitationRules, MakeError, NewInvitation, State, Typed,
};
use enishi_core::joining::{self, Ended, Mode, Wish};
use enishi_core::member::{NewMember, Nickname};
use enishi_core::signup::Entered;
use enishi_core::visibility::Viewer;
use enishi_core::{ban, friend, profile};
use jiff::tz::TimeZone;

use crate::house::{HANA, House, at_once, on_each};

pub const KEN: &str = "090-1111-2222";
pub const YUI: &str = "090-3333-4444";

impl House {
    pub fn invite(&self, inviter: MemberId, offers_tie: bool) -> InvitationId {
        self.try_to_invite(inviter, offers_tie, &InvitationRules::default()).unwrap()
    }

    fn try_to_invite(
        &self,
        inviter: MemberId,
        offers_tie: bool,
        rules: &InvitationRules,
    ) -> Result<InvitationId, MakeError> {
        let (keys, rules) = (Arc::clone(&self.keys), rules.clone());
        let new = NewInvitation { message: "一緒にどうですか。".to_owned(), offers_tie };
        self.on.store.write(move |tx| invitation::make(tx, &keys, inviter, &new, &rules))
    }

    pub fn invitation(&self, owner: MemberId, id: InvitationId) -> InvitationPage {
        self.read(|tx, keys| invitation::show(tx, keys, owner, id)).unwrap()
    }

    pub fn token(&self, owner: MemberId, id: InvitationId) -> String {
        self.invitation(owner, id).token.unwrap()
    }

    pub fn hold(&self, guest: &str, typed: &str) -> Held {
        self.hold_from(&format!("address of {guest}"), guest, typed)
    }

    fn hold_from(&self, client: &str, guest: &str, typed: &str) -> Held {
        let (client, guest, typed) = (client.to_owned(), guest.to_owned(), Typed::parse(typed).unwrap());
        self.write(move |tx, keys| {
            let rules = InvitationRules::default();
            invitation::hold(tx, keys, guest.as_bytes(), &client, &typed, &rules)
        })
    }

    pub fn come_in(&self, guest: &str, mode: Mode, wants_tie: bool) -> Ended {
        let guest = guest.to_owned();
        let new = NewMember {
            nickname: Nickname::parse("新入り").unwrap(),
            password_hash: "nobody logs in here".to_owned(),
            language: "ja".to_owned(),
        };
        self.write(move |tx, keys| {
            joining::come_in(tx, keys, guest.as_bytes(), new, Wish { tie: wants_tie }, mode)
        })
    }

    pub fn verify(&self, guest: &str, typed: &str) {
        let code = self.code(guest, typed);
        assert_eq!(self.enter(guest, &code), Entered::Right);
    }

    fn are_friends(&self, one: MemberId, other: MemberId) -> bool {
        let page = self.read(|tx, _| profile::show(tx, Viewer::Member(one), other, &TimeZone::UTC)).unwrap();
        page.tie == friend::tie::Tie::Friend
    }
}

#[test]
fn an_invitation_lets_one_person_in_by_its_code_or_its_link() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        for (guest, number, by_code) in [("ken", KEN, true), ("yui", YUI, false)] {
            let id = house.invite(hana, false);
            let page = house.invitation(hana, id);
            assert_eq!(page.invitation.state, State::Open);
            let typed = if by_code { page.code.unwrap() } else { page.token.unwrap() };
            let Held::Good(offer) = house.hold(guest, &typed) else { panic!("{guest}") };
            assert_eq!((offer.inviter.id, offer.message.as_str()), (hana, "一緒にどうですか。"));
            house.verify(guest, number);
            let Ended::Joined(member) = house.come_in(guest, Mode::Invite, true) else { panic!("{guest}") };
            let page = house.invitation(hana, id);
            let State::Used { by: Some(card) } = page.invitation.state else { panic!("{page:?}") };
            assert_eq!(card.id, member);
            assert!(page.code.is_none() && page.token.is_none(), "what is used is shown no more");
            assert_eq!(house.hold("late", &typed), Held::NotGood);
            assert_eq!(house.read(|tx, _| joining::inviter_of(tx, member)), Some(hana));
            assert!(!house.are_friends(hana, member), "the inviter did not say so");
        }
    });
}

#[test]
fn both_have_to_want_the_tie() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        for (guest, number, offers, wants) in
            [("a", "090-5555-0001", true, false), ("b", "090-6666-0002", false, true), ("c", KEN, true, true)]
        {
            let id = house.invite(hana, offers);
            house.hold(guest, &house.token(hana, id));
            house.verify(guest, number);
            let Ended::Joined(member) = house.come_in(guest, Mode::Open, wants) else { panic!("{guest}") };
            assert_eq!(house.are_friends(hana, member), offers && wants, "{guest}");
        }
    });
}

#[test]
fn two_at_once_with_one_invitation_are_one_member_and_the_other_loses_nothing() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let token = house.token(hana, house.invite(hana, true));
        for (guest, number) in [("ken", KEN), ("yui", YUI)] {
            assert!(matches!(house.hold(guest, &token), Held::Good(_)));
            house.verify(guest, number);
        }
        let ended = at_once(2, |which| house.come_in(["ken", "yui"][which], Mode::Invite, true));
        let joined = ended.iter().filter(|ended| matches!(ended, Ended::Joined(_))).count();
        let refused = ended.iter().filter(|ended| **ended == Ended::NotInvited).count();
        assert_eq!((joined, refused), (1, 1), "{ended:?}");
        let loser = if ended[0] == Ended::NotInvited { "ken" } else { "yui" };
        house.hold(loser, &house.token(hana, house.invite(hana, true)));
        assert!(matches!(house.come_in(loser, Mode::Invite, true), Ended::Joined(_)));
    });
}

#[test]
fn what_is_over_taken_back_or_of_somebody_gone_is_refused_alike() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let (over, back, gone) =
            (house.invite(hana, false), house.invite(hana, false), house.invite(hana, false));
        let tokens = [over, back, gone].map(|id| house.token(hana, id));
        assert!(house.write(move |tx, _| invitation::cancel(tx, hana, back)));
        assert!(!house.write(move |tx, _| invitation::cancel(tx, hana, back)), "once is enough");
        assert_eq!(house.hold("ken", &tokens[1]), Held::NotGood);
        assert_eq!(house.invitation(hana, back).invitation.state, State::Cancelled);
        let sentence = ban::Sentence { reason: ban::Reason::Spam, memo: ban::Memo::default(), by: None };
        let again = sentence.clone();
        house.write(move |tx, _| ban::suspend(tx, hana, &sentence));
        assert_eq!(house.hold("ken", &tokens[2]), Held::NotGood);
        house.write(move |tx, _| ban::resume(tx, hana, &again));
        assert!(matches!(house.hold("ken", &tokens[2]), Held::Good(_)));
        house.wait(InvitationRules::default().good_seconds);
        assert_eq!(house.hold("yui", &tokens[0]), Held::NotGood);
        assert_eq!(house.invitation(hana, over).invitation.state, State::Expired);
        assert_eq!(house.hold("yui", &"a2".repeat(13)), Held::NotGood);
        assert_eq!(house.hold("yui", "adgjmptw"), Held::NotGood);
    });
}

#[test]
fn a_member_has_so_many_open_and_sees_only_their_own() {
    on_each(|house| {
        let (hana, ken) = (house.join("hana", HANA), house.join("ken", KEN));
        let few = InvitationRules { most_open: 2, ..InvitationRules::default() };
        let made = at_once(6, |_| house.try_to_invite(hana, true, &few).is_ok());
        assert_eq!(made.into_iter().filter(|made| *made).count(), 2);
        assert!(matches!(house.try_to_invite(hana, true, &few), Err(MakeError::TooManyOpen)));
        let page = house.read(|tx, _| invitation::mine(tx, hana, None, &few));
        assert_eq!((page.invitations.len(), page.left, page.next), (2, 0, None));
        let id = page.invitations[0].id;
        assert!(house.read(|tx, keys| invitation::show(tx, keys, ken, id)).is_none());
        assert!(!house.write(move |tx, _| invitation::cancel(tx, ken, id)));
        assert!(house.write(move |tx, _| invitation::cancel(tx, hana, id)));
        assert!(house.try_to_invite(hana, true, &few).is_ok(), "what was taken back makes room");
        let long = NewInvitation { message: "あ".repeat(201), offers_tie: true };
        let keys = Arc::clone(&house.keys);
        let refused = house.on.store.write(move |tx| invitation::make(tx, &keys, ken, &long, &few));
        assert!(matches!(refused, Err(MakeError::MessageTooLong)));
    });
}

#[test]
fn guessing_is_counted_for_the_guest_and_for_their_address() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let token = house.token(hana, house.invite(hana, true));
        for _ in 0..10 {
            assert_eq!(house.hold("ken", "adgjmptw"), Held::NotGood);
        }
        assert!(matches!(house.hold("ken", &token), Held::Wait { is_first: true, .. }));
        assert!(matches!(house.hold("ken", &token), Held::Wait { is_first: false, .. }));
        let mut answers = (0..60).map(|n| house.hold_from("one house", &format!("guest {n}"), "adgjmptw"));
        assert_eq!(answers.by_ref().take(20).filter(|held| *held == Held::NotGood).count(), 20);
        assert!(answers.all(|held| matches!(held, Held::Wait { .. })));
        house.wait(3600);
        assert!(matches!(house.hold("ken", &token), Held::Good(_)));
    });
}

#[test]
fn closing_the_site_ends_every_open_invitation_for_good() {
    on_each(|house| {
        let hana = house.join("hana", HANA);
        let token = house.token(hana, house.invite(hana, true));
        house.hold("ken", &token);
        house.verify("ken", KEN);
        house.write(|tx, _| joining::set_mode(tx, Mode::Closed));
        assert_eq!(house.come_in("ken", Mode::Closed, true), Ended::Closed);
        house.write(|tx, _| joining::set_mode(tx, Mode::Invite));
        assert_eq!(house.come_in("ken", Mode::Invite, true), Ended::NotInvited);
        assert_eq!(house.hold("ken", &token), Held::NotGood);
    });
}
