//! Pages that hold more than what a use case answers: a form's state, a question.

mod account;
mod diary;
mod door;
mod joining;
mod me;
mod people;
mod security;
mod slip;
mod trouble;

pub use account::{AccountPage, EmailPage};
pub use diary::{DiaryFormPage, DiaryView, KeptPhoto};
pub use door::SignupCodePage;
pub use joining::{InvitationView, InvitationsView, SignupPhonePage, SignupProfilePage};
pub use me::{GroupsPage, MyProfilePage, SettingsPage};
pub use people::{AskPage, Confirm, Question};
pub use security::{Happened, Overview, SecurityPage, told};
pub use slip::{Asked, Entry, LineKind, Piece, Slip};
pub use trouble::Trouble;
