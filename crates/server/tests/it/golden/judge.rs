//! What a phone would say of one page.

use std::collections::BTreeSet;

use enishi_device::{Charset, DeviceProfile, FaceKind, KeyStyle, Markup};
use enishi_face::query_out_of_path;
use enishi_keitai::{encoder_for, text};
use enishi_testkit::phone::Page;

use super::markup::{Tag, tags};
use super::tour::Tour;
use super::valid;

/// What there is to say of a page, and what stands on it.
pub struct Seen {
    pub faults: Vec<String>,
    /// Addresses of this site, without token.
    pub leads: Vec<String>,
    /// Addresses of pictures, as they stand there.
    pub pictures: Vec<String>,
    /// A copy for the DTD, if the page is XHTML.
    pub copy: Option<String>,
}

/// An address that a handset of docomo follows, host and all.
const LONGEST_ADDRESS: usize = 255;
/// Scheme and the longest host name we think of: 40 signs.
const HOST: usize = "https://".len() + 40;

/// What i-mode HTML and the HTML of J-PHONE have both.
const COMPACT: [&str; 22] = [
    "a", "body", "br", "div", "font", "form", "h1", "h2", "head", "hr", "html", "img", "input", "li", "meta",
    "option", "p", "select", "textarea", "title", "ul", "center",
];

/// Judges a page that came with 200.
pub fn page(page: &Page, profile: &DeviceProfile, tour: &Tour) -> Seen {
    let mut seen = Seen { faults: bytes(page, profile), leads: Vec::new(), pictures: Vec::new(), copy: None };
    // As the phone reads it: its own signs are words before they could be markup.
    let text = match profile.face {
        FaceKind::Keitai => text::decode(&page.body, encoder_for(profile).encoding()),
        FaceKind::Touch => page.text(),
    };
    let is_xml = text.starts_with("<?xml");
    let is_compact = matches!(profile.markup, Markup::Chtml | Markup::JHtml);
    if profile.face == FaceKind::Keitai && is_xml == is_compact {
        seen.faults.push(format!("the prologue is none of {:?}", profile.markup));
    }
    match tags(&text, is_xml) {
        Ok(tags) => markup(&tags, profile, tour, is_compact, &mut seen),
        Err(why) => seen.faults.push(format!("the markup is broken: {why}")),
    }
    seen.copy = is_xml.then(|| valid::copy(&text)).filter(|_| profile.face == FaceKind::Keitai);
    seen
}

/// Headers and bytes.
fn bytes(page: &Page, profile: &DeviceProfile) -> Vec<String> {
    let mut faults = Vec::new();
    let mut must = |holds: bool, what: String| {
        if !holds {
            faults.push(what);
        }
    };
    let (weight, kind) = (page.body.len(), page.header("content-type").to_ascii_lowercase());
    let is_sjis = profile.charset == Charset::ShiftJis;
    let charset = if is_sjis { "shift_jis" } else { "utf-8" };
    must(kind.contains(charset) && page.is_shift_jis() == is_sjis, format!("the header says {kind}"));
    must(page.header("content-length") == weight.to_string(), "the length is not what it says".to_owned());
    if profile.face == FaceKind::Keitai {
        must(kind.starts_with(&profile.content_type), format!("the header says {kind}"));
        must(weight <= profile.page_bytes, format!("{weight} of {} bytes", profile.page_bytes));
    }
    let encoding = if is_sjis { encoding_rs::SHIFT_JIS } else { encoding_rs::UTF_8 };
    let (text, _, had_errors) = encoding.decode(&page.body);
    must(!had_errors && !text.contains('\u{FFFD}'), format!("it does not decode as {charset}"));
    must(
        text.to_ascii_lowercase().contains(&format!("charset={charset}")) || profile.face == FaceKind::Touch,
        "no charset in the head".to_owned(),
    );
    must(!text.contains('〓'), format!("a sign has no way to be written: {}", around(&text, "〓")));
    faults
}

fn around(text: &str, sign: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let at = signs.iter().position(|one| sign.contains(*one)).unwrap_or(0);
    signs[at.saturating_sub(12)..(at + 12).min(signs.len())].iter().collect()
}

fn markup(tags: &[Tag], profile: &DeviceProfile, tour: &Tour, is_compact: bool, seen: &mut Seen) {
    if is_compact {
        let foreign = tags.iter().find(|tag| !COMPACT.contains(&tag.name.as_str()));
        seen.faults.extend(foreign.map(|tag| format!("<{}> is no tag of compact HTML", tag.name)));
    }
    let is_script = |tag: &&Tag| tag.name == "script" && profile.face == FaceKind::Keitai;
    for script in tags.iter().filter(is_script) {
        let is_ours = script.get("src").is_some_and(|src| src.starts_with("/assets/keys-"));
        if !is_ours || !profile.script {
            seen.faults.push("a script".to_owned());
        }
    }
    keys(tags, profile, seen);
    for tag in tags {
        match tag.name.as_str() {
            "a" => leads(tag, "href", "GET", profile, tour, seen),
            "form" => {
                let method = tag.get("method").unwrap_or("get").to_ascii_uppercase();
                leads(tag, "action", &method, profile, tour, seen);
            }
            "img" => {
                let source = tag.get("src").unwrap_or_default();
                if tag.get("alt").is_none() {
                    seen.faults.push(format!("no words for the picture {source}"));
                }
                if source.starts_with('/') {
                    seen.pictures.push(source.to_owned());
                }
            }
            _ => {}
        }
    }
}

fn keys(tags: &[Tag], profile: &DeviceProfile, seen: &mut Seen) {
    let given =
        |tag: &Tag| ["accesskey", "directkey"].iter().find_map(|name| tag.get(name).map(str::to_owned));
    let keys: Vec<String> = tags.iter().filter_map(given).collect();
    let distinct: BTreeSet<_> = keys.iter().collect();
    if distinct.len() < keys.len() {
        seen.faults.push(format!("a key opens two things: {keys:?}"));
    }
    if profile.face == FaceKind::Keitai && keys.is_empty() != (profile.keys == KeyStyle::None) {
        seen.faults.push(format!("{} keys where the phone has {:?}", keys.len(), profile.keys));
    }
}

fn leads(tag: &Tag, attribute: &str, method: &str, profile: &DeviceProfile, tour: &Tour, seen: &mut Seen) {
    let Some(address) = tag.get(attribute) else {
        return seen.faults.push(format!("<{}> leads nowhere", tag.name));
    };
    if address.starts_with('#') || address.starts_with("mailto:") || address.starts_with("tel:") {
        return;
    }
    if !address.starts_with('/') {
        // The page that leads off the site names its address whole.
        if !address.starts_with("https://example.net/") {
            seen.faults.push(format!("{address} is no address of this site"));
        }
        return;
    }
    if profile.face == FaceKind::Keitai && HOST + address.len() > LONGEST_ADDRESS {
        seen.faults.push(format!("an address of {} signs: {address}", address.len()));
    }
    if !profile.queries && (address.contains('?') || method == "GET" && tag.name == "form") {
        seen.faults.push(format!("a query that is lost on the way: {address}"));
    }
    let plain = without_token(address);
    let path = plain.split(['?', '#']).next().unwrap_or_default();
    if tour.route_of(method, path).is_none() && !path.starts_with("/assets/") {
        seen.faults.push(format!("no route for {method} {path}"));
    }
    if method == "GET" && attribute == "href" {
        seen.leads.push(plain.split('#').next().unwrap_or_default().to_owned());
    }
}

/// An address with its query behind `?`, without the token.
fn without_token(address: &str) -> String {
    let bare = match address.strip_prefix("/~") {
        Some(rest) => rest.find('/').map_or("/", |at| &rest[at..]),
        None => address,
    };
    match query_out_of_path(bare) {
        Some((path, query)) => format!("{path}?{query}"),
        None => bare.to_owned(),
    }
}

/// Judges a picture.
pub fn picture(picture: &Page, profile: &DeviceProfile) -> Vec<String> {
    let mut faults = Vec::new();
    let kind = picture.header("content-type").trim_start_matches("image/").to_owned();
    let formats = profile.image_formats.iter().map(|format| format!("{format:?}").to_ascii_lowercase());
    if picture.status != 200 {
        faults.push(format!("a picture answers {}", picture.status));
    } else if !formats.collect::<Vec<_>>().contains(&kind) {
        faults.push(format!("a picture in {kind}"));
    }
    if profile.face == FaceKind::Keitai && picture.body.len() > profile.image_bytes {
        faults.push(format!("a picture of {} of {} bytes", picture.body.len(), profile.image_bytes));
    }
    faults
}
