//! What Twilio posts later about a message: signed, in its form.

use super::{ACCOUNT_SID, AUTH_TOKEN, Received};
use crate::signature;

/// A report ready to be posted, and to be spoiled by a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Callback {
    /// The address it is signed for: what the request named as its StatusCallback.
    pub url: String,
    /// The form.
    pub form: Vec<(String, String)>,
    /// The value of X-Twilio-Signature.
    pub signature: String,
}

impl Callback {
    /// What Twilio would say of the message this request made, which it had answered with `sid`.
    pub fn about(request: &Received, sid: &str, status: &str) -> Callback {
        let url = request.field("StatusCallback").expect("the request asks for reports").to_owned();
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let form = vec![
            field("SmsSid", sid),
            field("SmsStatus", status),
            field("MessageStatus", status),
            field("To", request.to()),
            field("MessageSid", sid),
            field("AccountSid", ACCOUNT_SID),
            field("From", request.field("From").unwrap_or_default()),
            field("ApiVersion", "2010-04-01"),
        ];
        Callback { url, form, signature: String::new() }.signed()
    }

    /// With another field, signed anew.
    pub fn with(mut self, name: &str, value: &str) -> Callback {
        self.form.push((name.to_owned(), value.to_owned()));
        self.signed()
    }

    /// Signed as it now is.
    pub fn signed(self) -> Callback {
        let signature = signature(AUTH_TOKEN, &self.url, &self.form);
        Callback { signature, ..self }
    }

    /// The form as it goes over the line.
    pub fn body(&self) -> String {
        let pairs = self.form.iter();
        twilio_async::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
    }

    /// The path of the address.
    pub fn path(&self) -> String {
        let after = self.url.split_once("://").map_or("", |(_, rest)| rest);
        after.find('/').map_or("/", |at| &after[at..]).to_owned()
    }
}
