//! The file that stands for a provider.

use std::{fs, os::unix::fs::PermissionsExt, sync::Arc};

use enishi_sms::{Delay, Outbox, Outcome, SmsConfig, SmsSender, TextMessage, sender_from};
use serde_json::Value;

use crate::{AOI, TEXT, message};

#[tokio::test]
async fn each_message_is_one_line_with_three_keys() {
    let dir = tempfile::tempdir().unwrap();
    let sender = sender_from(&SmsConfig::default(), dir.path()).unwrap();
    let accepted = Outcome::Accepted { provider_id: None, status: "written".into() };
    assert_eq!(sender.send(&message()).await, accepted);
    assert_eq!(sender.send(&message()).await, accepted);

    let text = fs::read_to_string(dir.path().join("outbox/sms.jsonl")).unwrap();
    assert!(text.ends_with('\n') && text.lines().count() == 2, "{text}");
    assert!(text.starts_with(r#"{"to":"+819000000000","body":"#), "{text}");
    for line in text.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        assert_eq!((line["to"].as_str(), line["body"].as_str()), (Some(AOI), Some(TEXT)));
        assert_eq!(line.as_object().unwrap().len(), 3);
        check_time(line["at"].as_str().unwrap());
    }
}

#[track_caller]
fn check_time(at: &str) {
    let shape: String = at.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    assert_eq!(shape, "0000-00-00T00:00:00Z");
    let written: jiff::Timestamp = at.parse().unwrap();
    let age = jiff::Timestamp::now().duration_since(written).as_secs();
    assert!((-1..60).contains(&age), "{at}");
}

#[tokio::test]
async fn only_the_owner_can_read_it() {
    let dir = tempfile::tempdir().unwrap();
    let outbox = Outbox::new(dir.path());
    outbox.send(&message()).await;
    let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(outbox.path()), 0o600);
    assert_eq!(mode(outbox.path().parent().unwrap()), 0o700);
}

#[tokio::test]
async fn lines_written_at_once_never_mix() {
    let dir = tempfile::tempdir().unwrap();
    let outbox = Arc::new(Outbox::new(dir.path()));
    let mut tasks = tokio::task::JoinSet::new();
    for i in 0..50 {
        let outbox = outbox.clone();
        let message = TextMessage { body: format!("{i}:{}", "縁".repeat(500)), ..message() };
        tasks.spawn(async move { outbox.send(&message).await });
    }
    tasks.join_all().await;
    let text = fs::read_to_string(outbox.path()).unwrap();
    let whole = text.lines().filter(|line| serde_json::from_str::<Value>(line).is_ok()).count();
    assert_eq!((whole, text.lines().count()), (50, 50));
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_means_not_sent() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("outbox"), "in the way").unwrap();
    let outcome = Outbox::new(dir.path()).send(&message()).await;
    assert!(matches!(outcome, Outcome::Later { reason: Delay::OutboxClosed(_), .. }), "{outcome:?}");
}
