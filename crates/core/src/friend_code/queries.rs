//! Friend codes in the database.

use diesel::prelude::*;

use crate::ids::MemberId;
use crate::store::schema::friend_codes;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn find(tx: &mut Tx<'_>, me: MemberId) -> Result<Option<String>> {
    Ok(friend_codes::table.find(i64::from(me)).select(friend_codes::code).first(tx.db).optional()?)
}

pub(super) fn find_owner(tx: &mut Tx<'_>, code: &str) -> Result<Option<MemberId>> {
    let owner = friend_codes::table.filter(friend_codes::code.eq(code));
    Ok(owner.select(friend_codes::member_id).first(tx.db).optional()?)
}

pub(super) fn put(tx: &mut Tx<'_>, me: MemberId, code: &str) -> Result<()> {
    let now = tx.now();
    let made = (friend_codes::code.eq(code), friend_codes::made_at.eq(now));
    Both(
        diesel::insert_into(friend_codes::table)
            .values((friend_codes::member_id.eq(me), made))
            .on_conflict(friend_codes::member_id)
            .do_update()
            .set(made),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    diesel::delete(friend_codes::table.find(i64::from(me))).execute(tx.db)?;
    Ok(())
}
