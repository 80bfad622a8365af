//! The cast as it is written down in `fixtures/cast`, built into the program.

mod door;
mod people;
mod ties;
mod traces;
mod written;

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::LoadError;
use super::places::Community;

pub(super) use door::{Invitation, Joining, Newcomer};
pub(super) use people::{PagePhoto, Person, Said};
pub(super) use ties::{Added, Block, Friendship, Group, Introduction, Noted, Request, Ties};
pub(super) use traces::{Look, Lost, Text, Thanks, Trust, Trusted};
pub(super) use written::{Comment, Diary, Entry, Like, Photo, Unfinished, Voice};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../fixtures/cast");

/// Everything that is known of the cast.
pub(super) struct Script {
    pub people: Vec<Person>,
    pub ties: Ties,
    pub diaries: Vec<Diary>,
    pub looks: Vec<Look>,
    pub thanks: Vec<Thanks>,
    pub voices: Vec<Voice>,
    pub joining: Joining,
    pub trust: Trust,
    pub texts: Vec<Text>,
    pub communities: Vec<Community>,
}

impl Script {
    /// What this person wrote.
    pub(super) fn entries_of(&self, handle: &str) -> impl Iterator<Item = &Entry> {
        self.diaries.iter().filter(move |diary| diary.author == handle).flat_map(|diary| &diary.entry)
    }
}

#[derive(Deserialize)]
struct People {
    person: Vec<Person>,
}

#[derive(Deserialize)]
struct Voices {
    voice: Vec<Voice>,
}

#[derive(Deserialize)]
struct Communities {
    community: Vec<Community>,
}

#[derive(Deserialize)]
struct Texts {
    text: Vec<Text>,
}

#[derive(Deserialize)]
struct Looks {
    look: Vec<Look>,
    thanks: Vec<Thanks>,
}

/// The files, read once. What they say lasts as long as the program, so that it can go to any thread.
pub(super) fn read() -> Result<&'static Script, LoadError> {
    static SCRIPT: LazyLock<Result<Script, String>> =
        LazyLock::new(|| read_files().map_err(|why| why.to_string()));
    SCRIPT.as_ref().map_err(|why| LoadError::Script(why.clone()))
}

fn read_files() -> Result<Script, LoadError> {
    let footprints = file::<Looks>("footprints.toml")?;
    let diaries = FILES.get_dir("diary").map(|folder| folder.files().map(parse).collect());
    Ok(Script {
        people: file::<People>("people.toml")?.person,
        ties: file("ties.toml")?,
        diaries: diaries.unwrap_or_else(|| Ok(Vec::new()))?,
        looks: footprints.look,
        thanks: footprints.thanks,
        voices: file::<Voices>("voices.toml")?.voice,
        joining: file("joining.toml")?,
        trust: file("trust.toml")?,
        texts: file::<Texts>("texts.toml")?.text,
        communities: file::<Communities>("communities.toml")?.community,
    })
}

fn file<T: DeserializeOwned>(name: &str) -> Result<T, LoadError> {
    parse(FILES.get_file(name).ok_or_else(|| LoadError::Script(format!("{name} is missing")))?)
}

fn parse<T: DeserializeOwned>(file: &include_dir::File<'_>) -> Result<T, LoadError> {
    let name = file.path().display();
    let text = file.contents_utf8().ok_or_else(|| LoadError::Script(format!("{name} is not UTF-8")))?;
    toml::from_str(text).map_err(|why| LoadError::Script(format!("{name}: {why}")))
}
