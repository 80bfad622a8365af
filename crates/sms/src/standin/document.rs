//! Twilio's OpenAPI document, as far as it is about creating a message.

use std::{collections::HashSet, sync::LazyLock};

use serde_json::Value;

pub(super) const PATH: &str = "/2010-04-01/Accounts/{AccountSid}/Messages.json";
pub(super) const FORM: &str = "application/x-www-form-urlencoded";

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("twilio_create_message.json")).expect("the extract is JSON")
});

/// Every status the document names for a message.
pub fn statuses() -> Vec<String> {
    let named = DOCUMENT["components"]["schemas"]["message_enum_status"]["enum"].as_array();
    named.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The document's own example of an answer to a new message.
pub(super) fn example(name: &str) -> Value {
    let example = &operation()["responses"]["201"]["content"]["application/json"]["examples"][name]["value"];
    assert!(example.is_object(), "the document has no example {name}");
    example.clone()
}

/// Fields that are missing, unknown, repeated or of a wrong shape.
pub(super) fn form_faults(form: &[(String, String)]) -> Vec<String> {
    let schema = &operation()["requestBody"]["content"][FORM]["schema"];
    let required = schema["required"].as_array().expect("the form has required fields");
    let missing = required
        .iter()
        .filter_map(Value::as_str)
        .filter(|name| !form.iter().any(|(key, _)| key == name))
        .map(|name| format!("{name} is missing"));
    let mut seen = HashSet::new();
    let wrong = form.iter().filter_map(|(name, value)| {
        let property = resolve(&schema["properties"][name]);
        let repeated = !seen.insert(name) && property["type"] != "array";
        let fits = property.is_object() && !repeated && has_shape(property, name, value);
        (!fits).then(|| format!("{name} is unknown, repeated or has a wrong shape"))
    });
    missing.chain(wrong).collect()
}

fn has_shape(property: &Value, name: &str, value: &str) -> bool {
    let named = property["enum"].as_array().is_none_or(|names| names.iter().any(|name| name == value));
    let shaped = property["pattern"].as_str().is_none_or(|pattern| is_sid(pattern, value));
    let number =
        property["format"] != "phone-number" || is_e164(value) || (name == "From" && is_sender(value));
    let typed = match property["type"].as_str() {
        Some("boolean") => matches!(value, "true" | "false"),
        Some("integer") => value.parse::<i64>().is_ok(),
        Some("number") => value.parse::<f64>().is_ok(),
        _ => true,
    };
    named && shaped && number && typed
}

/// Every pattern in the form reads `^XX[0-9a-fA-F]{32}$`; another kind must be noticed, not skipped.
fn is_sid(pattern: &str, value: &str) -> bool {
    let prefix = pattern.strip_prefix('^').and_then(|rest| rest.strip_suffix("[0-9a-fA-F]{32}$"));
    let digits = value.strip_prefix(prefix.expect("the pattern of a SID"));
    digits.is_some_and(|digits| digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn is_e164(value: &str) -> bool {
    let digits = value.strip_prefix('+').unwrap_or_default();
    (2..=15).contains(&digits.len())
        && !digits.starts_with('0')
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The prose allows short codes and names of up to eleven letters and digits as a sender.
fn is_sender(value: &str) -> bool {
    (1..=11).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ')
}

fn operation() -> &'static Value {
    &DOCUMENT["paths"][PATH]["post"]
}

fn resolve(schema: &'static Value) -> &'static Value {
    match schema["$ref"].as_str() {
        Some(reference) => {
            DOCUMENT.pointer(reference.trim_start_matches('#')).expect("references lead somewhere")
        }
        None => schema,
    }
}
