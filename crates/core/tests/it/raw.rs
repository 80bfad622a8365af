//! A connection of one's own to a test store, for states no use case leads to and for looking at tables.

use std::env;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use enishi_core::ids::MemberId;
use enishi_testkit::stores::{Ground, POSTGRES_URL, TestStore};

#[derive(QueryableByName)]
pub struct Name {
    #[diesel(sql_type = Text)]
    pub name: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    many: i64,
}

pub fn run(test: &TestStore, somebody: MemberId, statements: &str) {
    match test.folder() {
        Some(_) => sqlite(test).batch_execute(statements).unwrap(),
        None => postgres(somebody).batch_execute(statements).unwrap(),
    }
}

pub fn sqlite(test: &TestStore) -> SqliteConnection {
    let file = test.folder().unwrap().join("enishi.db");
    patient(file.to_str().unwrap())
}

/// Another connection may be closing: it is waited for.
fn patient(path: &str) -> SqliteConnection {
    let mut db = SqliteConnection::establish(path).unwrap();
    db.batch_execute("PRAGMA busy_timeout = 5000").unwrap();
    db
}

pub fn server() -> PgConnection {
    PgConnection::establish(&env::var(POSTGRES_URL).unwrap()).unwrap()
}

/// A test store tells nobody its schema: it is the one of this process in which `somebody` lives.
pub fn postgres(somebody: MemberId) -> PgConnection {
    let mut db = server();
    let home = schemas(&mut db).into_iter().find(|schema| lives_in(&mut db, schema, somebody));
    db.batch_execute(&format!("SET search_path TO {}", home.unwrap())).unwrap();
    db
}

fn schemas(db: &mut PgConnection) -> Vec<String> {
    let of_this_process = format!("test_{}_%", std::process::id());
    let listed = diesel::sql_query("SELECT nspname::text AS name FROM pg_namespace WHERE nspname LIKE $1")
        .bind::<Text, _>(of_this_process)
        .load::<Name>(db);
    listed.unwrap().into_iter().map(|schema| schema.name).collect()
}

/// Another test may drop its schema meanwhile: that is not the one looked for.
fn lives_in(db: &mut PgConnection, schema: &str, somebody: MemberId) -> bool {
    diesel::sql_query(format!("SELECT count(*) AS many FROM {schema}.members WHERE id = $1"))
        .bind::<BigInt, _>(i64::from(somebody))
        .get_result::<Count>(db)
        .is_ok_and(|count| count.many == 1)
}

/// Keys, constraints and indexes of a database, a line each: what guards its rows.
pub fn rules_of(ground: &Ground) -> Vec<String> {
    let file = "SELECT coalesce(sql, name) AS name FROM sqlite_schema WHERE type = 'index' ORDER BY 1";
    let server = "SELECT regexp_replace(indexdef, 'test_[0-9_]+', '') AS name FROM pg_indexes \
            WHERE schemaname = current_schema() \
        UNION ALL SELECT conrelid::regclass || pg_get_constraintdef(oid) FROM pg_constraint \
            WHERE connamespace = current_schema()::regnamespace ORDER BY 1";
    let names: Vec<Name> = match ground.url().strip_prefix("sqlite://") {
        Some(path) => diesel::sql_query(file).load(&mut patient(path)),
        None => diesel::sql_query(server).load(&mut PgConnection::establish(&ground.url()).unwrap()),
    }
    .unwrap();
    assert!(names.len() > 10);
    names.into_iter().map(|line| line.name).collect()
}

/// What a query gives that counts `AS many`.
pub fn count(ground: &Ground, query: &str) -> i64 {
    let query = diesel::sql_query(query);
    let count: Count = match ground.url().strip_prefix("sqlite://") {
        Some(path) => query.get_result(&mut patient(path)),
        None => query.get_result(&mut PgConnection::establish(&ground.url()).unwrap()),
    }
    .unwrap();
    count.many
}
