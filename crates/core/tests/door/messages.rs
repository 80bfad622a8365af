//! The queue of text messages: sent once or not at all.

use enishi_core::ids::TextId;
use enishi_core::text_message::{self, Due, Settled};

use crate::house::{HANA, House, at_once, number, on_each};

fn queue(house: &House, body: &str) -> TextId {
    let body = body.to_owned();
    house.write(move |tx, keys| {
        let expires_at = tx.now().plus_seconds(600);
        text_message::queue(tx, keys, &number(HANA), &body, expires_at)
    })
}

fn claim(house: &House) -> Vec<Due> {
    house.write(|tx, keys| text_message::claim_due(tx, keys, 6, 100))
}

fn settle(house: &House, id: TextId, how: Settled) {
    house.write(move |tx, _| text_message::settle(tx, id, how));
}

#[test]
fn a_message_comes_out_as_it_went_in() {
    on_each(|house| {
        let id = queue(house, "確認コード 012345\n\n@host #012345");
        let due = claim(house);
        assert_eq!((due[0].id, due[0].to.as_e164()), (id, "+819012345678"));
        assert_eq!(*due[0].body, "確認コード 012345\n\n@host #012345");
        assert!(claim(house).is_empty());
    });
}

#[test]
fn what_was_interrupted_is_never_sent_again() {
    on_each(|house| {
        queue(house, "code");
        assert_eq!(claim(house).len(), 1);
        // The process dies here, before it could settle.
        house.wait(5);
        assert_eq!(
            house.write(|tx, _| text_message::settle_interrupted(tx, 60)),
            0,
            "it may still be sending"
        );
        assert_eq!(house.write(|tx, _| text_message::settle_interrupted(tx, 0)), 1);
        for _ in 0..3 {
            assert!(claim(house).is_empty());
            house.wait(60);
        }
    });
}

#[test]
fn an_unknown_outcome_is_never_sent_again() {
    on_each(|house| {
        let id = queue(house, "code");
        claim(house);
        settle(house, id, Settled::Unknown { error: "timed out".to_owned() });
        let due_at = house.on.store.now();
        settle(house, id, Settled::Later { due_at, error: "429".to_owned() });
        house.wait(60);
        assert!(claim(house).is_empty());
    });
}

#[test]
fn later_means_later_and_three_times_at_most() {
    on_each(|house| {
        let id = queue(house, "code");
        for _ in 0..text_message::MOST_TRIES {
            assert_eq!(claim(house).len(), 1);
            let due_at = house.on.store.now().plus_seconds(30);
            settle(house, id, Settled::Later { due_at, error: "429".to_owned() });
            assert!(claim(house).is_empty(), "not before its time");
            house.wait(30);
        }
        assert!(claim(house).is_empty());
    });
}

#[test]
fn a_message_that_waited_too_long_is_not_sent() {
    on_each(|house| {
        let id = queue(house, "old");
        house.wait(600);
        assert!(claim(house).is_empty());
        let id_later = queue(house, "late");
        claim(house);
        let due_at = house.on.store.now().plus_seconds(601);
        settle(house, id_later, Settled::Later { due_at, error: "429".to_owned() });
        house.wait(-1200);
        assert!(claim(house).is_empty(), "{id} has expired and {id_later} would have");
    });
}

#[test]
fn a_settled_message_is_emptied() {
    on_each(|house| {
        let accepted =
            Settled::Accepted { provider_id: Some("SM1".to_owned()), status: Some("queued".to_owned()) };
        let unknown = Settled::Unknown { error: "timed out".to_owned() };
        for how in [accepted, Settled::Refused { error: "21211".to_owned() }, unknown] {
            let id = queue(house, "code");
            claim(house);
            settle(house, id, how);
        }
        queue(house, "interrupted");
        claim(house);
        house.write(|tx, _| text_message::settle_interrupted(tx, 0));
        queue(house, "expired");
        house.wait(600);
        claim(house);
        assert_eq!(house.on.execute("DELETE FROM text_messages WHERE length(sealed) > 0"), 0);
        assert_eq!(house.on.execute("DELETE FROM text_messages WHERE settled_at IS NOT NULL"), 5);
    });
}

#[test]
fn two_workers_never_claim_the_same() {
    on_each(|house| {
        for _ in 0..20 {
            queue(house, "code");
        }
        let claimed: Vec<TextId> =
            at_once(8, |_| claim(house)).into_iter().flatten().map(|due| due.id).collect();
        let mut once = claimed.clone();
        once.sort();
        once.dedup();
        assert_eq!((claimed.len(), once.len()), (20, 20));
    });
}

#[test]
fn settled_messages_are_swept_after_a_month() {
    on_each(|house| {
        let id = queue(house, "code");
        claim(house);
        settle(house, id, Settled::Refused { error: "21211".to_owned() });
        assert_eq!(house.write(|tx, _| text_message::sweep(tx)), 0);
        house.wait(31 * 86_400);
        assert_eq!(house.write(|tx, _| text_message::sweep(tx)), 1);
    });
}
