//! What the cast writes: diary entries with photos, and comments.

use enishi_core::diary::{self, Draft, NewPhoto};
use enishi_core::ids::MemberId;
use enishi_core::{notice, picture};

use super::LoadError;
use super::script::{Comment, Entry, Photo};
use super::stage::{Outcome, Stage};

impl Stage<'_> {
    pub(super) fn post(&mut self, author: &str, entry: &'static Entry) -> Outcome {
        let author = self.member(author)?;
        let draft = Draft {
            title: entry.title.clone(),
            body: entry.body.clone(),
            visibility: self.visibility(&entry.to)?.to_string(),
            photos: self.hang(author, &entry.photos)?,
        };
        let new = draft
            .read()
            .map_err(|faults| LoadError::Script(format!("the entry {}: {faults:?}", entry.key)))?;
        let id = self.write(move |tx| diary::post(tx, author, &new).map_err(LoadError::refused))?;
        self.entries.insert(&entry.key, id);
        Ok(())
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

    pub(super) fn comment(&self, entry: &Entry, comment: &'static Comment) -> Outcome {
        let who = self.member(&comment.by)?;
        let id = self.entries.get(entry.key.as_str()).copied();
        let id = id.ok_or_else(|| LoadError::unknown("entry", &entry.key))?;
        let told: Vec<MemberId> =
            if self.is_old_news() { self.members.values().copied().collect() } else { vec![who] };
        self.write(move |tx| {
            diary::comment(tx, who, id, &comment.body).map_err(LoadError::refused)?;
            told.into_iter().try_for_each(|reader| Ok(notice::entry_was_read(tx, reader, id)?))
        })
    }
}
