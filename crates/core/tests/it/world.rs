//! A store with people in it, and the few verbs that most stories begin with.

use std::fmt::Debug;

use enishi_core::diary::{self, Chosen, DiaryPage, NewDiary, NewPhoto, Talk};
use enishi_core::friend;
use enishi_core::ids::{DiaryId, GroupId, MemberId, PictureId};
use enishi_core::member::{self, NewMember, Nickname};
use enishi_core::picture::{self, NewPicture};
use enishi_core::store::{Error, Tx};
use enishi_core::visibility::{Viewer, Visibility};
use enishi_core::{group, moment::Moment};
use enishi_testkit::stores::{TestStore, stores};
use jiff::tz::TimeZone;

/// Where a member stands with the site, as the database keeps it.
pub const ACTIVE: i16 = 0;
pub const IN_GRACE: i16 = 1;
pub const LEFT: i16 = 2;
pub const SUSPENDED: i16 = 3;

pub struct World {
    pub test: TestStore,
}

/// Tells a story once on each engine.
pub fn each(story: fn(&World)) {
    for test in stores() {
        eprintln!("on {}", test.engine);
        story(&World { test });
    }
}

pub fn tokyo() -> TimeZone {
    TimeZone::get("Asia/Tokyo").unwrap()
}

pub fn words(title: &str, visibility: Visibility, photos: Vec<NewPhoto>) -> NewDiary {
    let body = "本文です。".to_owned();
    let chosen = Chosen::default();
    NewDiary { title: title.to_owned(), body, visibility, talk: Talk::Readers, photos, chosen }
}

impl World {
    pub fn read<T, E>(&self, look: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> T
    where
        E: From<Error> + Debug,
    {
        self.test.store.read(look).unwrap()
    }

    pub fn write<T, E>(&self, change: impl FnOnce(&mut Tx<'_>) -> Result<T, E> + Clone + Send + 'static) -> T
    where
        T: Send + 'static,
        E: From<Error> + Debug + Send + 'static,
    {
        self.test.store.write(change).unwrap()
    }

    /// The reason a change was refused.
    pub fn refused<T, E>(
        &self,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T, E> + Clone + Send + 'static,
    ) -> E
    where
        T: Debug + Send + 'static,
        E: From<Error> + Debug + Send + 'static,
    {
        self.test.store.write(change).unwrap_err()
    }

    pub fn now(&self) -> Moment {
        self.test.store.now()
    }

    /// A second goes by: what comes after is newer than what came before.
    pub fn tick(&self) {
        self.test.clock.advance_seconds(1);
    }

    pub fn people<const N: usize>(&self, names: [&str; N]) -> [MemberId; N] {
        names.map(|name| self.person(name))
    }

    pub fn person(&self, name: &str) -> MemberId {
        self.tick();
        let new = NewMember {
            nickname: Nickname::parse(name).unwrap(),
            password_hash: "nobody logs in here".to_owned(),
            language: "ja".to_owned(),
        };
        self.write(move |tx| member::create(tx, new))
    }

    pub fn befriend(&self, one: MemberId, other: MemberId) {
        self.tick();
        self.write(move |tx| friend::ask(tx, one, other, "はじめまして。"));
        self.write(move |tx| friend::accept(tx, other, one));
    }

    pub fn part(&self, one: MemberId, other: MemberId) {
        self.write(move |tx| friend::part(tx, one, other));
    }

    pub fn block(&self, one: MemberId, other: MemberId) {
        assert!(self.write(move |tx| enishi_core::block::block(tx, one, other)));
    }

    pub fn group(&self, owner: MemberId, members: &[MemberId]) -> GroupId {
        self.group_that_reaches(owner, group::Reach::Only, members)
    }

    /// All friends but these.
    pub fn all_but(&self, owner: MemberId, members: &[MemberId]) -> GroupId {
        self.group_that_reaches(owner, group::Reach::AllBut, members)
    }

    fn group_that_reaches(&self, owner: MemberId, reach: group::Reach, members: &[MemberId]) -> GroupId {
        let members = members.to_vec();
        self.tick();
        self.write(move |tx| {
            let id = group::create(tx, owner, "なかま", reach)?;
            for member in members {
                group::add(tx, owner, id, member, group::Opens::Everything)?;
            }
            Ok::<_, group::GroupError>(id)
        })
    }

    pub fn post(&self, author: MemberId, visibility: Visibility) -> DiaryId {
        self.post_with(author, visibility, Vec::new())
    }

    pub fn post_with(&self, author: MemberId, visibility: Visibility, photos: Vec<NewPhoto>) -> DiaryId {
        self.tick();
        let new = words("題", visibility, photos);
        self.write(move |tx| diary::post(tx, author, &new))
    }

    pub fn comment(&self, who: MemberId, entry: DiaryId) -> i32 {
        self.tick();
        self.write(move |tx| diary::comment(tx, who, entry, "いいですね。"))
    }

    pub fn picture(&self, owner: MemberId, digest: &str) -> PictureId {
        self.tick();
        let new = NewPicture { digest: digest.to_owned(), width_px: 640, height_px: 480, weight_bytes: 9000 };
        self.write(move |tx| picture::add(tx, owner, &new))
    }

    pub fn show(&self, viewer: MemberId, entry: DiaryId) -> Option<DiaryPage> {
        self.read(|tx| diary::show(tx, Viewer::Member(viewer), entry))
    }

    pub fn sees(&self, viewer: MemberId, entry: DiaryId) -> bool {
        self.show(viewer, entry).is_some()
    }

    /// No use case changes a member's state yet, so the row is changed by hand.
    pub fn set_state(&self, member: MemberId, state: i16) {
        let id = i64::from(member);
        self.raw(member, &format!("UPDATE members SET state = {state} WHERE id = {id}"));
    }

    /// Statements past every use case, in the store that `somebody` lives in.
    pub fn raw(&self, somebody: MemberId, statements: &str) {
        crate::raw::run(&self.test, somebody, statements);
    }
}
