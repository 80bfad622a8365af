//! A stage for what must not be seen: the author's entries, photographs, comments and profile, one of each level, what
//! they said in a closed and in an open community, and everybody who looks at them.

use enishi_testkit::phone::{FOMA, IPHONE, Model, Phone, Upload};

use super::stage_places::found_places;
pub use super::stage_places::{PLACES, SAID};
use crate::people::nickname;
use crate::pictures::{PHOTO, photo_on, photos_on};
use crate::program::{Program, link_to, member_named, place_of};
use crate::things::{Things, keep_to_oneself, listed};

/// The author.
pub const AUTHOR: &str = "hanako";
/// The levels of visibility, as forms send them; the fourth names the author's group.
pub const LEVELS: [&str; 5] = ["members", "friends_of_friends", "friends", "group", "only_me"];
/// A word for each level that stands in everything of that level and nowhere else.
pub const WORDS: [&str; 5] = ["しるし甲", "しるし乙", "しるし丙", "しるし丁", "しるし戊"];
/// The profile field with each level.
pub const FIELDS: [&str; 5] = ["about", "hometown", "lives_in", "interests", "occupation"];

/// Somebody who looks.
pub struct Persona {
    /// Who that is to the author.
    pub who: &'static str,
    /// Of the cast; a guest is nobody.
    pub handle: Option<&'static str>,
    /// Whether each level admits them.
    pub sees: [bool; 5],
    /// Whether they read what the author said in each of [`PLACES`].
    pub reads: [bool; 2],
    /// Whether they belong there.
    pub belongs: [bool; 2],
}

const fn persona(who: &'static str, handle: Option<&'static str>, sees: [bool; 5]) -> Persona {
    Persona { who, handle, sees, reads: [false, true], belongs: [false; 2] }
}

/// Everybody there is to the author.
pub const PERSONAS: [Persona; 8] = [
    Persona {
        reads: [true; 2],
        belongs: [true; 2],
        ..persona("the author", Some(AUTHOR), [true, true, true, true, true])
    },
    persona("a friend", Some("ken"), [true, true, true, false, false]),
    persona("a friend in the group", Some("mika"), [true, true, true, true, false]),
    persona("a friend of a friend", Some("taro"), [true, true, false, false, false]),
    persona("a stranger", Some("oliver"), [true, false, false, false, false]),
    Persona {
        reads: [true; 2],
        belongs: [true; 2],
        ..persona("a stranger in the same places", Some("rider"), [true, false, false, false, false])
    },
    // Still in the closed place, where they meet gaps instead of the author.
    Persona {
        reads: [false; 2],
        belongs: [true, false],
        ..persona("blocked, once a friend", Some("sato"), [false; 5])
    },
    Persona { reads: [false; 2], ..persona("a guest", None, [false; 5]) },
];

impl Persona {
    /// A phone in their hand.
    pub fn phone(&self, program: &Program, model: Model) -> Phone {
        self.handle.map_or_else(|| program.phone(model), |handle| program.phone_of(handle, model))
    }
}

/// What is there to be seen.
pub struct Stage {
    /// The author's page.
    pub me: String,
    /// An entry of each level, with a photograph and a comment that has one too.
    pub entries: [String; 5],
    /// The photograph of each.
    pub photos: [String; 5],
    /// Photographs on the author's page, of [`PAGE_LEVELS`].
    pub on_page: [String; 3],
    /// The photograph of each comment.
    pub said_photos: [String; 5],
    /// Topics of the author's, with a comment, in [`PLACES`].
    pub topics: [String; 2],
    /// What else the author has, in lists of their own.
    listed: Vec<(&'static str, String)>,
}

impl Stage {
    /// Sets it on a program with the cast in it.
    pub fn set(program: &Program) -> Stage {
        let mut author = program.phone_of(AUTHOR, IPHONE);
        let group = group_of(&mut author, "おやつの会");
        let entries: Vec<(String, String, String)> =
            (0..5).map(|level| write(&mut author, level, &group)).collect();
        describe(&mut author, &group);
        clear_page(&mut author);
        let on_page = PAGE_LEVELS.map(|level| put_on_page(&mut author, level, &group));
        let me = member_named(&mut author, nickname(AUTHOR));
        part(&mut program.phone_of("ken", IPHONE), "rider");
        let topics = found_places(program, &mut author);
        keep_to_oneself(&mut author, WORDS[4]);
        let listed = listed(&mut author);
        block(&mut author, "sato");
        Stage {
            me,
            entries: std::array::from_fn(|level| entries[level].0.clone()),
            photos: std::array::from_fn(|level| entries[level].1.clone()),
            on_page,
            said_photos: std::array::from_fn(|level| entries[level].2.clone()),
            topics,
            listed,
        }
    }

    /// What stands in addresses, with the entry of a level among it.
    pub fn things(&self, level: usize) -> Things {
        Things {
            entry: self.entries[level].clone(),
            member: self.me.clone(),
            topics: self.topics.clone(),
            picture: Some(self.photos[level].clone()),
            listed: self.listed.clone(),
        }
    }
}

/// The value that names a group of the phone's owner, as the form offers it.
pub fn group_of(phone: &mut Phone, name: &str) -> String {
    let text = phone.get("/diary/new").text();
    let before = text.split(name).next().unwrap();
    let (_, value) =
        before.rsplit_once("value=\"group:").unwrap_or_else(|| panic!("no group {name}: {text}"));
    format!("group:{}", value.split('"').next().unwrap())
}

fn value_of(level: usize, group: &str) -> &str {
    if LEVELS[level] == "group" { group } else { LEVELS[level] }
}

fn write(author: &mut Phone, level: usize, group: &str) -> (String, String, String) {
    let word = WORDS[level];
    let form = author.get("/diary/new").form("/diary/new");
    let form = form.fill("title", &format!("{word}の題")).fill("body", &format!("{word}の本文"));
    let form = form.fill("visibility", value_of(level, group));
    let form = form.fill("new_category", &format!("{word}の分類")).fill("new_category_open", "1");
    let page = author.submit_with(&form, &[Upload { field: "photo", name: "x.jpg", bytes: PHOTO }]);
    assert_eq!(page.status, 200, "{}", page.text());
    let (entry, photo) = (place_of(&page), photo_on(&page));
    let form = page.form(&format!("{entry}/comments")).fill("body", &format!("{word}のコメント"));
    let page = author.submit_with(&form, &[Upload { field: "photo", name: "y.jpg", bytes: PHOTO }]);
    assert_eq!(page.status, 200, "{}", page.text());
    let said = photos_on(&page).pop().unwrap();
    assert_ne!(said, photo);
    (entry, photo, said)
}

fn describe(author: &mut Phone, group: &str) {
    let form = author.get("/me/profile").form("/me/profile");
    let form = FIELDS.iter().enumerate().fold(form, |form, (level, field)| {
        let form = form.fill(field, &format!("{}の項", WORDS[level]));
        form.fill(&format!("{field}_visibility"), value_of(level, group))
    });
    let page = author.submit(&form);
    assert_eq!(page.status, 200, "{}", page.text());
}

/// The levels of the photographs on the author's page, of which there are three at most.
pub const PAGE_LEVELS: [usize; 3] = [1, 3, 4];

/// Takes off what the cast has there.
fn clear_page(author: &mut Phone) {
    while let Some(place) = link_to(&author.get("/me/photos"), "/me/photos/") {
        let form = author.get(&place).form(&format!("{place}/remove"));
        assert_eq!(author.submit(&form).status, 200);
    }
}

/// Puts a photograph on the author's page; gives the address of its bytes.
fn put_on_page(author: &mut Phone, level: usize, group: &str) -> String {
    let form = author.get("/me/photos").form("/me/photos").fill("alt", &format!("{}の写真", WORDS[level]));
    let form = form.fill("visibility", value_of(level, group));
    let page = author.submit_with(&form, &[Upload { field: "photo", name: "x.jpg", bytes: PHOTO }]);
    assert_eq!(page.status, 200, "{}", page.text());
    page.pictures().filter(|src| src.contains("/pictures/")).last().unwrap()
}

/// Blocks somebody of the cast, as a member does.
pub fn block(phone: &mut Phone, handle: &str) {
    let place = format!("{}/block", member_named(phone, nickname(handle)));
    let form = phone.get(&place).form(&place);
    assert_eq!(phone.submit(&form).status, 200);
}

/// Ends a friendship, as a member does.
fn part(phone: &mut Phone, handle: &str) {
    let place = format!("{}/part", member_named(phone, nickname(handle)));
    let form = phone.get(&place).form(&place);
    assert_eq!(phone.submit(&form).status, 200);
}

/// Both faces.
pub const FACES: [Model; 2] = [IPHONE, FOMA];
