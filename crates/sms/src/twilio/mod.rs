//! Sending through Twilio's Messages API, and calling through its Calls API.
//!
//! `twilio-async` forms the request; the connection and the reading of the answer are ours. Nothing here
//! waits between attempts or makes a second one.

mod answer;
mod base_url;
mod line;

use std::{fmt, time::Duration};

use hyper::{Body, Method, Request};
use tokio::time::{Instant, timeout_at};
use twilio_async::{Execute, TwilioErr, form_urlencoded};

use self::{base_url::BaseUrl, line::Line};
use crate::{BoxFuture, ConfigError, Delay, Doubt, Outcome, SmsConfig, SmsSender, TextMessage, VoiceCall};

/// A sender for one Twilio account. Cheap to share, safe to use from many tasks at once.
pub struct Twilio {
    account: twilio_async::Twilio,
    account_sid: String,
    from: String,
    base_url: BaseUrl,
    line: Line,
    total_limit: Duration,
}

impl Twilio {
    /// A sender with these settings; `config.provider` is not looked at. Connects to nothing yet.
    ///
    /// # Errors
    /// When a setting is missing or unusable, or TLS cannot be set up on this machine.
    pub fn new(config: &SmsConfig) -> Result<Self, ConfigError> {
        config.check_twilio()?;
        // Before the account: where TLS cannot be set up this returns an error, and the crate would panic.
        let line = Line::new(config.connect_limit())?;
        let account =
            twilio_async::Twilio::new(config.twilio_account_sid.as_str(), &config.twilio_auth_token)
                .map_err(|_| unusable("twilio_auth_token", "has a character that no header can carry"))?;
        Ok(Self {
            account,
            account_sid: config.twilio_account_sid.clone(),
            from: config.twilio_from.clone(),
            base_url: BaseUrl::parse(&config.twilio_base_url).ok_or(unusable(
                "twilio_base_url",
                "must be http(s)://host[:port][/path] and nothing more",
            ))?,
            line,
            total_limit: config.total_limit(),
        })
    }

    async fn deliver(&self, request: Result<Request<Body>, TwilioErr>, secrets: &[&str]) -> Outcome {
        let deadline = Instant::now() + self.total_limit;
        let Ok(request) = request else {
            return Outcome::Refused { code: None, message: "no request can be formed".to_owned() };
        };
        // The turning point: up to an open connection nothing has left, and from then on anything may have.
        let open = match self.line.open(request.uri().clone()).await {
            Ok(open) => open,
            Err(why) => return Outcome::Later { after: None, reason: Delay::Unreachable(why) },
        };
        match timeout_at(deadline, open.exchange(request)).await {
            Err(_) => Outcome::Unknown { reason: Doubt::TimedOut },
            Ok(Err(reason)) => Outcome::Unknown { reason },
            Ok(Ok(answer)) => {
                answer.judge(&[secrets, &[self.account_sid.as_str(), self.from.as_str()]].concat())
            }
        }
    }

    fn request(&self, message: &TextMessage) -> Result<Request<Body>, TwilioErr> {
        let sending = self.account.send_msg(&self.from, &message.to, &message.body);
        let form = with_report(sending.msg.to_string(), message.report_to.as_deref());
        let mut request = sending.request(Method::POST, "Messages.json", Some(form))?;
        *request.uri_mut() = self.base_url.carry(request.uri())?;
        Ok(request)
    }

    /// The crate's own calls name an address that answers what to say; ours carry what to say with them, so that no
    /// code is ever waiting at an address.
    fn call_request(&self, call: &VoiceCall) -> Result<Request<Body>, TwilioErr> {
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("To", &call.to)
            .append_pair("From", &self.from)
            .append_pair("Twiml", &twiml(call))
            .finish();
        let form = with_report(form, call.report_to.as_deref());
        let sending = self.account.send_msg(&self.from, &call.to, "");
        let mut request = sending.request(Method::POST, "Calls.json", Some(form))?;
        *request.uri_mut() = self.base_url.carry(request.uri())?;
        Ok(request)
    }
}

/// Asks Twilio to report there.
fn with_report(form: String, report_to: Option<&str>) -> String {
    match report_to {
        Some(url) => form_urlencoded::Serializer::new(form).append_pair("StatusCallback", url).finish(),
        None => form,
    }
}

/// What Twilio is to say, in its own markup.
fn twiml(call: &VoiceCall) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let language = escaped(&call.language);
    let say =
        |line: &String| format!("<Say language=\"{language}\">{}</Say><Pause length=\"1\"/>", escaped(line));
    format!("<Response>{}</Response>", call.lines.iter().map(say).collect::<String>())
}

impl SmsSender for Twilio {
    fn send<'a>(&'a self, message: &'a TextMessage) -> BoxFuture<'a, Outcome> {
        Box::pin(async move {
            self.deliver(self.request(message), &[message.to.as_str(), message.body.as_str()]).await
        })
    }

    fn call<'a>(&'a self, call: &'a VoiceCall) -> BoxFuture<'a, Outcome> {
        Box::pin(async move { self.deliver(self.call_request(call), &[call.to.as_str()]).await })
    }
}

/// Says only where messages go: the account inside holds the credentials.
impl fmt::Debug for Twilio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Twilio").field("base_url", &self.base_url).finish_non_exhaustive()
    }
}

fn unusable(key: &'static str, why: &'static str) -> ConfigError {
    ConfigError::Unusable { key, why }
}
