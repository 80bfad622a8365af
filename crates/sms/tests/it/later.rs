//! Ends after which the message has certainly not been sent.

use std::time::{Duration, Instant};

use enishi_sms::{
    Delay, Outcome, RetryPolicy, SmsConfig, SmsSender, Twilio,
    standin::{Script, StandIn},
};
use tokio::net::TcpListener;

use crate::{message, play, send_with};

#[tokio::test]
async fn too_many_requests_with_a_wait() {
    let outcome = play(Script::busy(120)).await;
    assert_eq!(outcome, Outcome::Later { after: Some(Duration::from_secs(120)), reason: Delay::Busy });
}

#[tokio::test]
async fn too_many_requests_without_a_wait_and_without_json() {
    assert_eq!(play(Script::html(429)).await, Outcome::Later { after: None, reason: Delay::Busy });
}

#[tokio::test]
async fn twilio_says_it_is_out_of_service() {
    let outcome = play(Script::twilio_error(503, 20503, "Service unavailable")).await;
    assert_eq!(outcome, Outcome::Later { after: None, reason: Delay::OutOfService });
}

#[tokio::test]
async fn it_works_once_the_provider_has_time_again() {
    let standin = StandIn::start().await;
    standin.answer_in_turn([Script::busy(0), Script::created("queued")]);
    let twilio = Twilio::new(&standin.config()).unwrap();
    let first = twilio.send(&message()).await;
    assert!(RetryPolicy::default().wait_after(1, &first).is_some(), "{first:?}");
    let second = twilio.send(&message()).await;
    assert!(matches!(second, Outcome::Accepted { .. }), "{second:?}");
}

#[tokio::test]
async fn connection_refused() {
    let standin = StandIn::start().await;
    let config = standin.config();
    standin.stop().await;
    check_unreachable(&send_with(&config).await, "refused");
}

#[tokio::test]
async fn no_such_host() {
    let twilio_base_url = "http://twilio.invalid".to_owned();
    let config = SmsConfig { twilio_base_url, ..StandIn::start().await.config() };
    check_unreachable(&send_with(&config).await, "");
}

#[tokio::test]
async fn a_peer_that_speaks_no_tls_never_sees_the_request() {
    let standin = StandIn::start().await;
    let twilio_base_url = standin.url().replace("http:", "https:");
    let short = SmsConfig { twilio_base_url, connect_seconds: 1, ..standin.config() };
    check_unreachable(&send_with(&short).await, "");
    assert!(standin.requests().is_empty());
}

/// The limit for connecting covers TLS too, and is shorter than the one for the whole attempt.
#[tokio::test]
async fn a_peer_that_never_finishes_tls() {
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let twilio_base_url = format!("https://{}", silent.local_addr().unwrap());
    let config = SmsConfig {
        twilio_base_url,
        connect_seconds: 1,
        total_seconds: 60,
        ..StandIn::start().await.config()
    };
    let started = Instant::now();
    check_unreachable(&send_with(&config).await, "no connection in the time allowed");
    assert!(started.elapsed() < Duration::from_secs(30), "{:?}", started.elapsed());
}

#[track_caller]
fn check_unreachable(outcome: &Outcome, expected_words: &str) {
    let Outcome::Later { after: None, reason: Delay::Unreachable(why) } = outcome else {
        panic!("{outcome:?}")
    };
    assert!(why.contains(expected_words), "{why}");
}
