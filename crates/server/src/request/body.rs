//! A form's body, in the charset of the page it was on, turned into Unicode at this edge and nowhere else.

use std::rc::Rc;
use std::time::{Duration, Instant};

use actix_web::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use actix_web::{HttpRequest, web};
use data_encoding::HEXLOWER;
use enishi_face::pages::Trouble;
use enishi_keitai::text::{self, Encoding};
use futures_util::StreamExt;
use sha2::{Digest, Sha256};
use tokio::time::error::Elapsed;
use tokio::time::timeout;

use super::multipart;
use crate::error::PageError;
use crate::listen::{LineRules, Watch};

/// A form without files: a diary entry of 20,000 characters, each up to nine bytes on the line, and some room.
const MOST_FORM_BYTES: usize = 512 * 1024;
/// More fields than any form of ours has.
const MOST_FIELDS: usize = 200;

/// A file from a form.
#[derive(Clone, Debug)]
pub struct File {
    /// The field it came in.
    pub field: String,
    /// The bytes. Name and type are not kept: neither is believed.
    pub bytes: Vec<u8>,
}

/// What was typed into a form. A field sent twice counts once, as its first value; lists ask for them all.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub(super) fields: Vec<(String, String)>,
    pub(super) files: Vec<File>,
}

impl Typed {
    /// The value of a field; empty if it was not sent.
    pub fn get(&self, field: &str) -> &str {
        self.find(field).unwrap_or_default()
    }

    /// The value of a field, if it was sent.
    pub fn find(&self, field: &str) -> Option<&str> {
        self.fields.iter().find(|(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    /// Puts a value into a field in place of what was sent.
    pub fn put(&mut self, field: &str, value: String) {
        self.fields.retain(|(name, _)| name != field);
        self.fields.push((field.to_owned(), value));
    }

    /// Every value of a field that may stand several times.
    pub fn all<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    /// Every field and its value.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// A digest of everything sent but the form's token: two submits of the same words have the same.
    pub fn digest(&self) -> String {
        let mut hash = Sha256::new();
        for (name, value) in self.fields().filter(|(name, _)| *name != "csrf") {
            for part in [name, value] {
                hash.update((part.len() as u64).to_be_bytes());
                hash.update(part);
            }
        }
        for file in &self.files {
            hash.update((file.bytes.len() as u64).to_be_bytes());
            hash.update(&file.bytes);
        }
        HEXLOWER.encode(&hash.finalize()[..10])
    }

    /// Takes the files of a field that hold anything: they are large, and needed once.
    pub fn take_files(&mut self, field: &str) -> Vec<Vec<u8>> {
        let taken = self.files.iter_mut().filter(|file| file.field == field && !file.bytes.is_empty());
        taken.map(|file| std::mem::take(&mut file.bytes)).collect()
    }

    /// A form made of values alone.
    pub fn of(fields: Vec<(String, String)>) -> Typed {
        Typed { fields, files: Vec::new() }
    }
}

/// Reads a body of either kind. A multipart label on an urlencoded body (au before 7.2.7.1.K.4 sends that) is seen
/// through by looking at the body itself.
pub async fn read_body(
    request: &HttpRequest,
    payload: web::Payload,
    encoding: Encoding,
    most_bytes: usize,
    rules: &LineRules,
) -> Result<Typed, PageError> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let is_multipart = kind.to_ascii_lowercase().starts_with("multipart/form-data");
    let most = if is_multipart { most_bytes } else { most_bytes.min(MOST_FORM_BYTES) };
    // What says itself that it is too long is refused before any of it is kept.
    if declared_bytes(request).is_some_and(|bytes| bytes > most) {
        return Err(PageError::Trouble(Trouble::TooLarge));
    }
    let body = collect(payload, most, rules).await?;
    if let Some(line) = request.conn_data::<Rc<Watch>>() {
        line.body_is_read();
    }
    if is_multipart && body.starts_with(b"--") {
        return multipart::read(kind, body, encoding).await;
    }
    read_pairs(&body, encoding).map(Typed::of)
}

/// How long a body says it is; `None` if it comes in chunks.
pub fn declared_bytes(request: &HttpRequest) -> Option<usize> {
    request.headers().get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

async fn collect(mut payload: web::Payload, most: usize, rules: &LineRules) -> Result<Vec<u8>, PageError> {
    let (began, mut body) = (Instant::now(), Vec::new());
    while let Some(chunk) =
        timeout(patience(began, body.len(), rules), payload.next()).await.map_err(too_slow)?
    {
        let chunk = chunk.map_err(|_| PageError::Trouble(Trouble::BadRequest))?;
        if body.len() + chunk.len() > most {
            return Err(PageError::Trouble(Trouble::TooLarge));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// How long the next piece of a body may take: never longer than a stall, and less the longer the body drips.
fn patience(began: Instant, bytes: usize, rules: &LineRules) -> Duration {
    let earned = bytes as u64 / rules.body_bytes_per_second.max(1);
    let whole = (rules.stall_seconds + earned).min(rules.body_seconds);
    let left = Duration::from_secs(whole).saturating_sub(began.elapsed());
    left.min(Duration::from_secs(rules.stall_seconds))
}

fn too_slow(_: Elapsed) -> PageError {
    PageError::Trouble(Trouble::BadRequest)
}

/// `name=value&…`, each percent-decoded to bytes first and only then read in the page's charset.
pub(super) fn read_pairs(body: &[u8], encoding: Encoding) -> Result<Vec<(String, String)>, PageError> {
    let pairs: Vec<_> = body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()).collect();
    if pairs.len() > MOST_FIELDS {
        return Err(PageError::Trouble(Trouble::BadRequest));
    }
    Ok(pairs
        .into_iter()
        .map(|pair| {
            let at = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
            let value = pair.get(at + 1..).unwrap_or_default();
            (decode(&pair[..at], encoding), decode(value, encoding))
        })
        .collect())
}

fn decode(part: &[u8], encoding: Encoding) -> String {
    text::decode(&percent_decode(part), encoding)
}

fn percent_decode(part: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(part.len());
    let mut rest = part;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match (first, after) {
            (b'+', _) => out.push(b' '),
            (b'%', [high, low, ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    out.push(high << 4 | low);
                    rest = &after[2..];
                }
                _ => out.push(b'%'),
            },
            (byte, _) => out.push(*byte),
        }
    }
    out
}

fn hex(sign: u8) -> Option<u8> {
    char::from(sign).to_digit(16).map(|digit| digit as u8)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(body: &[u8], encoding: Encoding, expected: &[(&str, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(read_pairs(body, encoding).unwrap(), expected);
    }

    #[test]
    fn a_form_is_read_in_its_pages_charset() {
        check(b"title=%E6%97%A5%E8%A8%98+%F0%9F%98%8A", Encoding::Utf8, &[("title", "日記 😊")]);
        check(
            b"title=%93%FA%8BL&body=%81%60",
            Encoding::DocomoSjis,
            &[("title", "日記"), ("body", "\u{FF5E}")],
        );
        // 表 ends in 0x5C, and docomo's sun is F89F.
        check(b"body=%95%5C%F8%9F", Encoding::DocomoSjis, &[("body", "表☀")]);
    }

    #[test]
    fn rubbish_is_read_as_what_it_is() {
        check(b"a=%zz&&b&=c&d=%4", Encoding::Utf8, &[("a", "%zz"), ("b", ""), ("", "c"), ("d", "%4")]);
        assert!(read_pairs(&b"a&".repeat(MOST_FIELDS + 1), Encoding::Utf8).is_err());
    }
}
