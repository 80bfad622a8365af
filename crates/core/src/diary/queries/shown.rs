//! Who of those that did something about an entry can be shown to a viewer.

use crate::ids::MemberId;
use crate::member::State;
use crate::store::condition::{Condition, ME};

/// True where whoever did it (`doer`, a column; `members` is joined as them, and `diary_entries` with it) is here,
/// no block is between them and `me`, and the entry's author has not blocked them either. `and` holds besides.
pub(super) fn doer_shown_to(me: MemberId, doer: &str, and: &str) -> Condition {
    let active = State::Active.stored();
    let sql = format!(
        "(({and}) AND members.state = {active} \
         AND NOT EXISTS (SELECT 1 FROM blocks cb WHERE \
             (cb.blocker_id = {ME} AND cb.blocked_id = {doer}) \
             OR (cb.blocker_id = {doer} AND cb.blocked_id = {ME}) \
             OR (cb.blocker_id = diary_entries.author_id AND cb.blocked_id = {doer})))"
    );
    Condition::about(me.into(), sql)
}
