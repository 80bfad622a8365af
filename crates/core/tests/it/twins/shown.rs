//! What one viewer is shown, on every surface.

use std::collections::HashSet;

use enishi_core::diary::{self, DiaryLine, DiaryPage};
use enishi_core::ids::DiaryId;
use enishi_core::notice::{self, Subject};
use enishi_core::store::{Error, Tx};
use enishi_core::visibility::{Viewer, can_see};
use enishi_core::{friend, picture, profile, search};

use super::stage::{OWNER, Stage};
use super::{ANSWERS, FIELDS};
use crate::world::tokyo;

/// One answer a thing, in the order of the columns, unless said otherwise.
#[derive(Default)]
pub(super) struct Shown {
    pub judged: Vec<bool>,
    pub pages: Vec<bool>,
    pub listed: Vec<bool>,
    pub newest: Vec<bool>,
    pub fed: Vec<bool>,
    pub noticed: Vec<bool>,
    pub pictures: Vec<bool>,
    pub fields: Vec<bool>,
    pub found_fields: Vec<bool>,
    pub found: Vec<bool>,
    pub comments: Vec<i64>,
    /// Entries that stand beside another as its neighbours.
    pub beside: HashSet<DiaryId>,
    /// Entries that the days of the archive count.
    pub counted: i64,
    pub meets: [bool; 4],
    pub ties: [bool; 2],
}

impl Stage {
    /// Looks everywhere at one moment.
    pub(super) fn look(&self, tx: &mut Tx<'_>, viewer: Viewer) -> Result<Shown, Error> {
        let mut shown = Shown::default();
        self.look_at_owner(tx, viewer, &mut shown)?;
        self.look_at_things(tx, viewer, &mut shown)?;
        Ok(shown)
    }

    fn look_at_owner(&self, tx: &mut Tx<'_>, viewer: Viewer, shown: &mut Shown) -> Result<(), Error> {
        let page = profile::show(tx, viewer, self.owner, &tokyo())?;
        let fields = page.as_ref().map(|page| page.fields.as_slice()).unwrap_or_default();
        shown.fields = FIELDS.map(|(field, _)| fields.iter().any(|shown| shown.field == field)).to_vec();
        for word in ANSWERS {
            let hits = search::fields(tx, viewer, word, None)?.found;
            shown.found_fields.push(hits.iter().any(|hit| hit.card.id == self.owner));
        }
        // Only a member who is here searches, so whether the owner finds themselves when gone says nothing.
        let finds = !search::members(tx, viewer, OWNER, None)?.found.is_empty();
        shown.meets = [
            page.is_some(),
            diary::list_of(tx, viewer, self.owner, None)?.is_some(),
            finds || viewer == Viewer::Member(self.owner),
            picture::find_for(tx, viewer, self.icon)?.is_some(),
        ];
        let friends = friend::list_of(tx, viewer, self.owner, None)?;
        shown.ties = [page.is_some_and(|page| page.shows_friends), friends.is_some()];
        Ok(())
    }

    fn look_at_things(&self, tx: &mut Tx<'_>, viewer: Viewer, shown: &mut Shown) -> Result<(), Error> {
        let listed = diary::list_of(tx, viewer, self.owner, None)?;
        let listed = listed.map(|page| page.entries).unwrap_or_default();
        let archive = diary::archive(tx, viewer, self.owner, None, &tokyo())?;
        shown.counted = archive.map_or(0, |page| page.days.iter().map(|day| day.entries).sum());
        let newest = diary::newest_of(tx, viewer, self.owner, 50)?;
        let found = search::diaries(tx, viewer, "本文", None)?.found;
        let (mut feed, mut noticed) = (Vec::new(), Vec::new());
        if let Viewer::Member(me) = viewer {
            feed = diary::feed(tx, me, None, 50)?;
            noticed = notice::list(tx, me)?;
        }
        for ((entry, visibility, posted_at), photo) in self.things.iter().zip(&self.photos) {
            shown.judged.push(can_see(tx, viewer, self.owner, *visibility, *posted_at)?);
            let page = shown.read(diary::show(tx, viewer, *entry)?);
            shown.pages.push(page);
            shown.listed.push(has(&listed, *entry));
            shown.newest.push(has(&newest, *entry));
            shown.found.push(has(&found, *entry));
            shown.fed.push(has(&feed, *entry));
            shown.noticed.push(noticed.iter().any(|notice| is_about(&notice.subject, *entry)));
            shown.pictures.push(picture::find_for(tx, viewer, *photo)?.is_some());
        }
        let lines = [listed, newest, feed].into_iter().flatten();
        let of_owner = lines.filter(|line| line.author.id == self.owner);
        shown.comments.extend(of_owner.map(|line| line.comments));
        Ok(())
    }
}

impl Shown {
    /// Notes the comments of a page; whether there is one.
    fn read(&mut self, page: Option<DiaryPage>) -> bool {
        let Some(page) = page else { return false };
        self.comments.push(page.around.visible);
        let neighbours = [page.neighbours.older, page.neighbours.newer].into_iter().flatten();
        self.beside.extend(neighbours.map(|one| one.id));
        assert_eq!(page.comments.len(), 5, "a gap keeps its number");
        let mut gaps = page.comments.iter().filter(|comment| comment.said.is_none());
        assert!(gaps.all(|gap| !gap.can_remove), "gaps are alike");
        true
    }
}

fn has(lines: &[DiaryLine], entry: DiaryId) -> bool {
    lines.iter().any(|line| line.id == entry)
}

fn is_about(subject: &Subject, wanted: DiaryId) -> bool {
    match subject {
        Subject::OwnEntry { entry, .. }
        | Subject::JoinedEntry { entry, .. }
        | Subject::Opens { entry, .. } => *entry == wanted,
        Subject::Liked { .. } | Subject::Accepted { .. } | Subject::Thanked { .. } => false,
        Subject::RecoveryBegun | Subject::Recovered | Subject::FriendsRefused => false,
        Subject::TrustedChosen { .. } | Subject::FriendAsked { .. } => false,
        Subject::Introduced { .. }
        | Subject::IntroductionShown { .. }
        | Subject::MeetingOffered { .. }
        | Subject::Met { .. }
        | Subject::HeldBack { .. }
        | Subject::JoinAsked { .. }
        | Subject::PlaceOffered { .. }
        | Subject::LetIn { .. }
        | Subject::PassedOn { .. }
        | Subject::OwnTopic { .. }
        | Subject::OpensUnread => false,
    }
}
