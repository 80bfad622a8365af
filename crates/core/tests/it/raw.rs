//! A connection of one's own to a test store, for states no use case leads to and for looking at tables.

use std::env;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use enishi_core::ids::MemberId;
use enishi_testkit::stores::{POSTGRES_URL, TestStore};

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
    let mut db = SqliteConnection::establish(file.to_str().unwrap()).unwrap();
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
