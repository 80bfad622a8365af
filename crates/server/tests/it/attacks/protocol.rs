//! Load and protocol: odd framing, bombs, slow clients.

use std::time::Duration;

use super::{Heard, Line, at_once};
use crate::program::{Program, empty};

const SOON: Duration = Duration::from_secs(3);

fn answer_to(program: &Program, request: impl AsRef<[u8]>) -> Heard {
    let mut line = Line::to(program.address);
    line.say(request);
    line.hear(SOON)
}

/// Requests that two readers could cut apart differently, and what must come back to each.
const TWO_READINGS: [(&str, &str); 12] = [
    ("length and chunks", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    ("chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n"),
    ("two lengths", "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd"),
    ("a length with a sign", "Content-Length: +4\r\n\r\nabcd"),
    ("a length of words", "Content-Length: four\r\n\r\nabcd"),
    ("a list of lengths", "Content-Length: 4, 5\r\n\r\nabcd"),
    ("an unknown coding", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
    ("chunks not last", "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"),
    ("two codings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    ("a blank before the colon", "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"),
    ("a folded header", "X-A: b\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    ("two hosts", "Host: elsewhere.example\r\nContent-Length: 0\r\n\r\n"),
];

#[test]
fn attack_95_smuggling() {
    for program in empty(&[]) {
        for (what, rest) in TWO_READINGS {
            // Whatever is left over must not be read as a request of its own.
            let smuggled = "GET /login HTTP/1.1\r\nHost: x\r\n\r\n";
            let request = format!("POST /login HTTP/1.1\r\nHost: {}\r\n{rest}{smuggled}", program.address);
            let heard = answer_to(&program, &request);
            assert_eq!(heard.statuses(), [400], "{what} ({})", program.engine);
            assert!(heard.is_closed, "{what}: the line stays open");
        }
    }
}

#[test]
fn attack_95_many_at_once_are_answered_each_once() {
    for program in empty(&[]) {
        let answers = at_once(20, |_| answer_to(&program, "GET /healthz HTTP/1.0\r\n\r\n").statuses());
        assert!(answers.iter().all(|statuses| statuses == &[200]), "{answers:?}");
    }
}

#[test]
fn attack_98_a_stop_finishes_what_is_under_way() {
    for mut program in empty(&[]) {
        let mut line = Line::to(program.address);
        line.say(format!(
            "POST /login HTTP/1.1\r\nHost: {}\r\nContent-Length: 8\r\n\r\nlog",
            program.address
        ));
        std::thread::sleep(Duration::from_millis(300));
        let asked = std::process::Command::new("kill").arg("-TERM").arg(program.pid().to_string()).status();
        assert!(asked.unwrap().success());
        std::thread::sleep(Duration::from_millis(300));
        line.say("in=x&");
        assert!(matches!(line.hear(SOON).status(), 303 | 403 | 422), "a request under way was dropped");
        assert_eq!(program.wait_for_end(Duration::from_secs(10)), Some(0), "{}", program.engine);
    }
}
