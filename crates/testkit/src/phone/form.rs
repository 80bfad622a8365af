//! Forms as a phone reads them from a page and sends them back.

use encoding_rs::SHIFT_JIS;

use super::Upload;
use super::exchange::Request;

/// A form with what stands in its fields.
#[derive(Clone, Debug)]
pub struct Form {
    action: String,
    is_get: bool,
    shift_jis: bool,
    fields: Vec<(String, String)>,
    /// Names of buttons that have one, with what they send.
    buttons: Vec<(String, String)>,
}

const BOUNDARY: &str = "----phone-of-a-friend";

impl Form {
    pub(super) fn all(html: &str, path: &str, shift_jis: bool) -> Vec<Form> {
        html.split("<form")
            .skip(1)
            .map(|rest| {
                let tag = rest.split('>').next().unwrap_or_default();
                let inside = rest.split("</form>").next().unwrap_or_default();
                let own = path.split('?').next().unwrap_or_default().to_owned();
                let is_get = attribute(tag, "method").is_none_or(|method| method.eq_ignore_ascii_case("get"));
                Form {
                    action: attribute(tag, "action").unwrap_or(own),
                    is_get,
                    shift_jis,
                    fields: fields(inside),
                    buttons: buttons(inside),
                }
            })
            .collect()
    }

    /// The address it is sent to, without token and query.
    pub fn place(&self) -> &str {
        let path = self.action.split('?').next().unwrap_or_default().split("/_/").next().unwrap_or_default();
        match path.strip_prefix("/~").and_then(|rest| rest.find('/').map(|at| &rest[at..])) {
            Some(place) => place,
            None => path,
        }
    }

    /// The value of a field; empty if there is none.
    pub fn value(&self, field: &str) -> &str {
        self.fields.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value)
    }

    /// Every field with its value, in order.
    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    /// With a field filled in (or a box ticked).
    pub fn fill(mut self, field: &str, value: &str) -> Form {
        self.fields.retain(|(name, _)| name != field);
        self.fields.push((field.to_owned(), value.to_owned()));
        self
    }

    /// With a field left out, as an unticked box is.
    pub fn without(mut self, field: &str) -> Form {
        self.fields.retain(|(name, _)| name != field);
        self
    }

    /// Whether there is a button of that name.
    pub fn has_button(&self, name: &str) -> bool {
        self.buttons.iter().any(|(button, _)| button == name)
    }

    /// Sent by the button of that name instead of the one without.
    ///
    /// # Panics
    /// If the form has no such button.
    pub fn press(self, name: &str) -> Form {
        let found = self.buttons.iter().find(|(button, _)| button == name).cloned();
        let (name, value) = found.unwrap_or_else(|| panic!("no button {name} in {:?}", self.buttons));
        self.fill(&name, &value)
    }

    /// As an urlencoded request in the page's charset.
    pub fn request(&self) -> Request {
        let pairs: Vec<String> = self
            .fields
            .iter()
            .map(|(name, value)| format!("{}={}", percent(name.as_bytes()), percent(&self.encode(value))))
            .collect();
        match self.is_get {
            true => Request::get(&format!("{}?{}", self.action, pairs.join("&"))),
            false => Request::post(&self.action, pairs.join("&").as_bytes()),
        }
    }

    /// As a multipart request with files.
    pub fn request_with(&self, uploads: &[Upload<'_>]) -> Request {
        let mut body = Vec::new();
        for (name, value) in &self.fields {
            body.extend(
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n").bytes(),
            );
            body.extend(self.encode(value));
            body.extend(b"\r\n");
        }
        for upload in uploads {
            let (field, name) = (upload.field, upload.name);
            let head = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n"
            );
            body.extend(head.bytes());
            body.extend(b"Content-Type: image/jpeg\r\n\r\n");
            body.extend(upload.bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{BOUNDARY}--\r\n").bytes());
        let mut request = Request::post(&self.action, &body);
        request.headers =
            vec![("Content-Type".to_owned(), format!("multipart/form-data; boundary={BOUNDARY}"))];
        request
    }

    fn encode(&self, value: &str) -> Vec<u8> {
        match self.shift_jis {
            true => value.chars().flat_map(shift_jis).collect(),
            false => value.as_bytes().to_vec(),
        }
    }
}

/// A sign as a handset sends it. Its pictograms lie where Shift_JIS leaves room for the user's own signs; the
/// Encoding Standard reads those as U+E000 on and writes none, so they are counted back here.
fn shift_jis(sign: char) -> Vec<u8> {
    let own = (sign as u32).checked_sub(0xE000).filter(|own| *own < 1880);
    match own {
        None => SHIFT_JIS.encode(sign.encode_utf8(&mut [0; 4])).0.into_owned(),
        Some(own) => {
            let trail = (own % 188) as u8;
            vec![0xF0 + (own / 188) as u8, trail + if trail < 0x3F { 0x40 } else { 0x41 }]
        }
    }
}

fn percent(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(*byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

fn buttons(inside: &str) -> Vec<(String, String)> {
    let all = tags(inside, "input").into_iter().chain(tags(inside, "button"));
    all.filter(|tag| attribute(tag, "type").is_some_and(|kind| kind == "submit"))
        .filter_map(|tag| Some((attribute(&tag, "name")?, attribute(&tag, "value").unwrap_or_default())))
        .collect()
}

fn fields(inside: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for tag in tags(inside, "input") {
        let kind = attribute(&tag, "type").unwrap_or_else(|| "text".to_owned());
        let is_off = matches!(kind.as_str(), "radio" | "checkbox") && !has_attribute(&tag, "checked");
        if is_off || matches!(kind.as_str(), "submit" | "file") {
            continue;
        }
        if let Some(name) = attribute(&tag, "name") {
            found.push((name, attribute(&tag, "value").unwrap_or_default()));
        }
    }
    for rest in inside.split("<textarea").skip(1) {
        let (tag, after) = rest.split_once('>').unwrap_or_default();
        let words = after.split("</textarea>").next().unwrap_or_default();
        // The first line break after the tag is not part of the words.
        let words = words.strip_prefix("\r\n").or_else(|| words.strip_prefix('\n')).unwrap_or(words);
        if let Some(name) = attribute(tag, "name") {
            found.push((name, unescape(words)));
        }
    }
    for rest in inside.split("<select").skip(1) {
        let (tag, after) = rest.split_once('>').unwrap_or_default();
        let options = tags(after.split("</select>").next().unwrap_or_default(), "option");
        let chosen = options.iter().find(|tag| has_attribute(tag, "selected")).or(options.first());
        if let (Some(name), Some(chosen)) = (attribute(tag, "name"), chosen) {
            found.push((name, attribute(chosen, "value").unwrap_or_default()));
        }
    }
    found
}

/// The insides of every tag of that name.
pub(super) fn tags(html: &str, name: &str) -> Vec<String> {
    let opening = format!("<{name}");
    html.split(opening.as_str())
        .skip(1)
        .filter(|rest| rest.starts_with([' ', '/', '>', '\n']))
        .map(|rest| rest.split('>').next().unwrap_or_default().to_owned())
        .collect()
}

/// An attribute of a tag, read as a browser reads it.
pub(super) fn attribute(tag: &str, name: &str) -> Option<String> {
    let spaced = format!(" {tag}");
    let at = spaced.find(&format!(" {name}=\""))? + name.len() + 3;
    let value = spaced[at..].split('"').next()?;
    Some(unescape(value))
}

fn has_attribute(tag: &str, name: &str) -> bool {
    tag.split([' ', '=', '/']).any(|part| part == name)
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}
