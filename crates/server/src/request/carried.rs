//! Fields of one form that travel hidden through another, so that nothing typed is lost when a password is asked for
//! in between. A password among them is sealed for the session: it never stands readable in a page.

use data_encoding::BASE32_NOPAD;
use enishi_core::secrets::Purpose;
use enishi_face::{CARRIED, Form};

use super::ask::Ask;

/// Fields that hold a secret.
const SECRETS: [&str; 3] = ["password", "new_password", "pin"];

/// The fields carried by the form that was sent, by the names they had in theirs.
pub fn carried(ask: &Ask) -> impl Iterator<Item = (&str, &str)> {
    ask.typed.fields().filter_map(|(field, value)| Some((field.strip_prefix(CARRIED)?, value)))
}

/// A form that carries everything that was sent but the token against forgery, which is made anew.
pub fn carry_all(ask: &Ask, form: Form) -> Form {
    ask.typed.fields().filter(|(field, _)| *field != "csrf").fold(form, |form, (field, value)| match SECRETS
        .contains(&field)
    {
        true => form.carry(field, &seal(ask, value)),
        false => form.carry(field, value),
    })
}

/// What the form that was sent carries, with its secrets opened; a secret that does not open comes out empty.
pub fn carried_open(ask: &Ask) -> Vec<(String, String)> {
    let open = |(field, value): (&str, &str)| match SECRETS.contains(&field) {
        true => (field.to_owned(), unseal(ask, value).unwrap_or_default()),
        false => (field.to_owned(), value.to_owned()),
    };
    carried(ask).map(open).collect()
}

fn row(ask: &Ask) -> i64 {
    ask.session_id().map(i64::from).unwrap_or_default()
}

fn seal(ask: &Ask, value: &str) -> String {
    BASE32_NOPAD
        .encode(&ask.site.keys.seal_for_a_page(Purpose::Carried, row(ask), value.as_bytes()))
        .to_ascii_lowercase()
}

fn unseal(ask: &Ask, value: &str) -> Option<String> {
    let sealed = BASE32_NOPAD.decode(value.to_ascii_uppercase().as_bytes()).ok()?;
    let open = ask.site.keys.open_sealed(Purpose::Carried, row(ask), &sealed).ok()?;
    String::from_utf8(open.to_vec()).ok()
}
