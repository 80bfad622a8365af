//! Reading a page's tags: as much of HTML as this face writes.

/// One opening tag.
#[derive(Clone, Debug)]
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// The names of the elements it stands in, the outermost first.
    pub within: Vec<String>,
    /// Where it stands among the page's opening tags.
    pub at: usize,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn is_within(&self, name: &str) -> bool {
        self.within.iter().any(|element| element == name)
    }
}

const VOID: [&str; 5] = ["meta", "link", "img", "input", "br"];

/// Every opening tag, in order. Panics where elements are not closed in the order they were opened.
pub fn tags(html: &str) -> Vec<Tag> {
    let (mut tags, mut open) = (Vec::new(), Vec::<String>::new());
    for piece in html.split('<').skip(1) {
        let inside = piece.split('>').next().unwrap();
        if let Some(closed) = inside.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(closed), "closed out of order");
        } else if !inside.starts_with('!') {
            let tag = read(inside, open.clone(), tags.len());
            if !VOID.contains(&tag.name.as_str()) {
                open.push(tag.name.clone());
            }
            tags.push(tag);
        }
    }
    assert_eq!(open, Vec::<String>::new(), "never closed");
    tags
}

/// maud writes attributes as `name="value"` or `name`, and escapes both signs that would confuse this.
fn read(inside: &str, within: Vec<String>, at: usize) -> Tag {
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        rest = rest.trim_start();
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let (text, after) = quoted.split_once('"').unwrap();
            (value, rest) = (text.to_owned(), after);
        }
        attributes.push((key, value));
    }
    Tag { name: name.to_owned(), attributes, within, at }
}
