//! What the cast writes: diary entries with photos, and comments.

use enishi_core::diary::{self, Chosen, Draft, Fault, Keep, NewPhoto, Sign, Why};
use enishi_core::ids::{DiaryId, MemberId};
use enishi_core::{notice, picture, voice};

use super::LoadError;
use super::script::{Comment, Entry, Like, Photo, Unfinished, Voice};
use super::stage::{Outcome, Stage};

impl Stage<'_> {
    pub(super) fn post(&mut self, author: &str, entry: &'static Entry) -> Outcome {
        let author = self.member(author)?;
        let draft = Draft {
            title: entry.title.clone(),
            body: entry.body.clone(),
            visibility: self.visibility(&entry.to)?.to_string(),
            comments: entry.comments.clone(),
            photos: self.hang(author, &entry.photos)?,
            chosen: self.categorise(author, entry)?,
            ..Draft::default()
        };
        let new = draft
            .read()
            .map_err(|faults| LoadError::Script(format!("the entry {}: {faults:?}", entry.key)))?;
        let id = self.write(move |tx| diary::post(tx, author, &new).map_err(LoadError::refused))?;
        self.entries.insert(&entry.key, id);
        Ok(())
    }

    pub(super) fn begin(&self, author: &str, draft: &'static Unfinished) -> Outcome {
        let author = self.member(author)?;
        let typed = Draft {
            title: draft.title.clone(),
            body: draft.body.clone(),
            visibility: self.visibility(&draft.to)?.to_string(),
            day: draft.appears_in_days.map(|days| self.day_in(days)).unwrap_or_default(),
            hour: draft.appears_in_days.map(|_| "21".to_owned()).unwrap_or_default(),
            ..Draft::default()
        };
        let faulty = |faults: Vec<Fault>| LoadError::Script(format!("the draft {}: {faults:?}", draft.title));
        let at = diary::chosen_time(&typed, self.began_at, &self.zone).map_err(faulty)?;
        let new = match at {
            Some(at) => Some((typed.clone().read().map_err(faulty)?, at)),
            None => None,
        };
        self.write(move |tx| {
            let keep = Keep { id: tx.fresh_id(), entry: None, typed, why: Why::Asked };
            match new {
                Some((new, at)) => {
                    diary::post_later(tx, author, &keep, &new, at).map_err(LoadError::refused)?
                }
                None => diary::keep_draft(tx, author, &keep).map_err(LoadError::refused)?,
            };
            Ok(())
        })
    }

    /// The categories of an entry, made where they are not there yet.
    fn categorise(&self, author: MemberId, entry: &'static Entry) -> Outcome<Chosen> {
        let mut chosen = Chosen::default();
        for (name, is_open) in [(&entry.category, true), (&entry.own_category, false)] {
            if name.is_empty() {
                continue;
            }
            let known = self.write(move |tx| Ok(diary::my_categories(tx, author)?))?;
            let id = match known.iter().find(|category| category.name == *name) {
                Some(category) => category.id,
                None => self.write(move |tx| {
                    diary::make_category(tx, author, name, is_open).map_err(LoadError::refused)
                })?,
            };
            chosen.categories.push(id);
        }
        Ok(chosen)
    }

    /// So many days from today, as forms send it.
    fn day_in(&self, days: i64) -> String {
        self.began_at.plus_seconds(days * 86_400).in_zone(&self.zone).date().to_string()
    }

    fn hang(&mut self, owner: MemberId, photos: &'static [Photo]) -> Outcome<Vec<NewPhoto>> {
        let mut hung = Vec::with_capacity(photos.len());
        for photo in photos {
            let kept = self.photos.keep(&photo.file)?;
            let picture = self.write(move |tx| Ok(picture::add(tx, owner, &kept)?))?;
            hung.push(NewPhoto { picture, alt: photo.alt.clone() });
        }
        Ok(hung)
    }

    pub(super) fn comment(&mut self, entry: &Entry, comment: &'static Comment) -> Outcome {
        let (who, id) = (self.member(&comment.by)?, self.entry(entry)?);
        let told = self.those_who_read(who);
        let photo = self.hang(who, comment.photo.as_slice())?.pop();
        self.write(move |tx| {
            diary::comment_with(tx, who, id, &comment.body, photo).map_err(LoadError::refused)?;
            told.into_iter().try_for_each(|reader| {
                diary::thread_was_read(tx, reader, id)?;
                Ok(notice::entry_was_read(tx, reader, id)?)
            })
        })
    }

    pub(super) fn like(&self, entry: &Entry, like: &'static Like) -> Outcome {
        let (who, id) = (self.member(&like.by)?, self.entry(entry)?);
        let sign = Sign::ALL.into_iter().find(|sign| sign.key() == like.sign);
        let sign = sign.ok_or_else(|| LoadError::unknown("sign", &like.sign))?;
        let told = self.those_who_read(who);
        self.write(move |tx| {
            if !diary::like(tx, who, id, sign)? {
                return Err(LoadError::unknown("entry to like", &like.by));
            }
            told.into_iter().try_for_each(|reader| Ok(notice::entry_was_read(tx, reader, id)?))
        })
    }

    pub(super) fn say(&self, voice: &'static Voice) -> Outcome {
        let who = self.member(&voice.by)?;
        let to = self.visibility(&voice.to)?.to_string();
        self.write(move |tx| {
            voice::post(tx, who, &voice.body, &to).map_err(LoadError::refused)?;
            Ok(())
        })
    }

    fn entry(&self, entry: &Entry) -> Outcome<DiaryId> {
        let id = self.entries.get(entry.key.as_str()).copied();
        id.ok_or_else(|| LoadError::unknown("entry", &entry.key))
    }

    /// Of old news everybody has heard; of new ones whoever made them.
    fn those_who_read(&self, who: MemberId) -> Vec<MemberId> {
        if self.is_old_news() { self.members.values().copied().collect() } else { vec![who] }
    }
}
