//! Sessions: by cookie and in the path.

use enishi_core::ids::MemberId;
use enishi_core::session::{self, Found, Place, Session, SessionRules, Shown, Token};

use crate::house::{HANA, House, on_each};

fn open(house: &House, member: MemberId, in_path: bool) -> Token {
    let place = Place {
        door: session::Door::Site,
        in_path,
        family: "foma".to_owned(),
        device: "P902i".to_owned(),
        network: String::new(),
    };
    house.write(move |tx, _| session::open(tx, member, &place))
}

fn find(house: &House, token: &Token, in_path: bool, family: &str) -> Found {
    house.read(|tx, _| {
        session::find(tx, Shown { token, in_path, family, network: "" }, &SessionRules::default())
    })
}

fn live(house: &House, token: &Token, in_path: bool) -> Option<Session> {
    match find(house, token, in_path, "foma") {
        Found::Live(session) => Some(*session),
        _ => None,
    }
}

#[test]
fn a_token_leads_to_its_member() {
    on_each(|house| {
        let member = house.join("hana", HANA);
        let token = open(house, member, false);
        let session = live(house, &token, false).unwrap();
        assert_eq!((session.member.card.id, session.member.card.nickname.as_str()), (member, "花子"));
        assert!(live(house, &token, true).is_none(), "a cookie's token is worth nothing in a path");
        assert!(
            matches!(find(house, &token, false, "iphone"), Found::Live(_)),
            "a cookie may change its dress"
        );
        let stranger = Token::parse(&format!("s{}", "a".repeat(28)), session::Door::Site).unwrap();
        assert!(matches!(find(house, &stranger, false, "foma"), Found::Nobody));
    });
}

#[test]
fn a_suspended_member_has_no_session() {
    on_each(|house| {
        let token = open(house, house.join("hana", HANA), false);
        let id = live(house, &token, false).unwrap().id;
        house.on.execute("UPDATE members SET state = 3");
        assert!(matches!(find(house, &token, false, "foma"), Found::Nobody));
        assert!(house.read(|tx, _| session::find_by_id(tx, id, &SessionRules::default())).is_none());
    });
}

#[test]
fn a_token_in_the_path_is_bound_to_its_family() {
    on_each(|house| {
        let token = open(house, house.join("hana", HANA), true);
        let id = live(house, &token, true).unwrap().id;
        assert!(matches!(find(house, &token, true, "iphone"), Found::OtherFamily(other) if other == id));
        house.write(move |tx, _| session::end(tx, id));
        assert!(matches!(find(house, &token, true, "foma"), Found::Nobody));
    });
}

#[test]
fn sessions_end_when_idle_and_in_the_end() {
    on_each(|house| {
        let member = house.join("hana", HANA);
        let (path, cookie) = (open(house, member, true), open(house, member, false));
        house.wait(30 * 60 - 1);
        let id = live(house, &path, true).unwrap().id;
        house.write(move |tx, _| session::touch(tx, id, member));
        house.wait(30 * 60);
        assert!(matches!(find(house, &path, true, "foma"), Found::Over(over) if over == id));
        assert!(live(house, &cookie, false).is_some());
        house.wait(30 * 86_400);
        assert!(matches!(find(house, &cookie, false, "foma"), Found::Over(_)));
        assert_eq!(house.write(|tx, _| session::sweep(tx, &SessionRules::default())), 2);
        house.wait(-30 * 86_400);
        assert!(
            matches!(find(house, &cookie, false, "foma"), Found::Nobody),
            "a clock set back revives none"
        );
    });
}

#[test]
fn a_token_in_the_path_lives_a_day_however_busy() {
    on_each(|house| {
        let member = house.join("hana", HANA);
        let token = open(house, member, true);
        let id = live(house, &token, true).unwrap().id;
        for _ in 0..(86_400 / 1200 - 1) {
            house.wait(1200);
            house.write(move |tx, _| session::touch(tx, id, member));
        }
        assert!(live(house, &token, true).is_some());
        house.wait(1200);
        assert!(matches!(find(house, &token, true, "foma"), Found::Over(_)));
    });
}

#[test]
fn use_is_written_once_a_minute() {
    on_each(|house| {
        let token = open(house, house.join("hana", HANA), false);
        let session = live(house, &token, false).unwrap();
        house.wait(59);
        assert!(!session.wants_touch(house.on.store.now()));
        house.write(move |tx, _| session::touch(tx, session.id, session.member.card.id));
        assert_eq!(live(house, &token, false).unwrap().seen_at, session.seen_at);
        house.wait(1);
        assert!(session.wants_touch(house.on.store.now()));
        house.write(move |tx, _| session::touch(tx, session.id, session.member.card.id));
        assert_eq!(live(house, &token, false).unwrap().seen_at, house.on.store.now());
    });
}

#[test]
fn a_face_is_remembered_and_all_sessions_can_be_ended() {
    on_each(|house| {
        let member = house.join("hana", HANA);
        let tokens = [open(house, member, false), open(house, member, true)];
        let id = live(house, &tokens[0], false).unwrap().id;
        house.write(move |tx, _| session::choose_face(tx, id, Some("keitai")));
        let found = house.read(|tx, _| session::find_by_id(tx, id, &SessionRules::default())).unwrap();
        assert_eq!(found.face.as_deref(), Some("keitai"));
        house.write(move |tx, _| session::end_all(tx, member));
        assert!(house.read(|tx, _| session::find_by_id(tx, id, &SessionRules::default())).is_none());
        assert!(tokens.iter().all(|token| matches!(find(house, token, false, "foma"), Found::Nobody)));
    });
}
