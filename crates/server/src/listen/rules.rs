//! How long a line may take and how much may come over it.

use serde::Deserialize;

/// The part of `[server]` that is about sockets. Times in seconds, sizes in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct LineRules {
    /// From the first byte of a request to the end of its head; also how long a new socket may stay silent.
    pub head_seconds: u64,
    /// Without any byte of a body, and without the client reading any byte of an answer.
    pub stall_seconds: u64,
    /// A whole body, however steadily it drips.
    pub body_seconds: u64,
    /// A body slower than this, beyond the first `stall_seconds`, is given up.
    pub body_bytes_per_second: u64,
    /// Between two requests on one socket.
    pub idle_seconds: u64,
    /// How long a stop waits for what is under way.
    pub stop_seconds: u64,
    /// The request line.
    pub url_bytes: usize,
    /// The whole head.
    pub head_bytes: usize,
    /// Headers in a head.
    pub headers: usize,
    /// Sockets of one address (IPv4) or network (IPv6 /64); trusted proxies are not counted.
    pub sockets_per_client: usize,
    /// Sockets altogether; as many as the system allows, if that is less.
    pub sockets: usize,
}
