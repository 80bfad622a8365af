//! A server on the loopback address that stands in for Twilio's Messages and Calls APIs in tests.
//!
//! Every request is first held against Twilio's own description of the operation ([`faults`](Received::faults));
//! a request that breaks it gets Twilio's 400 or 401, so a wrong client can't look like a working one. A good
//! request gets the answer the test chose. Panics are meant: this is test equipment.

mod callback;
mod contract;
mod document;
mod received;
mod reply;
mod script;

use std::{
    collections::{HashMap, VecDeque},
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinSet,
    time::{Instant, sleep},
};

pub use self::{callback::Callback, document::statuses, received::Received, script::Script};
use crate::{Provider, SmsConfig};

/// The only account the stand-in knows.
pub const ACCOUNT_SID: &str = "AC0123456789abcdef0123456789abcdef";
/// Its secret.
pub const AUTH_TOKEN: &str = "stand-in-token-no-secret";
/// A sender that belongs to it.
pub const FROM: &str = "+15005550006";

/// A running stand-in; it stops, dropping every open connection, when this is dropped.
pub struct StandIn {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    server: JoinSet<()>,
}

struct State {
    scripts: VecDeque<Script>,
    received: Vec<Received>,
    answered: HashMap<usize, String>,
}

impl StandIn {
    /// Starts on a free port of 127.0.0.1, answering every good request with status `queued`.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free loopback port");
        let address = listener.local_addr().expect("a bound socket has an address");
        let state = Arc::new(Mutex::new(State {
            scripts: [Script::created("queued")].into(),
            received: vec![],
            answered: HashMap::new(),
        }));
        let mut server = JoinSet::new();
        server.spawn(serve(listener, state.clone()));
        Self { address, state, server }
    }

    /// Stops and closes the port; from then on connections are refused.
    pub async fn stop(mut self) {
        self.server.shutdown().await;
    }

    /// The base URL to configure, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Settings for a sender that uses this stand-in, with the usual time limits.
    pub fn config(&self) -> SmsConfig {
        SmsConfig {
            provider: Provider::Twilio,
            twilio_account_sid: ACCOUNT_SID.to_owned(),
            twilio_auth_token: AUTH_TOKEN.to_owned(),
            twilio_from: FROM.to_owned(),
            twilio_base_url: self.url(),
            ..SmsConfig::default()
        }
    }

    /// From now on every good request gets this answer.
    pub fn answer_with(&self, script: Script) {
        self.answer_in_turn([script]);
    }

    /// The next good requests get these answers in turn; the last one is then kept.
    pub fn answer_in_turn(&self, scripts: impl IntoIterator<Item = Script>) {
        let scripts: VecDeque<_> = scripts.into_iter().collect();
        assert!(!scripts.is_empty(), "a stand-in needs something to answer");
        lock(&self.state).scripts = scripts;
    }

    /// Every request read so far, good or bad, oldest first.
    pub fn requests(&self) -> Vec<Received> {
        lock(&self.state).received.clone()
    }

    /// The id of the message it made of a request, as its place in [`requests`](Self::requests) names it, once that
    /// was answered.
    pub fn sid_of(&self, request: usize) -> Option<String> {
        lock(&self.state).answered.get(&request).cloned()
    }

    /// Waits until `count` requests have been read, and returns all; panics when `within` is over.
    pub async fn wait_for(&self, count: usize, within: Duration) -> Vec<Received> {
        let deadline = Instant::now() + within;
        loop {
            let requests = self.requests();
            if requests.len() >= count {
                return requests;
            }
            assert!(Instant::now() < deadline, "{} of {count} requests after {within:?}", requests.len());
            sleep(Duration::from_millis(5)).await;
        }
    }
}

async fn serve(listener: TcpListener, state: Arc<Mutex<State>>) {
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        connections.spawn(answer(stream, state.clone()));
    }
}

/// One request a connection: the answers say `Connection: close`.
async fn answer(mut stream: TcpStream, state: Arc<Mutex<State>>) {
    let Some(mut request) = received::read(&mut stream).await else { return };
    request.faults = contract::faults(&request);
    let (place, script) = {
        let mut state = lock(&state);
        state.received.push(request.clone());
        let script = match contract::objection(&request) {
            Some(objection) => objection,
            None => next(&mut state.scripts),
        };
        (state.received.len() - 1, script)
    };
    let told = reply::play(&mut stream, &script, &request).await;
    lock(&state).answered.extend(told.map(|sid| (place, sid)));
}

fn next(scripts: &mut VecDeque<Script>) -> Script {
    let script = scripts.pop_front().expect("there is always one answer left");
    if scripts.is_empty() {
        scripts.push_back(script.clone());
    }
    script
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}
