//! What happens to the cast, in the order of time.

use enishi_core::moment::Moment;
use jiff::tz::TimeZone;

use super::marks::{Favourite, Meeting, Mute, Opening};
use super::places::{Belonging, Community, Remark, Topic};
use super::script::{
    Added, Block, Comment, Entry, Friendship, Group, Introduction, Invitation, Like, Lost, Newcomer, Noted,
    Person, Request, Script, Text, Thanks, Trusted, Unfinished, Voice,
};

/// One thing that happens.
#[derive(Clone, Copy)]
pub(super) enum Event {
    Join(&'static Person),
    Invite(&'static Invitation),
    Come(&'static Newcomer),
    Leave(&'static Newcomer),
    Describe(&'static Person),
    Ask { from: &'static str, to: &'static str, message: &'static str },
    Accept(&'static Friendship),
    Gather(&'static Group),
    Add(&'static Added),
    Block(&'static Block),
    Introduce(&'static Introduction),
    Keep(&'static Favourite),
    Rest(&'static Mute),
    Offer(&'static Meeting),
    Open(&'static Opening),
    Note(&'static Noted),
    Post { author: &'static str, entry: &'static Entry },
    Begin { author: &'static str, draft: &'static Unfinished },
    Comment { entry: &'static Entry, comment: &'static Comment },
    Thank(&'static Thanks),
    Like { entry: &'static Entry, like: &'static Like },
    Say(&'static Voice),
    Knock(&'static Text),
    Trust(&'static Trusted),
    Lose { lost: &'static Lost, phone: &'static str },
    Look { visitor: &'static str, owner: &'static str },
    Found(&'static Community),
    Belong { place: &'static Community, one: &'static Belonging },
    Raise { place: &'static Community, topic: &'static Topic },
    Remark { place: &'static Community, topic: &'static Topic, said: &'static Remark },
}

/// A friendship was asked for so long before it was accepted.
const ASKED_BEFORE_SECONDS: i64 = 3600;

/// Everything in the script, the oldest first.
pub(super) fn lay_out(script: &'static Script, now: Moment, zone: &TimeZone) -> Vec<(Moment, Event)> {
    let mut events = Vec::new();
    for person in &script.people {
        events.push((person.joined.before(now, zone), Event::Join(person)));
        events.push((person.profile_saved.before(now, zone), Event::Describe(person)));
    }
    for friendship in &script.ties.friendship {
        let Friendship { from, to, message, when } = friendship;
        let accepted_at = when.before(now, zone);
        events.push((accepted_at.plus_seconds(-ASKED_BEFORE_SECONDS), Event::Ask { from, to, message }));
        events.push((accepted_at, Event::Accept(friendship)));
    }
    for Request { from, to, message, when } in &script.ties.request {
        events.push((when.before(now, zone), Event::Ask { from, to, message }));
    }
    let ties = &script.ties;
    events.extend(ties.group.iter().map(|group| (group.when.before(now, zone), Event::Gather(group))));
    events.extend(ties.added.iter().map(|added| (added.when.before(now, zone), Event::Add(added))));
    events.extend(ties.block.iter().map(|block| (block.when.before(now, zone), Event::Block(block))));
    events.extend(ties.note.iter().map(|noted| (noted.when.before(now, zone), Event::Note(noted))));
    let said = ties.introduction.iter();
    events.extend(said.map(|said| (said.when.before(now, zone), Event::Introduce(said))));
    events.extend(ties.favourite.iter().map(|kept| (kept.when.before(now, zone), Event::Keep(kept))));
    events.extend(ties.meeting.iter().map(|offer| (offer.when.before(now, zone), Event::Offer(offer))));
    events.extend(ties.opening.iter().map(|open| (open.when.before(now, zone), Event::Open(open))));
    events.extend(ties.mute.iter().map(|mute| (mute.when.before(now, zone), Event::Rest(mute))));
    come_and_go(script, now, zone, &mut events);
    write_diaries(script, now, zone, &mut events);
    events.extend(script.voices.iter().map(|voice| (voice.when.before(now, zone), Event::Say(voice))));
    events.extend(script.texts.iter().map(|text| (text.when.before(now, zone), Event::Knock(text))));
    let trust = &script.trust;
    events.extend(trust.trusted.iter().map(|choice| (choice.when.before(now, zone), Event::Trust(choice))));
    for lost in &trust.lost {
        let person = script.people.iter().filter(|person| person.handle == lost.by);
        let event = |person: &'static Person| Event::Lose { lost, phone: &person.phone };
        events.extend(person.map(|person| (lost.when.before(now, zone), event(person))));
    }
    for look in &script.looks {
        let event = Event::Look { visitor: &look.visitor, owner: &look.owner };
        events.extend(look.when.iter().map(|when| (when.before(now, zone), event)));
    }
    share_places(script, now, zone, &mut events);
    let thanks = script.thanks.iter();
    events.extend(thanks.map(|thanks| (thanks.when.before(now, zone), Event::Thank(thanks))));
    events.sort_by_key(|(moment, _)| *moment);
    events
}

fn write_diaries(script: &'static Script, now: Moment, zone: &TimeZone, events: &mut Vec<(Moment, Event)>) {
    for diary in &script.diaries {
        for draft in &diary.draft {
            let begun = Event::Begin { author: &diary.author, draft };
            events.push((draft.when.before(now, zone), begun));
        }
        for entry in &diary.entry {
            let posted = Event::Post { author: &diary.author, entry };
            events.push((entry.when.before(now, zone), posted));
            for comment in &entry.comment {
                events.push((comment.when.before(now, zone), Event::Comment { entry, comment }));
            }
            for like in &entry.like {
                events.push((like.when.before(now, zone), Event::Like { entry, like }));
            }
        }
    }
}

fn share_places(script: &'static Script, now: Moment, zone: &TimeZone, events: &mut Vec<(Moment, Event)>) {
    for place in &script.communities {
        events.push((place.when.before(now, zone), Event::Found(place)));
        let belong = |one: &'static Belonging| (one.when.before(now, zone), Event::Belong { place, one });
        events.extend(place.member.iter().map(belong));
        for topic in &place.topic {
            events.push((topic.when.before(now, zone), Event::Raise { place, topic }));
            let remark =
                |said: &'static Remark| (said.when.before(now, zone), Event::Remark { place, topic, said });
            events.extend(topic.comment.iter().map(remark));
        }
    }
}

fn come_and_go(script: &'static Script, now: Moment, zone: &TimeZone, events: &mut Vec<(Moment, Event)>) {
    for invitation in &script.joining.invitation {
        events.push((invitation.when.before(now, zone), Event::Invite(invitation)));
    }
    for newcomer in &script.joining.newcomer {
        events.push((newcomer.joined.before(now, zone), Event::Come(newcomer)));
        events.extend(newcomer.left.iter().map(|left| (left.before(now, zone), Event::Leave(newcomer))));
    }
}
