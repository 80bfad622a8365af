//! Both migration trees end in the same tables, columns, keys and indexes, and these are what `schema.rs` says.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use diesel::prelude::*;
use diesel::sql_types::Text;
use enishi_testkit::stores;

use crate::raw;
use crate::world::World;

/// One line a fact: `members.id bigint required key1`, `index members_by_nickname on members (…)`.
type Facts = BTreeSet<String>;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

const SQLITE_COLUMNS: &str = r#"
    SELECT m.name || '.' || c.name || ' '
        || CASE WHEN c.type = 'BLOB' THEN 'bytea' WHEN c.type = 'INTEGER' AND c.pk = 1 THEN 'bigint'
            ELSE lower(c.type) END
        || iif(c."notnull", ' required', '') || iif(c.pk > 0, ' key' || c.pk, '') AS line
    FROM sqlite_schema m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '%diesel%'"#;

const SQLITE_INDEXES: &str = r#"
    SELECT iif(i.origin = 'c', 'index ' || i.name, 'constraint') || iif(i."unique", ' unique', '')
        || ' on ' || m.name || ' ('
        || (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno))
        || ')' AS line
    FROM sqlite_schema m JOIN pragma_index_list(m.name) i
    WHERE m.type = 'table' AND i.origin <> 'pk' AND m.name NOT LIKE '%diesel%'"#;

const POSTGRES_COLUMNS: &str = r#"
    SELECT t.relname || '.' || c.attname || ' ' || format_type(c.atttypid, NULL)
        || CASE WHEN c.attnotnull THEN ' required' ELSE '' END
        || coalesce(' key' || array_position(k.conkey, c.attnum), '') AS line
    FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0
    LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
    WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace AND t.relname NOT LIKE '%diesel%'"#;

const POSTGRES_INDEXES: &str = r#"
    SELECT CASE WHEN k.oid IS NULL THEN 'index ' || n.relname ELSE 'constraint' END
        || CASE WHEN i.indisunique THEN ' unique' ELSE '' END || ' on ' || t.relname || ' ('
        || (SELECT string_agg(a.attname, ', ' ORDER BY o.place)
            FROM unnest(i.indkey) WITH ORDINALITY o(attnum, place)
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = o.attnum) || ')' AS line
    FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_class n ON n.oid = i.indexrelid
    LEFT JOIN pg_constraint k ON k.conindid = n.oid AND k.contype = 'u'
    WHERE NOT i.indisprimary AND t.relnamespace = current_schema()::regnamespace AND t.relname NOT LIKE '%diesel%'"#;

/// The facts of each engine at hand: its columns, then its indexes.
fn facts_of_engines() -> Vec<(Facts, Facts)> {
    let mut found = Vec::new();
    for test in stores::stores() {
        let world = World { test };
        let somebody = world.person("だれか");
        let ask = |columns: &str, indexes: &str, db: &mut dyn FnMut(&str) -> Vec<Line>| {
            let lines = |rows: Vec<Line>| rows.into_iter().map(|row| row.line).collect::<Facts>();
            (lines(db(columns)), lines(db(indexes)))
        };
        found.push(match world.test.folder() {
            Some(_) => {
                let mut db = raw::sqlite(&world.test);
                ask(SQLITE_COLUMNS, SQLITE_INDEXES, &mut |sql| diesel::sql_query(sql).load(&mut db).unwrap())
            }
            None => {
                let mut db = raw::postgres(somebody);
                ask(POSTGRES_COLUMNS, POSTGRES_INDEXES, &mut |sql| {
                    diesel::sql_query(sql).load(&mut db).unwrap()
                })
            }
        });
    }
    found
}

#[test]
fn both_trees_end_in_what_the_program_believes() {
    let believed = columns_of_schema(include_str!("../../src/store/schema.rs"));
    assert!(believed.len() > 100, "the schema was read");
    let engines = facts_of_engines();
    for (columns, indexes) in &engines {
        assert_eq!(*columns, believed);
        assert!(indexes.len() > 15, "the indexes were read");
        assert_eq!(*indexes, engines[0].1);
    }
}

/// Reads `table! { name (keys) { column -> Type, … } }`, which rustfmt keeps in one form.
fn columns_of_schema(source: &str) -> Facts {
    let mut facts = Facts::new();
    for block in source.split("diesel::table! {").skip(1) {
        let (head, rest) = block.split_once('{').unwrap();
        let (table, keys) = head.trim().trim_end_matches(')').split_once(" (").unwrap();
        let keys: Vec<&str> = keys.trim_end_matches([')', ' ']).split(", ").collect();
        for line in rest.split('}').next().unwrap().lines().filter(|line| line.contains("->")) {
            let (column, kind) = line.trim().trim_end_matches(',').split_once(" -> ").unwrap();
            facts.insert(format!("{table}.{column} {}{}", kind_of(kind), key_of(&keys, column)));
        }
    }
    facts
}

fn kind_of(kind: &str) -> String {
    let plain = kind.trim_start_matches("Nullable<").trim_end_matches('>');
    let name = match plain {
        "BigInt" => "bigint",
        "Integer" => "integer",
        "SmallInt" => "smallint",
        "Text" => "text",
        "Binary" => "bytea",
        "Bool" => "boolean",
        other => panic!("a type this test does not know: {other}"),
    };
    if plain == kind { format!("{name} required") } else { name.to_owned() }
}

fn key_of(keys: &[&str], column: &str) -> String {
    let place = keys.iter().position(|key| *key == column);
    place.map(|place| format!(" key{}", place + 1)).unwrap_or_default()
}

#[test]
fn both_trees_have_the_same_steps() {
    let steps = |engine: &str| -> BTreeSet<String> {
        let tree = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations").join(engine);
        fs::read_dir(tree).unwrap().map(|step| step.unwrap().file_name().into_string().unwrap()).collect()
    };
    assert!(!steps("sqlite").is_empty());
    assert_eq!(steps("sqlite"), steps("postgres"));
}
