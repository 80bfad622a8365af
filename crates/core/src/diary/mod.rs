//! Diary entries: a title, a body, up to four photographs, and who may read them.

mod archive;
mod categories;
mod comment;
mod comments;
mod delete;
mod draft;
mod drafts;
mod edit;
mod feed;
mod fresh;
mod later;
mod levels;
mod like;
mod list;
mod neighbours;
mod opening;
mod post;
pub(crate) mod queries;
mod quote;
mod removal;
mod show;
mod talk;
mod threads;

pub use archive::{ArchiveDay, ArchivePage, Month, NotAMonth, archive};
pub use categories::{
    CATEGORY_CHARACTERS, CategoriesPage, Category, CategoryError, Chosen, MOST_CATEGORIES, MOST_PER_ENTRY,
    categories_of, change_category, find_category, list_in_category, make_category, my_categories,
    remove_category,
};
pub use comment::{COMMENT_CHARACTERS, CommentError, comment, comment_with, remove_comment};
pub use comments::{Around, COMMENTS_PER_PAGE, CommentsPage, Spot, comments, page_of_comment};
pub(crate) use comments::{around, look_up_quotes, numbers as comment_numbers, page_before};
pub use delete::delete;
pub use draft::{BODY_CHARACTERS, Draft, Fault, MOST_PHOTOS, NewDiary, NewPhoto, TITLE_CHARACTERS};
pub(crate) use drafts::forget_drafts;
pub use drafts::{
    DRAFT_CHARACTERS, DraftLine, DraftsPage, Keep, KeepError, Kept, MOST_DRAFTS, Why, drafts, find_draft,
    keep_draft, set_aside, settle, throw_away,
};
pub use edit::{EditError, EditPage, draft_form, edit, form};
pub(crate) use feed::feed_among;
pub use feed::{FeedPage, Of, Way, feed, feed_of_friends_of_friends, feed_of_friends_of_friends_by, newest};
pub(crate) use fresh::writers_since;
pub use later::{
    Appeared, DiaryRules, FURTHEST_YEARS, HeldBack, LaterError, appear, chosen_time, draft_was_seen,
    due_drafts, post_later, written_time,
};
pub use levels::{
    AGES_MONTHS, Aging, Counts, LevelsPage, NARROWER, Narrowed, STANDING_LEVELS, WIDENED_NAMED, WidenError,
    WidenPage, Widening, age, aged, levels, narrow, narrow_aged, widen, widening,
};
pub use like::{Likes, Sign, like, unlike};
pub use list::{DiaryLine, DiaryListPage, ENTRIES_PER_PAGE, list_of, list_on, newest_of};
pub(crate) use list::{counted_for, lines};
pub use neighbours::{Neighbour, Neighbours};
pub use opening::open_due;
pub(crate) use opening::{close_with_group, open_looked_at};
pub use post::{PostError, post, post_draft};
pub(crate) use queries::{closed_among, with_gaps};
pub use quote::{Quote, quotes};
pub use removal::{CommentRemoval, comment_removal};
pub use show::{Comment, DiaryPage, Photo, Said, show};
pub use talk::{MayComment, Talk};
pub use threads::{
    ClosedComment, ClosedPage, Fresh, JoinedLine, JoinedPage, NotAThreadTurn, Quiet, THREADS_PER_PAGE,
    ThreadTurn, closed, hush, is_behind, joined, quiet_of, thread_was_read,
};
pub(crate) use threads::{News, fresh_of, is_quiet};

use crate::first_post::{self, Post};
use crate::group::{self, Reach};
use crate::ids::{GroupId, MemberId};
use crate::store::{Result, Tx};
use crate::visibility::{Viewer, Visibility};

/// Who may read an entry, in the words that this viewer may know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeenBy {
    /// All members.
    Members,
    /// Friends of friends.
    FriendsOfFriends,
    /// Friends.
    Friends,
    /// A group: its name is for its owner alone.
    Group {
        /// Which.
        id: GroupId,
        /// What its owner calls it.
        name: String,
        /// Whether those in it are let in or left out.
        reach: Reach,
    },
    /// A group, for a reader's eyes: "some friends".
    SomeFriends,
    /// Only the author.
    OnlyMe,
    /// Only the author for now: it waits to be looked at before it opens to whom they chose.
    Waits,
}

impl SeenBy {
    pub(crate) fn told(
        tx: &mut Tx<'_>,
        viewer: Viewer,
        owner: MemberId,
        visibility: Visibility,
        post: Post,
    ) -> Result<SeenBy> {
        Ok(match visibility {
            Visibility::Members => SeenBy::Members,
            Visibility::FriendsOfFriends => SeenBy::FriendsOfFriends,
            Visibility::Friends => SeenBy::Friends,
            Visibility::OnlyMe if first_post::is_waiting(tx, post)? => SeenBy::Waits,
            Visibility::OnlyMe => SeenBy::OnlyMe,
            Visibility::Group(_) if viewer != Viewer::Member(owner) => SeenBy::SomeFriends,
            Visibility::Group(id) => {
                let (name, reach) = group::queries::find_name(tx, id)?.unwrap_or_default();
                SeenBy::Group { id, name, reach }
            }
        })
    }
}
