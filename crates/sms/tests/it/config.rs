//! Settings: what is needed, what is refused, and that nothing secret is shown.

use enishi_sms::{ConfigError, Provider, SmsConfig, Twilio, sender_from, standin::StandIn};

#[track_caller]
fn check(config: SmsConfig, expected: &str) {
    let error = sender_from(&config, "unused".as_ref()).err().expect("an error");
    assert!(error.to_string().starts_with(expected), "{error}");
}

#[tokio::test]
async fn each_missing_setting_is_named() {
    let good = StandIn::start().await.config();
    let empty = String::new;
    check(SmsConfig { twilio_account_sid: empty(), ..good.clone() }, "sms.twilio_account_sid must be set");
    check(SmsConfig { twilio_auth_token: empty(), ..good.clone() }, "sms.twilio_auth_token must be set");
    check(SmsConfig { twilio_from: " ".into(), ..good.clone() }, "sms.twilio_from must be set");
    check(SmsConfig { twilio_base_url: empty(), ..good.clone() }, "sms.twilio_base_url must be");
    check(
        SmsConfig { twilio_account_sid: "AC/../x".into(), ..good.clone() },
        "sms.twilio_account_sid may hold",
    );
    check(SmsConfig { twilio_auth_token: "a\nb".into(), ..good.clone() }, "sms.twilio_auth_token has");
    check(SmsConfig { connect_seconds: 0, ..good.clone() }, "sms.connect_seconds must be");
    check(SmsConfig { connect_seconds: 11, ..good }, "sms.connect_seconds must be");
}

#[test]
fn the_outbox_needs_nothing_and_is_the_default() {
    let config: SmsConfig = serde_json::from_str("{}").unwrap();
    assert_eq!((config.provider, config.connect_seconds, config.total_seconds), (Provider::Outbox, 3, 10));
    assert_eq!(config.twilio_base_url, "https://api.twilio.com");
    assert!(sender_from(&config, "unused".as_ref()).is_ok());
}

#[test]
fn a_misspelt_key_or_provider_is_refused() {
    assert!(serde_json::from_str::<SmsConfig>(r#"{"provider":"twilio"}"#).is_ok());
    assert!(serde_json::from_str::<SmsConfig>(r#"{"provider":"Twillio"}"#).is_err());
    assert!(serde_json::from_str::<SmsConfig>(r#"{"twilio_acount_sid":"x"}"#).is_err());
}

#[tokio::test]
async fn debug_shows_no_credential() {
    let config = StandIn::start().await.config();
    let shown = format!("{config:?} {:?}", Twilio::new(&config).unwrap());
    for secret in [&config.twilio_account_sid, &config.twilio_auth_token, &config.twilio_from] {
        assert!(!shown.contains(secret.as_str()), "{shown}");
    }
    let error = ConfigError::Missing("twilio_from");
    assert!(error.to_string().contains("sms.twilio_from"));
}
