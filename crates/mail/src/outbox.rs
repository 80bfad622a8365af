//! The sender for development and for a site without a mail server: letters go to a file.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use jiff::{Timestamp, Unit};
use serde::Serialize;

use crate::{BoxFuture, Letter, MailSender, Outcome};

/// Appends each letter to `outbox/mail.jsonl` in the data folder, one JSON object a line.
///
/// The keys are `to`, `subject`, `body` and `at` (RFC 3339, UTC, whole seconds). File and folder are created for
/// their owner alone, since the lines hold addresses and links.
#[derive(Clone, Debug)]
pub struct Outbox {
    path: PathBuf,
}

/// The order of the fields is the order of the keys in the file.
#[derive(Serialize)]
struct Line<'a> {
    to: &'a str,
    subject: &'a str,
    body: &'a str,
    at: String,
}

impl Outbox {
    /// An outbox in this data folder. The file is made by the first letter.
    pub fn new(data_dir: impl AsRef<Path>) -> Self {
        Self { path: data_dir.as_ref().join("outbox").join("mail.jsonl") }
    }

    /// Where the letters go.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl MailSender for Outbox {
    fn send<'a>(&'a self, letter: &'a Letter) -> BoxFuture<'a, Outcome> {
        let (path, line) = (self.path.clone(), line(letter));
        Box::pin(async move {
            let written = tokio::task::spawn_blocking(move || append(&path, &line)).await;
            written.unwrap_or_else(|_| cut())
        })
    }
}

fn line(letter: &Letter) -> Vec<u8> {
    let at =
        Timestamp::now().round(Unit::Second).expect("the present is far from the end of time").to_string();
    let line = Line { to: &letter.to, subject: &letter.subject, body: &letter.body, at };
    let mut bytes = serde_json::to_vec(&line).expect("strings always become JSON");
    bytes.push(b'\n');
    bytes
}

fn append(path: &Path, line: &[u8]) -> Outcome {
    let mut file = match open(path) {
        Ok(file) => file,
        Err(error) => return Outcome::Later { reason: format!("the outbox cannot be opened: {error}") },
    };
    // One write call in append mode: lines of several processes never mix.
    match file.write(line).and_then(|written| file.flush().map(|()| written)) {
        Ok(written) if written == line.len() => Outcome::Accepted,
        _ => cut(),
    }
}

fn cut() -> Outcome {
    Outcome::Unknown { reason: "the outbox line is incomplete".to_owned() }
}

fn open(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    OpenOptions::new().append(true).create(true).mode(0o600).open(path)
}
