//! The crate from outside: real requests to a stand-in that knows Twilio's rules.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod accepted;
mod config;
mod later;
mod outbox;
mod refused;
mod request;
mod unknown;
mod voice;

use std::time::Duration;

use enishi_sms::{
    Outcome, SmsConfig, SmsSender, TextMessage, Twilio,
    standin::{Received, Script, StandIn},
};

/// Aoi's phone; the number is in a range that Japan has not given out.
const AOI: &str = "+819000000000";
const TEXT: &str =
    "縁の確認コード：493817（10分間有効）。だれにも教えないでください。\n@sns.example.jp #493817";

fn message() -> TextMessage {
    TextMessage { to: AOI.to_owned(), body: TEXT.to_owned(), report_to: None }
}

async fn send_with(config: &SmsConfig) -> Outcome {
    Twilio::new(config).unwrap().send(&message()).await
}

/// Sends one message to a stand-in that plays `script`. Whatever came of it, exactly one request may have
/// been made, and it must have been a good one: no outcome makes a sender send twice.
async fn play(script: Script) -> Outcome {
    let standin = StandIn::start().await;
    standin.answer_with(script);
    let outcome = send_with(&SmsConfig { connect_seconds: 10, total_seconds: 10, ..standin.config() }).await;
    only_request(&standin).await;
    outcome
}

/// The one request made, after a moment in which a second one would have shown itself.
async fn only_request(standin: &StandIn) -> Received {
    tokio::time::sleep(Duration::from_millis(100)).await;
    let mut requests = standin.requests();
    assert_eq!(requests.len(), 1, "{requests:?}");
    assert_eq!(requests[0].faults, [""; 0]);
    requests.remove(0)
}
