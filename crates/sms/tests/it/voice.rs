//! A code read out over the telephone, and reports asked for.

use enishi_sms::{
    Outbox, Outcome, SmsSender, TextMessage, Twilio, VoiceCall,
    standin::{Script, StandIn},
};

use crate::{AOI, message, only_request};

fn call() -> VoiceCall {
    let lines = ["縁です。", "4", "9", "<&\">"].map(str::to_owned).to_vec();
    let report_to = Some("https://sns.example.jp/sms/status/1".to_owned());
    VoiceCall { to: AOI.to_owned(), language: "ja-JP".to_owned(), lines, report_to }
}

#[tokio::test]
async fn a_call_carries_what_it_says() {
    let standin = StandIn::start().await;
    let outcome = Twilio::new(&standin.config()).unwrap().call(&call()).await;
    assert!(matches!(&outcome, Outcome::Accepted { provider_id: Some(sid), .. } if sid.starts_with("CA")));
    let request = only_request(&standin).await;
    assert!(request.path.ends_with("/Calls.json"));
    assert_eq!((request.to(), request.field("StatusCallback")), (AOI, call().report_to.as_deref()));
    let pause = "</Say><Pause length=\"1\"/><Say language=\"ja-JP\">";
    let lines = ["縁です。", "4", "9", "&lt;&amp;&quot;>"].join(pause);
    let said = format!("<Response><Say language=\"ja-JP\">{lines}</Say><Pause length=\"1\"/></Response>");
    assert_eq!(request.field("Twiml"), Some(said.as_str()));
}

#[tokio::test]
async fn a_call_ends_as_a_message_does() {
    let standin = StandIn::start().await;
    let twilio = Twilio::new(&standin.config()).unwrap();
    standin.answer_with(Script::busy(120));
    assert!(matches!(twilio.call(&call()).await, Outcome::Later { after: Some(_), .. }));
    standin.answer_with(Script::DropBeforeAnswer);
    assert!(matches!(twilio.call(&call()).await, Outcome::Unknown { .. }));
    assert_eq!(standin.requests().len(), 2);
}

#[tokio::test]
async fn reports_are_asked_for_where_they_are_wanted() {
    let standin = StandIn::start().await;
    let report_to = Some("https://sns.example.jp/sms/status/1?a=b&c".to_owned());
    let wanted = TextMessage { report_to: report_to.clone(), ..message() };
    Twilio::new(&standin.config()).unwrap().send(&wanted).await;
    assert_eq!(only_request(&standin).await.field("StatusCallback"), report_to.as_deref());
}

#[tokio::test]
async fn calls_lie_beside_the_messages() {
    let dir = tempfile::tempdir().unwrap();
    assert!(matches!(Outbox::new(dir.path()).call(&call()).await, Outcome::Accepted { .. }));
    let text = std::fs::read_to_string(dir.path().join("outbox/calls.jsonl")).unwrap();
    assert!(text.contains("縁です。\\n4\\n9"), "{text}");
    assert!(!dir.path().join("outbox/sms.jsonl").exists());
}
