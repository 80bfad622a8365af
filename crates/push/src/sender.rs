//! One attempt: an empty message to one phone.

use std::time::Duration;

use hyper::client::HttpConnector;
use hyper::header::{AUTHORIZATION, CONTENT_LENGTH, HeaderName, RETRY_AFTER};
use hyper::{Body, Client, Method, Request};
use hyper_tls::HttpsConnector;
use hyper_tls::native_tls::TlsConnector;
use tokio::time::timeout;

use crate::{ConfigError, Endpoint, Hosts, KeyPair, Outcome, PushConfig};

/// Of messages with the same topic a push service keeps the newest alone: a phone that was off rings once.
pub const TOPIC: &str = "enishi";

/// Sends messages. Cheap to share, safe to use from many tasks at once.
pub struct Sender {
    client: Client<HttpsConnector<HttpConnector>>,
    hosts: Hosts,
    contact: String,
    ttl_seconds: u32,
    total_limit: Duration,
}

impl Sender {
    /// A sender with these settings. `address` is the site's own, for push services that want to reach somebody; it is
    /// told if it is an address of the web over TLS. Connects to nothing yet.
    ///
    /// # Errors
    /// When a setting is unusable, or TLS cannot be set up on this machine.
    pub fn new(config: &PushConfig, address: &str) -> Result<Sender, ConfigError> {
        let hosts = config.check()?;
        let tls = TlsConnector::new().map_err(|error| ConfigError::Tls(error.to_string()))?;
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_connect_timeout(Some(config.connect_limit()));
        let own = if address.starts_with("https://") { address } else { "" };
        let contact = if config.contact.is_empty() { own } else { config.contact.as_str() };
        Ok(Sender {
            client: Client::builder()
                .pool_max_idle_per_host(1)
                .build(HttpsConnector::from((tcp, tls.into()))),
            hosts,
            contact: contact.to_owned(),
            ttl_seconds: config.ttl_seconds,
            total_limit: config.total_limit(),
        })
    }

    /// Which push service an address is at. `None` if it may not be asked.
    pub fn service(&self, endpoint: &str) -> Option<String> {
        self.hosts.admit(endpoint).map(|endpoint| endpoint.origin)
    }

    /// Rings the phone at this address. It is judged once more: the list may have changed since the phone was named.
    pub async fn ring(&self, pair: &KeyPair, endpoint: &str, now_seconds: i64) -> Outcome {
        let Some(endpoint) = self.hosts.admit(endpoint) else {
            return Outcome::later("its push service is on the list no more");
        };
        let Some(request) = self.request(pair, &endpoint, now_seconds) else {
            return Outcome::later("no message can be formed");
        };
        match timeout(self.total_limit, self.client.request(request)).await {
            Err(_) => Outcome::silent("no answer in the time allowed"),
            Ok(Err(error)) => Outcome::silent(reason(&error)),
            Ok(Ok(response)) => {
                let retry_after = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
                Outcome::of_status(response.status().as_u16(), retry_after)
            }
        }
    }

    fn request(&self, pair: &KeyPair, endpoint: &Endpoint, now_seconds: i64) -> Option<Request<Body>> {
        let authorization = pair.authorization(&endpoint.origin, &self.contact, now_seconds)?;
        Request::builder()
            .method(Method::POST)
            .uri(endpoint.uri.clone())
            .header(AUTHORIZATION, authorization)
            .header(HeaderName::from_static("ttl"), self.ttl_seconds)
            .header(HeaderName::from_static("topic"), TOPIC)
            .header(HeaderName::from_static("urgency"), "normal")
            .header(CONTENT_LENGTH, 0)
            .body(Body::empty())
            .ok()
    }
}

/// Never the error's own words: they may hold the address.
fn reason(error: &hyper::Error) -> &'static str {
    if error.is_connect() { "no connection" } else { "the connection was lost" }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;

    use super::*;

    /// Answers one request with this, and gives what was sent.
    async fn answered(answer: &'static str, connections: usize) -> (Outcome, String) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let heard = tokio::spawn(async move {
            let mut heard = String::new();
            for _ in 0..connections {
                let (mut stream, _) = listener.accept().await.unwrap();
                let mut bytes = vec![0; 4096];
                let read = stream.read(&mut bytes).await.unwrap();
                heard.push_str(&String::from_utf8_lossy(&bytes[..read]));
                stream.write_all(answer.as_bytes()).await.unwrap();
            }
            heard
        });
        let config = PushConfig { hosts: vec![address.clone()], ..PushConfig::default() };
        let sender = Sender::new(&config, "https://sns.example").unwrap();
        let pair = KeyPair::read(&KeyPair::make().unwrap()).unwrap();
        let outcome = sender.ring(&pair, &format!("{address}/push/secret"), 1000).await;
        (outcome, heard.await.unwrap())
    }

    #[tokio::test]
    async fn a_message_has_headers_and_no_word() {
        let (outcome, heard) = answered("HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n", 1).await;
        assert_eq!(outcome, Outcome::Taken);
        let (head, body) = heard.split_once("\r\n\r\n").unwrap();
        assert_eq!(body, "");
        assert!(head.starts_with("POST /push/secret HTTP/1.1"), "{head}");
        for line in ["ttl: 86400", "topic: enishi", "urgency: normal", "content-length: 0"] {
            assert!(head.lines().any(|found| found == line), "{line} in {head}");
        }
        assert!(head.contains("authorization: vapid t="), "{head}");
    }

    #[tokio::test]
    async fn a_redirect_leads_nowhere_and_a_silent_line_is_tried_later() {
        let to = "HTTP/1.1 307 x\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n";
        let (outcome, _) = answered(to, 1).await;
        assert_eq!(outcome, Outcome::Later { seconds: 0, why: "status 307".to_owned() });
        let (outcome, _) = answered("", 1).await;
        let Outcome::Silent { why } = outcome else { panic!("{outcome:?}") };
        assert!(!why.contains("secret") && !why.contains("127.0.0.1"), "{why}");
    }

    #[tokio::test]
    async fn a_host_off_the_list_is_not_asked() {
        let config = PushConfig { hosts: Vec::new(), ..PushConfig::default() };
        let sender = Sender::new(&config, "").unwrap();
        let pair = KeyPair::read(&KeyPair::make().unwrap()).unwrap();
        let outcome = sender.ring(&pair, "https://fcm.googleapis.com/x", 1000).await;
        assert_eq!(outcome, Outcome::later("its push service is on the list no more"));
    }
}
