//! Text messages through Twilio's form of request, against a stand-in that checks it.

use std::time::Duration;

use enishi_sms::standin::{ACCOUNT_SID, AUTH_TOKEN, FROM, Script, StandIn};
use enishi_testkit::phone::IPHONE;

use crate::program::empty;

fn ask(script: Script, numbers: usize) -> Vec<(usize, bool)> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let standin = runtime.block_on(StandIn::start());
    standin.answer_with(script);
    let url = standin.url();
    let settings = [
        ("ENISHI_SERVER__PUBLIC_URL", "http://127.0.0.1"),
        ("ENISHI_SMS__PROVIDER", "twilio"),
        ("ENISHI_SMS__TWILIO_ACCOUNT_SID", ACCOUNT_SID),
        ("ENISHI_SMS__TWILIO_AUTH_TOKEN", AUTH_TOKEN),
        ("ENISHI_SMS__TWILIO_FROM", FROM),
        ("ENISHI_SMS__TWILIO_BASE_URL", url.as_str()),
        ("ENISHI_SMS__CONNECT_SECONDS", "1"),
        ("ENISHI_SMS__TOTAL_SECONDS", "2"),
    ];
    let seen = empty(&settings).map(|program| {
        let before = standin.requests().len();
        for n in 0..numbers {
            let mut phone = program.phone(IPHONE);
            let form = phone.get("/signup").form("/signup").fill("phone", &format!("090-7777-880{n}"));
            assert_eq!(phone.submit(&form).status, 200);
        }
        runtime.block_on(standin.wait_for(before + numbers, Duration::from_secs(60)));
        // Long enough for a second message, were there to be one.
        std::thread::sleep(Duration::from_secs(5));
        let requests = standin.requests().split_off(before);
        assert!(requests.iter().all(|request| request.body().contains('#')), "no code in the message");
        (requests.len(), requests.iter().all(|request| request.faults.is_empty()))
    });
    seen.collect()
}

#[test]
fn a_code_goes_out_once_and_in_twilios_form() {
    assert!(ask(Script::created("queued"), 2).into_iter().all(|seen| seen == (2, true)));
}

#[test]
fn an_unknown_outcome_never_sends_a_second_message() {
    for script in [Script::Hang, Script::DropBeforeAnswer, Script::html(503), Script::html(200)] {
        assert!(ask(script.clone(), 1).into_iter().all(|seen| seen == (1, true)), "{script:?}");
    }
}
