//! Twilio's rules for creating a message.
//!
//! What the form may hold is read from Twilio's document; what that only says in prose (a message has a
//! sender and a content, and at most 1,600 characters) is written out here.

use data_encoding::BASE64;

use super::{ACCOUNT_SID, AUTH_TOKEN, Received, Script, document};

/// What Twilio would answer to a bad request; `None` for a good one.
pub(super) fn objection(request: &Received) -> Option<Script> {
    if !is_authorised(request) {
        return Some(Script::twilio_error(401, 20003, "Authenticate"));
    }
    let fault = request.faults.first()?;
    Some(Script::twilio_error(400, 21604, fault))
}

/// Everything about the request that breaks the rules.
pub(super) fn faults(request: &Received) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check = |holds: bool, fault: &str| {
        if !holds {
            faults.push(fault.to_owned());
        }
    };
    let messages = document::PATH.replace("{AccountSid}", ACCOUNT_SID);
    let is_call = is_call(request);
    check(request.method == "POST", "the method is not POST");
    check(is_call || request.path.ends_with(&messages), "the path is another");
    check(is_authorised(request), "the credentials are wrong");
    check(request.header("content-type") == Some(document::FORM), "the content is not a form");
    check(request.header("host").is_some_and(|host| !host.is_empty()), "there is no Host");
    check(has_any(request, &["From", "MessagingServiceSid"]), "there is no sender");
    if is_call {
        check(has_any(request, &["Url", "Twiml", "ApplicationSid"]), "there is nothing to say");
        check(
            request.field("Twiml").unwrap_or_default().len() <= 4000,
            "the Twiml is longer than 4,000 characters",
        );
        let known = ["To", "From", "Twiml", "StatusCallback"];
        check(request.form.iter().all(|(name, _)| known.contains(&name.as_str())), "a field is unknown");
        check(has_any(request, &["To"]), "there is nobody to call");
        return faults;
    }
    check(has_any(request, &["Body", "MediaUrl", "ContentSid"]), "there is no content");
    check(request.body().chars().count() <= 1600, "the body is longer than 1,600 characters");
    faults.extend(document::form_faults(&request.form));
    faults
}

/// Whether it is meant for the Calls API. Its rules are few, and written out here from Twilio's page.
pub(super) fn is_call(request: &Received) -> bool {
    request.path.ends_with(&format!("/2010-04-01/Accounts/{ACCOUNT_SID}/Calls.json"))
}

fn is_authorised(request: &Received) -> bool {
    let credentials = BASE64.encode(format!("{ACCOUNT_SID}:{AUTH_TOKEN}").as_bytes());
    request.header("authorization") == Some(format!("Basic {credentials}").as_str())
}

fn has_any(request: &Received, names: &[&str]) -> bool {
    names.iter().any(|name| request.field(name).is_some_and(|value| !value.is_empty()))
}
