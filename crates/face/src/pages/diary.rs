//! Pages about diary entries.

use enishi_core::audience::Audiences;
use enishi_core::diary::Category;
use enishi_core::diary::{CommentsPage, DiaryPage, HeldBack, MayComment};
use enishi_core::group::Group;
use enishi_core::ids::{CategoryId, DiaryId, DraftId, PictureId};
use enishi_core::moment::Moment;

use crate::form::Form;
use crate::words::{Phrase, Words};

/// One entry with its newest comments and the comment form, whose field is `body`.
pub struct DiaryView {
    /// The entry.
    pub page: DiaryPage,
    /// Why a like was refused, if it was: field `like`.
    pub form: Form,
}

/// A page of what was said of an entry, and the comment form below it. Fields: `body`, a file `photo` with `alt`, what it
/// shows, and `at` = `comments`, so that who wrote from this page comes back to it.
pub struct CommentsView {
    /// The comments.
    pub page: CommentsPage,
    /// The comment as typed, if it was refused.
    pub form: Form,
    /// The photograph that came with it.
    pub photo: Option<KeptPhoto>,
}

/// Why there is no form to comment with; `None` where there is one.
pub fn no_comments(may: MayComment, words: &'static Words) -> Option<std::borrow::Cow<'static, str>> {
    match may {
        MayComment::Yes => None,
        MayComment::FriendsOnly => Some(words.say("comments-friends-only")),
        MayComment::Closed => Some(words.say("comments-closed")),
    }
}

/// A photograph already uploaded, shown in the form so that a refused form loses none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPhoto {
    /// The picture; it travels in a hidden field `kept_photo`, its description in `alt_<id>`, and a
    /// checkbox `drop_photo` with its id takes it off.
    pub picture: PictureId,
    /// What it shows.
    pub alt: String,
}

/// The field of one photograph more in a form with a field for each, from 1.
pub fn photo_field(number: usize) -> String {
    format!("photo_{number}")
}

/// The field of what a photograph just chosen shows, from 1: of the file of that number, or of the file field of that
/// number.
pub fn photo_words_field(number: usize) -> String {
    format!("photo_alt_{number}")
}

/// The form of an entry. Fields: `title`, `body`, `visibility` (`group` is completed by `visibility_group`), `comments`,
/// any number of `category`, `new_category` with `new_category_open` (and `categories`
/// = `1` where these are asked at all), `day` and `hour` of a new one, up to four files `photo`, or
/// one each in [`photo_field`], and what they show in [`photo_words_field`]; unseen, `draft`. The button `keep` keeps it
/// all as a draft; `to_groups` does so on the way to one's groups.
pub struct DiaryFormPage {
    /// The entry being changed; a new one has none.
    pub id: Option<DiaryId>,
    /// What stands in the fields.
    pub form: Form,
    /// The author's groups, for level 4.
    pub groups: Vec<Group>,
    /// Who could read it now, said beside each level.
    pub audiences: Audiences,
    /// Photographs kept so far.
    pub photos: Vec<KeptPhoto>,
    /// The author's categories.
    pub categories: Vec<Category>,
    /// Those that are ticked.
    pub chosen: Vec<CategoryId>,
    /// Others' comments that more people would see: the author must tick `agreed`.
    pub widens: Option<i64>,
    /// What the field `draft` carries: which draft this is kept as, and whose.
    pub mark: String,
    /// The draft this was opened from.
    pub draft: Option<DraftId>,
    /// Whether what stands in the fields lies in the database as it is, so that a small page may show it in pieces.
    pub is_stored: bool,
    /// How many drafts there are.
    pub drafts: i64,
    /// What became of what was typed into a form that is shown again.
    pub told: Option<Phrase>,
    /// When the draft is posted by itself.
    pub due_at: Option<Moment>,
    /// Why it was not posted at its time.
    pub held_back: Option<HeldBack>,
}

/// Why a draft was not posted at its time, as a sentence.
pub fn held_back_words(why: HeldBack) -> &'static str {
    match why {
        HeldBack::GroupGone => "held-back-group",
        HeldBack::PhotoGone => "held-back-photo",
        HeldBack::Away => "held-back-away",
        HeldBack::TooMuch => "held-back-much",
        HeldBack::Unfit => "held-back-unfit",
    }
}
