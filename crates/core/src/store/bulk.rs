//! Filling an empty database quickly: one connection, nobody else, and no safety until the end.
//!
//! For made-up data alone. While it runs, a crash leaves a database that is to be thrown away.

use std::sync::Arc;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::clock::{Clock, SystemClock};
use super::connection::{self, Db};
use super::error::Undo;
use super::hints::Hints;
use super::tx::Mode;
use super::{Error, Result, Tx};

/// A connection that checks nothing until [`Bulk::finish`].
pub(crate) struct Bulk {
    db: Db,
    clock: Arc<dyn Clock>,
    hints: Hints,
    /// What to run at the end, to be whole again: foreign keys and indexes that were taken off.
    mend: Vec<String>,
}

/// Inserts rows by the way that is quickest for the engine: COPY, or one prepared statement.
macro_rules! insert_rows {
    ($tx:expr, $table:expr, $rows:expr) => {{
        let rows = $rows;
        match $tx.db {
            $crate::store::connection::Db::Pg(server) => {
                diesel::copy_from($table).from_insertable(rows).execute(server)?;
            }
            $crate::store::connection::Db::Sqlite(file) => {
                for row in rows {
                    diesel::insert_into($table).values(row).execute(file)?;
                }
            }
        }
    }};
}
pub(crate) use insert_rows;

const SQLITE_HURRY: &str = "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; \
    PRAGMA wal_autocheckpoint = 100000;";

#[derive(QueryableByName)]
struct Statement {
    #[diesel(sql_type = Text)]
    off: String,
    #[diesel(sql_type = Text)]
    on: String,
}

const SQLITE_INDEXES: &str = "SELECT 'DROP INDEX ' || name AS off, sql AS \"on\" FROM sqlite_schema \
    WHERE type = 'index' AND sql IS NOT NULL";
const POSTGRES_KEYS: &str = "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS off, \
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS \"on\" \
    FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace";
const POSTGRES_INDEXES: &str = "SELECT format('DROP INDEX %I', indexname) AS off, indexdef AS \"on\" FROM pg_indexes i \
    WHERE schemaname = current_schema() AND NOT EXISTS (SELECT FROM pg_constraint c \
        WHERE c.conname = i.indexname AND c.connamespace = current_schema()::regnamespace)";

const POSTGRES_TABLES: &str = "SELECT '' AS off, format('VACUUM ANALYZE %I', tablename) AS \"on\" FROM pg_tables \
    WHERE schemaname = current_schema()";

impl Bulk {
    /// Opens the database a URL names, brings its tables up to date, and takes its keys and indexes off.
    pub(crate) fn open(url: &str) -> Result<Bulk> {
        drop(super::Store::open(url)?);
        let mut bulk =
            Bulk { db: open(url)?, clock: Arc::new(SystemClock), hints: Hints::default(), mend: Vec::new() };
        let kinds: &[&str] = match &bulk.db {
            Db::Sqlite(_) => &[SQLITE_INDEXES],
            Db::Pg(_) => &[POSTGRES_KEYS, POSTGRES_INDEXES],
        };
        for kind in kinds {
            bulk.take_off(kind)?;
        }
        // Indexes first: checking a foreign key is quick only with them.
        bulk.mend.reverse();
        Ok(bulk)
    }

    fn take_off(&mut self, kind: &str) -> Result<()> {
        let found: Vec<Statement> = diesel::sql_query(kind).load(&mut self.db)?;
        for Statement { off, on } in found {
            self.db.batch_execute(&off)?;
            self.mend.push(on);
        }
        Ok(())
    }

    /// Runs one transaction.
    pub(crate) fn change<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        let (now, hints) = (self.clock.now(), &self.hints);
        self.db
            .transaction(|db| work(&mut Tx::new(db, hints, now, Mode::Write)).map_err(Undo::Own))
            .map_err(Undo::into_own)
    }

    /// Puts keys and indexes back, which checks all there is, and gathers the planner's figures.
    pub(crate) fn finish(mut self, progress: &mut dyn FnMut(usize, usize)) -> Result<()> {
        let total = self.mend.len() + 1;
        for (done, on) in self.mend.iter().enumerate() {
            progress(done, total);
            self.db.batch_execute(on)?;
        }
        match &self.db {
            Db::Sqlite(_) => {
                self.db.batch_execute("PRAGMA optimize = 0x10002; PRAGMA wal_checkpoint(TRUNCATE);")?
            }
            Db::Pg(_) => self.gather_figures()?,
        }
        progress(total, total);
        Ok(())
    }

    /// Of our own tables alone: another schema's are not ours to sweep, and may be dropped meanwhile.
    fn gather_figures(&mut self) -> Result<()> {
        let own: Vec<Statement> = diesel::sql_query(POSTGRES_TABLES).load(&mut self.db)?;
        for table in own {
            self.db.batch_execute(&table.on)?;
        }
        Ok(())
    }
}

fn open(url: &str) -> Result<Db> {
    match url.strip_prefix("sqlite://") {
        Some(path) => {
            let mut file = connection::open_sqlite(path)?;
            file.batch_execute(SQLITE_HURRY).map_err(Error::from)?;
            Ok(Db::Sqlite(file))
        }
        None => connection::open_postgres(url).map(Db::Pg),
    }
}
