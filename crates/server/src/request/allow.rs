//! Limits on writing: asked before an act is done, and told in words with the time to wait.

use std::sync::Arc;

use enishi_core::allowance::{self, Act, Doer};
use enishi_core::limit::Take;
use enishi_face::Phrase;

use super::ask::Ask;
use crate::error::PageError;

impl Ask {
    /// Counts an act of the member who is signed in, before it is done. `Some` is what to say beside the field: the
    /// form's answer then goes out as 429 with `Retry-After`.
    pub async fn stopped(&mut self, act: Act) -> Result<Option<Phrase>, PageError> {
        let session = self.who.session.as_ref().ok_or(PageError::LoginNeeded)?;
        let joined_at = session.member.joined_at;
        let (site, client) = (Arc::clone(&self.site), self.client.clone());
        let taken = self
            .write(move |tx, member| {
                let doer = Doer { member, joined_at, client: &client };
                allowance::take(tx, &site.keys, act, doer, &site.config.limits)
            })
            .await?;
        Ok(match taken? {
            Take::Granted => None,
            Take::Refused { retry_after_seconds } => Some(self.slow_down(retry_after_seconds)),
        })
    }

    /// A limit has stopped what was asked for: the words to say, while the answer's status says the same.
    pub fn slow_down(&mut self, seconds: i64) -> Phrase {
        self.retry_after_seconds = Some(seconds);
        wait_phrase(seconds)
    }
}

/// How long to wait, in the unit a person would use.
fn wait_phrase(seconds: i64) -> Phrase {
    let rounded_up = |unit: i64| (seconds.max(1) + unit - 1) / unit;
    match seconds {
        ..=119 => Phrase::new("limit-seconds").with("n", rounded_up(1)),
        120..=5400 => Phrase::new("limit-minutes").with("n", rounded_up(60)),
        _ => Phrase::new("limit-hours").with("n", rounded_up(3600)),
    }
}
