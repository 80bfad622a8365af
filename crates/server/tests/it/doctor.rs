//! `enishi doctor` finds what is broken on purpose, and says nothing secret.

use std::process::Output;

use enishi_testkit::dump::execute;
use enishi_testkit::phone::IPHONE;

use crate::program::{Program, demos, number_of};

fn doctor(program: &Program, more: &[&str]) -> Output {
    program.command(&[&["doctor"], more].concat())
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_healthy_site_is_told_so_and_each_fault_is_found() {
    for program in demos() {
        let well = doctor(&program, &[]);
        assert!(well.status.success() && !said(&well).contains('✗'), "{}", said(&well));
        assert!(said(&well).contains("all open with these keys"), "{}", said(&well));
        let number: String = number_of("hanako").chars().filter(char::is_ascii_digit).collect();
        assert!(!said(&well).contains(&number[1..]));
        for (fault, statement) in [
            ("one way", "DELETE FROM friendships WHERE member_id = (SELECT min(member_id) FROM friendships)"),
            ("counter is behind", "UPDATE diary_entries SET comments_given = 0"),
            ("totals smaller", "DELETE FROM footprint_totals"),
        ] {
            execute(&program.database_url(), statement);
            let found = doctor(&program, &[]);
            assert_eq!(found.status.code(), Some(1), "{fault} on {}", program.engine);
            let line = said(&found).lines().find(|line| line.contains(fault)).unwrap_or_default().to_owned();
            assert!(line.starts_with('✗'), "{fault}: {}", said(&found));
        }
        let json: serde_json::Value = serde_json::from_slice(&doctor(&program, &["--json"]).stdout).unwrap();
        assert!(json["findings"].as_array().unwrap().iter().any(|finding| finding["mark"] == "broken"));
    }
}

#[test]
fn missing_pictures_and_loose_modes_are_found() {
    for program in demos() {
        std::fs::rename(program.data_dir().join("pictures/masters"), program.data_dir().join("away"))
            .unwrap();
        let keyring = program.data_dir().join("keys/keyring");
        let loose = std::os::unix::fs::PermissionsExt::from_mode(0o644);
        std::fs::set_permissions(&keyring, loose).unwrap();
        let found = doctor(&program, &[]);
        let text = said(&found);
        assert!(
            text.lines().any(|line| line.starts_with("✗ pictures: ") && line.contains("missing")),
            "{text}"
        );
        assert!(text.lines().any(|line| line.starts_with("✗ files: ") && line.contains("keyring")), "{text}");
        assert_eq!(
            program.phone(IPHONE).get("/login").status,
            200,
            "the site does not run on beside the check"
        );
    }
}
