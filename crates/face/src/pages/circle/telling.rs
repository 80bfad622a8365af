//! What a member is told of, and by which way.

use enishi_core::group::{Group, Reach as GroupReach};
use enishi_core::notice::Topic;
use enishi_core::notice::settings::{Pace, Reach, Settings, Sources};

use super::bells::{self, BellsPage};
use crate::context::Context;
use crate::form::Form;
use crate::pages::slip::{Asked, Entry, Slip};
use crate::place::Place;
use crate::words::Phrase;

/// What I am told of. A field a [`Topic`], another for whose doing where it can be narrowed, `pace` and `hour`.
pub struct TellingPage {
    /// What is chosen.
    pub form: Form,
    /// Whether there is an address letters could go to.
    pub has_address: bool,
    /// My groups: of some things I may be told of one of them alone.
    pub groups: Vec<Group>,
    /// My phones that ring; none where the site rings none.
    pub bells: Option<BellsPage>,
}

/// Hours of the daily letter that can be chosen, in the site's zone.
pub const LETTER_HOURS: [i16; 6] = [6, 7, 9, 12, 18, 21];

const PACES: [(Pace, &str); 3] = [(Pace::Never, "never"), (Pace::Daily, "daily"), (Pace::Soon, "soon")];
const REACHES: [(Reach, &str); 4] =
    [(Reach::Phone, "phone"), (Reach::Letter, "letter"), (Reach::Home, "home"), (Reach::Nowhere, "nowhere")];
/// The same with their words; where no phones ring, without the first.
const REACH_WORDS: [(&str, &str); 4] = [
    ("phone", "telling-phone"),
    ("letter", "telling-letter"),
    ("home", "telling-home"),
    ("nowhere", "telling-nowhere"),
];

/// In place of a group: whoever did it.
const ANYBODY: &str = "anybody";

/// The fields as they are chosen.
pub fn telling_form(settings: &Settings, sources: &Sources) -> Form {
    let form =
        Form::empty().with("pace", word(&PACES, settings.pace)).with("hour", settings.hour.to_string());
    Topic::ALL.iter().fold(form, |form, topic| {
        let source = sources.group(*topic).map_or(ANYBODY.to_owned(), |group| group.to_string());
        form.with(topic.key(), word(&REACHES, settings.reach(*topic))).with(topic.source_key(), source)
    })
}

/// Reads whose doing was chosen; what is none of the choices leaves `before` as it is.
pub fn read_sources(before: Sources, field: impl Fn(&str) -> String) -> Sources {
    Topic::ALL.iter().fold(before, |sources, topic| match field(topic.source_key()).as_str() {
        ANYBODY => sources.with(*topic, None),
        typed => match typed.parse() {
            Ok(group) => sources.with(*topic, Some(group)),
            Err(_) => sources,
        },
    })
}

/// Reads the fields; what is none of the choices leaves `before` as it is.
pub fn read_telling(before: Settings, field: impl Fn(&str) -> String) -> Settings {
    let pace = chosen(&PACES, &field("pace")).unwrap_or(before.pace);
    let hour = field("hour").parse().ok().filter(|hour| LETTER_HOURS.contains(hour)).unwrap_or(before.hour);
    let mut settings = before;
    (settings.pace, settings.hour) = (pace, hour);
    Topic::ALL.iter().fold(settings, |settings, topic| {
        chosen(&REACHES, &field(topic.key())).map_or(settings, |reach| settings.with(*topic, reach))
    })
}

fn word<T: PartialEq>(all: &[(T, &'static str)], one: T) -> &'static str {
    all.iter().find(|(other, _)| *other == one).map_or("", |(_, word)| word)
}

fn chosen<T: Copy>(all: &[(T, &'static str)], typed: &str) -> Option<T> {
    all.iter().find(|(_, word)| *word == typed).map(|(one, _)| *one)
}

pub(super) fn telling(page: &TellingPage, context: &Context<'_>) -> Slip {
    let mut asked = Asked::of(Place::MyTelling, &shown(page), "save");
    for topic in Topic::ALL {
        asked = asked.choice(topic.key(), topic_words(*topic), reaches(*topic, page, context));
        asked.entries.extend(source(*topic, page, context));
    }
    let paces = [("never", "telling-never"), ("daily", "telling-daily"), ("soon", "telling-soon")];
    asked = asked.choice("pace", "telling-pace", said(&paces, context));
    let hour = |hour: i16| (hour.to_string(), context.words.say_with("telling-at", "hour", i64::from(hour)));
    asked = asked.choice("hour", "telling-hour", LETTER_HOURS.map(hour).to_vec());
    let slip = Slip::new("telling").words("telling-lead");
    let slip =
        if page.has_address { slip } else { slip.hint("telling-no-address").way(Place::MyEmail, "email") };
    let slip = slip.form(asked).hint("telling-always");
    let slip = if page.groups.is_empty() { slip } else { slip.hint("telling-from-hint") };
    match &page.bells {
        Some(bells) => bells::bells(slip, bells, context),
        None => slip,
    }
}

/// Where no phones ring, letters go as far as anything does.
fn shown(page: &TellingPage) -> Form {
    let rings = |topic: &&Topic| page.form.value(topic.key()) == "phone";
    match page.bells {
        Some(_) => page.form.clone(),
        None => Topic::ALL
            .iter()
            .filter(rings)
            .fold(page.form.clone(), |form, topic| form.with(topic.key(), "letter")),
    }
}

fn reaches(topic: Topic, page: &TellingPage, context: &Context<'_>) -> Vec<(String, String)> {
    let first = if page.bells.is_some() && topic.can_ring() { 0 } else { 1 };
    let last = if topic.can_be_silent() { 4 } else { 3 };
    said(&REACH_WORDS[first..last], context)
}

/// Whose doing I am told of; nothing is asked where nothing could be chosen.
fn source(topic: Topic, page: &TellingPage, context: &Context<'_>) -> Option<Entry> {
    if page.groups.is_empty() || !topic.can_be_narrowed() {
        return None;
    }
    let anybody = (ANYBODY.to_owned(), context.words.say("telling-from-anybody").into_owned());
    let groups = page.groups.iter().map(|group| {
        let key = match group.reach {
            GroupReach::Only => "telling-from-group",
            GroupReach::AllBut => "telling-from-all_but",
        };
        (group.id.to_string(), context.words.say_with(key, "name", group.name.as_str()))
    });
    let choices = std::iter::once(anybody).chain(groups).collect();
    let topic_name = context.words.say(topic_words(topic));
    let label = Phrase::new("telling-from").with("topic", topic_name.as_ref());
    Some(Entry::Choice { name: topic.source_key(), label, choices })
}

fn said(all: &[(&str, &'static str)], context: &Context<'_>) -> Vec<(String, String)> {
    all.iter().map(|(value, key)| ((*value).to_owned(), context.words.say(key).into_owned())).collect()
}

fn topic_words(topic: Topic) -> &'static str {
    match topic {
        Topic::OwnEntry => "telling-own",
        Topic::JoinedEntry => "telling-joined",
        Topic::Liked => "telling-liked",
        Topic::Requests => "telling-requests",
        Topic::Accepted => "telling-accepted",
        Topic::Thanked => "telling-thanked",
        Topic::OwnTopic => "telling-topics",
        Topic::Places => "telling-places",
        Topic::Meetings => "telling-meetings",
        Topic::FriendsEntries => "telling-friends",
        Topic::Birthdays => "telling-birthdays",
    }
}

/// A link from a letter: no more of them?
pub(super) fn stop(name: &str, mark: &str) -> Slip {
    Slip::new("letters-stop")
        .piece(crate::pages::slip::Piece::Words(Phrase::new("letters-stop-words").with("name", name)))
        .form(Asked::button(Place::LettersStop, "letters-stop-button").main().hidden("mark", mark))
        .way(Place::MyTelling, "telling")
}
