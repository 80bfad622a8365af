//! With a part of the house broken, nothing is more permissive than in health.

use enishi_testkit::cast::PASSWORD;
use enishi_testkit::dump::{execute, hold};
use enishi_testkit::phone::{FOMA, IPHONE, Request};

use crate::program::{demos, empty, log_in, number_of, place_of, write_entry};

#[test]
fn attack_100_no_page_without_a_judged_audience() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let entry = write_entry(&mut hanako, "見せる題", "見せる本文", "friends");
        let mut readers = [program.phone_of("ken", IPHONE), program.phone_of("ken", FOMA)];
        let every = [entry.as_str(), "/search?q=%E3%81%AF%E3%81%AA%E3%81%93", "/home", "/diary"];
        // Who is a friend stands in two places: one answers about an entry, the other gathers what is new.
        let asked: [(&str, &[&str]); 4] = [
            ("blocks", &every),
            ("members", &every),
            ("friendships", &every[..1]),
            ("circles", &every[2..3]),
        ];
        for (table, paths) in asked {
            execute(&program.database_url(), &format!("ALTER TABLE {table} RENAME TO {table}_away"));
            for ken in &mut readers {
                for path in paths {
                    let page = ken.get(path);
                    assert!(!page.text().contains("見せる"), "{path} without {table}: {}", page.status);
                }
                assert!(ken.get(paths[0]).status >= 500, "{table} is not asked");
            }
            execute(&program.database_url(), &format!("ALTER TABLE {table}_away RENAME TO {table}"));
        }
        assert_eq!(readers[0].get(&entry).status, 200, "it does not recover");
    }
}

#[test]
fn attack_100_no_message_without_a_counted_limit() {
    for program in empty(&[]) {
        let mut phone = program.phone(IPHONE);
        let form = phone.get("/signup").form("/signup").fill("phone", "090-1234-5678");
        execute(&program.database_url(), "ALTER TABLE counters RENAME TO counters_away");
        let page = phone.fetch(&form.request());
        assert!(page.status >= 500, "{}", page.status);
        std::thread::sleep(std::time::Duration::from_millis(2_500));
        assert_eq!(program.texts().len(), 0, "a message left uncounted");
        execute(&program.database_url(), "ALTER TABLE counters_away RENAME TO counters");
        assert_eq!(phone.fetch(&form.request()).status, 303, "it does not recover");
        program.text_to("+819012345678");
    }
}

#[test]
fn attack_100_no_login_without_a_counted_try() {
    for program in demos() {
        execute(&program.database_url(), "ALTER TABLE counters RENAME TO counters_away");
        let mut phone = program.phone(IPHONE);
        let page = log_in(&mut phone, number_of("hanako"), PASSWORD);
        assert!(page.status >= 500, "a password was tried uncounted: {}", page.status);
        assert_eq!(place_of(&phone.get("/home")), "/login");
        execute(&program.database_url(), "ALTER TABLE counters_away RENAME TO counters");
        assert_eq!(log_in(&mut phone, number_of("hanako"), PASSWORD).status, 200);
    }
}

#[test]
fn attack_100_a_foreign_form_is_refused_while_the_database_waits() {
    for program in demos() {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let form = hanako.get("/diary/new").form("/diary/new").fill("title", "x").fill("body", "x");
        let held = hold(&program.database_url());
        let page = hanako.fetch(&form.request().with("Origin", "https://evil.example"));
        assert!(matches!(page.status, 403 | 503), "{}", page.status);
        let page = hanako.fetch(&Request::post("/diary/new", b"title=x&body=x&visibility=members"));
        assert!(matches!(page.status, 403 | 422 | 503), "{}", page.status);
        drop(held);
    }
}
