//! Where the addresses lead that people write: into the site, or by way of the page that says they lead off it.
//!
//! The way off is signed and good for a day, so that the page is no open door for mail that wants to look like ours;
//! it holds no session.

use std::sync::Arc;

use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD};
use enishi_core::secrets::is_same;
use enishi_core::text::without_tokens;
use enishi_face::{Guide, Leads};
use url::Url;

use crate::request::{Ask, is_own_path};
use crate::site::Site;

const GOOD_SECONDS: i64 = 86_400;
const MAC_BYTES: usize = 10;
/// What a way off the site is signed as.
const LEAVE: &[u8] = b"leave";
const UNTIL_BYTES: usize = 4;
/// The longest link an old handset follows is 256 bytes, host and all.
const MOST_ON_HANDSETS: usize = 190;
/// Longer than any address people write.
const MOST: usize = 2_000;

/// Knows the way for addresses on pages of this request.
pub fn guide(ask: &Ask) -> Arc<Guide> {
    let (site, most) = (Arc::clone(&ask.site), if ask.keeps_cookies() { MOST } else { MOST_ON_HANDSETS });
    let own = own_hosts(ask);
    Arc::new(move |written| {
        let url = readable(written)?;
        match own.contains(&host_of(&url)) {
            true => inside(&url).map(Leads::Inside),
            false => Some(Leads::Outside(way_out(&site, &url))).filter(|leads| length(leads) <= most),
        }
    })
}

fn length(leads: &Leads) -> usize {
    match leads {
        Leads::Inside(path) | Leads::Outside(path) => path.len(),
    }
}

/// An address of the web that names a host and nobody's password.
fn readable(written: &str) -> Option<Url> {
    let url = Url::parse(written).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
    (is_web && url.username().is_empty() && url.password().is_none()).then_some(url)
}

fn host_of(url: &Url) -> String {
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{}{port}", url.host_str().unwrap_or_default())
}

fn own_hosts(ask: &Ask) -> Vec<String> {
    let server = &ask.site.config.server;
    let all = [&ask.origin, &server.public_url, &server.legacy_url].into_iter();
    all.filter_map(|known| Url::parse(known).ok()).map(|known| host_of(&known)).collect()
}

/// A page of this site, without the token that somebody copied along.
fn inside(url: &Url) -> Option<String> {
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    let path = without_tokens(&format!("{}{query}", url.path())).into_owned();
    is_own_path(&path).then_some(path)
}

fn way_out(site: &Site, url: &Url) -> String {
    let until = site.store.now().plus_seconds(GOOD_SECONDS).millis() / 1000;
    let mut sign = u32::try_from(until).unwrap_or(u32::MAX).to_be_bytes().to_vec();
    let mac = site.keys.form_mac(&[LEAVE, &sign, url.as_str().as_bytes()]);
    sign.extend(&mac[..MAC_BYTES]);
    let sign = BASE32_NOPAD.encode(&sign).to_ascii_lowercase();
    format!("/leave/{}/{sign}", BASE64URL_NOPAD.encode(url.as_str().as_bytes()))
}

/// The address that a way off the site leads to, if it was signed here and not too long ago.
pub fn read_way_out(site: &Site, target: &str, sign: &str) -> Option<Url> {
    let target = String::from_utf8(BASE64URL_NOPAD.decode(target.as_bytes()).ok()?).ok()?;
    let sign = BASE32_NOPAD.decode(sign.to_ascii_uppercase().as_bytes()).ok()?;
    let (until, sent) = sign.split_at_checked(UNTIL_BYTES)?;
    let is_sent = |mac: &[u8]| is_same(sent, &mac[..MAC_BYTES]);
    if !site.keys.any_form_mac(&[LEAVE, until, target.as_bytes()], is_sent) {
        return None;
    }
    let until = u32::from_be_bytes(until.try_into().ok()?);
    if site.store.now().millis() / 1000 > i64::from(until) {
        return None;
    }
    readable(&target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_led_to_and_a_host_is_named_plainly() {
        for no in [
            "javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "tel:110",
            "ftp://a.example/",
            "http://",
            "https://bank.example@evil.example/",
            "https://a:b@evil.example/",
        ] {
            assert!(readable(no).is_none(), "{no}");
        }
        let told = |written| readable(written).map(|url| url.to_string());
        assert_eq!(told("https://日本.example/a").as_deref(), Some("https://xn--wgv71a.example/a"));
        assert_eq!(told("http://a.example/\u{202E}gpj").as_deref(), Some("http://a.example/%E2%80%AEgpj"));
        assert_eq!(told("http://a.example:8080").as_deref(), Some("http://a.example:8080/"));
    }

    #[test]
    fn an_address_of_ours_is_a_path() {
        let inside = |written| readable(written).and_then(|url| inside(&url));
        assert_eq!(inside("http://a.example/diary/3k9?p=2").as_deref(), Some("/diary/3k9?p=2"));
        let token = "s4xk2m7qdlzpw3n5yvgc6tbrhjaef";
        let copied = format!("http://a.example/~{token}/home");
        assert_eq!(inside(&copied).as_deref(), Some("/home"));
        assert_eq!(inside("http://a.example//evil.example"), None);
    }
}
