//! What the provider of text messages reports about one of them, later. Nothing waits for it: a code is verified the
//! same whether a report comes, comes twice or never.

use actix_web::http::StatusCode;
use enishi_core::ids::TextId;
use enishi_core::text_message::{self, Delivery, Report};
use enishi_sms::Provider;

use super::route::{Outcome, Readers, Route, handler};
use crate::answer::Answer;
use crate::config::Config;
use crate::request::Ask;

pub fn routes() -> Vec<Route> {
    vec![Route::post("/sms/status/{id}", Readers::Provider, handler!(take_report))]
}

/// The address reports about a message are asked for at; `None` where nobody would report.
pub fn status_address(config: &Config, id: TextId) -> Option<String> {
    let public = config.server.public_url.as_str();
    (config.sms.provider == Provider::Twilio && !public.is_empty())
        .then(|| format!("{public}/sms/status/{id}"))
}

/// Whoever cannot sign a report is told nothing, not even whether there is such a message.
async fn take_report(ask: &mut Ask) -> Outcome {
    let refused = Ok(Answer::Bare(StatusCode::FORBIDDEN));
    let Ok(id) = ask.id::<TextId>("id") else { return refused };
    if !is_signed(ask, id) || ask.typed.get("AccountSid") != ask.site.config.sms.twilio_account_sid {
        return refused;
    }
    if let Some((provider_id, delivery)) = read(ask) {
        let error =
            ask.typed.get("ErrorCode").chars().filter(char::is_ascii_digit).take(8).collect::<String>();
        ask.write_at_the_door(move |tx| {
            text_message::apply(tx, Report { id, provider_id: &provider_id, delivery, error: &error })
        })
        .await?;
    }
    Ok(Answer::Bare(StatusCode::NO_CONTENT))
}

/// The signature is over the address as we gave it out, whatever proxies stand between. Twilio leaves a port of its
/// own out of what it signs in some of its products, so both readings of a configured port are good.
fn is_signed(ask: &Ask, id: TextId) -> bool {
    let config = &ask.site.config;
    let Some(url) = status_address(config, id) else { return false };
    let fields: Vec<(String, String)> =
        ask.typed.fields().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let token = config.sms.twilio_auth_token.as_str();
    let has_signed = |url: &str| enishi_sms::has_signed(token, url, &fields, &ask.signature);
    has_signed(&url) || without_port(&url).is_some_and(|url| has_signed(&url))
}

fn without_port(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let (authority, path) = rest.split_once('/')?;
    let (host, port) = authority.rsplit_once(':')?;
    port.bytes().all(|sign| sign.is_ascii_digit()).then(|| format!("{scheme}://{host}/{path}"))
}

/// A word Twilio invents tomorrow is no error, and changes nothing.
fn read(ask: &Ask) -> Option<(String, Delivery)> {
    let first = |names: [&str; 2]| names.into_iter().find_map(|name| ask.typed.find(name));
    let sid = first(["MessageSid", "CallSid"])?;
    let is_id = (1..=64).contains(&sid.len()) && sid.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let delivery = Delivery::of_word(first(["MessageStatus", "CallStatus"])?)?;
    is_id.then(|| (sid.to_owned(), delivery))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_port_that_is_there_is_left_out() {
        let url = "https://sns.example.jp:8443/sms/status/1";
        assert_eq!(without_port(url).as_deref(), Some("https://sns.example.jp/sms/status/1"));
        assert_eq!(without_port("https://sns.example.jp/sms/status/1"), None);
        assert_eq!(without_port("http://[2001:db8::1]/sms/status/1"), None);
    }
}
