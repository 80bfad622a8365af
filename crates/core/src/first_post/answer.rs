//! An operator's yes or no to posts that wait.

use super::{Post, queries};
use crate::group;
use crate::ids::{MemberId, PictureId};
use crate::member::Card;
use crate::moment::Moment;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;
use crate::{diary, voice};

/// How many one page lists.
pub const HELD_PER_PAGE: i64 = 20;

/// A post that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldPost {
    /// Which.
    pub post: Post,
    /// Whose.
    pub author: Card,
    /// Its title; a voice has none.
    pub title: Option<String>,
    /// What it says.
    pub body: String,
    /// The photographs that hang on it.
    pub photos: Vec<PictureId>,
    /// Whom its author wants to show it to.
    pub wanted: Visibility,
    /// Since when it waits.
    pub held_at: Moment,
}

/// Posts that wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldPage {
    /// The longest wait first; at most [`HELD_PER_PAGE`].
    pub posts: Vec<HeldPost>,
    /// How many wait in all.
    pub total: i64,
}

/// Those that have waited longest.
pub fn waiting(tx: &mut Tx<'_>) -> Result<HeldPage> {
    Ok(HeldPage { posts: queries::list(tx, HELD_PER_PAGE)?, total: queries::count(tx)? })
}

/// The digest of a photograph, as long as it hangs on an entry that waits.
pub fn find_photo(tx: &mut Tx<'_>, photo: PictureId) -> Result<Option<String>> {
    queries::find_photo(tx, photo)
}

/// How many wait.
pub fn count_waiting(tx: &mut Tx<'_>) -> Result<i64> {
    queries::count(tx)
}

/// The posts that have waited longest, at most `most`, for letting them go.
pub fn waiting_longest(tx: &mut Tx<'_>, most: i64) -> Result<Vec<Post>> {
    queries::oldest(tx, most)
}

/// Opens posts to whom their authors want to show them, and nothing of those authors waits again. Answers with those that
/// waited: what somebody else has looked at meanwhile is left alone.
///
/// Every row of a wait is taken before any post is touched, in one order, so that neither another operator nor an author
/// who changes theirs meanwhile is ever waited for in a circle.
pub fn let_through(tx: &mut Tx<'_>, posts: &[Post]) -> Result<Vec<Post>> {
    let mut taken = Vec::new();
    for post in in_order(posts) {
        taken.extend(queries::take(tx, post)?.map(|(author, wanted)| (post, author, wanted)));
    }
    for (post, author, wanted) in &taken {
        open(tx, *post, *author, *wanted)?;
        queries::note_passed(tx, *author)?;
    }
    Ok(taken.into_iter().map(|(post, ..)| post).collect())
}

fn in_order(posts: &[Post]) -> Vec<Post> {
    let mut posts = posts.to_vec();
    posts.sort_unstable();
    posts.dedup();
    posts
}

/// A group that is gone by now opens nothing.
fn open(tx: &mut Tx<'_>, post: Post, author: MemberId, wanted: Visibility) -> Result<()> {
    let seen_by = group::own_or_only_me(tx, author, wanted)?;
    match post {
        Post::Entry(id) => diary::open_looked_at(tx, author, id, seen_by),
        Post::Voice(id) => voice::queries::set_visibility(tx, id, seen_by),
    }
}

/// Posts that were removed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RemovedPosts {
    /// Which.
    pub posts: Vec<Post>,
    /// Digests of pictures that nothing needs any more.
    pub loose: Vec<String>,
}

/// Deletes posts that wait. One that waits no longer stays: it was looked at, and is not for this button.
pub fn remove(tx: &mut Tx<'_>, posts: &[Post]) -> Result<RemovedPosts> {
    let mut removed = RemovedPosts::default();
    for post in in_order(posts) {
        let Some((author, _)) = queries::take(tx, post)? else { continue };
        match post {
            Post::Entry(id) => removed.loose.extend(diary::delete(tx, author, id)?.unwrap_or_default()),
            Post::Voice(id) => {
                voice::delete(tx, author, id)?;
            }
        }
        removed.posts.push(post);
    }
    Ok(removed)
}
