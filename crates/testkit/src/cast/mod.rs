//! The demo cast: a dozen people, their ties, diaries and photos, written down in `fixtures/cast`.
//!
//! [`load`] lays them into an empty database through the use cases of the domain, each at its own time in the
//! past, so that nothing is there which a member could not have done. Everybody is made up, and so is every
//! number; all share one [`PASSWORD`].

mod door;
mod error;
mod find;
mod guards;
mod introducing;
mod knocking;
mod marking;
mod marks;
mod noting;
mod people;
mod photos;
mod places;
mod placing;
mod script;
mod stage;
mod timeline;
mod trust;
mod when;
mod writing;

use std::collections::HashMap;
use std::sync::Arc;

use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::member;
use enishi_core::password::{Cost, Hasher};
use enishi_core::secrets::Keyring;
use enishi_core::store::Store;
use jiff::tz::TimeZone;

pub use error::LoadError;
pub use find::find;
use photos::Photos;
use stage::Stage;

/// The password of everybody in the cast.
pub const PASSWORD: &str = "tsunagu-en-2026";

/// The zone whose days the footprints of the cast are cut by.
const ZONE: &str = "Asia/Tokyo";

/// One of the cast, as somebody who wants to sign in needs to know them.
#[derive(Clone, Debug)]
pub struct Player {
    /// The name tests and files call them by: `hanako`.
    pub handle: &'static str,
    /// The name others see.
    pub nickname: &'static str,
    /// The number to sign in with, as people write it: `090-1234-5601`.
    pub phone: &'static str,
    /// `ja` or `en`.
    pub language: &'static str,
    /// Their confirmed address of mail, which signs in too.
    pub email: Option<&'static str>,
    /// The key of their authenticator app, which is asked for after the password.
    pub app_key: Option<&'static str>,
    /// What to try when signed in as this person, in their language.
    pub hint: &'static str,
    /// Their id in this database.
    pub id: MemberId,
}

/// Somebody at the door, whom nobody in the network meets.
#[derive(Clone, Copy, Debug)]
pub struct AtTheDoor {
    /// The name they chose.
    pub nickname: &'static str,
    /// The number to sign in with.
    pub phone: &'static str,
    /// Where they are to be found.
    pub hint: &'static str,
}

/// Who waits for a yes, and who is leaving. All share the [`PASSWORD`].
///
/// # Errors
/// If the files are not as they should be.
pub fn at_the_door() -> Result<Vec<AtTheDoor>, LoadError> {
    let newcomers = script::read()?.joining.newcomer.iter();
    let told = |one: &'static script::Newcomer| AtTheDoor {
        nickname: &one.nickname,
        phone: &one.phone,
        hint: &one.hint,
    };
    Ok(newcomers.map(told).collect())
}

/// The cast in one database.
#[derive(Clone, Debug)]
pub struct Cast {
    players: Vec<Player>,
    entries: HashMap<&'static str, DiaryId>,
}

impl Cast {
    /// Everybody, in the order of the file.
    pub fn players(&self) -> &[Player] {
        &self.players
    }

    /// The one with this handle.
    ///
    /// # Panics
    /// If the cast has nobody of that name: a slip in a test.
    pub fn member(&self, handle: &str) -> &Player {
        let found = self.players.iter().find(|player| player.handle == handle);
        found.unwrap_or_else(|| panic!("the cast has no {handle}"))
    }

    /// The diary entry with this key in the files.
    ///
    /// # Panics
    /// If the cast has written no such entry: a slip in a test.
    pub fn entry(&self, key: &str) -> DiaryId {
        *self.entries.get(key).unwrap_or_else(|| panic!("the cast has no entry {key}"))
    }
}

/// Lays the cast into an empty database; `progress` hears how much of how much is done.
///
/// # Errors
/// [`LoadError::NotEmpty`] if anybody has joined already; then [`find`] tells whether it is the cast.
pub fn load(
    store: &Store,
    keyring: &Arc<Keyring>,
    pictures: &enishi_pictures::Store,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Cast, LoadError> {
    if store.read(member::has_any)? {
        return Err(LoadError::NotEmpty);
    }
    let zone = TimeZone::get(ZONE).map_err(LoadError::refused)?;
    let began_at = store.now();
    let events = timeline::lay_out(script::read()?, began_at, &zone);
    let mut stage = Stage {
        store: store.clone(),
        keyring: Arc::clone(keyring),
        photos: Photos::of(pictures),
        password_hash: Hasher::new(Cost::default()).map_err(LoadError::refused)?.hash(PASSWORD),
        zone,
        began_at,
        members: HashMap::new(),
        groups: HashMap::new(),
        entries: HashMap::new(),
        communities: HashMap::new(),
        topics: HashMap::new(),
    };
    let total = events.len();
    for (done, (at, event)) in events.into_iter().enumerate() {
        progress(done, total);
        stage.play(at, event)?;
    }
    progress(total, total);
    find(store, keyring)?.ok_or_else(|| LoadError::refused("somebody of the cast is missing"))
}
