//! What the stand-in does with a good request.

use std::time::Duration;

use serde_json::json;

/// One behaviour; the constructors make the answers Twilio and the things in front of it really give.
#[derive(Clone, Debug)]
pub enum Script {
    /// 201 with the document's example of a message, in this status, with the request's own number and text.
    Created {
        /// One of [`statuses`](super::statuses), or a word Twilio may invent tomorrow.
        status: String,
        /// The example in Twilio's document: `createWoService`, or `createWithMessagingService` (no `from`).
        example: &'static str,
    },
    /// Any answer at all.
    Answer {
        /// The HTTP status.
        status: u16,
        /// Headers besides Content-Length and Connection.
        headers: Vec<(&'static str, String)>,
        /// The body.
        body: String,
    },
    /// The request is read and never answered; the connection stays open.
    Hang,
    /// The request is read and the connection dropped.
    DropBeforeAnswer,
    /// A good 201 begins and the connection is dropped halfway through its body.
    DropMidBody,
    /// Another behaviour, after a while.
    After(Duration, Box<Script>),
}

impl Script {
    /// A message in this status.
    pub fn created(status: &str) -> Self {
        Self::Created { status: status.to_owned(), example: "createWoService" }
    }

    /// Twilio's error document.
    pub fn twilio_error(status: u16, code: u32, message: &str) -> Self {
        let more_info = format!("https://www.twilio.com/docs/errors/{code}");
        let body = json!({"code": code, "message": message, "more_info": more_info, "status": status});
        Self::json(status, &body.to_string())
    }

    /// 429 with a Retry-After of so many seconds, and without `code`, as the edge of the API sends it.
    pub fn busy(retry_after: u64) -> Self {
        let body = json!({"message": "Too Many Requests", "status": 429}).to_string();
        Self::json(429, &body).with_header("Retry-After", &retry_after.to_string())
    }

    /// A JSON answer.
    pub fn json(status: u16, body: &str) -> Self {
        Self::Answer { status, headers: vec![], body: body.to_owned() }
            .with_header("Content-Type", "application/json")
    }

    /// A page from something in front of Twilio.
    pub fn html(status: u16) -> Self {
        let body = format!("<html><body><h1>{status}</h1></body></html>");
        Self::Answer { status, headers: vec![], body }.with_header("Content-Type", "text/html")
    }

    /// A redirect to this address.
    pub fn redirect(status: u16, to: &str) -> Self {
        Self::html(status).with_header("Location", to)
    }

    /// The same answer with one more header; other behaviours have none.
    pub fn with_header(mut self, name: &'static str, value: &str) -> Self {
        if let Self::Answer { headers, .. } = &mut self {
            headers.push((name, value.to_owned()));
        }
        self
    }
}
