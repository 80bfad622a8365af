//! One connection type over both engines, and how each is opened.
//!
//! `Db::establish` is never used: it tries the engines in turn, and so makes a SQLite file out of a
//! mistyped server address.

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{Error, Result};

pub(super) const SQLITE_MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");
pub(super) const POSTGRES_MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations/postgres");

/// A connection to either engine. Queries are written once, against this.
#[derive(diesel::MultiConnection)]
pub enum Db {
    /// PostgreSQL, and what speaks its protocol.
    Pg(PgConnection),
    /// One SQLite file.
    Sqlite(SqliteConnection),
}

/// FULL, so that what was acknowledged survives a power cut; the writer shares one fsync among many.
/// The file is read where the system keeps it, however large it is: a page that is copied first costs as much as what is
/// looked for on it. The time-out comes first: another connection may be closing, and the rest would be refused at once.
const SQLITE_SETTINGS: &str = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
    PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; \
    PRAGMA cache_size = -16000; PRAGMA mmap_size = 68719476736;";

pub(super) fn open_sqlite(path: &str) -> Result<SqliteConnection> {
    let mut connection =
        SqliteConnection::establish(path).map_err(|why| Error::Unreachable(format!("{path}: {why}")))?;
    connection.batch_execute(SQLITE_SETTINGS)?;
    Ok(connection)
}

const POSTGRES_SETTINGS: &str = "SET TIME ZONE 'UTC'; SET client_min_messages = warning;";
/// Every question here is prepared and takes milliseconds at most. To compile one for its own sake would take tens of
/// them; and the plan for any values is as good as one made for these, which is made anew each time. Servers older than
/// PostgreSQL 12, and such as only speak its protocol, may not know them.
const POSTGRES_HINTS: [&str; 2] = ["SET jit = off", "SET plan_cache_mode = force_generic_plan"];

pub(super) fn open_postgres(url: &str) -> Result<PgConnection> {
    let mut connection = PgConnection::establish(url).map_err(|why| Error::Unreachable(why.to_string()))?;
    connection.batch_execute(POSTGRES_SETTINGS)?;
    for hint in POSTGRES_HINTS {
        if let Err(why) = connection.batch_execute(hint) {
            tracing::debug!(hint, %why, "not known to this server");
        }
    }
    Ok(connection)
}

pub(super) fn migrate<C, D>(connection: &mut C, tree: EmbeddedMigrations) -> Result<()>
where
    C: MigrationHarness<D>,
    D: diesel::backend::Backend,
{
    let done = connection.run_pending_migrations(tree).map_err(|why| Error::Migration(why.to_string()))?;
    for version in done {
        tracing::info!(%version, "migrated");
    }
    Ok(())
}
