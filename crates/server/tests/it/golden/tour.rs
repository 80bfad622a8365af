//! Which addresses there are: every route that answers GET, with something of the cast's in its open parts.

use enishi_testkit::phone::{IPHONE, Page, Phone};

use crate::attacks::account::{letters, name_address};
use crate::program::{Program, link_to, member_named, write_entry};
use crate::readers::declared;

/// What has every kind of thing on it that a page can hold: signs of all carriers and of today, an address, marks that
/// are markup if nobody looks, the traps of Shift_JIS.
const WORDS: &str = "🌸と☕と🍙、♨と㈱と①〜～―‖−¢£¬髙﨑。<b>太字</b>＆&amp;ｱｲｳ\n👨‍👩‍👧と🇯🇵と1️⃣、é 。\
                     \nhttps://example.net/photos?from=here&to=there を見てね。";

/// The routes to walk, each with an address that leads somewhere.
pub struct Tour {
    stops: Vec<Stop>,
    patterns: Vec<String>,
}

/// One route and its address for this cast.
pub struct Stop {
    /// As the program declares it.
    pub pattern: String,
    /// With hanako's things in it.
    pub path: String,
    /// Whether a guest stands there; else hanako.
    pub is_guests: bool,
}

/// Where the open parts of addresses lead.
struct Things {
    draft: String,
    entry: String,
    friend: String,
    /// Another friend.
    other: String,
    /// A friend of a friend.
    further: String,
    stranger: String,
    group: String,
    photo: String,
    category: String,
    /// Of the friend's.
    their_category: String,
    invitation: String,
    voice: String,
    leave: String,
    letter: String,
    question: String,
    /// A community of hanako's, one she only belongs to, and one in which she is alone.
    places: [String; 3],
    /// In the last of them.
    topic: String,
}

/// Signs as letters carry them.
const LINK: &str = "abcdefghijklmnopqrstuvwxyz23";

impl Tour {
    /// Lays out what hanako needs for a walk past every page.
    pub fn plan(program: &Program) -> Tour {
        let things = Things::of(program, &mut program.phone_of("hanako", IPHONE));
        let get = declared().into_iter().filter(|route| route.method == "GET");
        let stops = get.filter_map(|route| {
            let path = things.fill(&route.pattern)?;
            // The desk is a page for browsers, and has its own tests.
            let is_guests = match route.readers.as_str() {
                "guests" => true,
                "oneself" | "audience" | "anyone" => false,
                _ => return None,
            };
            Some(Stop { pattern: route.pattern, path, is_guests })
        });
        let (stops, every) = (stops.collect(), declared());
        Tour {
            stops,
            patterns: every.into_iter().map(|route| format!("{} {}", route.method, route.pattern)).collect(),
        }
    }

    /// The stops of guests, or of hanako.
    pub fn stops(&self, is_guests: bool) -> impl Iterator<Item = &Stop> {
        self.stops.iter().filter(move |stop| stop.is_guests == is_guests)
    }

    /// The route an address (without token and query) leads to, as `METHOD pattern`.
    pub fn route_of(&self, method: &str, path: &str) -> Option<&str> {
        let fits = |pattern: &&String| {
            let Some(pattern) = pattern.strip_prefix(method).and_then(|rest| rest.strip_prefix(' ')) else {
                return false;
            };
            let (mut known, mut given) = (pattern.split('/'), path.split('/'));
            loop {
                match (known.next(), given.next()) {
                    (None, None) => return true,
                    (Some(known), Some(given))
                        if known == given || known.starts_with('{') && !given.is_empty() => {}
                    _ => return false,
                }
            }
        };
        // `/diary/new` is no entry called "new".
        self.patterns
            .iter()
            .filter(fits)
            .min_by_key(|pattern| pattern.matches('{').count())
            .map(String::as_str)
    }
}

impl Things {
    fn of(program: &Program, hanako: &mut Phone) -> Things {
        let entry =
            write_entry(hanako, &format!("題と{}", &WORDS[..WORDS.find('\n').unwrap()]), WORDS, "friends");
        let form = hanako.get(&entry).form(&format!("{entry}/comments"));
        let page = hanako.submit(&form.fill("body", WORDS));
        let leave = first(&page, "/leave/");
        let form = hanako.get("/voices").form("/voices").fill("voice", "🌸と☕と👨‍👩‍👧、①");
        let voice = first(&hanako.submit(&form.fill("visibility", "friends")), "/voices/");
        let form = hanako.get("/invitations").form("/invitations").fill("message", "どうぞ🌸");
        let invitation = crate::program::place_of(&hanako.submit(&form));
        let (places, topic) = communities(hanako);
        Things {
            places,
            topic,
            draft: draft(hanako, &entry),
            entry,
            friend: member_named(hanako, "ケン坊"),
            other: member_named(hanako, "さとばあ"),
            further: member_named(hanako, "山歩きの太郎"),
            stranger: stranger(hanako),
            group: first(&hanako.get("/me/groups"), "/me/groups/"),
            photo: first(&hanako.get("/me/photos"), "/me/photos/"),
            category: first(&hanako.get("/diary/categories"), "/diary/categories/"),
            their_category: category_of(hanako, "ケン坊"),
            invitation,
            voice: voice.trim_end_matches("/delete").to_owned(),
            leave,
            letter: letter(program, hanako),
            question: first(&hanako.get("/home"), "/trusted/"),
        }
    }

    /// `None` for what no phone shows but a script asks for; for pictures, whose addresses stand on pages and are signed there, and for the way out of letters, whose
    /// address is signed in a letter: that page is among the samples of both faces.
    fn fill(&self, pattern: &str) -> Option<String> {
        let first = pattern.split('/').nth(1).unwrap_or_default();
        let thing = match first {
            "diary" if pattern.starts_with("/diary/drafts") => &self.draft,
            "diary" if pattern.starts_with("/diary/categories") => &self.category,
            "diary" => &self.entry,
            "members" if pattern.ends_with("/ask") => &self.stranger,
            "members" if pattern.ends_with("/common") => &self.further,
            "members" => &self.friend,
            "me" if pattern.starts_with("/me/photos") => &self.photo,
            "me" => &self.group,
            "invitations" => &self.invitation,
            "voices" => &self.voice,
            "trusted" => &self.question,
            "communities" if pattern.ends_with("{member}") => &self.places[0],
            "communities" if pattern.ends_with("/leave") => &self.places[1],
            "communities" => &self.places[2],
            "leave" => return Some(self.leave.clone()),
            "email" if pattern.ends_with("{link}") => return Some(self.letter.clone()),
            _ => "",
        };
        if pattern == "/me/readers"
            || pattern.ends_with("{variant}")
            || pattern.ends_with("{mark}")
            || pattern.starts_with("/sms")
        {
            return None;
        }
        let id = thing.rsplit('/').next().unwrap_or_default();
        let pattern = pattern
            .replace("{step}", "friends-further")
            .replace("{number}", "1")
            .replace("{category}", self.their_category.rsplit('/').next().unwrap())
            .replace("{topic}", self.topic.rsplit('/').next().unwrap())
            .replace("{member}", self.other.rsplit('/').next().unwrap())
            .replace("{other}", self.other.rsplit('/').next().unwrap());
        Some(pattern.replace("{id}", id).replace("{link}", LINK).replace("{token}", LINK))
    }
}

fn first(page: &Page, begins: &str) -> String {
    link_to(page, begins).unwrap_or_else(|| panic!("nothing leads to {begins}: {}", page.text()))
}

/// A community of hanako's, one she only belongs to, and a new one with a topic that has everything in it.
fn communities(hanako: &mut Phone) -> ([String; 3], String) {
    let mine: Vec<String> = hanako
        .get("/communities")
        .links()
        .map(|link| crate::program::without_token(&link))
        .filter(|link| link.starts_with("/communities/"))
        .filter(|link| !["/new", "/all", "/closed"].iter().any(|last| link.ends_with(last)))
        .collect();
    let form = hanako.get("/communities/new").form("/communities/new");
    let form = form.fill("name", "題と🌸☕♨髙﨑〜").fill("about", WORDS);
    let new = crate::program::place_of(&hanako.submit(&form));
    let begin = format!("{new}/topics/new");
    let form = hanako.get(&begin).form(&begin).fill("title", "題と🌸☕♨髙﨑〜").fill("body", WORDS);
    let topic = crate::program::place_of(&hanako.submit(&form));
    for words in [WORDS, ">>1 🌸"] {
        let form = hanako.get(&topic).form(&topic).fill("body", words);
        hanako.submit(&form);
    }
    let (own, other): (Vec<String>, Vec<String>) =
        mine.into_iter().partition(|place| hanako.get(&format!("{place}/edit")).status == 200);
    ([own[0].clone(), other[0].clone(), new], topic)
}

/// A category that somebody shows hanako.
fn category_of(hanako: &mut Phone, name: &str) -> String {
    let all = format!("{}/diary/categories", member_named(hanako, name));
    first(&hanako.get(&all), &format!("{all}/"))
}

/// What hanako was changing of an entry: a draft that needs all of a small page.
fn draft(hanako: &mut Phone, entry: &str) -> String {
    let edit = format!("{entry}/edit");
    let form = hanako.get(&edit).form(&edit).fill("title", "").press("keep");
    first(&hanako.submit(&form), "/diary/drafts/")
}

/// The link in the letter to an address of hanako's.
fn letter(program: &Program, hanako: &mut Phone) -> String {
    name_address(hanako, "hanako@example.net");
    let body = letters(program, 1).remove(0).2;
    let at = body.find("/email/confirm/").unwrap_or_else(|| panic!("no link in {body}"));
    body[at..].split_whitespace().next().unwrap_or_default().to_owned()
}

/// Somebody whom hanako may ask to be her friend.
fn stranger(hanako: &mut Phone) -> String {
    for name in ["オリバー", "Oliver", "みかん", "ねこ", "あ", "い", "さ"] {
        let form = hanako.get("/search").form("/search").fill("q", name);
        let found = hanako.submit(&form);
        let people: Vec<_> = found.links().map(|link| crate::program::without_token(&link)).collect();
        for member in people.iter().filter(|link| link.starts_with("/members/")) {
            let ask = format!("{member}/ask");
            let page = hanako.get(&ask);
            if page.status == 200 && page.find_form(&ask).is_some() {
                return member.clone();
            }
        }
    }
    panic!("hanako knows everybody");
}
