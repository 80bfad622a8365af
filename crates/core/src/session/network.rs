//! The wide network a phone is in: loose enough for a carrier that changes addresses from page to page, narrow
//! enough that a copied address does not open on the other side of the country (rule b-11).

use std::net::IpAddr;

use super::SessionRules;

/// The wide network of a client's address block (`192.0.2.1`, `2001:db8:1:2::/64`) as text; empty where the rules
/// ask for none or the address is unknown.
pub fn wide_network(client: &str, rules: &SessionRules) -> String {
    let address = client.split('/').next().unwrap_or_default().parse::<IpAddr>();
    match address {
        Ok(IpAddr::V4(address)) if rules.path_network_bits_ipv4 > 0 => {
            let bits = u32::from(rules.path_network_bits_ipv4.min(32));
            let network = u32::from(address) & (u32::MAX << (32 - bits));
            format!("{}/{bits}", std::net::Ipv4Addr::from(network))
        }
        Ok(IpAddr::V6(address)) if rules.path_network_bits_ipv6 > 0 => {
            let bits = u32::from(rules.path_network_bits_ipv6.min(64));
            let network = u128::from(address) & (u128::MAX << (128 - bits));
            format!("{}/{bits}", std::net::Ipv6Addr::from(network))
        }
        _ => String::new(),
    }
}

/// Whether a session handed out to `kept` may be used from `shown`. Sessions without a network are good anywhere.
pub(super) fn fits(kept: &str, shown: &str) -> bool {
    kept.is_empty() || kept == shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_a_network_and_strangers_do_not() {
        let rules = SessionRules::default();
        assert_eq!(wide_network("198.51.100.7", &rules), wide_network("198.51.3.9", &rules));
        assert_ne!(wide_network("198.51.100.7", &rules), wide_network("198.52.100.7", &rules));
        let (one, near, far) = ("2001:db8:1:2::/64", "2001:db8:9:9::/64", "2001:db9:1:2::/64");
        assert_eq!(wide_network(one, &rules), wide_network(near, &rules));
        assert_ne!(wide_network(one, &rules), wide_network(far, &rules));
        assert_eq!(wide_network("unknown", &rules), "");
        let anywhere = SessionRules { path_network_bits_ipv4: 0, ..rules };
        assert_eq!(wide_network("198.51.100.7", &anywhere), "");
        assert!(fits("", "a") && fits("a", "a") && !fits("a", "b") && !fits("a", ""));
    }
}
