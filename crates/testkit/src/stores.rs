//! A fresh store for a test on each engine, with a clock moved by hand.
//!
//! SQLite lies in a temporary folder. PostgreSQL joins when `ENISHI_TEST_POSTGRES_URL` names a database in
//! which this user may create schemas: each store gets one of its own and drops it at the end.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, RunQueryDsl, SqliteConnection};
use enishi_core::moment::Moment;
use enishi_core::store::{Clock, HandClock, Store};
use tempfile::TempDir;

/// Where the clock of every test store stands at first: 2026-11-23, noon in Tokyo.
pub const NOON: i64 = 1_795_402_800_000;

/// The variable that names a PostgreSQL database for tests, as `postgres://…`.
pub const POSTGRES_URL: &str = "ENISHI_TEST_POSTGRES_URL";

/// An empty store of one engine. What it stands on is removed with it.
pub struct TestStore {
    /// The store, its tables up to date.
    pub store: Store,
    /// Its clock, standing at [`NOON`] until it is moved.
    pub clock: Arc<HandClock>,
    /// `sqlite` or `postgres`, for the message of a failed assertion.
    pub engine: &'static str,
    url: String,
    ground: Ground,
}

/// Where a test's database stands; it is removed with this value.
pub enum Ground {
    /// A SQLite file in a folder.
    Folder(TempDir),
    /// A schema of its own on a PostgreSQL server.
    Schema {
        /// The server's URL.
        server: String,
        /// The schema.
        name: String,
    },
    /// A database of its own on a PostgreSQL server.
    Database {
        /// The server's URL.
        server: String,
        /// The database.
        name: String,
    },
}

/// Fresh ground for a program under test on each engine at hand: SQLite always, PostgreSQL when it is named.
pub fn grounds() -> Vec<Ground> {
    let folder = Ground::Folder(tempfile::tempdir().expect("a temporary folder"));
    std::iter::once(folder).chain(schema()).collect()
}

/// A fresh store on each engine at hand; SQLite always, PostgreSQL when it is named.
pub fn stores() -> Vec<TestStore> {
    std::iter::once(sqlite()).chain(postgres()).collect()
}

/// A fresh SQLite store.
pub fn sqlite() -> TestStore {
    let ground = Ground::Folder(tempfile::tempdir().expect("a temporary folder"));
    open(&ground.url(), "sqlite", ground)
}

/// A fresh PostgreSQL store, if a server was named.
pub fn postgres() -> Option<TestStore> {
    let ground = schema()?;
    let url = ground.url();
    Some(open(&url, "postgres", ground))
}

fn schema() -> Option<Ground> {
    let (server, name) = (server()?, fresh_name());
    say(&server, &format!("DROP SCHEMA IF EXISTS {name} CASCADE; CREATE SCHEMA {name}"));
    Some(Ground::Schema { server, name })
}

fn server() -> Option<String> {
    std::env::var(POSTGRES_URL).ok().filter(|url| !url.is_empty())
}

fn fresh_name() -> String {
    static NAMES: AtomicU32 = AtomicU32::new(0);
    // Tests in two containers may have one server and the same process id.
    static CHANCE: LazyLock<u64> = LazyLock::new(|| RandomState::new().build_hasher().finish());
    let (process, nth) = (std::process::id(), NAMES.fetch_add(1, Ordering::Relaxed));
    format!("test_{process}_{:08x}_{nth}", *CHANCE & 0xFFFF_FFFF)
}

/// An empty database on the PostgreSQL server that was named, or a copy of `like`, which nobody may be using. `None`
/// where no server was named, or its user may not create databases.
pub fn database(like: Option<&Ground>) -> Option<Ground> {
    let (server, name) = (server()?, fresh_name());
    let template = match like {
        Some(Ground::Database { name, .. }) => format!(" TEMPLATE {name}"),
        _ => String::new(),
    };
    let mut connection = PgConnection::establish(&server).ok()?;
    connection.batch_execute(&format!("CREATE DATABASE {name}{template}")).ok()?;
    Some(Ground::Database { server, name })
}

impl Ground {
    /// The database URL of this ground.
    pub fn url(&self) -> String {
        match self {
            Ground::Folder(folder) => format!("sqlite://{}", folder.path().join("enishi.db").display()),
            Ground::Schema { server, name } => {
                let joint = if server.contains('?') { '&' } else { '?' };
                format!("{server}{joint}options=-csearch_path%3D{name}")
            }
            Ground::Database { server, name } => {
                let (place, asked) =
                    server.split_once('?').map_or((server.as_str(), None), |(a, b)| (a, Some(b)));
                let host = place.rsplit_once('/').map_or(place, |(host, _)| host);
                asked.map_or_else(|| format!("{host}/{name}"), |asked| format!("{host}/{name}?{asked}"))
            }
        }
    }

    /// The folder the SQLite file lies in; `None` on PostgreSQL.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Ground::Folder(folder) => Some(folder.path()),
            Ground::Schema { .. } | Ground::Database { .. } => None,
        }
    }

    /// `sqlite` or `postgres`.
    pub fn engine(&self) -> &'static str {
        match self {
            Ground::Folder(_) => "sqlite",
            Ground::Schema { .. } | Ground::Database { .. } => "postgres",
        }
    }
}

fn open(url: &str, engine: &'static str, ground: Ground) -> TestStore {
    let clock = Arc::new(HandClock::at(Moment::from_millis(NOON)));
    let store = Store::open_at(url, Arc::clone(&clock) as Arc<dyn Clock>).expect("the test store opens");
    TestStore { store, clock, engine, url: url.to_owned(), ground }
}

fn say(server: &str, statements: &str) {
    let mut connection =
        PgConnection::establish(server).expect("the PostgreSQL server named for tests is up");
    connection
        .batch_execute("SET client_min_messages = warning")
        .and_then(|()| connection.batch_execute(statements))
        .expect("the user may create and drop what tests stand on");
}

impl TestStore {
    /// The folder the SQLite file lies in; `None` on PostgreSQL.
    pub fn folder(&self) -> Option<&Path> {
        self.ground.folder()
    }

    /// Every file of the SQLite database: the main one, its log and its index.
    pub fn files(&self) -> Vec<PathBuf> {
        let Some(folder) = self.folder() else { return Vec::new() };
        let listed = std::fs::read_dir(folder).expect("the folder of the store is there");
        listed.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| path.is_file()).collect()
    }

    /// Runs one statement beside the store, for what no use case does (yet), and returns how many rows it
    /// touched.
    pub fn execute(&self, statement: &str) -> usize {
        let query = diesel::sql_query(statement);
        match self.url.strip_prefix("sqlite://") {
            Some(path) => SqliteConnection::establish(path).map(|mut file| query.execute(&mut file)),
            None => PgConnection::establish(&self.url).map(|mut server| query.execute(&mut server)),
        }
        .expect("the store's database opens once more")
        .expect("the statement is understood")
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        match self {
            Ground::Folder(_) => {}
            Ground::Schema { server, name } => say(server, &format!("DROP SCHEMA IF EXISTS {name} CASCADE")),
            Ground::Database { server, name } => {
                say(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
            }
        }
    }
}
