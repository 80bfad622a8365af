//! Answers that mean: no, and asking again is no use.

use enishi_sms::{Outcome, standin::Script};

use crate::{AOI, play};

#[tokio::test]
async fn a_number_that_cannot_exist() {
    let words = format!("Invalid 'To' Phone Number: {AOI}");
    let outcome = play(Script::twilio_error(400, 21211, &words)).await;
    let Outcome::Refused { code, message } = &outcome else { panic!("{outcome:?}") };
    assert_eq!(*code, Some(21211));
    assert!(message.starts_with("Invalid 'To' Phone Number"), "{message}");
    assert!(!message.contains(AOI.trim_start_matches('+')), "the number must not reach a log: {message}");
}

#[tokio::test]
async fn wrong_credentials() {
    let outcome = play(Script::twilio_error(401, 20003, "Authenticate")).await;
    assert_eq!(outcome, Outcome::Refused { code: Some(20003), message: "Authenticate".into() });
}

#[tokio::test]
async fn a_page_from_something_in_between() {
    let outcome = play(Script::html(403)).await;
    assert_eq!(outcome, Outcome::Refused { code: None, message: "status 403".into() });
}

#[tokio::test]
async fn an_error_document_with_null_fields() {
    let outcome = play(Script::json(400, r#"{"code":null,"message":null,"status":400}"#)).await;
    assert_eq!(outcome, Outcome::Refused { code: None, message: "status 400".into() });
}
