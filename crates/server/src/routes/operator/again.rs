//! Deeds that ask for a fresh code first.

use std::sync::Arc;

use enishi_core::operator::{self, Again, Desk};
use enishi_core::store::{Result, Tx};
use enishi_face::Phrase;

use super::code_fault;
use crate::error::PageError;
use crate::request::Ask;
use crate::site::Site;

/// What the deed gave, or what to say beside the field of the code.
pub type Outcome<T> = std::result::Result<std::result::Result<T, Phrase>, PageError>;

/// Judges the code of the form and does the deed in the same transaction, only if it is right.
pub async fn with_code<T, F>(ask: &mut Ask, deed: F) -> Outcome<T>
where
    F: FnOnce(&mut Tx<'_>, &Site, &Desk, &str) -> Result<T> + Clone + Send + 'static,
    T: Send + 'static,
{
    with_code_in("code", ask, deed).await
}

/// The same with the code typed in another field.
pub async fn with_code_in<T, F>(field: &str, ask: &mut Ask, deed: F) -> Outcome<T>
where
    F: FnOnce(&mut Tx<'_>, &Site, &Desk, &str) -> Result<T> + Clone + Send + 'static,
    T: Send + 'static,
{
    let (site, client, code) = (Arc::clone(&ask.site), ask.client.clone(), ask.typed.get(field).to_owned());
    let (asked, done) = ask
        .write_at_desk(move |tx, desk| {
            let asked = operator::again(tx, &site.keys, desk, &client, &code)?;
            let done = match asked {
                Again::Given => Some(deed(tx, &site, desk, &client)?),
                Again::Wrong | Again::Wait { .. } => None,
            };
            Ok((asked, done))
        })
        .await?;
    Ok(match code_fault(ask, asked) {
        None => done.ok_or(Phrase::new("desk-code-wrong")),
        Some(why) => Err(why),
    })
}
