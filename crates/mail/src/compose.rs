//! A letter as bytes (RFC 5322): few headers, one text part.

use data_encoding::{BASE64, HEXLOWER};
use jiff::Timestamp;

use crate::{Charset, Letter, Unsubscribe};

/// RFC 2047: an encoded word has 75 signs at most. So many bytes become 60 of base64.
const WORD_BYTES: usize = 45;
/// RFC 2045: a line of base64 has 76 signs at most, made of so many bytes.
const LINE_BYTES: usize = 57;

/// The whole letter. The caller has checked both addresses with [`is_address`].
pub(crate) fn compose(letter: &Letter, from: &str, now: Timestamp) -> Vec<u8> {
    let (charset, transfer) = match letter.charset {
        Charset::Utf8 => ("UTF-8", "base64"),
        Charset::Iso2022Jp(_) => ("ISO-2022-JP", "7bit"),
    };
    let date = now.strftime("%a, %d %b %Y %H:%M:%S +0000");
    let domain = from.rsplit('@').next().unwrap_or_default();
    let mark = HEXLOWER.encode(&rand::random::<[u8; 16]>());
    let mut head = format!(
        "Date: {date}\r\nFrom: {from}\r\nTo: {}\r\nMessage-ID: <{mark}@{domain}>\r\nSubject: {}\r\n",
        letter.to,
        subject(&letter.subject, letter.charset)
    );
    if let Some(way) = letter.unsubscribe.as_ref().filter(|way| is_web_address(way.address())) {
        head.push_str(&format!("List-Unsubscribe: <{}>\r\n", way.address()));
        // RFC 8058 asks for TLS; programs pass over the header where there is none.
        if matches!(way, Unsubscribe::AtOnce(_)) {
            head.push_str("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
        }
    }
    head.push_str("Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n");
    head.push_str(&format!("Content-Type: text/plain; charset={charset}\r\n"));
    head.push_str(&format!("Content-Transfer-Encoding: {transfer}\r\n\r\n"));
    let mut bytes = head.into_bytes();
    bytes.extend(body(&letter.body, letter.charset));
    bytes
}

/// Whether mail can go to it: one `@`, and no sign that ends a header, begins a comment or names a second receiver.
pub(crate) fn is_address(text: &str) -> bool {
    let plain = |sign: u8| sign.is_ascii_graphic() && !b"<>(),;:\\\"[]".contains(&sign);
    text.len() <= 254
        && text.bytes().all(plain)
        && text.split('@').count() == 2
        && text.split('@').all(|part| !part.is_empty())
}

fn is_web_address(text: &str) -> bool {
    text.starts_with("http") && text.bytes().all(|sign| sign.is_ascii_graphic() && !b"<>".contains(&sign))
}

/// Encoded words, so that nothing in a subject can act on the header.
fn subject(text: &str, charset: Charset) -> String {
    let flat: String = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    let word = |piece: &str| match charset {
        Charset::Utf8 => format!("=?UTF-8?B?{}?=", BASE64.encode(piece.as_bytes())),
        Charset::Iso2022Jp(encode) => format!("=?ISO-2022-JP?B?{}?=", BASE64.encode(&encode(piece))),
    };
    // Escapes in and out take six bytes, and a kanji two of ISO-2022-JP where UTF-8 takes three.
    pieces(&flat, WORD_BYTES - 6).iter().map(|piece| word(piece)).collect::<Vec<_>>().join("\r\n ")
}

fn pieces(text: &str, most_bytes: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for sign in text.chars() {
        let last = pieces.last_mut().expect("there is always a piece");
        if last.len() + sign.len_utf8() > most_bytes {
            pieces.push(sign.to_string());
        } else {
            last.push(sign);
        }
    }
    pieces
}

fn body(text: &str, charset: Charset) -> Vec<u8> {
    let lines = text.replace("\r\n", "\n").replace('\n', "\r\n");
    match charset {
        Charset::Utf8 => {
            let encoded: Vec<String> =
                lines.as_bytes().chunks(LINE_BYTES).map(|line| BASE64.encode(line)).collect();
            format!("{}\r\n", encoded.join("\r\n")).into_bytes()
        }
        Charset::Iso2022Jp(encode) => {
            // A line at a time: each begins and ends in ASCII, as the standard asks.
            let mut bytes = Vec::new();
            for line in lines.split("\r\n") {
                bytes.extend(encode(line));
                bytes.extend(b"\r\n");
            }
            bytes
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn written(letter: &Letter) -> String {
        String::from_utf8(compose(letter, "no-reply@example.jp", Timestamp::UNIX_EPOCH)).unwrap()
    }

    fn letter(subject: &str) -> Letter {
        Letter {
            to: "a..b.@docomo.ne.jp".to_owned(),
            subject: subject.to_owned(),
            body: "はじめまして。\n.\n縁".to_owned(),
            unsubscribe: Some(Unsubscribe::OnPage("https://sns.example.jp/me/email".to_owned())),
            charset: Charset::Utf8,
        }
    }

    #[test]
    fn a_subject_cannot_act_on_the_header() {
        let text = written(&letter("x\r\nBcc: all@example.jp\r\n\r\nbody\0"));
        let head = text.split("\r\n\r\n").next().unwrap();
        assert!(!head.contains("Bcc"), "{head}");
        let names: Vec<&str> = head
            .lines()
            .filter(|line| !line.starts_with(' '))
            .map(|line| line.split(':').next().unwrap())
            .collect();
        assert_eq!(
            names,
            [
                "Date",
                "From",
                "To",
                "Message-ID",
                "Subject",
                "List-Unsubscribe",
                "Auto-Submitted",
                "MIME-Version",
                "Content-Type",
                "Content-Transfer-Encoding"
            ]
        );
    }

    #[test]
    fn lines_are_short_and_words_come_back() {
        let long = "縁".repeat(60);
        let text = written(&letter(&long));
        assert!(text.is_ascii() && text.lines().all(|line| line.len() <= 78), "{text}");
        assert!(text.contains("Date: Thu, 01 Jan 1970 00:00:00 +0000"), "{text}");
        let subject = text.split("Subject: ").nth(1).unwrap().split("\r\nList").next().unwrap();
        let read: String = subject
            .split("\r\n ")
            .map(|word| {
                let coded = word.strip_prefix("=?UTF-8?B?").unwrap().strip_suffix("?=").unwrap();
                String::from_utf8(BASE64.decode(coded.as_bytes()).unwrap()).unwrap()
            })
            .collect();
        assert_eq!(read, long);
        let body: String = text.split("\r\n\r\n").nth(1).unwrap().lines().collect();
        assert_eq!(BASE64.decode(body.as_bytes()).unwrap(), "はじめまして。\r\n.\r\n縁".as_bytes());
    }

    #[test]
    fn only_one_plain_address_is_sent_to() {
        assert!(is_address("a..b.@docomo.ne.jp"));
        for wrong in
            ["", "a", "@b", "a@", "a@b@c", "a@b,c@d", "a@b\r\nBcc: c@d", "a b@c", "<a@b>", "あ@b", "a@b\0"]
        {
            assert!(!is_address(wrong), "{wrong:?}");
        }
    }
}
