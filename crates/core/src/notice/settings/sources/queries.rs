//! From whom members want to be told, in the database.

use diesel::prelude::*;

use super::Sources;
use crate::ids::{GroupId, MemberId};
use crate::notice::Topic;
use crate::store::schema::notice_groups;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn list(tx: &mut Tx<'_>, member: MemberId) -> Result<Sources> {
    let rows: Vec<(i16, GroupId)> = notice_groups::table
        .filter(notice_groups::member_id.eq(member))
        .select((notice_groups::topic, notice_groups::group_id))
        .load(tx.db)?;
    let source = |(bit, group)| Some((Topic::of_bit(bit)?, group));
    Ok(Sources(rows.into_iter().filter_map(source).collect()))
}

pub(super) fn find(tx: &mut Tx<'_>, member: MemberId, topic: Topic) -> Result<Option<GroupId>> {
    let source = notice_groups::table.find((i64::from(member), topic.bit()));
    Ok(source.select(notice_groups::group_id).first(tx.db).optional()?)
}

pub(super) fn put(tx: &mut Tx<'_>, member: MemberId, topic: Topic, group: GroupId) -> Result<()> {
    Both(
        diesel::insert_into(notice_groups::table)
            .values((
                notice_groups::member_id.eq(member),
                notice_groups::topic.eq(topic.bit()),
                notice_groups::group_id.eq(group),
            ))
            .on_conflict((notice_groups::member_id, notice_groups::topic))
            .do_update()
            .set(notice_groups::group_id.eq(group)),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, member: MemberId, topic: Topic) -> Result<()> {
    diesel::delete(notice_groups::table.find((i64::from(member), topic.bit()))).execute(tx.db)?;
    Ok(())
}
