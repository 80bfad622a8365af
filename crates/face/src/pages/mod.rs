//! Pages that hold more than what a use case answers: a form's state, a question.

mod account;
mod audience;
mod circle;
mod community;
mod diary;
mod door;
mod group;
mod guarding;
mod introduction;
mod joining;
mod leave;
mod like;
mod me;
mod people;
mod recovery;
mod security;
mod slip;
mod thread;
mod trouble;
mod voice;
mod way_in;

pub use account::{AccountPage, EmailPage};
pub use audience::{AudienceLine, audience_count, audience_lines, audience_words};
pub use circle::{
    AsidePage, BellsPage, CirclePage, ClosingAsked, RingHere, TellingPage, milestone_words, read_sources,
    read_telling, telling_form,
};
pub use community::{CommunityView, communities_words};
pub use diary::{
    CommentsView, DiaryFormPage, DiaryView, KeptPhoto, held_back_words, no_comments, photo_field,
    photo_words_field,
};
pub use door::{BY_EMAIL, BY_FORMER, LoginForm, SignupCodePage};
pub use group::{GroupWords, draft_behind, group_in_levels, group_level, group_words};
pub use guarding::{
    AppPage, AppStands, AppWaiting, ApprovePage, BookmarkPage, FRIEND_ASK_FIELDS, GuardingPage, MakePasskey,
    NumberCode, NumberPage, PasskeysPage, PickPage, PinPage, TrustedPage,
};
pub use introduction::IntroductionsView;
pub use joining::{InvitationView, InvitationsView, SignupPhonePage, SignupProfilePage};
pub use leave::LeavePage;
pub use like::{like_field, likes_told};
pub use me::{GroupsPage, MyProfilePage, PreviewView, SettingsPage};
pub use people::{AskPage, Confirm, Question, READY_WORDS};
pub use recovery::{RecoveryCode, RecoveryPage, RecoveryProof};
pub use security::{Happened, Overview, SecurityPage, WAYS, told};
pub use slip::{Asked, Entry, LineKind, Piece, Slip, SlipRow};
pub use thread::{Said as SaidPage, Thread};
pub use trouble::Trouble;
pub use voice::VoicesView;
pub use way_in::{OtherPhone, PinEntry, WayInPage};
