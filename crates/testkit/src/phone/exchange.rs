//! One request and its answer over a plain socket: tests see every byte.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use super::page::Page;

const PATIENCE: Duration = Duration::from_secs(60);

/// A request before the phone's own headers.
#[derive(Clone, Debug)]
pub struct Request {
    /// `GET`, `POST`, …
    pub method: String,
    /// Path and query, as they stand on the line.
    pub path: String,
    /// Headers beside the phone's own.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Request {
    /// A GET.
    pub fn get(path: &str) -> Request {
        Request { method: "GET".to_owned(), path: path.to_owned(), headers: Vec::new(), body: Vec::new() }
    }

    /// A POST of an urlencoded body.
    pub fn post(path: &str, body: &[u8]) -> Request {
        let kind = "application/x-www-form-urlencoded".to_owned();
        Request {
            method: "POST".to_owned(),
            path: path.to_owned(),
            headers: vec![("Content-Type".to_owned(), kind)],
            body: body.to_vec(),
        }
    }

    /// With one header more.
    pub fn with(mut self, name: &str, value: &str) -> Request {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// Sends and reads to the end. Panics where the server does not answer as HTTP: a test has failed then.
pub(super) fn exchange(server: SocketAddr, request: &Request, own: &[(String, String)]) -> Page {
    let mut line = TcpStream::connect(server).expect("the server accepts connections");
    line.set_read_timeout(Some(PATIENCE)).expect("a timeout can be set");
    let mut head = format!("{} {} HTTP/1.1\r\nConnection: close\r\n", request.method, request.path);
    if !own.iter().any(|(name, _)| name == "Host") {
        head.push_str(&format!("Host: {server}\r\n"));
    }
    for (name, value) in own.iter().chain(&request.headers) {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    if request.method == "POST" || !request.body.is_empty() {
        head.push_str(&format!("Content-Length: {}\r\n", request.body.len()));
    }
    line.write_all(format!("{head}\r\n").as_bytes()).expect("the request can be sent");
    // A server may refuse a long body before all of it is sent; what it answered counts.
    let _ = line.write_all(&request.body);
    let mut answer = Vec::new();
    let _ = line.read_to_end(&mut answer);
    Page::read(&request.path, &answer).expect("the server answers as HTTP")
}
