//! What a form of an entry begins from: nothing, the entry, or a draft.

use enishi_core::audience;
use enishi_core::diary::{self, EditPage};
use enishi_core::ids::{DiaryId, DraftId, MemberId, PictureId};
use enishi_face::pages::{DiaryFormPage, KeptPhoto};
use enishi_face::{Form, Page};

use crate::error::PageError;
use crate::request::{Ask, DraftMark};

/// What lies in the database, and whether what is typed over it may be kept.
pub(super) struct Base {
    /// The entry or the draft.
    pub stored: EditPage,
    /// The form was made for whoever sends it. A form with a stale token and no mark of theirs may have come from
    /// anywhere: it is shown, and leaves nothing behind.
    pub may_keep: bool,
}

impl Base {
    /// What the form that was sent begins from, or one that is asked for.
    pub async fn find(ask: &mut Ask, id: Option<DiaryId>) -> Result<Base, PageError> {
        let mark = sent_mark(ask);
        let (stored, is_own) = ask
            .read_as_member(move |tx, me| {
                let own = mark.filter(|mark| mark.author == me).map(|mark| mark.draft);
                let stored = diary::form(tx, me, id, own)?.ok_or(PageError::NotFound)?;
                Ok((stored, own.is_some()))
            })
            .await?;
        Ok(Base { stored, may_keep: is_own || !ask.is_stale })
    }

    /// A draft of one's own.
    pub async fn draft(ask: &mut Ask, id: DraftId) -> Result<Base, PageError> {
        let stored = ask
            .read_as_member(move |tx, me| diary::draft_form(tx, me, id)?.ok_or(PageError::NotFound))
            .await?;
        Ok(Base { stored, may_keep: true })
    }

    /// The form with what lies in the database.
    pub async fn page(&self, ask: &mut Ask) -> Result<Page, PageError> {
        Ok(Page::DiaryForm(self.view(ask).await?))
    }

    /// As [`Base::page`], for more to be said on it.
    pub async fn view(&self, ask: &mut Ask) -> Result<DiaryFormPage, PageError> {
        let audiences = ask.read_as_member(|tx, me| Ok(audience::of(tx, me)?)).await?;
        let stored = &self.stored;
        let (day, hour) =
            diary::written_time(&stored.day, &stored.hour, ask.site.store.now(), &ask.site.zone);
        let form = Form::empty()
            .with("title", stored.title.as_str())
            .with("body", stored.body.as_str())
            .with("visibility", stored.visibility.to_string())
            .with("comments", stored.talk.key())
            .with("day", day)
            .with("hour", hour)
            .with("new_category", stored.chosen.new_name.as_str())
            .with("new_category_open", if stored.chosen.is_open { "1" } else { "" });
        let photos = stored.photos.iter();
        Ok(DiaryFormPage {
            id: stored.id,
            form,
            groups: stored.groups.clone(),
            audiences,
            photos: photos
                .map(|photo| KeptPhoto { picture: photo.picture, alt: photo.alt.clone() })
                .collect(),
            categories: stored.categories.clone(),
            chosen: stored.chosen.categories.clone(),
            widens: None,
            mark: self.mark(ask),
            draft: stored.is_draft.then_some(stored.draft),
            is_stored: stored.is_draft || stored.id.is_some(),
            drafts: stored.drafts,
            told: None,
            due_at: stored.due_at,
            held_back: stored.held_back,
        })
    }

    /// What the form carries unseen.
    fn mark(&self, ask: &Ask) -> String {
        let mark = |author: MemberId| DraftMark::new(self.stored.draft, author, ask.site.store.now());
        ask.who.member().map(|author| mark(author).write(&ask.site.keys)).unwrap_or_default()
    }

    /// The photographs that hang on the draft.
    pub fn pictures(&self) -> Vec<PictureId> {
        let photos = self.stored.photos.iter().filter(|_| self.stored.is_draft);
        photos.map(|photo| photo.picture).collect()
    }
}

/// The mark in the form that was sent.
pub(super) fn sent_mark(ask: &Ask) -> Option<DraftMark> {
    DraftMark::read(ask.typed.get("draft"), ask.site.store.now(), &ask.site.keys)
}
