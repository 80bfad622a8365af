//! `enishi device`, as an operator types it.

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Runs the command with something on standard input, with the profiles that are inside the program.
fn device(arguments: &[&str], input: &[u8]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_enishi"))
        .arg("device")
        .args(arguments)
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn every_line_gets_an_answer_however_odd_it_is() {
    let input = [
        br#"{"headers":{"User-Agent":"DoCoMo/2.0 P903i(c100;TB;W24H12)"},"peer":"192.0.2.1"}"#.as_slice(),
        b"not json",
        br#"{"headers":{"User-Agent":7}}"#,
        br#"{"peer":"192.0.2.1"}"#,
        b"\xff\xfe\x00",
        b"   ",
        b"[]",
        br#"{"headers":{}}"#,
        br#"{"headers":{"User-Agent":"KDDI-CA32 UP.Browser/6.2"},"more":1}"#,
    ]
    .join(&b'\n');
    let output = device(&["explain", "--json-lines"], &input);
    assert!(output.status.success());
    let lines: Vec<serde_json::Value> =
        said(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 8, "one line for each that is not empty");
    assert_eq!(lines[0]["generation"], "foma1");
    assert!(lines[0]["rules"]["page_bytes"].as_str().unwrap().contains("10-docomo.toml:"));
    for line in &lines[1..=5] {
        let why = line["error"].as_str().unwrap();
        assert!(why.starts_with("line "), "{why}");
    }
    assert!(lines[1]["error"].as_str().unwrap().starts_with("line 2: "));
    assert_eq!((&lines[6]["face"], &lines[6]["name"]), (&"keitai".into(), &"unknown".into()));
    assert_eq!(lines[7]["model"], "W31CA");
}

#[test]
fn the_list_shows_the_tree_and_a_familys_models() {
    let all = said(&device(&["list"], b""));
    assert!(
        all.starts_with("root ") && all.contains("\n  docomo ") && all.contains("\n    docomo-foma1 "),
        "{all}"
    );
    let docomo = said(&device(&["list", "--family", "docomo"], b""));
    assert!(docomo.contains(" P903i ") && !docomo.contains("kaios"), "{docomo}");
    assert!(!device(&["list", "--family", "docomoo"], b"").status.success());
}

#[test]
fn the_difference_between_two_handsets_names_the_lines() {
    let told = said(&device(&["diff", "P903i", "docomo-mova-c5"], b""));
    let line =
        |key: &str| told.lines().find(|line| line.starts_with(&format!("{key}: "))).unwrap().to_owned();
    assert!(line("page_bytes").starts_with("page_bytes: 20000 (10-docomo.toml:"), "{told}");
    assert!(line("page_bytes").contains(" | 2000 (10-docomo.toml:"), "{told}");
    assert!(line("screen").contains("models/docomo-foma1.toml:"), "{told}");
    assert!(!told.contains("charset"), "what is the same is left out: {told}");
    assert_eq!(said(&device(&["diff", "CA32", "KDDI-CA32 UP.Browser/6.2.0.5 (GUI) MMP/2.0"], b"")), "");
}
