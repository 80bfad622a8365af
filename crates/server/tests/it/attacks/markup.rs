//! Reading a page as a browser's parser does, to see whether what was typed became part of it.

use enishi_testkit::phone::Page;
use quick_xml::Reader;
use quick_xml::events::Event;

/// The text of a page, which must be in the charset it says without a broken byte.
pub fn read(page: &Page, what: &str) -> String {
    let text = page.text();
    match page.is_shift_jis() {
        true => assert!(!text.contains('\u{FFFD}'), "{what}: broken Shift_JIS"),
        false => assert!(std::str::from_utf8(&page.body).is_ok(), "{what}: broken UTF-8"),
    }
    text
}

/// Every tag in order with the names of its attributes, without what is between them or in quotes. Line breaks and
/// paragraphs are left out: people may type those.
pub fn skeleton(html: &str) -> Vec<String> {
    let html = without_web_codes(html);
    let mut tags = Vec::new();
    let mut rest = html.as_str();
    while let Some(at) = rest.find('<') {
        let (tag, after) = tag_at(&rest[at + 1..]);
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !matches!(name, "br" | "p") {
            tags.push(tag);
        }
        rest = after;
    }
    tags
}

/// J-PHONEs read a pictogram between ESC and SI, whose letters may be any, `<` among them.
fn without_web_codes(html: &str) -> String {
    let after = |part: &str| part.split_once('\u{F}').map_or(String::new(), |(_, rest)| rest.to_owned());
    let parts = html.split('\u{1B}').enumerate();
    parts.map(|(at, part)| if at == 0 { part.to_owned() } else { after(part) }).collect()
}

fn tag_at(rest: &str) -> (String, &str) {
    let (mut tag, mut is_quoted) = (String::new(), false);
    for (at, sign) in rest.char_indices() {
        match sign {
            '"' => is_quoted = !is_quoted,
            '>' if !is_quoted => return (tag, &rest[at + 1..]),
            _ if !is_quoted => tag.push(sign),
            _ => {}
        }
    }
    (tag, "")
}

/// What a text meant before it was escaped.
pub fn unescape(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (escaped, sign)| text.replace(escaped, sign))
}

/// Why a page that says it is XHTML is no XML; `None` if it is, or does not say so.
pub fn xml_fault(page: &Page) -> Option<String> {
    let text = page.text();
    if !text.contains("XHTML") {
        return None;
    }
    let mut reader = Reader::from_str(&text);
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return None,
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                let fault = tag.attributes().find_map(Result::err);
                if let Some(why) = fault {
                    return Some(format!("{why} in {:?}", String::from_utf8_lossy(&tag)));
                }
            }
            Ok(_) => {}
            Err(why) => return Some(format!("{why} at {}", reader.error_position())),
        }
    }
}
