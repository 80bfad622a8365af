//! The sender for development and for a site without a provider: messages go to a file, not to phones.

use std::{
    fs::{DirBuilder, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use jiff::{Timestamp, Unit};
use serde::Serialize;

use crate::{BoxFuture, Delay, Doubt, Outcome, SmsSender, TextMessage, VoiceCall};

/// Appends each message to `outbox/sms.jsonl` in the data folder, one JSON object a line.
///
/// The keys are `to`, `body` and `at` (RFC 3339, UTC, whole seconds). File and folder are created for
/// their owner alone, since the lines hold numbers and codes.
#[derive(Clone, Debug)]
pub struct Outbox {
    path: PathBuf,
}

/// The order of the fields is the order of the keys in the file.
#[derive(Serialize)]
struct Line<'a> {
    to: &'a str,
    body: &'a str,
    at: String,
}

impl Outbox {
    /// An outbox in this data folder. The file is made by the first message.
    pub fn new(data_dir: impl AsRef<Path>) -> Self {
        Self { path: data_dir.as_ref().join("outbox").join("sms.jsonl") }
    }

    /// Where the messages go.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl SmsSender for Outbox {
    fn send<'a>(&'a self, message: &'a TextMessage) -> BoxFuture<'a, Outcome> {
        self.write("sms.jsonl", line(&message.to, &message.body))
    }

    /// Calls lie beside the messages, in `outbox/calls.jsonl`; the body is what would be read out.
    fn call<'a>(&'a self, call: &'a VoiceCall) -> BoxFuture<'a, Outcome> {
        self.write("calls.jsonl", line(&call.to, &call.lines.join("\n")))
    }
}

impl Outbox {
    fn write(&self, file: &str, line: Vec<u8>) -> BoxFuture<'static, Outcome> {
        let path = self.path.with_file_name(file);
        Box::pin(async move {
            let written = tokio::task::spawn_blocking(move || append(&path, &line)).await;
            written.unwrap_or(Outcome::Unknown { reason: Doubt::OutboxCut })
        })
    }
}

fn line(to: &str, body: &str) -> Vec<u8> {
    let at =
        Timestamp::now().round(Unit::Second).expect("the present is far from the end of time").to_string();
    let line = Line { to, body, at };
    let mut bytes = serde_json::to_vec(&line).expect("strings always become JSON");
    bytes.push(b'\n');
    bytes
}

fn append(path: &Path, line: &[u8]) -> Outcome {
    let mut file = match open(path) {
        Ok(file) => file,
        Err(error) => return Outcome::Later { after: None, reason: Delay::OutboxClosed(error.to_string()) },
    };
    // One write call in append mode: lines of several processes never mix.
    match file.write(line).and_then(|written| file.flush().map(|()| written)) {
        Ok(written) if written == line.len() => {
            Outcome::Accepted { provider_id: None, status: "written".to_owned() }
        }
        _ => Outcome::Unknown { reason: Doubt::OutboxCut },
    }
}

fn open(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    OpenOptions::new().append(true).create(true).mode(0o600).open(path)
}
