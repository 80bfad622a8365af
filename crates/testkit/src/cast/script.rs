//! The cast as it is written down in `fixtures/cast`, built into the program.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::LoadError;
use super::marks::{Favourite, Meeting, Mute, Opening};
use super::places::Community;
use super::when::When;

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
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    /// The name the files and the tests call them by.
    pub handle: String,
    pub nickname: String,
    pub phone: String,
    pub language: String,
    /// What to try when signed in as this person.
    pub hint: String,
    /// A confirmed address of mail.
    pub email: Option<String>,
    /// Whether a letter comes there every morning if there is news.
    #[serde(default)]
    pub daily_letter: bool,
    /// The key of an authenticator app that guards the account.
    pub app_key: Option<String>,
    /// Who invited them, if somebody did.
    pub through: Option<String>,
    pub joined: When,
    /// A file among the photos.
    pub icon: Option<String>,
    pub profile_saved: When,
    pub profile: Vec<Said>,
    /// Photographs on their page.
    #[serde(default)]
    pub photo: Vec<PagePhoto>,
}

/// A photograph on somebody's page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PagePhoto {
    /// A file among the photos.
    pub file: String,
    pub alt: String,
    pub to: String,
}

/// Who is at the door.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Joining {
    pub invitation: Vec<Invitation>,
    pub newcomer: Vec<Newcomer>,
}

/// An invitation that nobody has used yet.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Invitation {
    pub by: String,
    pub message: String,
    pub when: When,
}

/// Somebody who came through an invitation and is met by nobody: they wait for a yes, or are leaving.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Newcomer {
    pub handle: String,
    pub nickname: String,
    pub phone: String,
    pub language: String,
    /// Where they are to be found.
    pub hint: String,
    pub through: String,
    /// Whether they came while every newcomer waits for a yes.
    pub waits: bool,
    pub joined: When,
    /// When they asked to leave, if they did.
    pub left: Option<When>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    pub field: String,
    pub value: String,
    /// A visibility as forms send it, but `group:` is followed by the group's key.
    pub to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ties {
    pub friendship: Vec<Friendship>,
    pub request: Vec<Request>,
    pub group: Vec<Group>,
    pub added: Vec<Added>,
    pub block: Vec<Block>,
    pub introduction: Vec<Introduction>,
    pub favourite: Vec<Favourite>,
    pub mute: Vec<Mute>,
    pub meeting: Vec<Meeting>,
    pub opening: Vec<Opening>,
    pub note: Vec<Noted>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Friendship {
    pub from: String,
    pub to: String,
    pub message: String,
    /// When it was accepted; it was asked for an hour earlier.
    pub when: When,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Request {
    pub from: String,
    pub to: String,
    pub message: String,
    pub when: When,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    pub owner: String,
    /// What visibilities of its owner call it.
    pub key: String,
    pub name: String,
    /// Things that name it are for all friends but its members.
    #[serde(default)]
    pub leaves_out: bool,
    pub members: Vec<String>,
    pub when: When,
}

/// Somebody who joined a group later and sees only what was posted from then on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Added {
    pub group: String,
    pub member: String,
    pub when: When,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Block {
    pub by: String,
    pub other: String,
    pub when: When,
}

/// What a friend says of somebody.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Introduction {
    pub by: String,
    pub of: String,
    pub text: String,
    /// Whether its subject has said yes.
    pub shown: bool,
    pub when: When,
}

/// What somebody notes about somebody for themselves alone.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Noted {
    pub by: String,
    pub of: String,
    pub real_name: String,
    pub memo: String,
    pub when: When,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Diary {
    pub author: String,
    pub entry: Vec<Entry>,
    #[serde(default)]
    pub draft: Vec<Unfinished>,
}

/// Something begun and not posted.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Unfinished {
    pub title: String,
    pub body: String,
    pub to: String,
    pub when: When,
    /// In so many days, at nine in the evening, it is posted by itself.
    pub appears_in_days: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// The name the tests call it by.
    pub key: String,
    pub title: String,
    pub body: String,
    pub to: String,
    /// Who may comment, as forms send it.
    #[serde(default)]
    pub comments: String,
    pub when: When,
    /// A category of the author's that readers are shown.
    #[serde(default)]
    pub category: String,
    /// One for the author's own eyes.
    #[serde(default)]
    pub own_category: String,
    #[serde(default)]
    pub photos: Vec<Photo>,
    #[serde(default)]
    pub comment: Vec<Comment>,
    #[serde(default)]
    pub like: Vec<Like>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Like {
    pub by: String,
    /// A sign as forms call it: `heart`, `thumb`, `smile`, `tear`, `sparkles`.
    pub sign: String,
    pub when: When,
}

/// A line somebody said.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Voice {
    pub by: String,
    pub body: String,
    pub to: String,
    pub when: When,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Photo {
    pub file: String,
    pub alt: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Comment {
    pub by: String,
    pub when: When,
    pub body: String,
    pub photo: Option<Photo>,
}

/// Somebody looked at somebody's page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Look {
    pub visitor: String,
    pub owner: String,
    pub when: Vec<When>,
}

/// Codes that strangers asked for, one number after the other.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Text {
    pub when: When,
    pub numbers: Vec<String>,
    /// `used`, `unused`, or the provider's code for what went wrong.
    pub end: String,
    /// After so many with no code typed in, nothing more is sent to neighbours.
    pub held_after: Option<i64>,
}

/// Who vouches for whom, and who needs it now.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Trust {
    pub trusted: Vec<Trusted>,
    pub lost: Vec<Lost>,
}

/// Three friends somebody has chosen.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Trusted {
    pub by: String,
    pub friends: Vec<String>,
    pub when: When,
}

/// Somebody who has lost the password and has their friends asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lost {
    pub by: String,
    pub when: When,
}

/// Somebody thanked a visitor for coming by.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Thanks {
    pub by: String,
    pub visitor: String,
    pub when: When,
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
