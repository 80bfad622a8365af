//! Recognising the cast in a database it was laid into earlier.

use std::collections::HashMap;

use enishi_core::ids::DiaryId;
use enishi_core::phone::Countries;
use enishi_core::secrets::Keyring;
use enishi_core::store::{Store, Tx};
use enishi_core::visibility::Viewer;
use enishi_core::{diary, login};

use super::script::{self, Person, Script};
use super::{Cast, LoadError, Player};

/// The cast, if all of it lives in this database. An entry that was deleted or retitled is not known any more.
///
/// # Errors
/// [`LoadError::Script`] if the files are not as they should be, [`LoadError::Store`] if the database failed.
pub fn find(store: &Store, keyring: &Keyring) -> Result<Option<Cast>, LoadError> {
    let script = script::read()?;
    store.read(|tx| {
        let mut players = Vec::with_capacity(script.people.len());
        let mut entries = HashMap::new();
        for person in &script.people {
            let Some(player) = find_player(tx, keyring, person)? else { return Ok(None) };
            entries.extend(find_entries(tx, script, &player)?);
            players.push(player);
        }
        Ok(Some(Cast { players, entries }))
    })
}

fn find_player(
    tx: &mut Tx<'_>,
    keyring: &Keyring,
    person: &'static Person,
) -> Result<Option<Player>, LoadError> {
    let known = login::find(tx, keyring, &person.phone, &Countries::default())?;
    Ok(known.map(|known| Player {
        handle: &person.handle,
        nickname: &person.nickname,
        phone: &person.phone,
        language: &person.language,
        email: person.email.as_deref(),
        app_key: person.app_key.as_deref(),
        hint: &person.hint,
        id: known.member,
    }))
}

fn find_entries(
    tx: &mut Tx<'_>,
    script: &'static Script,
    player: &Player,
) -> Result<Vec<(&'static str, DiaryId)>, LoadError> {
    let written = diary::newest_of(tx, Viewer::Member(player.id), player.id, i64::MAX)?;
    let kept = |entry: &'static script::Entry| {
        written.iter().find(|line| line.title == entry.title).map(|line| (entry.key.as_str(), line.id))
    };
    Ok(script.entries_of(player.handle).filter_map(kept).collect())
}
