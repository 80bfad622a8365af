//! One SQLite file: many readers, one writer.

use std::path::Path;
use std::sync::Arc;

use diesel::connection::SimpleConnection;
use diesel::r2d2::{ManageConnection, Pool};
use diesel::{Connection, SqliteConnection};

use super::clock::Clock;
use super::connection::{self, Db};
use super::error::Undo;
use super::hints::Hints;
use super::tx::Mode;
use super::writer::Writer;
use super::{Error, Result, Tx};
use crate::moment::Moment;

/// Readers never wait for the writer in WAL mode; more of them than cores would only wait for a core.
const READERS: u32 = 8;

pub(super) struct Sqlite {
    readers: Pool<Readers>,
    writer: Writer,
    hints: Arc<Hints>,
}

impl Sqlite {
    pub(super) fn open(path: &str) -> Result<Sqlite> {
        make_private(path)?;
        let mut first = connection::open_sqlite(path)?;
        connection::migrate(&mut first, connection::SQLITE_MIGRATIONS)?;
        let readers = Pool::builder()
            .max_size(READERS)
            .min_idle(Some(1))
            .test_on_check_out(false)
            .build(Readers { path: path.to_owned() })
            .map_err(|why| Error::Unreachable(why.to_string()))?;
        let hints = Arc::new(Hints::default());
        let writer = Writer::start(Db::Sqlite(first), Arc::clone(&hints));
        Ok(Sqlite { readers, writer, hints })
    }

    pub(super) fn read<T, E, F>(&self, now: Moment, look: F) -> std::result::Result<T, E>
    where
        F: FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
        E: From<Error>,
    {
        let mut db = self.readers.get().map_err(|why| Error::Unreachable(why.to_string()))?;
        db.transaction(|db| look(&mut Tx::new(db, &self.hints, now, Mode::Read)).map_err(Undo::Own))
            .map_err(Undo::into_own)
    }

    pub(super) fn write<T, E, F>(&self, clock: Arc<dyn Clock>, change: F) -> std::result::Result<T, E>
    where
        F: FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.writer.run(clock, change)
    }
}

/// The file holds what people wrote for a few: nobody else on the machine reads it.
fn make_private(path: &str) -> Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    if let Some(folder) = Path::new(path).parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)
            .map_err(|why| Error::Unreachable(format!("{}: {why}", folder.display())))?;
    }
    std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .mode(0o600)
        .open(path)
        .map(drop)
        .map_err(|why| Error::Unreachable(format!("{path}: {why}")))
}

struct Readers {
    path: String,
}

impl ManageConnection for Readers {
    type Connection = Db;
    type Error = Error;

    fn connect(&self) -> Result<Db> {
        let mut reader: SqliteConnection = connection::open_sqlite(&self.path)?;
        reader.batch_execute("PRAGMA query_only = ON;")?;
        Ok(Db::Sqlite(reader))
    }

    fn is_valid(&self, _: &mut Db) -> Result<()> {
        Ok(())
    }

    fn has_broken(&self, _: &mut Db) -> bool {
        std::thread::panicking()
    }
}
