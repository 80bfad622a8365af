//! What leaves the machine, and that the stand-in would notice if it were wrong.

use enishi_sms::{
    Outcome, SmsConfig, SmsSender, TextMessage, Twilio,
    standin::{ACCOUNT_SID, FROM, StandIn},
};

use crate::{AOI, TEXT, message, only_request, send_with};

#[tokio::test]
async fn the_form_holds_number_sender_and_text_and_nothing_else() {
    let standin = StandIn::start().await;
    send_with(&standin.config()).await;
    let request = only_request(&standin).await;
    let mut form = request.form.clone();
    form.sort();
    assert_eq!(
        form,
        [("Body", TEXT), ("From", FROM), ("To", AOI)].map(|(k, v)| (k.to_owned(), v.to_owned()))
    );
    assert_eq!(request.path, format!("/2010-04-01/Accounts/{ACCOUNT_SID}/Messages.json"));
    assert_eq!(request.header("host"), standin.url().strip_prefix("http://"));
}

#[tokio::test]
async fn the_base_url_may_have_a_path() {
    let standin = StandIn::start().await;
    let twilio_base_url = format!("{}/proxy/twilio/", standin.url());
    let outcome = send_with(&SmsConfig { twilio_base_url, ..standin.config() }).await;
    assert!(matches!(outcome, Outcome::Accepted { .. }), "{outcome:?}");
    let request = only_request(&standin).await;
    assert_eq!(request.path, format!("/proxy/twilio/2010-04-01/Accounts/{ACCOUNT_SID}/Messages.json"));
}

#[tokio::test]
async fn a_sender_may_be_used_again_and_by_many_at_once() {
    let standin = StandIn::start().await;
    let twilio = Twilio::new(&standin.config()).unwrap();
    let (one, two) = (message(), TextMessage { body: "two".into(), ..message() });
    let (first, second) = tokio::join!(twilio.send(&one), twilio.send(&two));
    let third = twilio.send(&one).await;
    assert_ne!(first, second);
    assert!([first, second, third].iter().all(|outcome| matches!(outcome, Outcome::Accepted { .. })));
    assert_eq!(standin.requests().len(), 3);
}

#[tokio::test]
async fn the_stand_in_refuses_what_twilio_would_refuse() {
    let standin = StandIn::start().await;
    let good = standin.config();
    let cases = [
        (AOI, TEXT, SmsConfig { twilio_auth_token: "wrong".into(), ..good.clone() }, 20003),
        (AOI, TEXT, SmsConfig { twilio_account_sid: "ACother".into(), ..good.clone() }, 20003),
        (AOI, TEXT, SmsConfig { twilio_from: "no such sender!".into(), ..good.clone() }, 21604),
        (AOI, "", good.clone(), 21604),
        ("", TEXT, good.clone(), 21604),
        ("09000000000", TEXT, good.clone(), 21604),
        ("+81 90 0000 0000", TEXT, good, 21604),
    ];
    for (to, body, config, expected) in cases {
        let message = TextMessage { to: to.to_owned(), body: body.to_owned(), report_to: None };
        let outcome = Twilio::new(&config).unwrap().send(&message).await;
        assert!(
            matches!(outcome, Outcome::Refused { code: Some(code), .. } if code == expected),
            "{to}: {outcome:?}"
        );
    }
    assert!(standin.requests().iter().all(|request| !request.faults.is_empty()));
}
