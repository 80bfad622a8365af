//! First posts of newcomers at the desk: making them wait, and answering those that do.

use super::{Act, Deed, Desk, OperatorRules, act};
use crate::ban::Reason;
use crate::first_post::{self, HeldPage, Post};
use crate::ids::PictureId;
use crate::store::{Result, Tx};

/// Posts that wait, and whether new ones will.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldDesk {
    /// Whether first posts wait now.
    pub are_held: bool,
    /// Those that do.
    pub waiting: HeldPage,
}

/// The page of posts that wait.
pub fn held_desk(tx: &mut Tx<'_>) -> Result<HeldDesk> {
    Ok(HeldDesk { are_held: first_post::are_held(tx)?, waiting: first_post::waiting(tx)? })
}

/// The digest of a photograph on an entry that waits; once it was answered, the desk sees no more of it than anybody.
pub fn held_photo(tx: &mut Tx<'_>, photo: PictureId) -> Result<Option<String>> {
    first_post::find_photo(tx, photo)
}

/// Makes first posts wait, or no longer. The same press again changes nothing and writes nothing.
pub fn switch_first_posts(
    tx: &mut Tx<'_>,
    desk: &Desk,
    client: &str,
    holds: bool,
    rules: &OperatorRules,
) -> Result<()> {
    if first_post::are_held(tx)? == holds {
        return Ok(());
    }
    let joined_after = tx.now().plus_seconds(-rules.hold_joined_within_seconds);
    first_post::hold(tx, holds.then_some(joined_after))?;
    let word = |holds| if holds { "held" } else { "open" };
    let deed = Deed { act: Act::FirstPosts, subject: "", was: word(!holds), becomes: word(holds) };
    act::record(tx, desk, client, deed)
}

/// Opens posts to whom their authors chose. Answers with how many: others were looked at meanwhile.
pub fn let_through(tx: &mut Tx<'_>, desk: &Desk, client: &str, posts: &[Post]) -> Result<usize> {
    let opened = first_post::let_through(tx, posts)?;
    for post in &opened {
        let subject = post.to_string();
        act::record(
            tx,
            desk,
            client,
            Deed { act: Act::PostLet, subject: &subject, was: "held", becomes: "open" },
        )?;
    }
    Ok(opened.len())
}

/// Opens the posts that have waited longest, at most `most`, as one act. Whoever opens them all goes on until none is
/// left, so that nobody else waits for a wave of thousands.
pub fn let_all_through(tx: &mut Tx<'_>, desk: &Desk, client: &str, most: i64) -> Result<usize> {
    let posts = first_post::waiting_longest(tx, most)?;
    let opened = first_post::let_through(tx, &posts)?.len();
    if opened > 0 {
        let was = format!("{opened} held");
        act::record(tx, desk, client, Deed { act: Act::PostLet, subject: "", was: &was, becomes: "open" })?;
    }
    Ok(opened)
}

/// What removing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// How many posts are gone.
    pub posts: usize,
    /// Digests of pictures that nothing needs any more.
    pub loose: Vec<String>,
}

/// Deletes posts that wait; why stands in the log, since nothing else of them is kept.
pub fn remove_held(
    tx: &mut Tx<'_>,
    desk: &Desk,
    client: &str,
    posts: &[Post],
    reason: Reason,
) -> Result<Removed> {
    let removed = first_post::remove(tx, posts)?;
    for post in &removed.posts {
        let (subject, becomes) = (post.to_string(), reason.word());
        act::record(
            tx,
            desk,
            client,
            Deed { act: Act::PostRemoved, subject: &subject, was: "held", becomes },
        )?;
    }
    Ok(Removed { posts: removed.posts.len(), loose: removed.loose })
}
