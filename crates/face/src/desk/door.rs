//! Coming to the desk.

use crate::form::Form;

/// Setting up. Fields: `token`, `password`, `code`.
pub struct SetupPage {
    /// Who.
    pub name: String,
    /// What was typed, and the token of the address.
    pub form: Form,
    /// The secret as it is typed into an app.
    pub key: String,
    /// The secret as a picture for an app: a `data:` address, and its side in pixels. It is a part of the page, so
    /// that no second address shows the secret.
    pub picture: Option<(String, u32)>,
}

/// Recovery codes.
pub struct CodesPage {
    /// Those that wait to be written down; none once they were.
    pub shown: Vec<String>,
    /// How many are still good.
    pub left: i64,
    /// The form for new ones. Field: `code`.
    pub form: Form,
}
