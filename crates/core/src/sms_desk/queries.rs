//! The day's messages.

use diesel::prelude::*;

use crate::ids::PrefixId;
use crate::moment::Moment;
use crate::store::schema::text_messages::{self, table};
use crate::store::{Result, Tx};

/// A message without its words and its number.
#[derive(Queryable)]
pub(super) struct Message {
    pub(super) state: i16,
    pub(super) errand: i16,
    pub(super) country: String,
    pub(super) prefix_id: Option<PrefixId>,
    pub(super) last_two: String,
    pub(super) created_at: Moment,
    pub(super) verified_at: Option<Moment>,
    pub(super) error: Option<String>,
    pub(super) delivery: Option<i16>,
    pub(super) delivery_error: Option<String>,
}

/// The newest first.
pub(super) fn list_since(tx: &mut Tx<'_>, since: Moment, most: i64) -> Result<Vec<Message>> {
    Ok(table
        .filter(text_messages::created_at.ge(since))
        .order(text_messages::id.desc())
        .limit(most)
        .select((
            text_messages::state,
            text_messages::errand,
            text_messages::country,
            text_messages::prefix_id,
            text_messages::last_two,
            text_messages::created_at,
            text_messages::verified_at,
            text_messages::error,
            text_messages::delivery,
            text_messages::delivery_error,
        ))
        .load(tx.db)?)
}
