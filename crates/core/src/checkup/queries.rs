//! Questions to the whole database.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::BigInt;

use super::Kept;
use crate::moment::Moment;
use crate::store::schema::{diary_entries, phones, pictures};
use crate::store::{Result, Tx};

pub(super) const ONE_SIDED: &str = "SELECT count(*) AS found FROM friendships f WHERE NOT EXISTS \
    (SELECT 1 FROM friendships b WHERE b.member_id = f.friend_id AND b.friend_id = f.member_id)";
pub(super) const COMMENT_COUNTERS: &str = "SELECT count(*) AS found FROM diary_entries e WHERE e.comments_given < \
    (SELECT coalesce(max(c.number), 0) FROM diary_comments c WHERE c.entry_id = e.id)";
pub(super) const FOOTPRINT_TOTALS: &str = "SELECT count(*) AS found FROM \
    (SELECT owner_id, count(*) AS left_here FROM footprints GROUP BY owner_id) f \
    LEFT JOIN footprint_totals t ON t.owner_id = f.owner_id WHERE coalesce(t.total, 0) < f.left_here";
pub(super) const ORPHANS: &str = "SELECT \
    (SELECT count(*) FROM diary_entries e WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.id = e.author_id)) + \
    (SELECT count(*) FROM diary_comments c WHERE NOT EXISTS (SELECT 1 FROM diary_entries e WHERE e.id = c.entry_id)) + \
    (SELECT count(*) FROM diary_comments c WHERE c.picture_id IS NOT NULL \
        AND NOT EXISTS (SELECT 1 FROM pictures i WHERE i.id = c.picture_id)) + \
    (SELECT count(*) FROM diary_photos p WHERE NOT EXISTS (SELECT 1 FROM pictures i WHERE i.id = p.picture_id)) + \
    (SELECT count(*) FROM diary_draft_photos p WHERE NOT EXISTS (SELECT 1 FROM diary_drafts d WHERE d.id = p.draft_id)) AS found";
const FILE_FAULTS: &str = "SELECT count(*) AS found FROM pragma_quick_check WHERE quick_check <> 'ok'";

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    found: i64,
}

pub(super) fn count(tx: &mut Tx<'_>, question: &str) -> Result<i64> {
    let counted: Count = sql_query(question).get_result(tx.db)?;
    Ok(counted.found)
}

pub(super) fn count_file_faults(tx: &mut Tx<'_>) -> Result<i64> {
    if tx.is_sqlite() { count(tx, FILE_FAULTS) } else { Ok(0) }
}

pub(super) fn list_numbers(tx: &mut Tx<'_>, most: i64) -> Result<Vec<Kept>> {
    Ok(phones::table
        .order(phones::member_id.desc())
        .limit(most)
        .select((phones::member_id, phones::number_hash, phones::number_sealed))
        .load(tx.db)?)
}

pub(super) fn newest(tx: &mut Tx<'_>) -> Result<Option<Moment>> {
    Ok(diary_entries::table
        .order(diary_entries::posted_at.desc())
        .select(diary_entries::posted_at)
        .first(tx.db)
        .optional()?)
}

pub(super) fn list_digests(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    Ok(pictures::table.select(pictures::digest).distinct().load(tx.db)?)
}
