//! The one SQLite writer: a thread that commits what has queued up in one fsync.
//!
//! Each change runs in a savepoint of its own, so a refused one undoes itself alone; nobody is answered
//! before the commit that holds their change is on the disk.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};

use diesel::Connection;
use diesel::connection::{AnsiTransactionManager, TransactionManager};

use super::clock::Clock;
use super::connection::Db;
use super::error::Undo;
use super::hints::Hints;
use super::tx::Mode;
use super::{Error, Tx};

/// More changes than this wait for the next commit, so that the first ones need not wait for the last.
const MOST_PER_COMMIT: usize = 64;

/// Runs in a savepoint; gives back the answer, to be delivered once the commit has held or failed.
type Job = Box<dyn FnOnce(&mut Db) -> Answer + Send>;
type Answer = Box<dyn FnOnce(Option<&str>) + Send>;

pub(super) struct Writer {
    jobs: Sender<Job>,
    hints: Arc<Hints>,
}

impl Writer {
    pub(super) fn start(db: Db, hints: Arc<Hints>) -> Writer {
        let (jobs, queue) = channel();
        std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || write_until_closed(db, &queue))
            .expect("the system can start a thread");
        Writer { jobs, hints }
    }

    /// The clock is asked when the change's turn comes, so that ids sort in the order of the commits.
    pub(super) fn run<T, E, F>(&self, clock: Arc<dyn Clock>, change: F) -> std::result::Result<T, E>
    where
        F: FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (tell, told) = sync_channel(1);
        let hints = Arc::clone(&self.hints);
        let job: Job = Box::new(move |db| {
            let outcome = in_savepoint(db, &hints, clock.as_ref(), change);
            Box::new(move |fault| {
                let _ = tell.send(match fault {
                    None => outcome,
                    Some(why) => Err(Error::Unreachable(why.to_owned()).into()),
                });
            })
        });
        self.jobs.send(job).map_err(|_| gone())?;
        told.recv().map_err(|_| gone())?
    }
}

fn gone() -> Error {
    Error::Unreachable("the writer has stopped".to_owned())
}

fn in_savepoint<T, E, F>(
    db: &mut Db,
    hints: &Hints,
    clock: &dyn Clock,
    change: F,
) -> std::result::Result<T, E>
where
    F: FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    E: From<Error>,
{
    db.transaction(|db| {
        catch_unwind(AssertUnwindSafe(|| change(&mut Tx::new(db, hints, clock.now(), Mode::Write))))
            .unwrap_or_else(|_| Err(Error::Broken("a change panicked and was undone".to_owned()).into()))
            .map_err(Undo::Own)
    })
    .map_err(Undo::into_own)
}

fn write_until_closed(mut db: Db, queue: &Receiver<Job>) {
    while let Ok(first) = queue.recv() {
        let mut answers = Vec::new();
        let fault = commit(&mut db, first, queue, &mut answers).err().map(|why| why.to_string());
        if let Some(why) = &fault {
            tracing::error!(error = %why, "a commit failed; its changes were undone");
        }
        for answer in answers {
            answer(fault.as_deref());
        }
    }
}

fn commit(
    db: &mut Db,
    first: Job,
    queue: &Receiver<Job>,
    answers: &mut Vec<Answer>,
) -> diesel::QueryResult<()> {
    begin(db)?;
    answers.push(first(db));
    while answers.len() < MOST_PER_COMMIT {
        let Ok(job) = queue.try_recv() else { break };
        answers.push(job(db));
    }
    end(db)
}

/// IMMEDIATE takes the write lock at once, so that a change never fails half way for want of it.
fn begin(db: &mut Db) -> diesel::QueryResult<()> {
    match db {
        Db::Sqlite(db) => AnsiTransactionManager::begin_transaction_sql(db, "BEGIN IMMEDIATE"),
        Db::Pg(db) => AnsiTransactionManager::begin_transaction(db),
    }
}

fn end(db: &mut Db) -> diesel::QueryResult<()> {
    match db {
        Db::Sqlite(db) => finish(db),
        Db::Pg(db) => finish(db),
    }
}

fn finish<C>(db: &mut C) -> diesel::QueryResult<()>
where
    C: Connection<TransactionManager = AnsiTransactionManager>,
    AnsiTransactionManager: TransactionManager<C>,
{
    AnsiTransactionManager::commit_transaction(db).inspect_err(|_| {
        let _ = AnsiTransactionManager::rollback_transaction(db);
    })
}
