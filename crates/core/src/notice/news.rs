//! What is new of entries: notices are told by what stands now, and not without it.

use std::collections::HashMap;

use super::queries::likes;
use super::{Notice, Subject};
use crate::diary;
use crate::friend::circle::Circle;
use crate::ids::{DiaryId, MemberId};
use crate::moment::Moment;
use crate::store::{Result, Tx};

/// What was said and liked since its reader looked.
pub(super) struct News {
    said: HashMap<DiaryId, diary::News>,
    liked: HashMap<DiaryId, Moment>,
}

impl News {
    /// What is new of the entries these notices are about: from anybody, or from a circle alone.
    pub(super) fn of(
        tx: &mut Tx<'_>,
        me: MemberId,
        notices: &[Notice],
        from: Option<&Circle>,
    ) -> Result<News> {
        let said: Vec<DiaryId> = notices.iter().filter_map(said_of).collect();
        let liked: Vec<DiaryId> = notices.iter().filter_map(liked_of).collect();
        Ok(News {
            said: if said.is_empty() { HashMap::new() } else { diary::fresh_of(tx, me, &said, from)? },
            liked: if liked.is_empty() { HashMap::new() } else { likes::newest(tx, me, &liked, from)? },
        })
    }

    /// Has a notice say how much is new, and since when; `false` if nothing is. What is about no entry stays as it is.
    pub(super) fn tell(&self, notice: &mut Notice) -> bool {
        match &mut notice.subject {
            Subject::OwnEntry { entry, fresh, .. } | Subject::JoinedEntry { entry, fresh, .. } => {
                let Some(news) = self.said.get(entry) else { return false };
                (*fresh, notice.newest_at) = (news.fresh, news.newest_at);
                true
            }
            Subject::Liked { entry, .. } => {
                let Some(newest_at) = self.liked.get(entry) else { return false };
                notice.newest_at = *newest_at;
                true
            }
            _ => true,
        }
    }
}

fn said_of(notice: &Notice) -> Option<DiaryId> {
    match &notice.subject {
        Subject::OwnEntry { entry, .. } | Subject::JoinedEntry { entry, .. } => Some(*entry),
        _ => None,
    }
}

fn liked_of(notice: &Notice) -> Option<DiaryId> {
    match &notice.subject {
        Subject::Liked { entry, .. } => Some(*entry),
        _ => None,
    }
}
