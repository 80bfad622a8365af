//! Counts a head as it comes in, before any of it is parsed.

use super::rules::LineRules;

/// What a head has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Not at its end yet.
    More,
    /// At its end; what follows is a body.
    Whole,
    /// The request line is longer than any address of ours.
    UrlTooLong,
    /// Too many bytes or headers.
    HeadTooLarge,
}

/// How far one head has come.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scan {
    bytes: usize,
    lines: usize,
    line_bytes: usize,
}

/// Around an address in a request line: the longest method, blanks, version, line end.
const AROUND_URL: usize = 32;

impl Scan {
    /// Takes the next bytes; says at the first that settles it what the head has come to.
    pub fn take(&mut self, bytes: &[u8], rules: &LineRules) -> Verdict {
        for byte in bytes {
            let verdict = self.take_one(*byte, rules);
            if verdict != Verdict::More {
                return verdict;
            }
        }
        Verdict::More
    }

    fn take_one(&mut self, byte: u8, rules: &LineRules) -> Verdict {
        self.bytes += 1;
        match byte {
            b'\n' if self.line_bytes == 0 && self.lines > 0 => return Verdict::Whole,
            // Empty lines before a request are nothing.
            b'\n' if self.line_bytes == 0 => {}
            b'\n' => (self.lines, self.line_bytes) = (self.lines + 1, 0),
            b'\r' => {}
            _ => self.line_bytes += 1,
        }
        if self.lines == 0 && self.bytes > rules.url_bytes + AROUND_URL {
            return Verdict::UrlTooLong;
        }
        // The request line is no header.
        match self.bytes > rules.head_bytes || self.lines > rules.headers + 1 {
            true => Verdict::HeadTooLarge,
            false => Verdict::More,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: LineRules = LineRules {
        head_seconds: 10,
        stall_seconds: 30,
        body_seconds: 600,
        body_bytes_per_second: 256,
        idle_seconds: 60,
        stop_seconds: 10,
        url_bytes: 64,
        head_bytes: 256,
        headers: 3,
        sockets_per_client: 64,
        sockets: 100,
    };

    fn check(head: &str, expected: Verdict) {
        let (mut whole, mut byte_by_byte) = (Scan::default(), Scan::default());
        assert_eq!(whole.take(head.as_bytes(), &RULES), expected, "{head:?}");
        let last =
            head.bytes().map(|byte| byte_by_byte.take(&[byte], &RULES)).find(|it| *it != Verdict::More);
        assert_eq!(last.unwrap_or(Verdict::More), expected, "{head:?}, byte by byte");
    }

    #[test]
    fn a_head_ends_at_its_empty_line() {
        check("GET / HTTP/1.1\r\nHost: x\r\n", Verdict::More);
        check("GET / HTTP/1.1\r\nHost: x\r\n\r\n", Verdict::Whole);
        check("\r\n\r\nGET / HTTP/1.1\n\n", Verdict::Whole);
        check("POST / HTTP/1.1\r\n\r\na body, however long, is not counted as a head", Verdict::Whole);
    }

    #[test]
    fn a_head_that_is_too_much_is_told_at_once() {
        check(&format!("GET /{}", "a".repeat(100)), Verdict::UrlTooLong);
        check(&format!("GET / HTTP/1.1\r\nX: {}", "a".repeat(256)), Verdict::HeadTooLarge);
        check("GET / HTTP/1.1\r\na: 1\r\nb: 2\r\nc: 3\r\nd: 4\r\n\r\n", Verdict::HeadTooLarge);
        check("GET / HTTP/1.1\r\na: 1\r\nb: 2\r\nc: 3\r\n\r\n", Verdict::Whole);
    }
}
