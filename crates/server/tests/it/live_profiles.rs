//! An operator edits the device profiles while people read.

use std::io::{Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use enishi_testkit::phone::{FOMA, Page};

use crate::program::{Program, empty};

pub const PROFILES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/devices");

pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { std::fs::copy(&path, &target).map(drop).unwrap() }
    }
}

/// Asks again and again, each time answered, until the page is as wanted.
fn read_until(program: &Program, wanted: impl Fn(&Page) -> bool) -> Duration {
    let (mut phone, began) = (program.phone(FOMA), Instant::now());
    loop {
        let page = phone.get("/");
        assert_eq!(page.status, 200);
        if wanted(&page) {
            return began.elapsed();
        }
        assert!(began.elapsed() < Duration::from_secs(60), "the edit never took effect");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn an_edit_takes_effect_without_a_restart_and_a_faulty_one_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    copy(Path::new(PROFILES), folder.path());
    let figures = free_address();
    let settings = [
        ("ENISHI_DEVICES__DIR", folder.path().to_str().unwrap()),
        ("ENISHI_SERVER__METRICS_LISTEN", figures.as_str()),
    ];
    let program = empty(&settings).next().unwrap();
    let is_utf8 = |page: &Page| page.header("content-type").to_ascii_lowercase().contains("utf-8");
    read_until(&program, |page| !is_utf8(page));
    let file = folder.path().join("10-docomo.toml");
    let before = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, before.replacen("\"shift_jis\"", "\"utf-8\"", 1)).unwrap();
    read_until(&program, is_utf8);
    std::fs::write(&file, before.replacen("\"shift_jis\"", "\"ebcdic\"", 1)).unwrap();
    let until = Instant::now() + Duration::from_secs(60);
    while !shown(&figures).contains("enishi_device_profiles_sound 0") {
        assert!(Instant::now() < until, "the fault is not among the figures");
        std::thread::sleep(Duration::from_millis(50));
    }
    read_until(&program, is_utf8);
    std::fs::write(&file, before).unwrap();
    read_until(&program, |page| !is_utf8(page));
    let text = shown(&figures);
    assert!(text.contains("enishi_device_profiles_sound 1"), "{text}");
    assert!(
        text.contains("enishi_requests_total{face=\"keitai\",class=\"featurephone\",status=\"200\"}"),
        "{text}"
    );
    assert_eq!(program.phone(FOMA).get("/metrics").status, 404, "not on the site's own listener");
}

/// A loopback address that no other test draws its ports from.
fn free_address() -> String {
    std::net::TcpListener::bind("127.45.67.89:0").unwrap().local_addr().unwrap().to_string()
}

/// The figures, once their listener answers.
fn shown(address: &str) -> String {
    let mut text = String::new();
    let mut socket = std::net::TcpStream::connect(address).unwrap();
    socket.write_all(b"GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
    socket.read_to_string(&mut text).unwrap();
    text
}
