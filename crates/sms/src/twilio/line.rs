//! One connection, one request, one answer.
//!
//! Connecting and asking are two steps here, because what may be repeated turns on which of them failed. A
//! pooled client hides that border; this is also why no connection is kept.

use std::{error::Error, future::poll_fn, time::Duration};

use hyper::{
    Body, Request, Uri,
    body::HttpBody,
    client::{
        HttpConnector,
        conn::{Builder, SendRequest},
    },
    header::{HOST, HeaderValue, RETRY_AFTER},
    service::Service,
};
use hyper_tls::{HttpsConnector, native_tls::TlsConnector};
use tokio::{task::JoinSet, time::timeout};

use super::answer::Answer;
use crate::{ConfigError, Doubt};

/// The longest answer read, in bytes. Twilio's have about one thousand.
const LONGEST_ANSWER: usize = 64 * 1024;

/// Opens connections.
pub(super) struct Line {
    connector: HttpsConnector<HttpConnector>,
    connect_limit: Duration,
}

/// An open connection that nothing has been sent over. Dropping it closes it.
pub(super) struct Open {
    sender: SendRequest<Body>,
    /// Drives the connection; the set ends the task when it is dropped.
    _driver: JoinSet<()>,
}

impl Line {
    pub(super) fn new(connect_limit: Duration) -> Result<Self, ConfigError> {
        let tls = TlsConnector::new().map_err(|error| ConfigError::Tls(error.to_string()))?;
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        Ok(Self { connector: HttpsConnector::from((tcp, tls.into())), connect_limit })
    }

    /// Looks up the host, connects and agrees on TLS, all within the limit.
    pub(super) async fn open(&self, to: Uri) -> Result<Open, String> {
        match timeout(self.connect_limit, self.dial(to)).await {
            Ok(dialled) => dialled.map_err(|error| error.to_string()),
            Err(_) => Err("no connection in the time allowed".to_owned()),
        }
    }

    async fn dial(&self, to: Uri) -> Result<Open, Box<dyn Error + Send + Sync>> {
        let mut connector = self.connector.clone();
        poll_fn(|context| connector.poll_ready(context)).await?;
        let stream = connector.call(to).await?;
        let (mut sender, connection) =
            Builder::new().http1_max_buf_size(LONGEST_ANSWER).handshake(stream).await?;
        let mut driver = JoinSet::new();
        // Its error also reaches whoever waits for the answer, so it is not needed here.
        driver.spawn(async move { drop(connection.await) });
        poll_fn(|context| sender.poll_ready(context)).await?;
        Ok(Open { sender, _driver: driver })
    }
}

impl Open {
    /// Sends the request and reads the answer. Every error here leaves it open whether the request was read.
    pub(super) async fn exchange(mut self, mut request: Request<Body>) -> Result<Answer, Doubt> {
        to_origin_form(&mut request);
        let response = self.sender.send_request(request).await.map_err(lost)?;
        let header = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
        let (status, retry_after) = (response.status().as_u16(), header.map(str::to_owned));
        Ok(Answer { status, retry_after, body: read(response.into_body()).await })
    }
}

/// At this level of hyper the request line and the Host header are the caller's business.
fn to_origin_form(request: &mut Request<Body>) {
    let host = request.uri().authority().and_then(|authority| HeaderValue::from_str(authority.as_str()).ok());
    if let Some(host) = host {
        request.headers_mut().insert(HOST, host);
    }
    if let Some(path) = request.uri().path_and_query() {
        *request.uri_mut() = Uri::from(path.clone());
    }
}

async fn read(mut body: Body) -> Result<Vec<u8>, Doubt> {
    let mut bytes = Vec::new();
    while let Some(part) = body.data().await {
        bytes.extend_from_slice(&part.map_err(lost)?);
        if bytes.len() > LONGEST_ANSWER {
            return Err(Doubt::AnswerTooLong);
        }
    }
    Ok(bytes)
}

fn lost(error: hyper::Error) -> Doubt {
    Doubt::ConnectionLost(error.to_string())
}
