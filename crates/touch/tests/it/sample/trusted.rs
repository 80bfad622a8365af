//! Trusted friends: chosen, asked, and what whoever asks is shown.

use enishi_core::trusted::{Answered, Chosen, FriendsWay, Seen, Trust};
use enishi_face::pages::{GuardingPage, PickPage, RecoveryPage, SecurityPage, TrustedPage, WayInPage};
use enishi_face::{Form, Page, Phrase, Picks};

use super::Sample;
use super::people::{koharu, minato, sato};

pub fn samples() -> Vec<Sample> {
    let gone = Form::empty().fault("form", Phrase::new("trusted-no-friend"));
    vec![
        trusted("trusted", TrustedPage::Own { trust: trust(), form: Form::empty() }),
        trusted("trusted_none", TrustedPage::Own { trust: Trust::default(), form: gone }),
        trusted("trusted_pick", TrustedPage::Pick(picking(1))),
        trusted("trusted_confirm", TrustedPage::Pick(picking(3))),
        friend_ask("friend_ask", Seen::Open { member: sato(), numbers: [47, 12, 88] }),
        friend_ask("friend_ask_right", Seen::Answered(Answered::Right)),
        friend_ask("friend_ask_wrong", Seen::Answered(Answered::Wrong)),
        friend_ask("friend_ask_over", Seen::Over),
        friends_say("recovery_friends", FriendsWay::Asked { sign: 47, yes: 1 }),
        friends_say("recovery_friends_closed", FriendsWay::Closed),
    ]
}

fn trusted(name: &'static str, page: TrustedPage) -> Sample {
    let page = Page::Security(SecurityPage::Guarding(GuardingPage::Trusted(page)));
    Sample::new(name, "/me/security/trusted", page)
}

fn friend_ask(name: &'static str, seen: Seen) -> Sample {
    trusted(name, TrustedPage::Ask { id: 77.into(), seen })
}

fn friends_say(name: &'static str, way: FriendsWay) -> Sample {
    let page = Page::WayIn(WayInPage::Recovery(RecoveryPage::Friends(way)));
    Sample::new(name, "/login/forgot/friends", page).for_guest()
}

fn trust() -> Trust {
    let chosen = vec![Chosen { card: sato(), counts: true }, Chosen { card: minato(), counts: false }];
    Trust { chosen, unseen: 1, chosen_by: vec![koharu()] }
}

fn picking(picked: usize) -> PickPage {
    let people = [sato(), minato(), koharu()];
    let picks = people[..picked].iter().fold(Picks::default(), |picks, card| picks.with(card.id));
    let next = Some(Picks { after: Some(9.into()), ..picks });
    PickPage { picked: people[..picked].to_vec(), picks, friends: people[picked..].to_vec(), next }
}
