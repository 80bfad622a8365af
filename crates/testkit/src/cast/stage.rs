//! Plays what happens, each thing through its use case, at its own time.

use std::collections::HashMap;
use std::sync::Arc;

use enishi_core::ids::{CommunityId, DiaryId, GroupId, MemberId, TopicId};
use enishi_core::moment::Moment;
use enishi_core::secrets::Keyring;
use enishi_core::store::{HandClock, Store, Tx};
use enishi_core::visibility::Visibility;
use jiff::tz::TimeZone;

use super::LoadError;
use super::photos::Photos;
use super::timeline::Event;

pub(super) type Outcome<T = ()> = Result<T, LoadError>;

/// News older than this has been looked at by those it was for, in seconds (2 days).
const NEWS_SECONDS: i64 = 2 * 86_400;

/// The cast so far, and what it is played with.
pub(super) struct Stage<'a> {
    pub store: Store,
    pub keyring: Arc<Keyring>,
    pub photos: Photos<'a>,
    pub password_hash: String,
    pub zone: TimeZone,
    pub began_at: Moment,
    pub members: HashMap<&'static str, MemberId>,
    pub groups: HashMap<&'static str, (MemberId, GroupId)>,
    pub entries: HashMap<&'static str, DiaryId>,
    pub communities: HashMap<&'static str, CommunityId>,
    pub topics: HashMap<&'static str, TopicId>,
}

impl Stage<'_> {
    /// Lets one thing happen at its time.
    pub(super) fn play(&mut self, at: Moment, event: Event) -> Outcome {
        self.store = self.store.with_clock(Arc::new(HandClock::at(at)));
        match event {
            Event::Join(person) => self.join(person),
            Event::Invite(invitation) => self.invite(invitation),
            Event::Come(newcomer) => self.come(newcomer),
            Event::Leave(newcomer) => self.leave(newcomer),
            Event::Describe(person) => self.describe(person),
            Event::Ask { from, to, message } => self.ask(from, to, message),
            Event::Accept(friendship) => self.accept(friendship),
            Event::Gather(group) => self.gather(group),
            Event::Add(added) => self.add(added),
            Event::Block(block) => self.block(block),
            Event::Introduce(said) => self.introduce(said),
            Event::Keep(kept) => self.keep(kept),
            Event::Rest(resting) => self.rest(resting),
            Event::Offer(offered) => self.offer(offered),
            Event::Open(opening) => self.open(opening),
            Event::Note(noted) => self.note(noted),
            Event::Post { author, entry } => self.post(author, entry),
            Event::Begin { author, draft } => self.begin(author, draft),
            Event::Comment { entry, comment } => self.comment(entry, comment),
            Event::Thank(thanks) => self.thank(thanks),
            Event::Like { entry, like } => self.like(entry, like),
            Event::Say(voice) => self.say(voice),
            Event::Knock(text) => self.knock(text),
            Event::Trust(choice) => self.trust(choice),
            Event::Lose { lost, phone } => self.lose(lost, phone),
            Event::Look { visitor, owner } => self.look(visitor, owner),
            Event::Found(place) => self.found(place),
            Event::Belong { place, one } => self.belong(place, one),
            Event::Raise { place, topic } => self.raise(place, topic),
            Event::Remark { place, topic, said } => self.remark(place, topic, said),
        }
    }

    pub(super) fn write<T, F>(&self, change: F) -> Outcome<T>
    where
        F: FnOnce(&mut Tx<'_>) -> Outcome<T> + Clone + Send + 'static,
        T: Send + 'static,
    {
        self.store.write(change)
    }

    /// Whether what happens now is so old that nobody is told of it any more.
    pub(super) fn is_old_news(&self) -> bool {
        self.began_at.seconds_since(self.store.now()) > NEWS_SECONDS
    }

    pub(super) fn member(&self, handle: &str) -> Outcome<MemberId> {
        self.members.get(handle).copied().ok_or_else(|| LoadError::unknown("person", handle))
    }

    pub(super) fn group(&self, key: &str) -> Outcome<(MemberId, GroupId)> {
        self.groups.get(key).copied().ok_or_else(|| LoadError::unknown("group", key))
    }

    pub(super) fn visibility(&self, written: &str) -> Outcome<Visibility> {
        match written.strip_prefix("group:") {
            Some(key) => Ok(Visibility::Group(self.group(key)?.1)),
            None => written.parse().map_err(|_| LoadError::unknown("visibility", written)),
        }
    }
}
