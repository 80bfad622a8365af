//! What every request shares: the store, the keys, the pictures, the profiles.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use enishi_core::password::Hasher;
use enishi_core::phone::Countries;
use enishi_core::secrets::pair::{self, PairOf};
use enishi_core::secrets::{self, Keyring};
use enishi_core::store::Store;
use enishi_device::Profiles;
use enishi_push::{Hosts, KeyPair};
use jiff::tz::TimeZone;
use tokio::sync::{Notify, Semaphore};

use crate::config::Config;
use crate::crowd::Crowd;
use crate::handsets::Handsets;
use crate::live_profiles::LiveProfiles;
use crate::pool::Pool;
use crate::showroom::Showroom;

/// One running site.
pub struct Site {
    /// The settings.
    pub config: Config,
    /// The data.
    pub store: Store,
    /// The keys, which are not in the data.
    pub keys: Arc<Keyring>,
    /// Signs what goes to push services; none where phones do not ring.
    pub push_pair: Option<KeyPair>,
    /// The push services that are asked.
    pub push_hosts: Hosts,
    /// The picture files.
    pub pictures: Arc<enishi_pictures::Store>,
    /// The device profiles in force.
    pub profiles: LiveProfiles,
    /// Makes and recognises password hashes.
    pub hasher: Arc<Hasher>,
    /// Countries whose numbers may sign up.
    pub countries: Countries,
    /// Where days begin.
    pub zone: TimeZone,
    /// Wakes the worker that sends text messages.
    pub texts_wait: Notify,
    /// Wakes the worker that sends letters.
    pub letters_wait: Notify,
    /// Bodies with photographs that may be in memory at once.
    pub photo_bodies: Semaphore,
    /// Long bodies of guests that may be in memory at once.
    pub guest_bodies: Semaphore,
    /// How often pages are looked at by nobody in particular.
    pub crowd: Crowd,
    /// Which handsets come.
    pub handsets: Handsets,
    /// The phone on the operators' screen.
    pub showroom: Showroom,
    /// Requests being worked on.
    pub turns: Pool,
    /// Requests that sign in or out.
    pub door_turns: Pool,
    /// Hashing is heavy: never more at once than there are cores, so that pages stay quick.
    pub hashing: Pool,
    /// So is decoding pictures.
    pub developing: Pool,
}

impl Site {
    /// Opens everything the settings name; says plainly what cannot be opened.
    pub fn open(config: Config) -> anyhow::Result<Site> {
        let profiles = open_profiles(&config)?;
        Site::open_with(config, profiles)
    }

    /// The same with these device profiles.
    pub fn open_with(config: Config, profiles: Profiles) -> anyhow::Result<Site> {
        private_folder(&config.server.data_dir)?;
        let store = Store::open(&config.database_url()).context("the database")?;
        let keys = Arc::new(open_keys(&config, &store)?);
        let pictures = enishi_pictures::Store::open(&config.pictures_url()).context("the picture store")?;
        let codes = config.signup.countries.iter().map(String::as_str);
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        let (load, patience) = (config.server.load, Duration::from_secs(config.server.load.wait_seconds));
        let pool = |places: usize| Pool::new(cores * places, cores * load.waiting_per_core, patience);
        Ok(Site {
            profiles: LiveProfiles::new(profiles, config.devices_dir()),
            hasher: Arc::new(Hasher::new(config.password).context("in [password]")?),
            countries: Countries::parse(codes).context("in [signup] countries")?,
            zone: TimeZone::get(&config.site.time_zone).context("in [site] time_zone")?,
            push_pair: open_push_pair(&config, &store, &keys)?,
            push_hosts: config.push.check()?,
            keys,
            pictures: Arc::new(pictures),
            texts_wait: Notify::new(),
            letters_wait: Notify::new(),
            turns: pool(load.in_flight_per_core),
            door_turns: pool(load.door_in_flight_per_core),
            hashing: pool(1),
            developing: pool(1),
            crowd: Crowd::default(),
            handsets: Handsets::default(),
            showroom: Showroom::default(),
            photo_bodies: Semaphore::new(2 * cores),
            guest_bodies: Semaphore::new(8 * cores),
            config,
            store,
        })
    }
}

/// A database that has known keys is never given new ones: every number in it would be lost.
fn open_keys(config: &Config, store: &Store) -> anyhow::Result<Keyring> {
    let claimed = store.read(secrets::has_been_claimed)?;
    let folder = config.server.data_dir.join("keys");
    let keys = Keyring::open_or_create(&folder, !claimed).context("the keys")?;
    let keys = Arc::new(keys);
    let claimant = Arc::clone(&keys);
    store.write(move |tx| secrets::claim(tx, &claimant)).context("the keys")?;
    Arc::into_inner(keys).context("the keys are still held")
}

/// The pair is made at the first start that may ring phones, and stays: phones are bound to it.
fn open_push_pair(config: &Config, store: &Store, keys: &Arc<Keyring>) -> anyhow::Result<Option<KeyPair>> {
    if !config.push.enabled {
        return Ok(None);
    }
    let found = store.read(|tx| pair::find(tx, keys, PairOf::Push)).context("the key pair for push")?;
    let pkcs8 = match found {
        Some(pkcs8) => pkcs8,
        None => {
            let (keys, made) = (Arc::clone(keys), KeyPair::make().context("no random numbers")?);
            store
                .write(move |tx| pair::keep(tx, &keys, PairOf::Push, &made))
                .context("the key pair for push")?
        }
    };
    Ok(Some(KeyPair::read(&pkcs8).context("the key pair for push is damaged")?))
}

/// The profiles of the operator, or the ones inside the program; a fault is told with file and line.
pub fn open_profiles(config: &Config) -> anyhow::Result<Profiles> {
    let Some(dir) = config.devices_dir() else { return Ok(Profiles::embedded()) };
    Profiles::load(&dir).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("the device profiles:\n{}", lines.join("\n"))
    })
}

fn private_folder(folder: &std::path::Path) -> anyhow::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .with_context(|| format!("cannot make {}", folder.display()))
}
