//! A PostgreSQL server (or what speaks its protocol): a pool of connections.

use std::time::Duration;

use diesel::Connection;
use diesel::QueryResult;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::r2d2::{ManageConnection, Pool, PooledConnection};

use super::connection::{self, Db};
use super::deadlock::Watch;
use super::hints::Hints;
use super::tx::Mode;
use super::{Error, Result, Tx};
use crate::moment::Moment;

const MOST_CONNECTIONS: u32 = 16;
/// A page that cannot have a connection in this time is refused rather than kept waiting.
const PATIENCE: Duration = Duration::from_secs(3);
/// A change that the server undid for a deadlock is tried so many times in all. Locks are taken in one order wherever
/// we know of two; this is for the case we do not know of.
const MOST_TRIES: usize = 4;

pub(super) struct Postgres {
    pool: Pool<Server>,
    hints: Hints,
}

impl Postgres {
    pub(super) fn open(url: &str) -> Result<Postgres> {
        let mut first = connection::open_postgres(url)?;
        connection::migrate(&mut first, connection::POSTGRES_MIGRATIONS)?;
        let pool = Pool::builder()
            .max_size(MOST_CONNECTIONS)
            .min_idle(Some(1))
            .connection_timeout(PATIENCE)
            .test_on_check_out(false)
            .build(Server { url: url.to_owned() })
            .map_err(|why| Error::Unreachable(why.to_string()))?;
        Ok(Postgres { pool, hints: Hints::default() })
    }

    pub(super) fn read<T, E, F>(&self, now: Moment, look: F) -> std::result::Result<T, E>
    where
        F: FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
        E: From<Error>,
    {
        self.within(&mut *self.link()?, Mode::Read, now, look)
    }

    /// Of two transactions that wait for each other the server undoes one, whole: it is simply run again.
    pub(super) fn write<T, E, F>(&self, now: Moment, change: F) -> std::result::Result<T, E>
    where
        F: FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Clone,
        E: From<Error>,
    {
        let mut link = self.link()?;
        for _ in 1..MOST_TRIES {
            link.deadlocks.forget();
            let outcome = self.within(&mut link, Mode::Write, now, change.clone());
            if outcome.is_ok() || !link.deadlocks.seen() {
                return outcome;
            }
        }
        self.within(&mut link, Mode::Write, now, change)
    }

    fn link(&self) -> Result<PooledConnection<Server>> {
        self.pool.get().map_err(|why| Error::Unreachable(why.to_string()))
    }

    fn within<T, E, F>(&self, link: &mut Link, mode: Mode, now: Moment, work: F) -> std::result::Result<T, E>
    where
        F: FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
        E: From<Error>,
    {
        begin(&mut link.db, mode).map_err(Error::from)?;
        match work(&mut Tx::new(&mut link.db, &self.hints, now, mode)) {
            Ok(done) => {
                Manager::commit_transaction(&mut link.db).map_err(Error::from)?;
                Ok(done)
            }
            Err(why) => {
                undo(&mut link.db).map_err(Error::from)?;
                Err(why)
            }
        }
    }
}

type Manager = <Db as Connection>::TransactionManager;

/// In one journey: Diesel's own way would send what kind of transaction it is after its beginning.
fn begin(db: &mut Db, mode: Mode) -> QueryResult<()> {
    let sql = match mode {
        Mode::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
        Mode::Write => "BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE",
    };
    match db {
        Db::Pg(server) => AnsiTransactionManager::begin_transaction_sql(server, sql),
        Db::Sqlite(_) => Manager::begin_transaction(db),
    }
}

/// A connection that cannot even undo is thrown away; what went wrong first is what counts.
fn undo(db: &mut Db) -> QueryResult<()> {
    match Manager::rollback_transaction(db) {
        Err(diesel::result::Error::BrokenTransactionManager) => Ok(()),
        outcome => outcome,
    }
}

/// A connection, and who watches over it.
struct Link {
    db: Db,
    deadlocks: Watch,
}

struct Server {
    url: String,
}

impl ManageConnection for Server {
    type Connection = Link;
    type Error = Error;

    fn connect(&self) -> Result<Link> {
        let mut server = connection::open_postgres(&self.url)?;
        let deadlocks = Watch::over(&mut server);
        Ok(Link { db: Db::Pg(server), deadlocks })
    }

    fn is_valid(&self, link: &mut Link) -> Result<()> {
        link.db.batch_execute("SELECT 1").map_err(Error::from)
    }

    fn has_broken(&self, link: &mut Link) -> bool {
        use diesel::r2d2::R2D2Connection;
        let lost = match &mut link.db {
            Db::Pg(server) => server.is_broken(),
            Db::Sqlite(_) => true,
        };
        lost || std::thread::panicking()
    }
}
