//! Secrets where they must not be: a whole day of a member's life at the most talkative level, and then a search of
//! the database, its files and the log for everything that was secret in it.

use std::path::{Path, PathBuf};
use std::process::Command;

use enishi_testkit::dump::{dump, execute};
use enishi_testkit::phone::{FOMA, IPHONE, Model, Phone};

use crate::program::{Program, empty, log_in, write_entry};

const PASSWORD: &str = "himitsu-no-aikotoba-7351";
const BODY: &str = "dare-nimo-iwanai-honbun-8642";
const SOUGHT: &str = "sagashimono-5937";

/// What was secret, by what it is, and whether it may lie in the database.
struct Secrets {
    everywhere: Vec<(&'static str, String)>,
    in_logs: Vec<(&'static str, String)>,
}

/// A number in the ways people and programs write it.
fn spellings(national: &str) -> Vec<String> {
    let digits: String = national.chars().filter(char::is_ascii_digit).collect();
    let wide = digits.chars().map(|sign| char::from_u32(sign as u32 + 0xFEE0).unwrap()).collect();
    vec![digits.clone(), digits[1..].to_owned(), national.to_owned(), format!("81{}", &digits[1..]), wide]
}

fn tokens_of(phone: &mut Phone, what: &'static str) -> Vec<(&'static str, String)> {
    let cookie = phone.cookie("enishi").map(str::to_owned);
    let path = Some(phone.prefix().trim_start_matches("/~").to_owned()).filter(|token| !token.is_empty());
    let form = phone.get("/search").forms().into_iter().map(|form| form.value("csrf").to_owned());
    let form = form.filter(|token| !token.is_empty()).map(|token| ("a form's token", token));
    cookie.into_iter().chain(path).map(|token| (what, token)).chain(form).collect()
}

/// Signs up, signs out and in, writes, searches; gives what was secret in it.
fn live(program: &Program, model: Model, national: &str, e164: &str) -> Secrets {
    let mut phone = program.phone(model);
    let form = phone.get("/signup").form("/signup").fill("phone", national);
    phone.submit(&form);
    let mut everywhere = tokens_of(&mut phone.clone(), "a guest's token");
    let text = program.text_to(e164);
    let code: String =
        text.split(|sign: char| !sign.is_ascii_digit()).find(|word| word.len() == 6).unwrap().to_owned();
    let form = phone.get("/signup/code").form("/signup/code").fill("code", &code);
    let page = phone.submit(&form);
    let form = page.form("/signup/profile").fill("nickname", "ひみこ").fill("password", PASSWORD);
    phone.submit(&form);
    everywhere.extend(tokens_of(&mut phone, "a session's token"));
    let menu = phone.get("/menu");
    phone.submit(&menu.form("/logout"));
    let mut wrong = program.phone(model);
    log_in(&mut wrong, national, "machigai-no-aikotoba-1");
    let home = log_in(&mut phone, national, PASSWORD);
    assert_eq!(home.status, 200, "{}", home.text());
    everywhere.extend(tokens_of(&mut phone, "a session's token"));
    write_entry(&mut phone, BODY, BODY, "only_me");
    let form = phone.get("/search").form("/search").fill("q", SOUGHT);
    phone.submit(&form);
    phone.get(&format!("/nowhere?secret={SOUGHT}"));
    everywhere.extend(spellings(national).into_iter().map(|number| ("a number", number)));
    everywhere.push(("a code", code));
    everywhere.push(("a password", PASSWORD.to_owned()));
    everywhere.push(("a wrong password", "machigai-no-aikotoba-1".to_owned()));
    Secrets { everywhere, in_logs: vec![("a body", BODY.to_owned()), ("a search", SOUGHT.to_owned())] }
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        let path = entry.path();
        match path.is_dir() {
            true => files_below(&path, found),
            false => found.push(path),
        }
    }
}

/// Whether bytes hold a word, as it is or written in hexadecimal.
fn holds(bytes: &[u8], word: &str) -> bool {
    let hex = data_encoding::HEXLOWER.encode(word.as_bytes());
    [word.as_bytes(), hex.as_bytes(), hex.to_uppercase().as_bytes()]
        .iter()
        .any(|form| bytes.windows(form.len()).any(|window| window == *form))
}

/// A code is six digits, which any long row of digits may hold by chance: only a word of its own counts.
fn stands_alone(text: &str, code: &str) -> bool {
    text.split(|sign: char| !sign.is_ascii_alphanumeric()).any(|word| word == code)
}

fn check(secrets: &Secrets, what: &str, bytes: &[u8], is_log: bool) {
    let text = String::from_utf8_lossy(bytes);
    let more = if is_log { secrets.in_logs.as_slice() } else { &[] };
    for (kind, secret) in secrets.everywhere.iter().chain(more) {
        let found = if *kind == "a code" { stands_alone(&text, secret) } else { holds(bytes, secret) };
        let line = text.lines().find(|line| line.contains(secret.as_str())).unwrap_or_default();
        assert!(!found, "{what} holds {kind}: {secret:?} in {line:.300}");
    }
}

/// A copy of the database as an operator takes it: into another file, or as the text of `pg_dump` where there is one.
fn backup(program: &Program) -> Vec<u8> {
    let url = program.database_url();
    let Some((_, schema)) = url.split_once("search_path%3D") else {
        let copy = program.data_dir().join("copy.db");
        execute(&url, &format!("VACUUM INTO '{}'", copy.display()));
        return std::fs::read(copy).unwrap();
    };
    let taken = Command::new("pg_dump").args(["--inserts", "-n", schema, "-d", &url]).output();
    taken.ok().filter(|taken| taken.status.success()).map(|taken| taken.stdout).unwrap_or_default()
}

/// The keys lie in their file and nowhere else: not in what the commands say, not in the log, not in a copy.
fn keys_of(program: &Program) -> Secrets {
    let text = std::fs::read_to_string(program.data_dir().join("keys/keyring")).unwrap();
    let keys = text.split_whitespace().filter(|word| word.len() == 64);
    Secrets { everywhere: keys.map(|key| ("a key", key.to_owned())).collect(), in_logs: Vec::new() }
}

#[test]
fn attack_35_no_secret_lies_in_the_database_or_the_log() {
    for program in empty(&[("RUST_LOG", "trace")]) {
        let lives = [
            live(&program, IPHONE, "090-8437-2651", "+819084372651"),
            live(&program, FOMA, "080-6219-5843", "+818062195843"),
        ];
        let rotated = program.command(&["keys", "rotate"]);
        assert!(rotated.status.success());
        let log = program.log();
        assert!(log.lines().count() > 8, "the talkative level says nothing: {}", log.lines().count());
        let database = format!("{:?}", dump(&program.database_url()));
        let mut files = Vec::new();
        files_below(&program.data_dir(), &mut files);
        files.extend(program.database_files());
        let keys = keys_of(&program);
        let said = [rotated.stdout, rotated.stderr, program.command(&["keys", "status"]).stdout].concat();
        let copy = backup(&program);
        files.retain(|file| !file.to_string_lossy().contains("/outbox/"));
        for file in files.iter().filter(|file| !file.to_string_lossy().contains("/keys/")) {
            check(&keys, &file.display().to_string(), &std::fs::read(file).unwrap(), false);
        }
        check(&keys, "the log", log.as_bytes(), true);
        check(&keys, "what was said of keys", &said, false);
        check(&keys, "a copy of the database", &copy, false);
        assert!(!files.is_empty(), "no files were found");
        for secrets in &lives {
            check(secrets, "the log", log.as_bytes(), true);
            check(secrets, "a copy of the database", &copy, false);
            check(secrets, "what was said of keys", &said, false);
            check(secrets, "the database", database.as_bytes(), false);
            for file in &files {
                check(secrets, &file.display().to_string(), &std::fs::read(file).unwrap(), false);
            }
        }
    }
}

#[test]
fn attack_35_a_log_of_machines_is_one_object_a_line() {
    for program in empty(&[("RUST_LOG", "debug"), ("ENISHI_LOG__FORMAT", "json")]) {
        live(&program, IPHONE, "090-8437-2651", "+819084372651");
        let log = program.log();
        for line in log.lines() {
            let event: serde_json::Value =
                serde_json::from_str(line).unwrap_or_else(|why| panic!("{why}: {line}"));
            assert!(event["timestamp"].as_str().is_some_and(|at| at.ends_with('Z')), "{line}");
            assert!(event["level"].is_string(), "{line}");
        }
        assert!(log.lines().count() > 3);
    }
}
