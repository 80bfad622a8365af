//! The data behind every use case: one shape over SQLite and PostgreSQL.
//!
//! A use case is a synchronous function over a [`Tx`]. [`Store::read`] gives it one snapshot,
//! [`Store::write`] one transaction; which database lies beneath shows only in this module
//! (what the two cannot share stands in `upsert.rs`, alone). Diesel appears here and in `queries.rs` files.

pub(crate) mod among;
pub(crate) mod bulk;
mod chance;
mod clock;
pub(crate) mod condition;
pub(crate) mod connection;
pub(crate) mod day;
mod deadlock;
mod error;
pub(crate) mod hints;
pub(crate) mod marked;
mod postgres;
pub(crate) mod schema;
mod sqlite;
mod stored;
pub(crate) mod tx;
pub(crate) mod upsert;
pub(crate) mod within;
mod writer;

use std::sync::Arc;

pub use clock::{Clock, HandClock, SystemClock};
pub use error::{Error, Result};
pub(crate) use stored::stored_as_bigint;
pub use tx::Tx;

/// Where the data is. Cheap to clone; every clone is the same store.
#[derive(Clone)]
pub struct Store {
    engine: Arc<Engine>,
    clock: Arc<dyn Clock>,
}

enum Engine {
    Sqlite(sqlite::Sqlite),
    Postgres(postgres::Postgres),
}

impl Store {
    /// Opens the database a URL names and brings its tables up to date.
    ///
    /// `sqlite://PATH` makes the file (mode 0600) if it is absent; `postgres://…` needs the server up.
    /// The scheme alone chooses the engine, so a mistyped server address never becomes a file.
    pub fn open(url: &str) -> Result<Store> {
        Store::open_at(url, Arc::new(SystemClock))
    }

    /// As [`Store::open`], with a clock of the caller's: tests move time by hand.
    pub fn open_at(url: &str, clock: Arc<dyn Clock>) -> Result<Store> {
        let engine = if let Some(path) = url.strip_prefix("sqlite://") {
            Engine::Sqlite(sqlite::Sqlite::open(path)?)
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Engine::Postgres(postgres::Postgres::open(url)?)
        } else {
            return Err(Error::Scheme);
        };
        Ok(Store { engine: Arc::new(engine), clock })
    }

    /// The same store going by another clock: to lay down what is said to have happened earlier.
    pub fn with_clock(&self, clock: Arc<dyn Clock>) -> Store {
        Store { engine: Arc::clone(&self.engine), clock }
    }

    /// Runs a use case that only looks. Everything it reads belongs to one moment.
    pub fn read<T, E, F>(&self, look: F) -> std::result::Result<T, E>
    where
        F: FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
        E: From<Error>,
    {
        let now = self.clock.now();
        match &*self.engine {
            Engine::Sqlite(sqlite) => sqlite.read(now, look),
            Engine::Postgres(postgres) => postgres.read(now, look),
        }
    }

    /// Runs a use case that changes something; what it did is durable when this returns `Ok`.
    ///
    /// An `Err` undoes all of it, so a use case that must remember a failure (a wrong code, say)
    /// returns it as a value. `Clone`, because PostgreSQL may undo a change for a deadlock: it is then run again.
    pub fn write<T, E, F>(&self, change: F) -> std::result::Result<T, E>
    where
        F: FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Clone + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        match &*self.engine {
            Engine::Sqlite(sqlite) => sqlite.write(Arc::clone(&self.clock), change),
            Engine::Postgres(postgres) => postgres.write(self.clock.now(), change),
        }
    }

    /// The time this store goes by.
    pub fn now(&self) -> crate::moment::Moment {
        self.clock.now()
    }

    /// `sqlite` or `postgres`, for the operator's eyes.
    pub fn engine_name(&self) -> &'static str {
        match &*self.engine {
            Engine::Sqlite(_) => "sqlite",
            Engine::Postgres(_) => "postgres",
        }
    }
}
