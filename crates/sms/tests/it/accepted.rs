//! Answers that mean: the message exists.

use enishi_sms::{
    Outcome,
    standin::{Script, statuses},
};

use crate::play;

#[track_caller]
fn check_accepted(outcome: Outcome, expected_status: &str) {
    let Outcome::Accepted { provider_id: Some(id), status } = outcome else { panic!("{outcome:?}") };
    assert_eq!(status, expected_status);
    assert!(id.starts_with("SM") && id.len() == 34, "{id}");
}

#[tokio::test]
async fn in_every_status_twilio_names() {
    let statuses = statuses();
    assert_eq!(statuses.len(), 13, "Twilio's document names thirteen: {statuses:?}");
    for status in statuses {
        check_accepted(play(Script::created(&status)).await, &status);
    }
}

#[tokio::test]
async fn in_a_status_nobody_has_heard_of() {
    check_accepted(play(Script::created("teleported")).await, "teleported");
}

/// Price and currency are null in every answer, and a messaging service names the sender later.
#[tokio::test]
async fn without_price_currency_and_sender() {
    let script = Script::Created { status: "accepted".into(), example: "createWithMessagingService" };
    check_accepted(play(script).await, "accepted");
}

#[tokio::test]
async fn with_nothing_but_an_id() {
    let outcome = play(Script::json(200, r#"{"sid":"SM1"}"#)).await;
    let expected = Outcome::Accepted { provider_id: Some("SM1".into()), status: "not told".into() };
    assert_eq!(outcome, expected);
}
