//! The cast founds communities, comes in and talks there.

use enishi_core::community::{self, CommunityForm, Joined, topic};
use enishi_core::notice;

use super::LoadError;
use super::places::{Belonging, Community, Remark, Topic};
use super::stage::{Outcome, Stage};

impl Stage<'_> {
    pub(super) fn found(&mut self, place: &'static Community) -> Outcome {
        let owner = self.member(&place.owner)?;
        let form = CommunityForm {
            name: place.name.clone(),
            about: place.about.clone(),
            joins: place.joins.parse().map_err(LoadError::refused)?,
            reads: place.reads.parse().map_err(LoadError::refused)?,
        };
        let shown = self.visibility("members")?;
        let id =
            self.write(move |tx| community::found(tx, owner, &form, shown).map_err(LoadError::refused))?;
        self.communities.insert(&place.key, id);
        Ok(())
    }

    /// Somebody comes in. Where the owner has the say, they say yes at once or let it wait.
    pub(super) fn belong(&self, place: &'static Community, one: &'static Belonging) -> Outcome {
        let (id, owner, who) =
            (self.community(&place.key)?, self.member(&place.owner)?, self.member(&one.who)?);
        let (shown, is_old) = (self.visibility(&one.shown)?, self.is_old_news());
        self.write(move |tx| {
            let joined = community::join(tx, who, id, shown).map_err(LoadError::refused)?;
            if joined == Joined::Asked && !one.waits {
                community::answer(tx, owner, id, who, true)?;
            }
            if is_old {
                notice::community_was_seen(tx, who, id)?;
            }
            Ok(())
        })
    }

    pub(super) fn raise(&mut self, place: &'static Community, said: &'static Topic) -> Outcome {
        let (id, by) = (self.community(&place.key)?, self.member(&said.by)?);
        let topic = self
            .write(move |tx| topic::post(tx, by, id, &said.title, &said.body).map_err(LoadError::refused))?;
        self.topics.insert(&said.title, topic);
        Ok(())
    }

    pub(super) fn remark(
        &self,
        place: &'static Community,
        about: &'static Topic,
        said: &'static Remark,
    ) -> Outcome {
        let (id, by) = (self.community(&place.key)?, self.member(&said.by)?);
        let topic = self.topics.get(about.title.as_str()).copied();
        let topic = topic.ok_or_else(|| LoadError::Script(format!("no topic {} yet", about.title)))?;
        let (author, is_old) = (self.member(&about.by)?, self.is_old_news());
        self.write(move |tx| {
            topic::comment(tx, by, id, topic, &said.body).map_err(LoadError::refused)?;
            if is_old {
                notice::topic_was_read(tx, author, topic)?;
            }
            Ok(())
        })
    }

    fn community(&self, key: &str) -> Outcome<enishi_core::ids::CommunityId> {
        let found = self.communities.get(key).copied();
        found.ok_or_else(|| LoadError::Script(format!("no community {key} yet")))
    }
}
