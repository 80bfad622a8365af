//! A bare socket: for requests no well-behaved client would send.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// A socket to the program. Nothing is added to what is said, nothing hidden of what is heard.
pub struct Line {
    socket: TcpStream,
}

/// What came back on a line.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    /// Every byte.
    pub bytes: Vec<u8>,
    /// Whether the program closed the line, rather than the patience of the listener running out.
    pub is_closed: bool,
}

impl Line {
    /// Connects.
    pub fn to(address: SocketAddr) -> Line {
        let socket = TcpStream::connect(address).expect("the program accepts connections");
        socket.set_nodelay(true).unwrap();
        Line { socket }
    }

    /// Sends bytes as they are; a line that was closed meanwhile swallows them.
    pub fn say(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        self.socket.write_all(bytes.as_ref()).is_ok()
    }

    /// Sends one byte at a time, with a pause after each, until the line breaks or all is said.
    pub fn drip(&mut self, bytes: &[u8], pause: Duration) {
        for byte in bytes {
            if !self.say([*byte]) {
                return;
            }
            std::thread::sleep(pause);
        }
    }

    /// Listens until the line is closed, but no longer than `most`.
    pub fn hear(&mut self, most: Duration) -> Heard {
        let (until, mut heard, mut chunk) = (Instant::now() + most, Heard::default(), [0; 4096]);
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return heard;
            }
            self.socket.set_read_timeout(Some(left)).unwrap();
            match self.socket.read(&mut chunk) {
                Ok(0) => return Heard { is_closed: true, ..heard },
                Ok(count) => heard.bytes.extend_from_slice(&chunk[..count]),
                Err(why) if matches!(why.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                    return heard;
                }
                Err(_) => return Heard { is_closed: true, ..heard },
            }
        }
    }

    /// Listens until one whole answer with a `Content-Length` has come, but no longer than `most`; the line stays
    /// open for the next request.
    pub fn hear_one(&mut self, most: Duration) -> Heard {
        let (until, mut heard) = (Instant::now() + most, Heard::default());
        while !heard.is_whole() && Instant::now() < until {
            let more = self.hear(Duration::from_millis(20));
            heard.bytes.extend(more.bytes);
            if more.is_closed {
                return Heard { is_closed: true, ..heard };
            }
        }
        heard
    }
}

impl Heard {
    /// The statuses of every answer heard, in order. A request that was smuggled in shows as one answer too many.
    pub fn statuses(&self) -> Vec<u16> {
        let text = String::from_utf8_lossy(&self.bytes);
        let heads = text.match_indices("HTTP/1.");
        heads.filter_map(|(at, _)| text.get(at + 9..at + 12)?.parse().ok()).collect()
    }

    /// The status of the first answer; 0 if there was none.
    pub fn status(&self) -> u16 {
        self.statuses().first().copied().unwrap_or_default()
    }

    /// The value of a header of the first answer; empty if it is not there.
    pub fn header(&self, name: &str) -> String {
        let text = String::from_utf8_lossy(&self.bytes).into_owned();
        let head = text.split("\r\n\r\n").next().unwrap_or_default();
        let mut lines = head.lines().skip(1).filter_map(|line| line.split_once(':'));
        let found = lines.find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    }

    fn is_whole(&self) -> bool {
        let Some(end) = self.bytes.windows(4).position(|window| window == b"\r\n\r\n") else { return false };
        self.header("content-length")
            .parse::<usize>()
            .is_ok_and(|length| self.bytes.len() >= end + 4 + length)
    }
}
