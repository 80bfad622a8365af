//! The made-up site: the demo cast in a store of its own, under the settings of the real one.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use actix_web::web;
use anyhow::Context;
use enishi_core::ids::MemberId;
use enishi_core::limit::Window;
use enishi_core::session::{self, Door};
use enishi_device::{DeviceProfile, Profiles};
use enishi_testkit::cast::{self, Cast};

use super::room::Room;
use crate::config::Config;
use crate::error::PageError;
use crate::routes::Routes;
use crate::site::Site;

/// The folder in the data folder. Nothing in it is worth keeping.
const FOLDER: &str = "showroom";

/// A site with nobody real in it.
pub struct Sample {
    /// The site.
    pub site: Arc<Site>,
    /// Its addresses.
    pub routes: Routes,
    /// Who lives there.
    pub cast: Cast,
    tokens: Mutex<HashMap<Signed, String>>,
    _place: Room,
}

/// Whose session on what kind of phone.
type Signed = (MemberId, String, bool);

impl Sample {
    /// Makes it anew.
    pub fn make(config: &Config) -> anyhow::Result<Sample> {
        let place = Room::make(&config.server.data_dir.join(FOLDER)).context("the folder of the showroom")?;
        // The profiles come with each request, so a fault in those on the disk keeps nobody from looking.
        let site = Site::open_with(settings(config, place.folder()), Profiles::embedded())?;
        let cast = cast::load(&site.store, &site.keys, &site.pictures, &mut |_, _| ())?;
        Ok(Sample {
            site: Arc::new(site),
            routes: Routes::new(),
            cast,
            tokens: Mutex::default(),
            _place: place,
        })
    }

    /// The token of somebody's session on a phone of this kind.
    pub async fn token(&self, member: MemberId, profile: &DeviceProfile) -> Result<String, PageError> {
        let signed = signed(member, profile);
        if let Some(token) = self.tokens().get(&signed) {
            return Ok(token.clone());
        }
        let (store, place) = (self.site.store.clone(), place(profile));
        let opened = web::block(move || store.write(move |tx| session::open(tx, member, &place))).await;
        let opened = opened.map_err(|error| PageError::Fault(error.to_string()))?;
        let token = opened.map_err(|error| PageError::Fault(error.to_string()))?.as_str().to_owned();
        self.tokens().insert(signed, token.clone());
        Ok(token)
    }

    /// That session is over.
    pub fn forget(&self, member: MemberId, profile: &DeviceProfile) {
        self.tokens().remove(&signed(member, profile));
    }

    fn tokens(&self) -> std::sync::MutexGuard<'_, HashMap<Signed, String>> {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn signed(member: MemberId, profile: &DeviceProfile) -> Signed {
    (member, profile.family.clone(), profile.keeps_cookies())
}

fn place(profile: &DeviceProfile) -> session::Place {
    session::Place {
        door: Door::Site,
        in_path: !profile.keeps_cookies(),
        family: profile.family.clone(),
        device: profile.words(),
        network: String::new(),
    }
}

/// The same settings, but for where things lie; and nobody is kept out for looking too often.
fn settings(config: &Config, folder: &Path) -> Config {
    let mut settings = config.clone();
    settings.server.data_dir = folder.to_owned();
    settings.database.url.clear();
    settings.pictures.store.clear();
    settings.limits.anonymous_pages = Window { seconds: 60, most: i64::from(i32::MAX) };
    settings
}
