//! What the cast says of each other.

use enishi_core::{introduction, notice};

use super::LoadError;
use super::script::Introduction;
use super::stage::{Outcome, Stage};

impl Stage<'_> {
    /// Somebody says something of a friend, who says yes at once or lets it wait.
    pub(super) fn introduce(&self, said: &'static Introduction) -> Outcome {
        let (by, of, is_old) = (self.member(&said.by)?, self.member(&said.of)?, self.is_old_news());
        self.write(move |tx| {
            introduction::write(tx, by, of, &said.text).map_err(LoadError::refused)?;
            let page = introduction::list(tx, of, of, None)?;
            let waiting = page.map(|page| page.waiting).unwrap_or_default();
            for one in waiting.iter().filter(|one| said.shown && one.author.id == by) {
                introduction::accept(tx, of, one.id)?;
            }
            if is_old {
                notice::member_was_met(tx, by, of)?;
            }
            Ok(())
        })
    }
}
