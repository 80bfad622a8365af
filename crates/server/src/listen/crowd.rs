//! Sockets by address: one client never fills the house.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use crate::request::{block_of, holds};

/// How many sockets each address block holds right now.
pub struct Crowd {
    most: usize,
    trusted: Vec<(IpAddr, u8)>,
    seats: Mutex<HashMap<String, usize>>,
}

/// One socket's place; given back when dropped.
pub struct Seat {
    crowd: Arc<Crowd>,
    block: Option<String>,
}

impl Crowd {
    /// At most so many of one block. A trusted proxy brings many people and is not counted.
    pub fn new(most: usize, trusted: Vec<(IpAddr, u8)>) -> Crowd {
        Crowd { most, trusted, seats: Mutex::default() }
    }

    /// A place for a socket from there, if there is one left.
    pub fn seat(self: &Arc<Crowd>, peer: IpAddr) -> Option<Seat> {
        if self.trusted.iter().any(|network| holds(*network, peer)) {
            return Some(Seat { crowd: Arc::clone(self), block: None });
        }
        let block = block_of(peer);
        let mut seats = self.seats.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = seats.entry(block.clone()).or_default();
        if *taken >= self.most {
            return None;
        }
        *taken += 1;
        Some(Seat { crowd: Arc::clone(self), block: Some(block) })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let Some(block) = &self.block else { return };
        let mut seats = self.crowd.seats.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(taken) = seats.get_mut(block) {
            *taken -= 1;
            if *taken == 0 {
                seats.remove(block);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_block_has_so_many_places_and_gets_them_back() {
        let crowd = Arc::new(Crowd::new(2, vec![("10.0.0.0".parse().unwrap(), 8)]));
        let seat = |text: &str| crowd.seat(text.parse().unwrap());
        let (first, second) = (seat("192.0.2.1"), seat("192.0.2.1"));
        assert!(first.is_some() && second.is_some() && seat("192.0.2.1").is_none());
        assert!(seat("192.0.2.2").is_some(), "another address has places of its own");
        drop(first);
        assert!(seat("192.0.2.1").is_some());
        let home: Vec<_> = ["2001:db8::1", "2001:db8::2"].map(seat).into_iter().flatten().collect();
        assert!(home.len() == 2 && seat("2001:db8::3").is_none(), "a /64 is one client");
        let proxied: Vec<_> = (0..9).filter_map(|_| seat("10.1.1.1")).collect();
        assert_eq!(proxied.len(), 9);
        drop((second, home, proxied));
        assert!(crowd.seats.lock().unwrap().is_empty(), "nothing is remembered of who has gone");
    }
}
