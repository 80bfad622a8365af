//! Where a request comes from, for counting: one IPv4 address, or one IPv6 network of 64 bits.

use std::net::{IpAddr, SocketAddr};

use actix_web::HttpRequest;

/// The address block a request is counted under. `X-Forwarded-For` is believed only from a listed proxy, and then
/// only its last entry that is no proxy of ours: whatever stands before it, the client may have written itself.
pub fn client_block(request: &HttpRequest, trusted: &[(IpAddr, u8)]) -> String {
    let peer = request.peer_addr().map(|peer| peer.ip());
    let is_proxy = |address: &IpAddr| trusted.iter().any(|network| holds(*network, *address));
    let client = match peer {
        Some(peer) if is_proxy(&peer) => forwarded_for(request, is_proxy).unwrap_or(peer),
        Some(peer) => peer,
        None => return "unknown".to_owned(),
    };
    block_of(client)
}

/// The nearest hop that is no proxy of ours. A hop that cannot be read ends the walk: what stands before it may be
/// anybody's invention.
fn forwarded_for(request: &HttpRequest, is_proxy: impl Fn(&IpAddr) -> bool) -> Option<IpAddr> {
    let values = request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok());
    let hops: Vec<&str> = values.flat_map(|value| value.split(',')).map(str::trim).collect();
    for hop in hops.into_iter().rev() {
        let address =
            hop.parse::<IpAddr>().or_else(|_| hop.parse::<SocketAddr>().map(|hop| hop.ip())).ok()?;
        if !is_proxy(&address) {
            return Some(address);
        }
    }
    None
}

/// What an address is counted under.
pub fn block_of(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

/// Whether a network, as address and length of its prefix, holds an address.
pub fn holds((network, bits): (IpAddr, u8), address: IpAddr) -> bool {
    match (network.to_canonical(), address.to_canonical()) {
        (IpAddr::V4(network), IpAddr::V4(address)) => {
            let mask = u32::MAX.checked_shl(32 - u32::from(bits)).unwrap_or(0);
            u32::from(network) & mask == u32::from(address) & mask
        }
        (IpAddr::V6(network), IpAddr::V6(address)) => {
            let mask = u128::MAX.checked_shl(128 - u32::from(bits)).unwrap_or(0);
            u128::from(network) & mask == u128::from(address) & mask
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use actix_web::test::TestRequest;

    use super::*;

    fn check(peer: &str, forwarded: &str, trusted: &[(&str, u8)], expected: &str) {
        let trusted: Vec<_> = trusted.iter().map(|(ip, bits)| (ip.parse().unwrap(), *bits)).collect();
        let request = TestRequest::default()
            .peer_addr(format!("{peer}:1234").parse().unwrap())
            .insert_header(("x-forwarded-for", forwarded))
            .to_http_request();
        assert_eq!(client_block(&request, &trusted), expected);
    }

    #[test]
    fn only_a_listed_proxy_is_believed() {
        check("203.0.113.5", "198.51.100.1", &[], "203.0.113.5");
        check("127.0.0.1", "6.6.6.6, 198.51.100.1", &[("127.0.0.1", 32)], "198.51.100.1");
        check("10.1.2.3", "198.51.100.1, 10.9.9.9", &[("10.0.0.0", 8)], "198.51.100.1");
        check("10.1.2.3", "rubbish", &[("10.0.0.0", 8)], "10.1.2.3");
        check("10.1.2.3", "6.6.6.6, unknown", &[("10.0.0.0", 8)], "10.1.2.3");
        check("10.1.2.3", "6.6.6.6, 198.51.100.1:4711", &[("10.0.0.0", 8)], "198.51.100.1");
    }

    #[test]
    fn a_household_of_ipv6_is_one_client() {
        check("[2001:db8:1:2:3:4:5:6]", "", &[], "2001:db8:1:2::/64");
        check("[::ffff:198.51.100.7]", "", &[], "198.51.100.7");
    }
}
