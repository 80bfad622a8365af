//! Everything a database holds, as text: for tests that compare before and after, or search for what must not be
//! in there.

use std::collections::BTreeMap;

use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query};

/// Rows by table, sorted; bytes are written in hexadecimal.
pub type Dump = BTreeMap<String, Vec<String>>;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

const SQLITE_TABLES: &str = "SELECT name AS line FROM sqlite_schema WHERE type = 'table' \
    AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%diesel%'";
const POSTGRES_TABLES: &str = "SELECT tablename::text AS line FROM pg_tables WHERE schemaname = current_schema() AND tablename NOT LIKE '%diesel%'";

/// Reads every table of the database a URL names.
///
/// Panics when the database does not open: a test has failed then.
pub fn dump(url: &str) -> Dump {
    match url.strip_prefix("sqlite://") {
        Some(path) => of_sqlite(path),
        None => of_postgres(url),
    }
}

/// What stands in `after` and not in `before`, or the other way round, a line each, without the tables `but`.
pub fn changes(before: &Dump, after: &Dump, but: &[&str]) -> Vec<String> {
    let tables = before.keys().chain(after.keys().filter(|table| !before.contains_key(*table)));
    let mut found = Vec::new();
    for table in tables.filter(|table| !but.contains(&table.as_str())) {
        let (old, new) = (rows(before, table), rows(after, table));
        found.extend(old.iter().filter(|row| !new.contains(row)).map(|row| format!("- {table}: {row}")));
        found.extend(new.iter().filter(|row| !old.contains(row)).map(|row| format!("+ {table}: {row}")));
    }
    found
}

fn rows<'a>(dump: &'a Dump, table: &str) -> &'a [String] {
    dump.get(table).map(Vec::as_slice).unwrap_or_default()
}

fn of_sqlite(path: &str) -> Dump {
    let mut file = SqliteConnection::establish(path).expect("the database opens");
    file.batch_execute("PRAGMA busy_timeout = 10000").expect("a wait can be set");
    let tables: Vec<Line> = sql_query(SQLITE_TABLES).load(&mut file).expect("the tables can be listed");
    let read = |table: Line| {
        let columns = format!("SELECT name AS line FROM pragma_table_info('{}')", table.line);
        let columns: Vec<Line> = sql_query(columns).load(&mut file).expect("the columns can be listed");
        let quoted: Vec<String> =
            columns.iter().map(|column| format!("quote(\"{}\")", column.line)).collect();
        let query = format!("SELECT {} AS line FROM \"{}\"", quoted.join(" || ', ' || "), table.line);
        let rows: Vec<Line> = sql_query(query).load(&mut file).expect("the rows can be read");
        (table.line, sorted(rows))
    };
    tables.into_iter().map(read).collect()
}

fn of_postgres(url: &str) -> Dump {
    let mut server = PgConnection::establish(url).expect("the database opens");
    let tables: Vec<Line> = sql_query(POSTGRES_TABLES).load(&mut server).expect("the tables can be listed");
    let read = |table: Line| {
        let query = format!("SELECT t::text AS line FROM \"{}\" t", table.line);
        let rows: Vec<Line> = sql_query(query).load(&mut server).expect("the rows can be read");
        (table.line, sorted(rows))
    };
    tables.into_iter().map(read).collect()
}

fn sorted(rows: Vec<Line>) -> Vec<String> {
    let mut rows: Vec<String> = rows.into_iter().map(|row| row.line).collect();
    rows.sort();
    rows
}

/// A lock that keeps every writer waiting until it is dropped.
pub enum Held {
    /// On a SQLite file.
    Sqlite(SqliteConnection),
    /// On a table of a PostgreSQL server.
    Postgres(PgConnection),
}

/// Keeps every writer of this database waiting: of the whole file, or of the diary on a server.
///
/// Panics when the database does not open: a test has failed then.
pub fn hold(url: &str) -> Held {
    match url.strip_prefix("sqlite://") {
        Some(path) => {
            let mut file = SqliteConnection::establish(path).expect("the database opens");
            file.batch_execute("PRAGMA busy_timeout = 10000; BEGIN IMMEDIATE").expect("the lock can be had");
            Held::Sqlite(file)
        }
        None => {
            let mut server = PgConnection::establish(url).expect("the database opens");
            let lock = "BEGIN; LOCK TABLE diary_entries IN EXCLUSIVE MODE";
            server.batch_execute(lock).expect("the lock can be had");
            Held::Postgres(server)
        }
    }
}

/// Runs one statement beside the program under test: to break something on purpose.
///
/// Panics when the database does not understand it: a test has failed then.
pub fn execute(url: &str, statement: &str) {
    let done = match url.strip_prefix("sqlite://") {
        Some(path) => {
            let mut file = SqliteConnection::establish(path).expect("the database opens");
            file.batch_execute("PRAGMA busy_timeout = 10000").and_then(|()| file.batch_execute(statement))
        }
        None => PgConnection::establish(url).expect("the database opens").batch_execute(statement),
    };
    done.expect("the statement is understood");
}
