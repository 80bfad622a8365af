//! What stands in the open parts of addresses: for each kind of id something of hanako's, as far as she has it.

use enishi_testkit::phone::{IPHONE, Phone};

use crate::communities::{place, topic};
use crate::program::{Program, link_to};
use crate::readers::{Declared, declared};

/// A closed community of the cast's and an open one, hanako in both; and a topic of each.
const PLACES: [(&str, &str); 2] = [CLOSED, ("みかんの木の下で", "はじめましての方はこちらへ")];
/// The closed one.
pub const CLOSED: (&str, &str) = ("夜ふけの読書会", "今夜のいっさつ");

/// Where hanako's own things are listed, the less general before the more general.
const LISTS: [&str; 6] =
    ["/diary/drafts", "/diary/categories", "/me/photos", "/me/groups", "/voices", "/invitations"];

/// Something of one member's for each kind of id.
pub struct Things {
    /// An entry.
    pub entry: String,
    /// The member.
    pub member: String,
    /// Topics with a comment, by their addresses: the first in a closed community, the second in an open one.
    pub topics: [String; 2],
    /// A photograph of the entry, if there is one.
    pub picture: Option<String>,
    /// For lists of one's own: the list, and the id of something in it.
    pub listed: Vec<(&'static str, String)>,
}

impl Things {
    /// hanako's: an entry, and beside it what the cast gave her.
    pub fn of_hanako(program: &Program, entry: &str, member: &str) -> Things {
        let mut hanako = program.phone_of("hanako", IPHONE);
        let topics = PLACES.map(|(name, title)| {
            let place = place(&mut hanako, name);
            topic(&mut hanako, &place, title)
        });
        Things {
            entry: entry.to_owned(),
            member: member.to_owned(),
            topics,
            picture: None,
            listed: listed(&mut hanako),
        }
    }

    /// Every route, with an address that leads to one of them; those about communities with one for each of two.
    pub fn walk(&self) -> Vec<(Declared, String)> {
        let addresses = |route: Declared| {
            let paths = self.fill(&route.pattern).into_iter();
            paths.map(move |path| (route.clone(), path))
        };
        declared().into_iter().flat_map(addresses).collect()
    }

    /// The addresses of a pattern.
    fn fill(&self, pattern: &str) -> Vec<String> {
        if pattern.starts_with("/communities/") {
            let both = self.topics.each_ref().map(|topic| self.put(pattern, part(topic, 2), part(topic, 4)));
            return if both[0] == both[1] { both[..1].to_vec() } else { both.to_vec() };
        }
        match &self.picture {
            Some(picture) if pattern.starts_with("/pictures/") => vec![picture.clone()],
            _ => vec![self.put(pattern, self.id(pattern), "1")],
        }
    }

    /// The id that belongs into a pattern; of what the member has nothing, their own.
    fn id(&self, pattern: &str) -> &str {
        let listed = self.listed.iter().find(|(list, _)| pattern.starts_with(&format!("{list}/")));
        match listed {
            Some((_, id)) => id,
            None if pattern.starts_with("/diary/") => part(&self.entry, 2),
            None => part(&self.member, 2),
        }
    }

    fn put(&self, pattern: &str, id: &str, topic: &str) -> String {
        let member = part(&self.member, 2);
        let category = self.listed.iter().find(|(list, _)| *list == "/diary/categories");
        pattern
            .replace("{id}", id)
            .replace("{topic}", topic)
            .replace("{member}", member)
            .replace("{other}", member)
            .replace("{category}", category.map_or("1", |(_, id)| id))
            .replace("{step}", "friends-further")
            .replace("{number}", "1")
            .replace("{variant}", "240.jpg")
    }
}

/// A part of an address; the first is empty.
fn part(address: &str, at: usize) -> &str {
    address.split('/').nth(at).unwrap_or_else(|| panic!("{address} is too short"))
}

/// What somebody has in lists of their own.
pub fn listed(phone: &mut Phone) -> Vec<(&'static str, String)> {
    let found = |list: &'static str| {
        let link = link_to(&phone.get(list), &format!("{list}/"))?;
        Some((list, link[list.len() + 1..].split('/').next()?.to_owned()))
    };
    LISTS.into_iter().filter_map(found).collect()
}

/// A draft and a voice for oneself alone, with this word in them.
pub fn keep_to_oneself(phone: &mut Phone, word: &str) {
    let form = phone.get("/diary/new").form("/diary/new");
    let form = form.fill("title", &format!("{word}の下書き")).fill("body", &format!("{word}の下書き"));
    assert_eq!(phone.submit(&form.press("keep")).status, 200);
    let form = phone.get("/voices").form("/voices").fill("voice", &format!("{word}の声"));
    let page = phone.submit(&form.fill("visibility", "only_me"));
    assert!(page.status == 200 && page.text().contains(&format!("{word}の声")), "{}", page.text());
}
