//! Leaving in the database: what is deleted of whom. A new table with a member in it adds its line in [`erase`].

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::ids::{DiaryId, MemberId, PictureId};
use crate::moment::Moment;
use crate::store::schema::{
    approvals, bells, blocks, circles, diary_categories, diary_comments, diary_entries, diary_likes,
    diary_narrowings, diary_threads, email_claims, emails, favourites, footprint_milestones,
    footprint_take_backs, footprint_totals, footprints, friend_asks, friend_codes, friend_requests,
    group_members, groups, held_posts, introductions, known_devices, last_choices, last_seen, leavings,
    loose_files, meetings, members, mutes, newest_entries, notice_groups, notice_settings, number_claims,
    number_undos, passed_newcomers, passkeys, phones, pictures, pinned_phones, preferences, private_notes,
    profile_fields, receipts, recoveries, second_steps, security_events, sessions, signups, standing_choices,
    trusted_friends, voices,
};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn put(tx: &mut Tx<'_>, member: MemberId, delete_at: Moment) -> Result<()> {
    let now = tx.now();
    diesel::delete(leavings::table.find(i64::from(member))).execute(tx.db)?;
    diesel::insert_into(leavings::table)
        .values((
            leavings::member_id.eq(member),
            leavings::asked_at.eq(now),
            leavings::delete_at.eq(delete_at),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn find_end(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Moment>> {
    Ok(leavings::table.find(i64::from(member)).select(leavings::delete_at).first(tx.db).optional()?)
}

pub(super) fn delete(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::delete(leavings::table.find(i64::from(member))).execute(tx.db)?;
    Ok(())
}

pub(super) fn list_due(tx: &mut Tx<'_>, most: i64) -> Result<Vec<MemberId>> {
    Ok(leavings::table
        .filter(leavings::delete_at.le(tx.now()))
        .order(leavings::delete_at)
        .limit(most)
        .select(leavings::member_id)
        .load(tx.db)?)
}

/// Of two workers, and of a worker and somebody who comes back, one gets the row.
pub(super) fn take_due(tx: &mut Tx<'_>, member: MemberId) -> Result<bool> {
    let now = tx.now();
    let due = leavings::table.find(i64::from(member)).filter(leavings::delete_at.le(now));
    Ok(diesel::delete(due).execute(tx.db)? > 0)
}

pub(super) fn list_entries(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<DiaryId>> {
    let own = diary_entries::table.filter(diary_entries::author_id.eq(member)).select(diary_entries::id);
    Ok(own.load(tx.db)?)
}

pub(super) fn take_icon_off(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::update(members::table.find(i64::from(member)))
        .set(members::icon_id.eq(None::<PictureId>))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn erase_comments(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::delete(diary_comments::table.filter(diary_comments::author_id.eq(member))).execute(tx.db)?;
    Ok(())
}

pub(super) fn list_pictures(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<PictureId>> {
    Ok(pictures::table.filter(pictures::owner_id.eq(member)).select(pictures::id).load(tx.db)?)
}

pub(super) fn keep_loose(tx: &mut Tx<'_>, digests: &[String]) -> Result<()> {
    let now = tx.now();
    for digest in digests {
        Both(
            diesel::insert_into(loose_files::table)
                .values((loose_files::digest.eq(digest), loose_files::since.eq(now)))
                .on_conflict_do_nothing(),
        )
        .execute(tx.db)?;
    }
    Ok(())
}

pub(super) fn list_loose(tx: &mut Tx<'_>, most: i64) -> Result<Vec<String>> {
    let needed = exists(pictures::table.filter(pictures::digest.eq(loose_files::digest)));
    Ok(loose_files::table
        .filter(diesel::dsl::not(needed))
        .order(loose_files::since)
        .limit(most)
        .select(loose_files::digest)
        .load(tx.db)?)
}

pub(super) fn forget_loose(tx: &mut Tx<'_>, digest: &str) -> Result<()> {
    diesel::delete(loose_files::table.find(digest)).execute(tx.db)?;
    Ok(())
}

/// Deletes the rows of each table whose column names the member.
macro_rules! delete_where {
    ($tx:ident, $member:ident: $($table:ident.$column:ident),* $(,)?) => {$(
        diesel::delete($table::table.filter($table::$column.eq(i64::from($member)))).execute($tx.db)?;
    )*};
}

/// Everything but entries, pictures, notices and what other features forget by themselves.
pub(super) fn erase(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    let own_number = || phones::table.filter(phones::member_id.eq(me)).select(phones::number_hash);
    diesel::delete(signups::table.filter(signups::number_hash.eq_any(own_number()))).execute(tx.db)?;
    let own_groups = || groups::table.filter(groups::owner_id.eq(me)).select(groups::id);
    diesel::delete(group_members::table.filter(group_members::group_id.eq_any(own_groups())))
        .execute(tx.db)?;
    // The log keeps what happened and no longer to whom.
    diesel::update(security_events::table.filter(security_events::member_id.eq(i64::from(me))))
        .set(security_events::member_id.eq(None::<i64>))
        .execute(tx.db)?;
    delete_where!(tx, me:
        emails.member_id, email_claims.member_id,
        bells.member_id, sessions.member_id, known_devices.member_id, second_steps.member_id, approvals.member_id,
        recoveries.member_id,
        trusted_friends.member_id, trusted_friends.friend_id, friend_asks.member_id, friend_asks.friend_id,
        pinned_phones.member_id, passkeys.member_id, number_undos.member_id, number_claims.member_id, receipts.member_id, last_choices.member_id, last_seen.member_id, profile_fields.member_id,
        notice_groups.member_id, group_members.member_id, groups.owner_id, circles.member_id, newest_entries.author_id,
        friend_requests.from_id, friend_requests.to_id, blocks.blocker_id, blocks.blocked_id,
        footprints.owner_id, footprints.visitor_id, footprint_totals.owner_id,
        footprint_milestones.owner_id, footprint_milestones.visitor_id,
        footprint_take_backs.visitor_id, preferences.member_id, notice_settings.member_id,
        diary_likes.member_id, diary_threads.member_id, voices.author_id,
        introductions.author_id, introductions.subject_id,
        standing_choices.member_id, meetings.by_id, meetings.one_id, meetings.other_id, diary_narrowings.member_id, friend_codes.member_id, mutes.member_id, mutes.muted_id, favourites.member_id, favourites.favourite_id,
        diary_categories.author_id,
        private_notes.member_id, private_notes.subject_id,
        held_posts.author_id, passed_newcomers.member_id, phones.member_id, members.id,
    );
    Ok(())
}
