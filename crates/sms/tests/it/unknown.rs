//! Ends after which nobody knows whether the message was sent. `play` sees to it that exactly one request
//! was made, and every outcome here must rule out another.

use enishi_sms::{
    Doubt, Outcome, RetryPolicy,
    standin::{Script, StandIn},
};

use crate::play;

#[track_caller]
fn check_doubt(outcome: Outcome) -> Doubt {
    assert_eq!(RetryPolicy::default().wait_after(1, &outcome), None);
    let Outcome::Unknown { reason } = outcome else { panic!("{outcome:?}") };
    reason
}

#[tokio::test]
async fn no_answer() {
    assert_eq!(check_doubt(play(Script::Hang).await), Doubt::TimedOut);
}

#[tokio::test]
async fn a_good_answer_that_comes_too_late() {
    let late = Script::After(std::time::Duration::from_secs(15), Box::new(Script::created("queued")));
    assert_eq!(check_doubt(play(late).await), Doubt::TimedOut);
}

#[tokio::test]
async fn dropped_before_the_answer() {
    let doubt = check_doubt(play(Script::DropBeforeAnswer).await);
    assert!(matches!(doubt, Doubt::ConnectionLost(_)), "{doubt:?}");
}

#[tokio::test]
async fn dropped_in_the_middle_of_the_answer() {
    let doubt = check_doubt(play(Script::DropMidBody).await);
    assert!(matches!(doubt, Doubt::ConnectionLost(_)), "{doubt:?}");
}

#[tokio::test]
async fn a_success_that_cannot_be_read() {
    assert_eq!(check_doubt(play(Script::html(200)).await), Doubt::Unreadable(200));
    assert_eq!(check_doubt(play(Script::json(201, r#"{"status":"queued"}"#)).await), Doubt::Unreadable(201));
    assert_eq!(check_doubt(play(Script::json(201, r#"{"sid":null}"#)).await), Doubt::Unreadable(201));
    assert_eq!(check_doubt(play(Script::json(201, r#"{"sid":"SM1\n"}"#)).await), Doubt::Unreadable(201));
    assert_eq!(check_doubt(play(Script::json(204, "")).await), Doubt::Unreadable(204));
}

#[tokio::test]
async fn a_success_longer_than_anyone_should_read() {
    let long = format!(r#"{{"sid":"SM1","body":"{}"}}"#, "x".repeat(70_000));
    assert_eq!(check_doubt(play(Script::json(201, &long)).await), Doubt::AnswerTooLong);
}

#[tokio::test]
async fn a_server_error_even_in_twilios_own_words() {
    let own_words = Script::twilio_error(500, 20500, "Internal Server Error");
    assert_eq!(check_doubt(play(own_words).await), Doubt::ServerError(500));
    for status in [500, 502, 503, 504] {
        assert_eq!(check_doubt(play(Script::html(status)).await), Doubt::ServerError(status));
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = StandIn::start().await;
    for status in [301, 302, 303, 307, 308] {
        let doubt = check_doubt(play(Script::redirect(status, &elsewhere.url())).await);
        assert_eq!(doubt, Doubt::Redirected(status));
    }
    assert!(elsewhere.requests().is_empty(), "credentials must not travel to another address");
}
