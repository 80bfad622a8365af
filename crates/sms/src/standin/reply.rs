//! Playing a script on a connection.

use std::{
    fmt::Write as _,
    future::pending,
    sync::atomic::{AtomicU64, Ordering},
};

use tokio::{
    io::{AsyncWrite, AsyncWriteExt},
    time::sleep,
};

use super::{ACCOUNT_SID, Received, Script, contract, document};

/// Returning drops the connection. The id of the message that was made, if one was and was told.
pub(super) async fn play(
    stream: &mut (impl AsyncWrite + Unpin),
    script: &Script,
    request: &Received,
) -> Option<String> {
    let mut script = script;
    while let Script::After(wait, then) = script {
        sleep(*wait).await;
        script = then;
    }
    let (bytes, sid) = match script {
        Script::Created { status, example } => {
            let (bytes, sid) = created(status, example, request);
            (bytes, Some(sid))
        }
        Script::Answer { status, headers, body } => (answer(*status, headers, body), None),
        Script::DropBeforeAnswer | Script::After(..) => return None,
        Script::Hang => return pending().await,
        Script::DropMidBody => (halved(created("queued", "createWoService", request).0), None),
    };
    // A client that has gone away is a result the test sees on its own side.
    let _ = stream.write_all(&bytes).await;
    let _ = stream.shutdown().await;
    sid
}

fn created(status: &str, example: &str, request: &Received) -> (Vec<u8>, String) {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let kind = if contract::is_call(request) { "CA" } else { "SM" };
    let sid = format!("{kind}{:032x}", NEXT.fetch_add(1, Ordering::Relaxed));
    let mut message = document::example(example);
    message["uri"] = format!("/2010-04-01/Accounts/{ACCOUNT_SID}/Messages/{sid}.json").into();
    message["sid"] = sid.clone().into();
    message["account_sid"] = ACCOUNT_SID.into();
    message["status"] = status.into();
    message["to"] = request.to().into();
    message["body"] = request.body().into();
    if !message["from"].is_null() {
        message["from"] = request.field("From").into();
    }
    (answer(201, &[("Content-Type", "application/json".to_owned())], &message.to_string()), sid)
}

fn answer(status: u16, headers: &[(&str, String)], body: &str) -> Vec<u8> {
    let mut text =
        format!("HTTP/1.1 {status} Stand-In\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
    for (name, value) in headers {
        write!(text, "{name}: {value}\r\n").expect("a string takes every write");
    }
    text.push_str("\r\n");
    text.push_str(body);
    text.into_bytes()
}

/// The head promises more bytes than will come.
fn halved(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.len() - 100);
    bytes
}
